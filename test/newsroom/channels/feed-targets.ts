import { afterEach } from 'vitest';
import type { SubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { openNewsroom, type People, words } from '../../commands/people.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';

// A newsroom without feeds, to which the owner adds one by command.

export let people: People;

/** Closes the newsroom after each test of the calling file. */
export function usePeople(): void {
  afterEach(() => people.close());
}

export const story = aStory({ comments: threeComments });
export const headline = 'Harbour board puts off its ruling on the new pier';

export async function open(stories = [story]): Promise<void> {
  people = await openNewsroom({ edition: anEdition(...stories), feedUrls: () => [] });
}

/** Adds the newspaper's feed to a channel; the bot's answer. */
export const add = (channel: string, options: Record<string, string | number | boolean> = {}) =>
  words(people.owner.run('/feed add', { url: people.paper.feedUrl, channel, ...options }));

/** Changes the settings of the channel's subscription. */
export async function subscribed(channelId: string, change: Partial<SubscriptionSettings> = {}) {
  const { feeds } = people.bot.ports.store;
  const all = await feeds.listSubscriptionsIn(people.guildId);
  const one = all.find((subscription) => subscription.channelId === channelId);
  if (!one) throw new Error('the feed is in the channel');
  await feeds.saveSubscription({ ...one, settings: { ...one.settings, ...change } });
  return one;
}

export const messages = (thread: string | undefined) =>
  people.discord.messages(thread ?? '').filter(({ type }) => type === 0 || type === 19);
export const alerts = () => messages(people.moderatorsChannel).map(({ content }) => content);
