import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SourceAddress } from '../core/discussion/discussion.ts';
import { ReadError } from '../core/errors.ts';
import {
  type DocumentBytes,
  type FeedAnswer,
  createParsers,
  type Parsers,
} from '../newsroom/parsers.ts';

/** Larger documents are read in another thread: Discord waits 3 seconds for an answer at most. */
const inlineBytes = 256 * 1024;

/** A document that takes more memory to read ends its thread, not the bot. */
const maxOldGenerationSizeMb = 512;

/** One reading, as the other thread is told of it. */
export type ParseRequest =
  | { kind: 'feed'; answer: FeedAnswer }
  | { kind: 'article'; bytes: DocumentBytes }
  | { kind: 'comments'; bytes: DocumentBytes; source: SourceAddress };

export type ParseResult = { read: unknown } | { refused: string };

export interface ParserPool extends Parsers {
  close(): Promise<void>;
}

/**
 * Reads small documents at once and large ones one after another in a thread of their own. One that
 * takes longer than `patienceMs` is given up with a `ReadError`, and its thread with it.
 */
export function createParserPool(patienceMs: number): ParserPool {
  const readings = createParsers();
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function dismiss(): Promise<void> {
    const dismissed = worker;
    worker = null;
    await dismissed?.terminate();
  }

  /** The other thread's answer to one reading. */
  function asked(reading: ParseRequest): Promise<ParseResult> {
    worker ??= newWorker();
    const reader = worker;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        finish();
        const words = `This document takes longer than ${patienceMs / 1000} s to read, so it is skipped. Ask its publisher for a smaller one.`;
        void dismiss().then(() => resolve({ refused: words }));
      }, patienceMs);
      const finish = () => {
        clearTimeout(timer);
        reader.off('message', answer).off('error', failed).off('exit', ended);
      };
      const answer = (told: ParseResult) => {
        finish();
        resolve(told);
      };
      const failed = (error: Error) => {
        finish();
        worker = null;
        resolve({ refused: `This document could not be read: ${error.message}.` });
      };
      const ended = () => failed(new Error('the parser stopped unexpectedly'));
      reader.on('message', answer).on('error', failed).on('exit', ended);
      reader.postMessage(reading);
    });
  }

  function elsewhere<T>(reading: ParseRequest): Promise<T> {
    const mine = turn.then(async () => {
      const told = await asked(reading);
      if ('refused' in told) throw new ReadError(told.refused);
      return told.read as T;
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  const isSmall = ({ body }: { body: Uint8Array }) => body.length <= inlineBytes;
  return {
    feed: (answer) =>
      isSmall(answer) ? readings.feed(answer) : elsewhere({ kind: 'feed', answer }),
    article: (bytes) =>
      isSmall(bytes) ? readings.article(bytes) : elsewhere({ kind: 'article', bytes }),
    comments: (bytes, source) =>
      isSmall(bytes)
        ? readings.comments(bytes, source)
        : elsewhere({ kind: 'comments', bytes, source }),
    close: dismiss,
  };
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
