import type { FeedElement } from './element.ts';

/** Where an entry is in its document, and what else decides how it is read. */
export interface EntryRange {
  /** In UTF-16 units of the document, its tags included. */
  start: number;
  end: number;
  /** Everything in the document around it that its elements depend on. */
  context: string;
}

/** Maps the entries of a document. */
export interface EntryReader<Entry> {
  /** An entry by its elements. The range is `null` where more than its own markup decides them. */
  read(elements: readonly FeedElement[], range: EntryRange | null): Entry | null;
  /** The entry that begins at `start` and where it ends, if its markup was read before. */
  cached: ((start: number, context: string) => { entry: Entry; end: number } | null) | null;
}
