import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compiled } from '../support/compiled.ts';

const main = compiled(new URL('../../src/main.ts', import.meta.url));

/** A folder for one test. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wirethread-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** How a process ended and what it said. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves with what was said so far once it has this in it; fails if the process ends before. */
  says(text: string, on?: 'stdout' | 'stderr'): Promise<string>;
}

/**
 * Starts the program as an operator would: in a folder, with nothing in its environment but `env`.
 * `program` is the compiled main file, this project's unless said otherwise.
 */
export function start(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
  program = main,
): Started {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    child,
    ended,
    says: (text, on = 'stdout') =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (said[on].includes(text)) resolve(said[on]);
        };
        child[on]?.on('data', look);
        look();
        void ended.then((end) => reject(new Error(`It ended: ${JSON.stringify(end)}`)));
      }),
  };
}

/** Runs it to its end. */
export const run = (...given: Parameters<typeof start>): Promise<Ended> => start(...given).ended;

/** What it told the operator, without the log's lines. */
export function told(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
}
