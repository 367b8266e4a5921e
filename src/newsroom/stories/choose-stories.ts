import type { Subscription } from '../../core/feed/subscription.ts';
import type { StoryId } from '../../core/ids.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { hasFilters, matchesFilters } from '../../core/story/filter.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { enrichStories } from '../articles/enrich-story.ts';
import type { Ports } from '../ports.ts';
import { isNewToChannel, type StoryKeys } from './deduplicate.ts';

/** So many of a reading's newest stories are judged with their pages read, the rest without. */
const mostJudgedByPage = 40;

/** What one channel takes of a reading. */
export interface Choice {
  subscription: Subscription;
  /** Oldest first. */
  stories: StoredStory[];
  /** Older ones that fitted, and were more than the channel takes at once. */
  leftOut: StoredStory[];
}

/** Stories as they come to be known: their pages are read once, however many channels ask. */
export class StoryPages {
  readonly #ports: Ports;
  readonly #until: UnixMs;
  readonly #signal: AbortSignal;
  readonly #whole = new Map<StoryId, StoredStory>();

  /** Pages are read until then; the rest stay due. */
  constructor(ports: Ports, until: UnixMs, signal: AbortSignal) {
    this.#ports = ports;
    this.#until = until;
    this.#signal = signal;
  }

  of(story: StoredStory): StoredStory {
    return this.#whole.get(story.id) ?? story;
  }

  /** All whose page was to be read. */
  all(): StoredStory[] {
    return [...this.#whole.values()];
  }

  async read(stories: Iterable<StoredStory>): Promise<void> {
    const unread = [...new Set(stories)].filter(
      ({ id, enrichAttempts }) => enrichAttempts === 0 && !this.#whole.has(id),
    );
    for (const story of await enrichStories(this.#ports, unread, this.#until, this.#signal)) {
      this.#whole.set(story.id, story);
    }
  }
}

/**
 * Which of its stories each channel takes: those it was not told before that pass its filters;
 * the newest few of a feed that it reads for the first time, else as many as it takes at once.
 * `offered` gives what is new to a channel, oldest first.
 */
export async function chooseStories(
  ports: Ports,
  subscriptions: readonly Subscription[],
  offered: (subscription: Subscription) => readonly StoredStory[],
  keys: StoryKeys,
  whole: StoryPages,
): Promise<Choice[]> {
  const offers = await Promise.all(
    subscriptions.map(async (subscription) => ({
      subscription,
      stories: subscription.initialised
        ? await untold(ports, subscription, offered(subscription), keys)
        : offered(subscription),
    })),
  );
  await whole.read(offers.flatMap(({ subscription, stories }) => toJudge(subscription, stories)));
  const chosen = offers.map(({ subscription, stories }) => {
    const { settings, initialised } = subscription;
    const fitting = stories.filter((story) =>
      matchesFilters(settings.filters, whole.of(story).story),
    );
    const most = initialised ? mostAtOnce(subscription) : settings.firstRun;
    const from = Math.max(0, fitting.length - most);
    const leftOut = initialised ? fitting.slice(0, from) : [];
    return { subscription, stories: fitting.slice(from), leftOut };
  });
  await whole.read(chosen.flatMap(({ stories }) => stories));
  return chosen.map((choice) => ({
    ...choice,
    stories: choice.stories.map((story) => whole.of(story)),
  }));
}

/** A digest is one message, however many stories it tells. */
function mostAtOnce({ settings }: Subscription): number {
  return settings.digest === null ? settings.catchUp : Infinity;
}

async function untold(
  { store }: Ports,
  { channelId }: Subscription,
  stories: readonly StoredStory[],
  keys: StoryKeys,
): Promise<StoredStory[]> {
  const held = await store.channelStories.getClaims(channelId, stories.map(keys));
  const still: StoredStory[] = [];
  for (const story of stories) {
    const key = keys(story);
    if (!held.has(key) || (await isNewToChannel(store, channelId, story, key))) still.push(story);
  }
  return still;
}

/** The newest whose page may yet decide whether they fit: by whom, by what about, by a summary. */
function toJudge({ settings }: Subscription, stories: readonly StoredStory[]): StoredStory[] {
  const { include, exclude } = settings.filters;
  if (!hasFilters(settings.filters)) return [];
  const asksPage = [include, exclude].some(
    ({ topics, authors }) => topics.length + authors.length > 0,
  );
  const nothing = { words: [], topics: [], authors: [] };
  return stories
    .filter(
      ({ story }) =>
        (asksPage || story.summary === null) &&
        matchesFilters({ include: nothing, exclude }, story),
    )
    .slice(-mostJudgedByPage);
}
