import type { Dateline } from '../../core/story/story.ts';

/** A lead split into its dateline and its text. */
export interface DatedLead {
  dateline: Dateline;
  /** The lead without its dateline. */
  rest: string;
}
