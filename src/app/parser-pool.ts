import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ReadError } from '../core/errors.ts';
import { secondMs } from '../core/time/duration.ts';
import { hostSlots } from '../edge/http/host-slots.ts';
import { linkedAbort } from '../edge/system/linked-abort.ts';
import { createReaders, type Parsers } from '../newsroom/parsers.ts';
import type { SourceAnswer } from '../sources/index.ts';
import {
  type ThreadOptions,
  type ParseOutcome,
  ParserThread,
  type ParseRequest,
} from './parser-thread.ts';

export interface PoolOptions extends ThreadOptions {
  /** At most. Another one starts when those that run are busy with slow documents. */
  threads: number;
}

/**
 * The memory is far more than what `JSON.parse`, which no limit can interrupt, needs for the largest
 * document (5 MB: 105 MB): past the limit, V8 would end the whole process.
 */
export const poolDefaults: PoolOptions = {
  program: null,
  threads: Math.min(4, Math.max(2, availableParallelism())),
  timeoutMs: 10 * secondMs,
  memoryMb: 256,
};

/** A document that is parsed for longer than this does not keep others waiting. */
const slowMs = 50;
/** Hosts that are remembered for a document over a limit; the oldest is forgotten first. */
const mostSlowHosts = 1_000;

export interface ParserPool extends Parsers {
  /** What waits or runs is rejected. Nothing runs any more when it resolves. */
  close(): Promise<void>;
}

/**
 * Parses documents in other threads, so that none keeps Discord waiting for an answer. Hosts are
 * served in turn, and one host never has all threads. Hosts whose last document went over a limit
 * have one thread together, so the others are not kept waiting a second time. A document over a limit
 * ends its thread and fails with a `ReadError` that names its host and the limit.
 */
export function createParserPool(options: PoolOptions = poolDefaults): ParserPool {
  const { threads: total } = options;
  const here = createReaders();
  const threads = new Set<ParserThread>();
  const inTurn = hostSlots({ perHost: Math.max(1, total - 1), total });
  const inSlowTurn = hostSlots({ perHost: 1, total: 1 });
  const slowHosts = new Set<string>();
  const closing = new AbortController();
  // Each document that waits adds a listener and removes it again.
  setMaxListeners(0, closing.signal);

  function idleThread(): ParserThread | null {
    for (const thread of threads) {
      if (thread.hasEnded) threads.delete(thread);
      else if (thread.parsing === null) return thread;
    }
    return null;
  }

  function newThread(): ParserThread {
    const thread = new ParserThread(options);
    threads.add(thread);
    return thread;
  }

  /** At most `total` documents have their turn, so no more threads are needed. */
  async function inThread(request: ParseRequest): Promise<ParseOutcome> {
    const idle = idleThread();
    if (idle) return idle.parse(request);
    await oneFinishes([...threads]);
    return (idleThread() ?? newThread()).parse(request);
  }

  async function outcomeOf(host: string, request: ParseRequest, signal: AbortSignal) {
    const work = () => inTurn(host, () => inThread(request), signal);
    const outcome = await (slowHosts.has(host) ? inSlowTurn(host, work, signal) : work());
    slowHosts.delete(host);
    if ('ended' in outcome) {
      slowHosts.add(host);
      const [oldest] = slowHosts;
      if (slowHosts.size > mostSlowHosts && oldest !== undefined) slowHosts.delete(oldest);
    }
    return outcome;
  }

  async function parse<T>(url: string, request: ParseRequest, outer: AbortSignal): Promise<T> {
    outer.throwIfAborted();
    closing.signal.throwIfAborted();
    const host = hostOf(url);
    const { controller, unlink } = linkedAbort(outer);
    const abort = () => controller.abort(closing.signal.reason);
    closing.signal.addEventListener('abort', abort, { once: true });
    try {
      const outcome = await unlessAborted(
        outcomeOf(host, request, controller.signal),
        controller.signal,
      );
      // Copying a long result took its time: what is done with it comes after others had their turn.
      await nextTurn();
      return resultOf(outcome, host, options) as T;
    } finally {
      closing.signal.removeEventListener('abort', abort);
      unlink();
    }
  }

  /** Where no document has arrived yet, a source only says what it asks for. */
  const isNothing = (answers: readonly SourceAnswer[]) =>
    answers.every(({ kind }) => kind !== 'document');
  return {
    feed: (answer, signal) => parse(answer.url, { reader: 'feed', given: [answer] }, signal),
    article: (answer, signal) => parse(answer.url, { reader: 'article', given: [answer] }, signal),
    feedLinks: (answer, signal) =>
      parse(answer.url, { reader: 'feedLinks', given: [answer] }, signal),
    opml: (answer, signal) => parse(answer.url, { reader: 'opml', given: [answer] }, signal),
    findComments: (clues, answers, signal) =>
      isNothing(answers)
        ? here.findComments(clues, answers)
        : parse(urlOf(answers), { reader: 'findComments', given: [clues, answers] }, signal),
    readComments: (source, answers, signal) =>
      isNothing(answers)
        ? here.readComments(source, answers)
        : parse(urlOf(answers), { reader: 'readComments', given: [source, answers] }, signal),
    prepareComments: (comments, place, signal) =>
      parse(
        comments[0]?.url ?? '',
        { reader: 'prepareComments', given: [comments, place] },
        signal,
      ),
    async close() {
      closing.abort(new Error('The parser pool was closed.'));
      await Promise.all([...threads].map((thread) => thread.close()));
    },
  };
}

/** Resolves when one of the threads has finished its document, or has been parsing for {@link slowMs}. */
async function oneFinishes(threads: readonly ParserThread[]): Promise<void> {
  await Promise.all(threads.map(({ ready }) => ready));
  const documents = threads.flatMap(({ parsing }) => (parsing === null ? [] : [parsing]));
  if (documents.length < threads.length || documents.length === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, slowMs);
    void Promise.race(documents).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Rejects at an abort; the thread goes on to the document's end, or to its limit. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function resultOf(outcome: ParseOutcome, host: string, options: ThreadOptions): unknown {
  if ('read' in outcome) return outcome.read;
  if ('refused' in outcome) {
    throw outcome.isReadError ? new ReadError(outcome.refused) : new Error(outcome.refused);
  }
  const { timeoutMs, memoryMb } = options;
  switch (outcome.ended) {
    case 'time':
      throw new ReadError(
        `A document of ${host} takes longer than ${timeoutMs / secondMs} s to read, so it is skipped. Ask its publisher for a smaller one.`,
      );
    case 'memory':
      throw new ReadError(
        `A document of ${host} needs more than ${memoryMb} MB of memory to read, so it is skipped. Ask its publisher for a smaller one.`,
      );
    case 'fault':
      throw new ReadError(`A document of ${host} could not be read: ${outcome.message}.`);
    default:
      return outcome satisfies never;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an unknown server';
}

/** Of the first document. */
function urlOf(answers: readonly SourceAnswer[]): string {
  const [document] = answers.filter((answer) => answer.kind === 'document');
  return document?.finalUrl ?? '';
}
