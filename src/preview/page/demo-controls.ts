/** A story of the demo's paper, as the page's controls list it. */
export interface DemoStory {
  readonly slug: string;
  readonly headline: string;
  /** Its paragraphs, an empty line between two of them. */
  readonly text: string;
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

/** A story as the visitor wrote it. Of the other fields, empty ones are filled in by the demo. */
export interface WrittenStory {
  readonly headline: string;
  /** An empty line begins a new paragraph. */
  readonly text: string;
  readonly author: string;
  readonly place: string;
  /** Divided by commas. */
  readonly topics: string;
}

type Done = void | Promise<void>;

/**
 * The hand of a visitor at the demo's paper and clock. What cannot be done throws an Error whose
 * message the page shows as it is.
 */
export interface DemoControls {
  /** The name of the reader who reports by himself. */
  readonly reporter: string;
  status(): DemoStatus;
  /** `null` for a story of the demo's own. Gives its slug. */
  publish(story: WrittenStory | null): string;
  correctStory(slug: string, story: Pick<WrittenStory, 'headline' | 'text'>): Done;
  /** Takes the story and its page away. */
  withdrawStory(slug: string): Done;
  /** `text` as the visitor wrote it, `null` for words of the demo's own. */
  addComment(slug: string, text: string | null): Done;
  /** Changes the story's newest comment. */
  editComment(slug: string): Done;
  /** Withdraws the story's newest comment. */
  withdrawComment(slug: string): Done;
  closeDiscussion(slug: string): Done;
  reopenDiscussion(slug: string): Done;
  /** Forward only. */
  turnClock(ms: number): Done;
}
