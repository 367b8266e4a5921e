import { parentPort } from 'node:worker_threads';
import type { ParseRequest } from '../../src/app/parser-thread.ts';

// The parser pool's thread with planted faults: an article at "/slow" takes a fifth of a second, one at
// "/endless" is never read, and one at "/boundless" takes all memory. Everything else is the real one's.

parentPort?.on('message', ({ reader, given }: ParseRequest) => {
  if (reader !== 'article') return;
  const [{ url }] = given;
  const filled: number[][] = [];
  const until = performance.now() + (url.endsWith('/slow') ? 200 : 0);
  while (url.endsWith('/endless') || performance.now() < until);
  while (url.endsWith('/boundless')) filled.push(Array.from({ length: 1_000 }, Math.random));
});
await import('../../src/app/parser-worker.ts');
