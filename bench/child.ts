import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of a benchmark, by its compiled file in this folder. It ends when this one does. */
export function started(file: string, ...words: (string | number)[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), words.map(String));
}

/** The next message of a process. @throws when it ends without one */
export async function told<T>(child: ChildProcess): Promise<T> {
  const listening = new AbortController();
  const { signal } = listening;
  const gone = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of the benchmark ended with ${String(code)}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), gone]);
    return message as T;
  } finally {
    gone.catch(() => {});
    listening.abort();
  }
}

/** Asks a process that answers each message with one. */
export async function asked<T>(child: ChildProcess, question: unknown): Promise<T> {
  const answer = told<T>(child);
  child.send(question as object);
  return answer;
}

/** Ends a process that ends when nobody listens to it any more. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
