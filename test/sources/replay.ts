import { type Comment, CommentPage } from '../../src/core/discussion/comment.ts';
import type { CommentLinks, Story } from '../../src/core/story/story.ts';
import { findComments, type SourceAnswer, type SourceRequest } from '../../src/sources/index.ts';
import type { CommentSource } from '../../src/sources/source.ts';
import { story } from './stories.ts';

/** One comment as a sample document is to hold it. */
export interface Sample {
  /** Absent where the document gives none. */
  id?: string;
  author: string;
  text: string;
}

/** A discussion that is read as a whole, one that is a window, or one that states its total too. */
export type SampleKind = 'plain' | 'windowed' | 'counted';

/** A document; an object where its headers say something too. */
export type SampleDocument = string | { text: string; headers: Readonly<Record<string, string>> };

/** What a source brings to the contract: how its kind of document looks. */
export interface SourceSample {
  source: CommentSource;
  /** The links of a story whose comments the source finds. */
  commentLinks: CommentLinks;
  /** What it asks for before it knows that it applies. */
  found?: Recorded;
  /** What its server answers for these comments, in this order. */
  answers: (comments: readonly Sample[], kind: SampleKind) => Recorded;
  contentType: string;
  /**
   * Its server sends an `ETag` or a `Last-Modified`, as its documentation says, or as the framework that
   * it is built with does (Rails, Express).
   */
  hasValidators?: boolean;
  /** Its comments always have an id of their own. */
  hasIds?: boolean;
  /** Its interface always gives a discussion as a whole. */
  isAlwaysWhole?: boolean;
  /** How many of 5,003 comments it reads; 5,000 when missing. */
  mostComments?: number;
}

/**
 * Answers as a site gave them, by their address: a document, "unchanged", a text that is unchanged until
 * it is asked for without conditions, or a status without one.
 */
export type Recorded = Readonly<
  Record<string, SampleDocument | { unchanged: string } | { status: number }>
>;

export function recordedAnswer(url: string, recorded: Recorded, contentType: string): SourceAnswer {
  const text = recorded[url] ?? { status: 404 };
  if (text === 'unchanged') return { kind: 'unchanged', url };
  if (typeof text !== 'string') {
    if ('unchanged' in text) return { kind: 'unchanged', url };
    if ('status' in text) {
      const message = `The site answered ${text.status}.`;
      return { kind: 'failed', url, status: text.status, message };
    }
  }
  const [written, more] = typeof text === 'string' ? [text, {}] : [text.text, text.headers];
  const headers = { 'content-type': contentType, ...more };
  return { kind: 'document', url, body: new TextEncoder().encode(written), headers, finalUrl: url };
}

/** Servers of whose keys the samples make use. */
const keyed = [
  'https://disqus.com',
  'https://api.github.com',
  'https://oauth.reddit.com',
  'https://talk.ledger.example',
];

/** Hears of each request, and what answered it. */
type Told = (request: SourceRequest, answer: SourceAnswer) => void;

/** Where a source finds a story's comments, and the addresses that it asked for. */
export function foundBy(
  { name }: CommentSource,
  of: Partial<Story>,
  recorded: Recorded = {},
  told: Told = () => {},
): { ref: unknown; asked: string[] } {
  const settings = { source: name, selectors: null };
  const answers: SourceAnswer[] = [];
  for (;;) {
    const step = findComments({ story: story(of), settings, keyedOrigins: keyed }, answers);
    const asked = answers.map(({ url }) => url);
    if ('done' in step) return { ref: step.done?.ref ?? null, asked };
    for (const request of step.ask) {
      const { url } = request;
      if (asked.includes(url)) throw new Error(`${name} asks again for ${url}`);
      const answer = recordedAnswer(url, recorded, 'application/json');
      told(request, answer);
      answers.push(answer);
    }
  }
}

/** What a source reads from recorded answers, and the addresses that it asked for in order. */
export function replayed(
  source: CommentSource,
  ref: unknown,
  recorded: Recorded,
  contentType = 'text/html',
  told: Told = () => {},
): { page: CommentPage; asked: string[] } {
  const answers: SourceAnswer[] = [];
  for (let round = 0; round <= 20; round += 1) {
    const step = source.read(ref, answers);
    const asked = answers.map(({ url }) => url);
    if ('done' in step) return { page: CommentPage.parse(step.done), asked };
    if (step.ask.length === 0) throw new Error(`the source ${source.name} asks for nothing`);
    for (const request of step.ask) {
      const { url, unconditional } = request;
      const before = answers.findIndex((answer) => answer.url === url);
      if (before >= 0 && !(unconditional && answers[before]?.kind === 'unchanged')) {
        throw new Error(`${source.name} asks again for ${url}`);
      }
      const text = recorded[url];
      const isNeeded = unconditional && typeof text === 'object' && 'unchanged' in text;
      const given = isNeeded ? { [url]: text.unchanged } : recorded;
      const answer = recordedAnswer(url, given, contentType);
      told(request, answer);
      answers.splice(before < 0 ? answers.length : before, 1, answer);
    }
  }
  throw new Error(`the source ${source.name} never stops asking`);
}

/**
 * Documents for the requests of a source, in the order in which it makes them: where an address cannot
 * be known before, since it stands for what is sent.
 */
export function inOrderOfRequests(
  source: CommentSource,
  ref: unknown,
  documents: readonly object[],
): Recorded {
  const recorded: Record<string, string> = {};
  const answers: SourceAnswer[] = [];
  for (const document of documents) {
    const step = source.read(ref, answers);
    const [request] = 'ask' in step ? step.ask : [];
    if (!request) break;
    recorded[request.url] = JSON.stringify(document);
    answers.push(recordedAnswer(request.url, recorded, 'application/json'));
  }
  return recorded;
}

/** A server's pages, from 1 on, each with its entries; the first one is there without any. */
export function pagesOf<Entry>(
  entries: readonly Entry[],
  size: number,
  page: (number: number, of: Entry[], pages: number) => [url: string, document: SampleDocument],
): Recorded {
  const pages = Math.max(1, Math.ceil(entries.length / size));
  return Object.fromEntries(
    Array.from({ length: pages }, (_, index) =>
      page(index + 1, entries.slice(index * size, (index + 1) * size), pages),
    ),
  );
}

/** A comment's text as its source gives it, whatever its format. */
export const textOf = ({ body }: Comment) => Object.values(body).join('');
