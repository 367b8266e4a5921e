import type { FeedElement } from './element.ts';

/** Where an entry stands that reads alike in any document with the same surroundings. */
export interface Extent {
  /** In UTF-16 units of the document, its tags included. */
  start: number;
  end: number;
  /** All of the document around it that its elements depend on. */
  surroundings: string;
}

/** What is made of the entries of a document. */
export interface EntryReader<Entry> {
  /** An entry by its elements; its extent is `null` where its own markup does not decide them. */
  read(elements: readonly FeedElement[], extent: Extent | null): Entry | null;
  /** Asked where an entry may begin: what its markup was read as before, and where it ends. */
  recalled: ((start: number, surroundings: string) => { entry: Entry; end: number } | null) | null;
}
