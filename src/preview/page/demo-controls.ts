/** A story of the demo's paper, as the page's controls list it. */
export interface DemoStory {
  readonly slug: string;
  readonly headline: string;
  /** Comments that are online, withdrawn ones left out. */
  readonly comments: number;
  readonly discussion: 'open' | 'closed';
}

export interface DemoStatus {
  /** The demo's clock, epoch milliseconds. */
  readonly now: number;
  /** Newest first. */
  readonly stories: readonly DemoStory[];
}

type Done = void | Promise<void>;

/**
 * The hand of a visitor at the demo's paper and clock. What cannot be done throws an Error whose
 * message the page shows as it is.
 */
export interface DemoControls {
  status(): DemoStatus;
  publish(): Done;
  /** `text` as the visitor wrote it, `null` for words of the demo's own. */
  addComment(slug: string, text: string | null): Done;
  /** Changes the story's newest comment. */
  editComment(slug: string): Done;
  /** Withdraws the story's newest comment. */
  withdrawComment(slug: string): Done;
  closeDiscussion(slug: string): Done;
  /** Forward only. */
  turnClock(ms: number): Done;
}
