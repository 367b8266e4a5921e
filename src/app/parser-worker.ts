import { parentPort } from 'node:worker_threads';
import { errorText } from '../core/errors.ts';
import { createParsers } from '../newsroom/parsers.ts';
import type { ParseRequest, ParseResult } from './parser-pool.ts';

// The other thread of the reading desk: reads one document at a time and answers with what it says.

const readings = createParsers();

parentPort?.on('message', (reading: ParseRequest) => {
  void read(reading).then((answer) => parentPort?.postMessage(answer));
});

async function read(reading: ParseRequest): Promise<ParseResult> {
  try {
    switch (reading.kind) {
      case 'feed':
        return { read: await readings.feed(reading.answer) };
      case 'article':
        return { read: await readings.article(reading.bytes) };
      case 'comments':
        return { read: await readings.comments(reading.bytes, reading.source) };
      default:
        return reading satisfies never;
    }
  } catch (error) {
    return { refused: errorText(error) };
  }
}
