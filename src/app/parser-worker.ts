import { parentPort } from 'node:worker_threads';
import { errorText } from '../core/errors.ts';
import { createParsers } from '../newsroom/parsers.ts';
import type { ParseRequest, ParseResult } from './parser-pool.ts';

// The parser pool's other thread: parses one document at a time and posts the result.

const parsers = createParsers();

parentPort?.on('message', (request: ParseRequest) => {
  void parse(request).then((answer) => parentPort?.postMessage(answer));
});

async function parse(request: ParseRequest): Promise<ParseResult> {
  try {
    switch (request.kind) {
      case 'feed':
        return { read: await parsers.feed(request.answer) };
      case 'article':
        return { read: await parsers.article(request.bytes) };
      case 'find-comments':
        return { read: await parsers.findComments(request.clues, request.answers) };
      case 'read-comments':
        return { read: await parsers.readComments(request.source, request.answers) };
      default:
        return request satisfies never;
    }
  } catch (error) {
    return { refused: errorText(error) };
  }
}
