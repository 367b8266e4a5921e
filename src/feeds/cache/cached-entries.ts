import type { FeedStory } from '../../core/story/story.ts';
import { writtenStory } from '../entry/entry.ts';
import type { EntryReader, Extent } from '../tree/entry-reader.ts';
import type { FeedElement } from '../tree/element.ts';
import type { PhotoCredits } from '../entry/photo.ts';
import type { StoryMemory, Told } from './entry-cache.ts';
import type { WrittenStory } from '../entry/feed-item.ts';

/** An entry as it was read just now, or as it was told before. */
interface Entry {
  written: WrittenStory;
  extent: Extent | null;
  told: Told | null;
}

/** The entries of one document: read, or recalled from what other documents held. */
export class Entries implements EntryReader<Entry> {
  /** Something was recalled that was told of a feed which said other things of itself. */
  isToldOtherwise = false;
  readonly recalled: EntryReader<Entry>['recalled'];
  private readonly document: string;
  private readonly memory: StoryMemory | null;
  private readonly photoCredits: PhotoCredits = new Map();
  private readonly origins = new Map<WrittenStory, Entry>();
  private about = '';

  /** Without a memory entries are only read; one that does not recall still remembers. */
  constructor(document: string, memory: StoryMemory | null, recalls: boolean) {
    this.document = document;
    this.memory = memory;
    this.recalled = memory && ((...place) => (recalls ? this.recall(memory, ...place) : null));
  }

  read(elements: readonly FeedElement[], extent: Extent | null): Entry | null {
    return unlessUnreadable(() => ({
      written: writtenStory(elements, this.photoCredits),
      extent,
      told: null,
    }));
  }

  /** The stories of the document, once it is known what the feed says of itself. */
  written(entries: readonly Entry[], title: string | null, authors: string[]): WrittenStory[] {
    this.about = this.memory ? JSON.stringify([title, authors]) : '';
    return entries.map((entry) => {
      const { written, told } = entry;
      if (told && told.about !== this.about) this.isToldOtherwise = true;
      const isUnsigned = written.bylines.length === 0 && authors.length > 0;
      const story = isUnsigned ? { ...written, bylines: authors } : written;
      if (this.memory) this.origins.set(story, entry);
      return story;
    });
  }

  told(story: WrittenStory, identity: string): FeedStory | null {
    const told = this.origins.get(story)?.told?.story;
    if (!told) return null;
    return told.identity === identity ? told : Object.freeze({ ...told, identity });
  }

  remember(written: WrittenStory, story: FeedStory): void {
    const extent = this.origins.get(written)?.extent;
    if (extent) this.memory?.remember(this.document, extent, { written, story, about: this.about });
  }

  private recall(
    memory: StoryMemory,
    start: number,
    surroundings: string,
  ): { entry: Entry; end: number } | null {
    const told = memory.recalled(this.document, start, surroundings);
    if (told === null) return null;
    // The stories of a document are told apart as objects, those written twice too.
    return { entry: { written: { ...told.written }, extent: null, told }, end: told.end };
  }
}

/** One story that cannot be read, for whatever reason, must not cost the feed its others. */
export function unlessUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
