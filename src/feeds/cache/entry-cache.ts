import { Buffer } from 'node:buffer';
import type { FeedStory } from '../../core/story/story.ts';
import type { Extent } from '../tree/entry-reader.ts';
import type { WrittenStory } from '../entry/feed-item.ts';

/** An entry that was read before. */
export interface Told {
  /** What is compared between the stories of a document; the rest is empty. */
  written: WrittenStory;
  /** Frozen, with all that is in it. */
  story: FeedStory;
  /** What the feed said of itself that shows in the story: other words there, another story. */
  about: string;
}

/** How much is remembered at most; half of it is forgotten at a time. */
export interface MemoryLimits {
  stories: number;
  /** UTF-16 units of markup and stories together. */
  units: number;
}

interface Remembered extends Told {
  markup: string;
  /** In units, of all that is kept. */
  weight: number;
}

interface Generation {
  /** By surroundings, then by the beginning of the markup. */
  shelves: Map<string, Map<string, Remembered[]>>;
  stories: number;
  units: number;
}

/** Entries are looked up by this much of their beginning; shorter ones are not remembered. */
const prefixLength = 120;
/** Of entries that begin alike so many are remembered: what is compared stays linear. */
const mostAlike = 4;
const longestMarkup = 64 * 1024;
const usualLimits: MemoryLimits = { stories: 20_000, units: 16 * 1024 * 1024 };

/**
 * The stories read of late, by the markup they were read from, so that a feed that changed by one
 * story is not mapped whole. A remembered entry is found by comparing all of its markup: what is
 * told of it is what reading it again would tell. Bounded by count and by length; what was not
 * asked for since half the memory was filled is forgotten first.
 */
export class StoryMemory {
  private readonly limits: MemoryLimits;
  private young = newGeneration();
  private old = newGeneration();

  constructor(limits = usualLimits) {
    this.limits = limits;
  }

  get stories(): number {
    return this.young.stories + this.old.stories;
  }

  get units(): number {
    return this.young.units + this.old.units;
  }

  /** The entry that begins at `start`, if it was read in the same surroundings, and where it ends. */
  recalled(document: string, start: number, surroundings: string): (Told & { end: number }) | null {
    const young = this.young.shelves.get(surroundings);
    const old = this.old.shelves.get(surroundings);
    if (!young && !old) return null;
    const prefix = document.slice(start, start + prefixLength);
    const recent = equalAt(document, start, young?.get(prefix));
    const found = recent ?? equalAt(document, start, old?.get(prefix));
    if (!found) return null;
    if (!recent) this.keep(found, surroundings);
    const { written, story, about, markup } = found;
    return { written, story, about, end: start + markup.length };
  }

  /** Copies what it keeps: no string of it holds on to the document. */
  remember(document: string, extent: Extent, { written, story, about }: Told): void {
    const { start, end, surroundings } = extent;
    if (end - start < prefixLength || end - start > longestMarkup) return;
    const compared = { ...written, leads: [], bylines: [], topics: [], photo: null };
    const told = JSON.stringify({ written: compared, story, about });
    const weight = end - start + told.length;
    const markup = ownCopy(document.slice(start, end));
    this.keep({ ...frozen(JSON.parse(told) as Told), markup, weight }, surroundings);
  }

  private keep(remembered: Remembered, surroundings: string): void {
    const { stories, units } = this.limits;
    const { weight } = remembered;
    if (this.young.stories >= stories / 2 || this.young.units + weight > units / 2) {
      this.old = this.young;
      this.young = newGeneration();
    }
    const { young } = this;
    const shelf = young.shelves.get(surroundings) ?? new Map<string, Remembered[]>();
    if (shelf.size === 0) young.shelves.set(surroundings, shelf);
    const prefix = remembered.markup.slice(0, prefixLength);
    const alike = shelf.get(prefix) ?? [];
    if (alike.length === 0) shelf.set(prefix, alike);
    alike.unshift(remembered);
    young.stories += 1;
    young.units += weight;
    const forgotten = alike.length > mostAlike ? alike.pop() : undefined;
    if (!forgotten) return;
    young.stories -= 1;
    young.units -= forgotten.weight;
  }
}

function newGeneration(): Generation {
  return { shelves: new Map(), stories: 0, units: 0 };
}

function equalAt(
  document: string,
  start: number,
  alike: readonly Remembered[] | undefined,
): Remembered | null {
  if (alike === undefined) return null;
  for (const remembered of alike) {
    const { markup } = remembered;
    // Equal strings are compared at once, which `startsWith` does letter by letter.
    if (document.slice(start, start + markup.length) === markup) return remembered;
  }
  return null;
}

/** A string of its own, not a part of another one, in half the memory where it can be. */
function ownCopy(text: string): string {
  const narrow = Buffer.from(text, 'latin1').toString('latin1');
  return narrow === text ? narrow : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Frozen with all that is in it: no deeper than a story is. */
function frozen<T>(told: T): T {
  if (typeof told !== 'object' || told === null || Object.isFrozen(told)) return told;
  for (const part of Object.values(told)) frozen(part);
  return Object.freeze(told);
}
