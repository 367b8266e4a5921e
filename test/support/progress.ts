export type ShowProgress = (step: number, steps: number, what: string) => void;

/** A stream that may be a terminal, as standard error. */
export interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * How far long work is: one line that is written over in a terminal, a line for each step elsewhere.
 * Call `end` before other text is written.
 */
export function progressOn(stream: ProgressStream): { show: ShowProgress; end: () => void } {
  const isTerminal = stream.isTTY === true;
  let isShown = false;
  return {
    show(step, steps, what) {
      isShown = true;
      const text = `${step} of ${steps}: ${what}`;
      stream.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (isShown && isTerminal) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
