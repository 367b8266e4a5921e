import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DiscussionSource } from '../core/discussion/discussion.ts';
import { ReadError } from '../core/errors.ts';
import type { Clues, SourceAnswer } from '../sources/index.ts';
import {
  type DocumentBytes,
  type FeedAnswer,
  createParsers,
  type Parsers,
} from '../newsroom/parsers.ts';

/** Larger documents are parsed in another thread: Discord waits 3 seconds for an answer. */
const inlineBytes = 256 * 1024;

/** A document that needs more memory ends its thread, not the bot. */
const maxOldGenerationSizeMb = 512;

/** A message to the other thread. */
export type ParseRequest =
  | { kind: 'feed'; answer: FeedAnswer }
  | { kind: 'article'; bytes: DocumentBytes }
  | { kind: 'find-comments'; clues: Clues; answers: readonly SourceAnswer[] }
  | { kind: 'read-comments'; source: DiscussionSource; answers: readonly SourceAnswer[] };

export type ParseResult = { read: unknown } | { refused: string };

export interface ParserPool extends Parsers {
  close(): Promise<void>;
}

/**
 * Parses small documents at once, and large ones one after another in another thread. Parsing that
 * takes longer than `timeoutMs` fails with a `ReadError`, and its thread is terminated.
 */
export function createParserPool(timeoutMs: number): ParserPool {
  const parsers = createParsers();
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function terminate(): Promise<void> {
    const terminated = worker;
    worker = null;
    await terminated?.terminate();
  }

  /** The other thread's result. */
  function parseInWorker(request: ParseRequest): Promise<ParseResult> {
    worker ??= newWorker();
    const reader = worker;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        finish();
        const text = `This document takes longer than ${timeoutMs / 1000} s to read, so it is skipped. Ask its publisher for a smaller one.`;
        void terminate().then(() => resolve({ refused: text }));
      }, timeoutMs);
      const finish = () => {
        clearTimeout(timer);
        reader.off('message', answer).off('error', failed).off('exit', ended);
      };
      const answer = (result: ParseResult) => {
        finish();
        resolve(result);
      };
      const failed = (error: Error) => {
        finish();
        worker = null;
        resolve({ refused: `This document could not be read: ${error.message}.` });
      };
      const ended = () => failed(new Error('the parser stopped unexpectedly'));
      reader.on('message', answer).on('error', failed).on('exit', ended);
      reader.postMessage(request);
    });
  }

  function parseInTurn<T>(request: ParseRequest): Promise<T> {
    const mine = turn.then(async () => {
      const result = await parseInWorker(request);
      if ('refused' in result) throw new ReadError(result.refused);
      return result.read as T;
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  const isSmall = ({ body }: { body: Uint8Array }) => body.length <= inlineBytes;
  const areSmall = (answers: readonly SourceAnswer[]) =>
    answers.reduce((sum, answer) => sum + bodyLength(answer), 0) <= inlineBytes;
  return {
    feed: (answer) =>
      isSmall(answer) ? parsers.feed(answer) : parseInTurn({ kind: 'feed', answer }),
    article: (bytes) =>
      isSmall(bytes) ? parsers.article(bytes) : parseInTurn({ kind: 'article', bytes }),
    findComments: (clues, answers) =>
      areSmall(answers)
        ? parsers.findComments(clues, answers)
        : parseInTurn({ kind: 'find-comments', clues, answers }),
    readComments: (source, answers) =>
      areSmall(answers)
        ? parsers.readComments(source, answers)
        : parseInTurn({ kind: 'read-comments', source, answers }),
    close: terminate,
  };
}

function bodyLength(answer: SourceAnswer): number {
  return answer.kind === 'document' ? answer.body.length : 0;
}

/** The thread, built or not: from TypeScript it is loaded through tsx, as the main one was. */
function newWorker(): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb } };
  const isBuilt = import.meta.url.endsWith('.js');
  const file = new URL(`./parser-worker.${isBuilt ? 'js' : 'ts'}`, import.meta.url);
  const worker = isBuilt
    ? new Worker(file, limits)
    : new Worker(throughTsx(file), { ...limits, eval: true });
  worker.unref();
  return worker;
}

function throughTsx(file: URL): string {
  // What `require` finds is the other module system's twin.
  const twin = createRequire(import.meta.url).resolve('tsx/esm/api');
  const tsx = pathToFileURL(twin.replace(/\.cjs$/, '.mjs'));
  const [from, to] = [tsx.href, file.href].map((address) => JSON.stringify(address));
  return `import(${from}).then(({ register }) => { register(); return import(${to}); });`;
}
