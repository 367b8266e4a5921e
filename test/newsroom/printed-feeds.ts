import { createHash } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { startFeedSite, type FeedSite, type SiteStory, siteStories } from '../support/feed-site.ts';
import { type Newsroom, type Staging, startOfDay, stageNewsroom } from '../support/newsroom.ts';
import { headlineIn } from '../support/headline.ts';

// A newsroom whose two feeds contain the stories that a test prints.

export let site: FeedSite;
export let newsroom: Newsroom;

/** Starts the site before each test of the calling file, and closes both after it. */
export function usePrintedFeeds(): void {
  beforeEach(async () => {
    site = await startFeedSite();
  });
  afterEach(async () => {
    await newsroom.close();
    await site.close();
  });
}

export async function openNewsroom(
  staging: Omit<Staging, 'feedUrls'> = {},
  both = false,
): Promise<void> {
  newsroom = await stageNewsroom({
    ...staging,
    feedUrls: () => (both ? [site.feedUrl, site.secondFeedUrl] : [site.feedUrl]),
  });
}

/** Opens it with its first feed and polls that once. */
export async function openAndPoll(
  settings: Staging['settings'] = {},
  startAt = at(9),
): Promise<void> {
  await openNewsroom({ settings, startAt });
  await newsroom.quiet();
}

export const pollMs = 11 * minuteMs;
export const posting = 'POST /channels/:channel/messages';

export const ferry: SiteStory = {
  slug: 'ferry',
  headline: 'Ferry returns',
  at: 1,
  summary: 'At last.',
};
export const lamp: SiteStory = { slug: 'lamp', headline: 'Lamp mended', at: 2 };

/** The messages that the channel got, without Discord's own. */
export const own = (channelId?: string) =>
  newsroom.messages(channelId).filter(({ type }) => type === 0);
export const titles = () => own().map(headlineIn);
export const numbered = (...numbers: number[]) => numbers.map((number) => `Story ${number}`);
/** How often the bot tried to edit a message. */
export const edits = () =>
  newsroom.discord.calls.count('PATCH /channels/:channel/messages/:message');

/** The next poll finds these stories. */
export async function reads(...stories: SiteStory[]): Promise<void> {
  site.print(stories);
  await newsroom.later(pollMs);
}

/** An instant by its hour (UTC) of the newsroom's first day, which begins at nine. */
export const at = (hour: number) => startOfDay + (hour - 9) * hourMs;

export async function until(instant: number): Promise<void> {
  await newsroom.later(instant - newsroom.clock.now());
}

export async function hoursPass(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) await newsroom.later(hourMs);
}

/** The first subscription of the server. */
export async function declared() {
  const [found] = await newsroom.bot.ports.store.feeds.listSubscriptionsIn(newsroom.guildId);
  if (!found) throw new Error('the feed is declared');
  return found;
}

export async function set(change: Partial<SubscriptionSettings>): Promise<void> {
  const before = await declared();
  const settings = { ...before.settings, ...change };
  const { store, clock } = newsroom.bot.ports;
  await store.feeds.saveSubscription({ ...before, settings });
  await store.deliveries.dueNow(before.channelId, clock.now());
}

/** The identity that the feed reader derives from a guid. */
const identityOf = (guid: string) =>
  createHash('sha256').update(`guid\n${guid}`).digest('hex').slice(0, 32);

/** The stored ones of `ferry` and four `siteStories`. */
export async function storedStories() {
  const { feedId } = await declared();
  const guids = [...siteStories(4), ferry].map(({ slug }) => identityOf(slug));
  return newsroom.bot.ports.store.feeds.listStories(feedId, guids);
}
