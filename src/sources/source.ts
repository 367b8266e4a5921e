import type { CommentPage } from '../core/discussion/comment.ts';
import type { SourceAddress } from '../core/discussion/discussion.ts';
import type { CommentSettings } from '../core/feed/subscription.ts';
import type { Story } from '../core/story/story.ts';

/** A channel's settings of where its comments are. */
export type SourceSettings = Pick<CommentSettings, 'source' | 'selectors'>;

/** A fetched document; `url` is where redirects ended. */
export interface FetchedDocument {
  body: Uint8Array;
  contentType: string | null;
  url: string;
}

/** One comment system. A source does no I/O: the caller fetches the document. */
export interface CommentSource {
  readonly name: SourceAddress['source'];
  /** The address of a story's comments; `null` when this source does not apply. */
  find: (story: Story, settings: SourceSettings) => SourceAddress | null;
  /**
   * The comments of a document, in its order, at most 5,000, ids unique, each text at most 50,000
   * characters. Throws `ReadError` when the document has another format; never for one bad comment.
   */
  read: (address: SourceAddress, document: FetchedDocument) => CommentPage;
}

export const mostComments = 5_000;
export const longestText = 50_000;
