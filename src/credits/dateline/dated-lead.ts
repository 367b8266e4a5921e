import type { Dateline } from '../../core/story/story.ts';

/** A lead taken apart. */
export interface DatedLead {
  dateline: Dateline;
  /** The lead without its dateline. */
  rest: string;
}
