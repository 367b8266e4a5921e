import { parentPort } from 'node:worker_threads';
import { errorText, ReadError } from '../core/errors.ts';
import { createReaders, type DocumentReaders } from '../newsroom/parsers.ts';
import type { FromThread, ParseRequest } from './parser-thread.ts';

// A thread of the parser pool: parses one document at a time and posts the result.

const readers = createReaders();
const post = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on('message', (request: ParseRequest) => {
  void parse(request).then(post);
});
post('ready');

async function parse({ reader, given }: ParseRequest): Promise<FromThread> {
  const read = readers[reader] as (
    ...args: typeof given
  ) => ReturnType<DocumentReaders[typeof reader]>;
  try {
    return { read: await read(...given) };
  } catch (error) {
    return { refused: errorText(error), isReadError: error instanceof ReadError };
  }
}
