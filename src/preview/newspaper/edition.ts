import type { PhotoName } from './photos.ts';

/**
 * The script of a newspaper's day as plain data. Every `at` is in milliseconds from the moment the
 * paper starts; negative offsets lie before it.
 */
export interface Edition {
  readonly paper: Paper;
  readonly stories: readonly StoryScript[];
  /** What `publish()` takes from, first to last, and then again from the first. */
  readonly stock: readonly StoryDraft[];
}

export interface Paper {
  readonly name: string;
  readonly motto: string;
  readonly town: string;
  /** IANA zone in which every date on a page is written, with its abbreviation ("EST", "EDT"). */
  readonly zone: string;
  /** The domain in `tag:` identifiers of stories and comments. */
  readonly domain: string;
  /** RSS `ttl`. 0 lets a reader poll as often as it likes, which the demo needs. */
  readonly ttlMinutes: number;
  readonly storiesPerFeed: number;
  /** Comment feeds show the newest so many; the article page shows all. */
  readonly commentsPerFeed: number;
  readonly commentPolicy: string;
  readonly houseRules: readonly string[];
  /** Replaces the comment form, unless the story has a closing sentence of its own. */
  readonly closingSentence: string;
}

export interface Contributor {
  readonly name: string;
  /** Where they worked from, when that is not the place of the dateline. */
  readonly place?: string;
}

export interface StoryCredits {
  readonly reporting: readonly Contributor[];
  readonly additionalReporting?: readonly Contributor[];
  readonly writing?: readonly Contributor[];
  readonly editing?: readonly Contributor[];
}

export interface Photo {
  readonly name: PhotoName;
  readonly caption: string;
  readonly photographer: string;
  readonly agency: string;
}

export interface StoryDraft {
  readonly headline: string;
  /** Written in capitals in the dateline. */
  readonly place: string;
  readonly agency: string;
  readonly summary: string;
  readonly credits: StoryCredits;
  readonly photo: Photo | null;
  readonly topics: readonly string[];
  /** Paragraphs of plain text; the first is set behind the dateline. */
  readonly body: readonly string[];
}

/** What a correction of an article changes; what is left out stays. */
export interface Correction extends Partial<Pick<StoryDraft, 'summary' | 'body'>> {
  readonly headline: string;
}

export interface StoryScript extends StoryDraft {
  readonly slug: string;
  readonly at: number;
  readonly corrections: readonly (Correction & { readonly at: number })[];
  readonly comments: readonly CommentScript[];
  /** From then on the paper has neither the story nor its page. */
  readonly withdrawnAt?: number;
  readonly closesAt?: number;
  readonly closingSentence?: string;
  /** Undoes a closing that is not later than it. */
  readonly reopenedAt?: number;
}

export interface CommentScript {
  /** Unique in the edition; letters, digits and hyphens. */
  readonly id: string;
  readonly at: number;
  readonly author: string;
  /** Plain text; an empty line divides paragraphs. */
  readonly text: string;
  readonly inReplyTo?: string;
  readonly edits?: readonly { readonly at: number; readonly text: string }[];
  readonly withdrawnAt?: number;
}
