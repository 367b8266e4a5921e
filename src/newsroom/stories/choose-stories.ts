import type { Subscription } from '../../core/feed/subscription.ts';
import type { StoryId } from '../../core/ids.ts';
import { hasFilters, matchesFilters } from '../../core/story/filter.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { enrichStories } from '../articles/enrich-story.ts';
import type { Ports } from '../ports.ts';
import { isNewToChannel, type StoryKeys } from './deduplicate.ts';
import { bringsComments } from './twin-comments.ts';

/** Pages are read for this many of the newest stories before filters decide; older ones go without. */
const mostPagesForFilters = 40;

/** What one channel takes from a poll. */
export interface Choice {
  subscription: Subscription;
  /** Oldest first. */
  stories: StoredStory[];
  /** Older stories that pass the filters too, but are over the channel's limit. */
  skipped: StoredStory[];
  /** Those that the channel has by another feed, and for which this one brings comments. */
  twins: StoredStory[];
}

/** Stories with what their article pages add. Each page is read once, for all channels. */
export class StoryPages {
  readonly #ports: Ports;
  readonly #until: UnixMs;
  readonly #signal: AbortSignal;
  readonly #enriched = new Map<StoryId, StoredStory>();

  /** Pages that are not read before `until` stay due. */
  constructor(ports: Ports, until: UnixMs, signal: AbortSignal) {
    this.#ports = ports;
    this.#until = until;
    this.#signal = signal;
  }

  /** The enriched story if its page was read, else the story as given. */
  of(story: StoredStory): StoredStory {
    return this.#enriched.get(story.id) ?? story;
  }

  /** All stories whose pages were asked for. */
  all(): StoredStory[] {
    return [...this.#enriched.values()];
  }

  async read(stories: Iterable<StoredStory>): Promise<void> {
    const unread = [...new Set(stories)].filter(
      ({ id, enrichAttempts }) => enrichAttempts === 0 && !this.#enriched.has(id),
    );
    for (const story of await enrichStories(this.#ports, unread, this.#until, this.#signal)) {
      this.#enriched.set(story.id, story);
    }
  }
}

/**
 * Chooses each channel's stories: new to the channel, passing its filters, and at most as many as
 * its limit. The limit is `firstRun` for the channel's first poll of the feed, `catchUp` later.
 * `offered` gives the candidates for a channel, oldest first.
 */
export async function chooseStories(
  ports: Ports,
  subscriptions: readonly Subscription[],
  offered: (subscription: Subscription) => readonly StoredStory[],
  keys: StoryKeys,
  pages: StoryPages,
): Promise<Choice[]> {
  const candidates = await Promise.all(
    subscriptions.map(async (subscription) => {
      const all = offered(subscription);
      const { added, twins } = await newToChannel(ports, subscription, all, keys);
      return { subscription, stories: subscription.initialised ? added : all, twins };
    }),
  );
  await pages.read(
    candidates.flatMap(({ subscription, stories }) => pagesForFilters(subscription, stories)),
  );
  const choices = candidates.map(({ subscription, stories, twins }) => {
    const { settings, initialised } = subscription;
    const passing = stories.filter((story) =>
      matchesFilters(settings.filters, pages.of(story).story),
    );
    const limit = initialised ? catchUpLimit(subscription) : settings.firstRun;
    const from = Math.max(0, passing.length - limit);
    const skipped = initialised ? passing.slice(0, from) : [];
    const passingTwins = twins.filter(({ story }) => matchesFilters(settings.filters, story));
    return { subscription, stories: passing.slice(from), skipped, twins: passingTwins };
  });
  await pages.read(choices.flatMap(({ stories }) => stories));
  return choices.map((choice) => ({
    ...choice,
    stories: choice.stories.map((story) => pages.of(story)),
  }));
}

/** No limit for a digest: it is one message, however many stories it has. */
function catchUpLimit({ settings }: Subscription): number {
  return settings.digest === null ? settings.catchUp : Infinity;
}

async function newToChannel(
  { store }: Ports,
  subscription: Subscription,
  stories: readonly StoredStory[],
  keys: StoryKeys,
): Promise<{ added: StoredStory[]; twins: StoredStory[] }> {
  const { channelId } = subscription;
  const claims = await store.channelStories.getClaims(channelId, stories.map(keys));
  const added: StoredStory[] = [];
  const twins: StoredStory[] = [];
  for (const story of stories) {
    const key = keys(story);
    const claimantId = claims.get(key);
    if (claimantId === undefined || (await isNewToChannel(store, channelId, story, key))) {
      added.push(story);
    } else if (claimantId !== story.id && bringsComments(subscription, story.story)) {
      twins.push(story);
    }
  }
  return { added, twins };
}

/** The newest stories whose page can decide whether they pass: its authors, topics or summary. */
function pagesForFilters(
  { settings }: Subscription,
  stories: readonly StoredStory[],
): StoredStory[] {
  const { include, exclude } = settings.filters;
  if (!hasFilters(settings.filters)) return [];
  const needsPage = [include, exclude].some(
    ({ topics, authors }) => topics.length + authors.length > 0,
  );
  const nothing = { words: [], topics: [], authors: [] };
  return stories
    .filter(
      ({ story }) =>
        (needsPage || story.summary === null) &&
        matchesFilters({ include: nothing, exclude }, story),
    )
    .slice(-mostPagesForFilters);
}
