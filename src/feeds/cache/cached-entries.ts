import type { FeedStory } from '../../core/story/story.ts';
import { feedItem } from '../entry/entry.ts';
import type { EntryReader, EntryRange } from '../tree/entry-reader.ts';
import type { FeedElement } from '../tree/element.ts';
import type { PhotoCredits } from '../entry/photo.ts';
import type { EntryCache, CachedEntry } from './entry-cache.ts';
import type { FeedItem } from '../entry/feed-item.ts';

/** An entry that was read just now, or one from the cache. */
interface Entry {
  item: FeedItem;
  range: EntryRange | null;
  cached: CachedEntry | null;
}

/** The entries of one document, some of them from the cache. */
export class CachedEntries implements EntryReader<Entry> {
  /** True when a cached entry belongs to a feed with another title or other authors. */
  isStale = false;
  readonly cached: EntryReader<Entry>['cached'];
  private readonly document: string;
  private readonly cache: EntryCache | null;
  private readonly photoCredits: PhotoCredits = new Map();
  private readonly entries = new Map<FeedItem, Entry>();
  private feed = '';

  /** With `reuses` false every entry is read again, and saved. */
  constructor(document: string, cache: EntryCache | null, reuses: boolean) {
    this.document = document;
    this.cache = cache;
    this.cached = cache && ((...place) => (reuses ? this.find(cache, ...place) : null));
  }

  read(elements: readonly FeedElement[], range: EntryRange | null): Entry | null {
    return unlessUnreadable(() => ({
      item: feedItem(elements, this.photoCredits),
      range,
      cached: null,
    }));
  }

  /** The items of the document, once the feed's own title and authors were read. */
  items(entries: readonly Entry[], title: string | null, authors: string[]): FeedItem[] {
    this.feed = this.cache ? JSON.stringify([title, authors]) : '';
    return entries.map((entry) => {
      const { item, cached } = entry;
      if (cached && cached.feed !== this.feed) this.isStale = true;
      const isUnsigned = item.bylines.length === 0 && authors.length > 0;
      const signed = isUnsigned ? { ...item, bylines: authors } : item;
      if (this.cache) this.entries.set(signed, entry);
      return signed;
    });
  }

  /** The story that was read from this item before, frozen. */
  story(item: FeedItem, identity: string): FeedStory | null {
    const story = this.entries.get(item)?.cached?.story;
    if (!story) return null;
    return story.identity === identity ? story : Object.freeze({ ...story, identity });
  }

  save(item: FeedItem, story: FeedStory): void {
    const range = this.entries.get(item)?.range;
    if (range) this.cache?.save(this.document, range, { item, story, feed: this.feed });
  }

  private find(
    cache: EntryCache,
    start: number,
    context: string,
  ): { entry: Entry; end: number } | null {
    const cached = cache.get(this.document, start, context);
    if (cached === null) return null;
    // Items are compared as objects, so an entry that stands twice in the document needs two.
    return { entry: { item: { ...cached.item }, range: null, cached }, end: cached.end };
  }
}

/** `null` when reading throws: one bad story must not cost the feed its others. */
export function unlessUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
