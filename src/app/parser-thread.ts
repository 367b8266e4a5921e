import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DocumentReaders } from '../newsroom/parsers.ts';

/** A message to a thread. */
export type ParseRequest = {
  [Name in keyof DocumentReaders]: { reader: Name; given: Parameters<DocumentReaders[Name]> };
}[keyof DocumentReaders];

/** A message from a thread. */
export type FromThread = 'ready' | { read: unknown } | { refused: string; isReadError: boolean };

/** What became of a document. */
export type ParseOutcome =
  Exclude<FromThread, 'ready'> | { ended: 'time' | 'memory' } | { ended: 'fault'; message: string };

export interface ThreadOptions {
  /** What a thread runs, compiled; `null` for what stands beside this file. */
  program: string | null;
  /** For one document. */
  timeoutMs: number;
  /** Of the JavaScript heap. */
  memoryMb: number;
}

/**
 * A thread that parses one document at a time. A document that goes over a limit ends its thread,
 * whatever it is doing, and nothing else.
 */
export class ParserThread {
  hasEnded = false;
  /** Resolves when it can parse, or has ended. */
  readonly ready: Promise<void>;
  /** The document that it parses; `null` while it is idle. */
  parsing: Promise<ParseOutcome> | null = null;
  private readonly options: ThreadOptions;
  private readonly worker: Worker;
  private settle: ((outcome: ParseOutcome) => void) | null = null;

  constructor(options: ThreadOptions) {
    this.options = options;
    this.worker = newWorker(options);
    this.worker.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.end(isMemory ? { ended: 'memory' } : { ended: 'fault', message: error.message });
    });
    this.ready = new Promise((resolve) => {
      this.worker.on('message', (message: FromThread) => {
        if (message === 'ready') resolve();
        else this.settle?.(message);
      });
      this.worker.on('exit', () => {
        this.end({ ended: 'fault', message: 'its thread ended' });
        resolve();
      });
    });
  }

  /** The time limit begins when the thread is ready. */
  parse(request: ParseRequest): Promise<ParseOutcome> {
    // It keeps the process running only while it parses.
    this.worker.ref();
    this.parsing = new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      this.settle = (outcome) => {
        clearTimeout(timer);
        this.worker.unref();
        this.settle = null;
        this.parsing = null;
        resolve(outcome);
      };
      void this.ready.then(() => {
        if (this.settle === null) return;
        timer = setTimeout(() => this.end({ ended: 'time' }), this.options.timeoutMs);
        this.worker.postMessage(request);
      });
    });
    return this.parsing;
  }

  /** Resolves when nothing of the thread runs any more. */
  async close(): Promise<void> {
    this.end({ ended: 'fault', message: 'its thread was ended' });
    await this.worker.terminate();
  }

  private end(outcome: ParseOutcome): void {
    this.hasEnded = true;
    this.settle?.(outcome);
    void this.worker.terminate();
  }
}

/** For what is new in a thread's heap. V8 takes four times as much, for nothing that a document gains by. */
const youngMb = 8;

/** The thread, built or not: from TypeScript it is loaded through tsx, as the main one was. */
function newWorker({ program, memoryMb }: ThreadOptions): Worker {
  const limits = {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
  };
  const isBuilt = import.meta.url.endsWith('.js');
  const file = new URL(`./parser-worker.${isBuilt ? 'js' : 'ts'}`, import.meta.url);
  const worker =
    program !== null || isBuilt
      ? new Worker(program ?? file, limits)
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
