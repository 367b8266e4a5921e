import { Buffer } from 'node:buffer';
import type { FeedStory } from '../../core/story/story.ts';
import type { EntryRange } from '../tree/entry-reader.ts';
import type { FeedItem } from '../entry/feed-item.ts';

/** An entry that was read before. */
export interface CachedEntry {
  /** The fields that the stories of a document are compared by; the others are empty. */
  item: FeedItem;
  /** Frozen, with everything in it. */
  story: FeedStory;
  /** The feed's title and authors, which the story's credits depend on. */
  feed: string;
}

/** At a limit the older half of the entries is dropped. */
export interface CacheLimits {
  entries: number;
  /** UTF-16 units of markup and stories together. */
  units: number;
}

interface StoredEntry extends CachedEntry {
  markup: string;
  /** Its size in units, markup and story. */
  units: number;
}

interface Generation {
  /** By context, then by the beginning of the markup. */
  byContext: Map<string, Map<string, StoredEntry[]>>;
  entries: number;
  units: number;
}

/** Entries are looked up by this much of their beginning; shorter ones are not stored. */
const prefixLength = 120;
/** At most so many entries with the same beginning are stored: comparing them stays linear. */
const mostAlike = 4;
const longestMarkup = 64 * 1024;
const defaultLimits: CacheLimits = { entries: 20_000, units: 16 * 1024 * 1024 };

/**
 * Stories by the markup that they were read from, so that a feed with one new story is not mapped
 * again as a whole. An entry is found by comparing all of its markup, so it is exactly what reading
 * it again would give. Limited by count and by length. Entries that were not asked for since half
 * the cache was filled are dropped first.
 */
export class EntryCache {
  private readonly limits: CacheLimits;
  private young = newGeneration();
  private old = newGeneration();

  constructor(limits = defaultLimits) {
    this.limits = limits;
  }

  get size(): number {
    return this.young.entries + this.old.entries;
  }

  get units(): number {
    return this.young.units + this.old.units;
  }

  /** The entry that begins at `start`, if it was read in the same context, and where it ends. */
  get(document: string, start: number, context: string): (CachedEntry & { end: number }) | null {
    const young = this.young.byContext.get(context);
    const old = this.old.byContext.get(context);
    if (!young && !old) return null;
    const prefix = document.slice(start, start + prefixLength);
    const recent = equalAt(document, start, young?.get(prefix));
    const found = recent ?? equalAt(document, start, old?.get(prefix));
    if (!found) return null;
    if (!recent) this.add(found, context);
    const { item, story, feed, markup } = found;
    return { item, story, feed, end: start + markup.length };
  }

  /** Stores copies: no string in the cache keeps the document in memory. */
  save(document: string, range: EntryRange, { item, story, feed }: CachedEntry): void {
    const { start, end, context } = range;
    if (end - start < prefixLength || end - start > longestMarkup) return;
    const compared = { ...item, leads: [], bylines: [], topics: [], photo: null };
    const copy = JSON.stringify({ item: compared, story, feed });
    const units = end - start + copy.length;
    const markup = ownCopy(document.slice(start, end));
    this.add({ ...frozen(JSON.parse(copy) as CachedEntry), markup, units }, context);
  }

  private add(entry: StoredEntry, context: string): void {
    const { limits } = this;
    if (
      this.young.entries >= limits.entries / 2 ||
      this.young.units + entry.units > limits.units / 2
    ) {
      this.old = this.young;
      this.young = newGeneration();
    }
    const { young } = this;
    const byPrefix = young.byContext.get(context) ?? new Map<string, StoredEntry[]>();
    if (byPrefix.size === 0) young.byContext.set(context, byPrefix);
    const prefix = entry.markup.slice(0, prefixLength);
    const alike = byPrefix.get(prefix) ?? [];
    if (alike.length === 0) byPrefix.set(prefix, alike);
    alike.unshift(entry);
    young.entries += 1;
    young.units += entry.units;
    const dropped = alike.length > mostAlike ? alike.pop() : undefined;
    if (!dropped) return;
    young.entries -= 1;
    young.units -= dropped.units;
  }
}

function newGeneration(): Generation {
  return { byContext: new Map(), entries: 0, units: 0 };
}

function equalAt(
  document: string,
  start: number,
  alike: readonly StoredEntry[] | undefined,
): StoredEntry | null {
  if (alike === undefined) return null;
  for (const entry of alike) {
    const { markup } = entry;
    // Comparing two strings is much faster than `startsWith`.
    if (document.slice(start, start + markup.length) === markup) return entry;
  }
  return null;
}

/** A string of its own, not a slice of another; one byte a character where that is enough. */
function ownCopy(text: string): string {
  const narrow = Buffer.from(text, 'latin1').toString('latin1');
  return narrow === text ? narrow : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Freezes a value and everything in it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
