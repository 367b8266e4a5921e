import type { SourceAnswer, SourceRequest } from '../src/sources/index.ts';
import {
  foundBy,
  type Recorded,
  replayed,
  type Sample,
  type SourceSample,
} from '../test/sources/replay.ts';
import { sourceSamples } from '../test/sources/samples/index.ts';
import type { Bench } from './measure.ts';

const sizes = [0, 10, 1_000];
const words =
  'The ferry was old, and the harbour had asked for a new one every year since the storm. ';
const letters = 200;

/**
 * What a discussion costs its publisher, by the documents of the contract tests: the first look (with
 * the requests that find the comments), and a look at once after it when nothing has changed. Bytes
 * are those of the documents before compression. A page of the article, whose size is the
 * publisher's, counts as a request without bytes where it only says whether comments are closed.
 * The documents hold all comments; a real feed shows its newest ten, a real Mastodon sixty replies.
 */
export const sources: Bench = {
  name: 'sources',
  what: 'requests and bytes of each comment source: the first look, and one when nothing has changed',
  run(show) {
    const rows = sourceSamples.flatMap((sample, index) => {
      show(index + 1, sourceSamples.length, sample.source.name);
      return sizes.map((size) => rowOf(sample, size));
    });
    const most = (key: 'requests' | 'bytes' | 'requests again' | 'bytes again') =>
      Math.max(...rows.map((row) => row[key]));
    const figures = {
      'most requests of a first look': most('requests'),
      'most bytes of a first look': most('bytes'),
      'most requests when nothing has changed': most('requests again'),
      'most bytes when nothing has changed': most('bytes again'),
    };
    return Promise.resolve({ rounds: 1, figures, ratios: {}, table: rows });
  },
};

function rowOf(sample: SourceSample, size: number) {
  const { source, commentLinks, found, contentType, hasValidators = false } = sample;
  const recorded = sample.answers(comments(size), 'counted');
  const first = counter(true);
  const { ref } = foundBy(source, { commentLinks }, { ...found, ...recorded }, first.told);
  const { page, asked } = replayed(source, ref, recorded, contentType, first.told);
  const second = counter(!hasValidators);
  const before = asked.filter((url) => url in recorded);
  replayed(
    source,
    ref,
    Object.fromEntries(before.map((url) => [url, { unchanged: textOf(recorded[url]) }])),
    contentType,
    (request, answer) => {
      // What is asked for once in several looks is not asked for in the second.
      if (request.everyLooks === undefined)
        second.told(request, answer, textOf(recorded[answer.url]));
    },
  );
  return {
    source: source.name,
    comments: size,
    read: page.comments.length,
    requests: first.requests,
    bytes: first.bytes,
    'requests again': second.requests,
    'bytes again': second.bytes,
  };
}

/** Counts requests and the bytes of their answers; those of an unchanged one only when it is sent whole. */
function counter(isSentWhole: boolean) {
  const counted = {
    requests: 0,
    bytes: 0,
    told: (_: SourceRequest, answer: SourceAnswer, unchanged = '') => {
      counted.requests += 1;
      if (answer.kind === 'document') counted.bytes += answer.body.length;
      if (answer.kind === 'unchanged' && isSentWhole) counted.bytes += Buffer.byteLength(unchanged);
    },
  };
  return counted;
}

function textOf(document: Recorded[string] | undefined): string {
  if (typeof document === 'string') return document;
  return document !== undefined && 'text' in document ? document.text : '';
}

function comments(count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c-${index + 1}`,
    author: `Reader ${index + 1}`,
    text: `${index + 1}. ${words.repeat(3)}`.slice(0, letters),
  }));
}
