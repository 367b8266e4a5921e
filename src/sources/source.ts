import type { z } from 'zod';
import type { CommentPage } from '../core/discussion/comment.ts';
import { ReadError } from '../core/errors.ts';
import type { CommentSettings } from '../core/feed/subscription.ts';
import type { Story } from '../core/story/story.ts';
import type { OperatorKey } from './operator-keys.ts';

/** A channel's settings of where its comments are. */
export type SourceSettings = Pick<CommentSettings, 'source' | 'selectors'>;

/** What a source may go by to find a story's comments. */
export interface Clues {
  story: Story;
  settings: SourceSettings;
  /** A source that is not to be taken: it fails now. */
  except?: string;
  /** The servers that the operator has given a key for: their origins, as "https://disqus.com". */
  keyedOrigins?: readonly string[];
}

/**
 * What a source asks for. An address is asked once a look, whatever the source repeats; once more
 * when its answer was `unchanged` and the source asks for it unconditionally.
 */
export interface SourceRequest {
  url: string;
  /** A page is asked for only where its host's robots.txt allows it. */
  format: 'page' | 'feed' | 'json';
  /** A key of the operator's goes along. The source never sees it. */
  key?: OperatorKey;
  /**
   * Sent with POST, as JSON. The fragment of `url`, which is not sent, then tells requests to one
   * address apart.
   */
  json?: string;
  /**
   * Asked for at most once in the time of so many looks at a lively discussion, or in an hour: in
   * between, the answer is `unchanged`.
   */
  everyLooks?: number;
  /** The document is needed although it has not changed: another part of the same answer has. */
  unconditional?: boolean;
}

/** `url` is the address that was asked. Answers are cloned into the parser's thread. */
export type SourceAnswer =
  | ({ kind: 'document'; url: string } & FetchedDocument)
  /** The document is the one that was read before. */
  | { kind: 'unchanged'; url: string }
  /** `status` is `null` without an answer. `message` says what was wrong and what to do. */
  | { kind: 'failed'; url: string; status: number | null; message: string };

/** A fetched document. */
export interface FetchedDocument {
  body: Uint8Array;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The address that answered, after redirects. */
  finalUrl: string;
}

/** What a source still asks for, or its result. */
export type SourceStep<T> = { ask: readonly SourceRequest[] } | { done: T };

/** How often a source may be looked at, in milliseconds. */
export interface LookInterval {
  least: number;
  most: number;
}

/**
 * One comment system. It does no I/O and remembers nothing: the caller makes the requests that it
 * asks for, and calls it again with all answers so far.
 */
interface SourceDefinition<Ref> {
  /** Stored with discussions and comments: it never changes. */
  readonly name: string;
  /** What a discussion stores so that its comments are found again. Nobody else looks into it. */
  readonly ref: z.ZodType<Ref>;
  readonly everyMs: LookInterval;
  /** Where the story's comments are; `null` when this source does not apply. */
  readonly find: (clues: Clues, answers: readonly SourceAnswer[]) => SourceStep<Ref | null>;
  /**
   * The comments, in the order of the documents, at most 5,000, ids unique, each text at most 50,000
   * characters. {@link nothingNew} when nothing changed. Throws `ReadError` when an answer that it
   * needs failed or has another format; never for one bad comment.
   */
  readonly read: (ref: Ref, answers: readonly SourceAnswer[]) => SourceStep<CommentPage>;
}

/** A comment source whose ref is checked when it is used. */
export type CommentSource = SourceDefinition<unknown>;

export function commentSource<Ref>(source: SourceDefinition<Ref>): CommentSource {
  return {
    ...source,
    read: (stored, answers) => {
      const ref = source.ref.safeParse(stored);
      if (!ref.success) {
        throw new ReadError(
          `What is stored of this discussion's comments is not what the source "${source.name}" needs. Restore a backup of the database, or use the version of Wirethread that wrote it.`,
          { cause: ref.error },
        );
      }
      return source.read(ref.data, answers);
    },
  };
}

/** What a source reads when its documents have not changed: nothing that could delete or close. */
export const nothingNew: CommentPage = {
  complete: false,
  closed: 'unknown',
  closingSentence: null,
  total: null,
  comments: [],
};

/** The requests that have no answer yet. */
export function unanswered(
  requests: readonly SourceRequest[],
  answers: readonly SourceAnswer[],
): SourceRequest[] {
  return requests.filter(({ url }) => !answers.some((answer) => answer.url === url));
}

/** What `read` makes of the one document that a source needs; {@link nothingNew} when it has not changed. */
export function oneDocument(
  request: SourceRequest,
  answers: readonly SourceAnswer[],
  read: (document: FetchedDocument) => CommentPage,
): SourceStep<CommentPage> {
  const ask = unanswered([request], answers);
  if (ask.length > 0) return { ask };
  const document = documentAt(request.url, answers);
  return { done: document ? read(document) : nothingNew };
}

/** With the first requests, within the twenty of a look. */
const mostAskedAgain = 8;

/**
 * The documents of several addresses that belong together, in their order: `null` when none of them
 * has changed. When only some have, the others are asked for once more, without
 * conditions, unless they are too many for one look.
 * @throws ReadError when one failed
 */
export function documentsTogether(
  requests: readonly SourceRequest[],
  answers: readonly SourceAnswer[],
): SourceStep<FetchedDocument[] | null> {
  const ask = unanswered(requests, answers);
  if (ask.length > 0) return { ask };
  const documents = requests.map(({ url }) => documentAt(url, answers));
  if (documents.every((document) => document === null)) return { done: null };
  const missing = requests.filter((_, index) => documents[index] === null);
  if (missing.length > mostAskedAgain) return { done: null };
  if (missing.length > 0) {
    const ask = missing.map((request) => {
      const { everyLooks: _, ...asked } = request;
      return { ...asked, unconditional: true };
    });
    return { ask };
  }
  return { done: documents.filter((document) => document !== null) };
}

/** The document at an address; `null` when it has not changed. @throws ReadError when it failed */
export function documentAt(url: string, answers: readonly SourceAnswer[]): FetchedDocument | null {
  const answer = answers.find((candidate) => candidate.url === url);
  if (!answer || answer.kind === 'unchanged') return null;
  if (answer.kind === 'failed') throw new ReadError(answer.message);
  return answer;
}

export const mostComments = 5_000;
export const longestText = 50_000;

/** How seldom it is asked whether a discussion is closed: comments written meanwhile are mirrored all the same. */
export const looksForStatus = 15;
