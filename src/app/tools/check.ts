/** What the doctor says about one thing. */
export interface Check {
  /** A `problem` needs attention; a `note` does not have to be changed. */
  state: 'ok' | 'note' | 'problem';
  text: string;
}

export const ok = (text: string): Check => ({ state: 'ok', text });
export const note = (text: string): Check => ({ state: 'note', text });
export const problem = (text: string): Check => ({ state: 'problem', text });
