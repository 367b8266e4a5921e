import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import type { SeenCall } from '../../../src/preview/discord/calls.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { type Newsroom, type Staging, stageNewsroom } from '../../support/newsroom.ts';
import { untilQuiet } from '../../support/rounds.ts';
import {
  startFeedSite,
  type FeedSite,
  type SiteStory,
  siteStories,
} from '../../support/feed-site.ts';

// What other feed bots get wrong (shared/reference/feeds.md), as far as it concerns publishing.

let site: FeedSite;
let newsroom: Newsroom;
beforeEach(async () => {
  site = await startFeedSite();
});
afterEach(async () => {
  await newsroom.close();
  await site.close();
});

const { signal } = new AbortController();
const pollMs = 11 * minuteMs;
const posting = 'POST /channels/:channel/messages';
const edited = () => newsroom.discord.calls.count('PATCH /channels/:channel/messages/:message');
const own = (channelId?: string) => newsroom.messages(channelId).filter(({ type }) => type === 0);
const titles = () => own().map(({ embeds }) => embeds[0]?.title);
const numbered = (...numbers: number[]) => numbers.map((number) => `Story ${number}`);

async function stage(settings: Staging['settings'] = {}): Promise<void> {
  newsroom = await stageNewsroom({ settings, feedUrls: () => [site.feedUrl] });
  await newsroom.quiet();
}

async function reads(...stories: SiteStory[]): Promise<void> {
  site.print(stories);
  await newsroom.later(pollMs);
}

async function hoursPass(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) await newsroom.later(hourMs);
}

test('fault 1: a repeated guid does not post a story again', async () => {
  await stage({ catchUp: 40 });
  const thirty = siteStories(30);
  await reads(...thirty);
  const twin = { slug: 's31', headline: 'Story 31', at: 5, guid: 's30' };
  await reads(twin, ...thirty);
  await reads(twin, ...thirty);
  expect(own()).toHaveLength(31);
});

test('fault 2: the first story after an empty first poll is posted', async () => {
  await stage();
  await reads(...siteStories(1));
  expect(titles()).toEqual(numbered(1));
});

test('fault 3: stories that Discord fails to accept are posted when it works again', async () => {
  await stage();
  // discord.js itself asks three times more.
  newsroom.discord.faults.failNext(posting, { status: 503, count: 12 });
  await reads(...siteStories(4));
  expect(own().length).toBeLessThan(4);
  await hoursPass(3);
  expect(titles()).toEqual(numbered(1, 2, 3, 4));
});

test('fault 3: a poll whose transaction fails leaves nothing behind, and the next poll posts its stories', async () => {
  await stage();
  site.print(siteStories(3));
  newsroom.clock.advance(pollMs);
  const { ports } = newsroom.bot;
  let fails = true;
  const failing: Ports = {
    ...ports,
    store: {
      ...ports.store,
      transaction: (work) =>
        ports.store.transaction(async (ledger) => {
          const result = await work(ledger);
          if (fails) throw new Error('the disk is full');
          return result;
        }),
    },
  };
  await pollNextFeed(failing, signal).catch(() => {});
  fails = false;
  expect(own()).toHaveLength(0);
  await hoursPass(1);
  expect(titles()).toEqual(numbered(1, 2, 3));
});

test.each([
  ['of 15 minutes', 'user', 900],
  ['for the whole bot', 'global', 1],
] as const)('fault 4: a rate limit %s delays stories and drops none', async (_, scope, seconds) => {
  await stage();
  newsroom.discord.faults.rateLimitNext(posting, seconds, scope);
  await reads(...siteStories(5));
  await hoursPass(2);
  expect(titles()).toEqual(numbered(1, 2, 3, 4, 5));
});

test('fault 5: a changed date posts nothing, and a corrected title edits the message', async () => {
  await stage();
  const [story] = siteStories(1);
  if (!story) throw new Error('there is one');
  await reads(story);
  await reads({ ...story, at: 7 });
  expect([own().length, edited()]).toEqual([1, 0]);
  await reads({ ...story, at: 8, headline: 'Story 1, corrected' });
  expect([titles(), edited()]).toEqual([['Story 1, corrected'], 1]);
});

test('fault 6: a 403 pauses the channel with one alert to the moderators, and all its stories are posted later', async () => {
  await stage();
  const { discord, news, moderatorsChannel } = newsroom;
  const denied = { code: 50013, message: 'Missing Permissions' };
  const inNews = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && path.endsWith(`/channels/${news}/messages`);
  discord.faults.failNext(inNews, { status: 403, body: denied, count: 4 });
  await reads(...siteStories(3));
  await reads({ slug: 's4', headline: 'Story 4', at: 9 }, ...siteStories(3));
  expect(own()).toHaveLength(0);
  await hoursPass(4);
  expect(titles()).toEqual(numbered(1, 2, 3, 4));
  expect(
    own(moderatorsChannel).filter(({ content }) => content.includes(`<#${news}>`)),
  ).toHaveLength(1);
});

test('fault 7: a title with mentions notifies nobody', async () => {
  const bodies: SeenCall['body'][] = [];
  await stage({ catchUp: 2 });
  newsroom.discord.faults.onCall(({ phase, method, path, body }) => {
    const isSent = method === 'POST' || method === 'PATCH';
    if (phase === 'before' && isSent && path.includes('/messages')) bodies.push(body);
  });
  const crying = siteStories(4).map((story) => ({
    ...story,
    headline: `@everyone @here <@&123456789012345678> ${story.headline}`,
    author: '@everyone',
  }));
  await reads(...crying);
  const [newest] = crying;
  if (newest) await reads({ ...newest, summary: '@everyone, it is corrected.' });
  const feeds = newsroom.bot.ports.store.feeds;
  const [declared] = await feeds.listSubscriptionsIn(newsroom.guildId);
  if (!declared) throw new Error('the feed is declared');
  const settings = { ...declared.settings, digest: { every: 'hour' } as const };
  await feeds.saveSubscription({ ...declared, settings });
  await reads({ slug: 's9', headline: '@everyone again', at: 9 });
  await hoursPass(1);
  // Two stories, the word about the rest, an edit, a digest.
  expect(bodies).toHaveLength(5);
  for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  for (const message of own()) {
    expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
  }
});

test('fault 11: the first poll of a feed posts only its newest stories', async () => {
  site.print(siteStories(30));
  await stage({ firstRun: 3 });
  expect(titles()).toEqual(numbered(28, 29, 30));
});

test('fault 11: after a day offline the newest stories are posted in order, after a notice about the skipped ones', async () => {
  site.print(siteStories(1));
  await stage({ catchUp: 10 });
  site.print(siteStories(40));
  await newsroom.later(dayMs);
  const [, word, ...posted] = own();
  expect(word?.content).toContain('**The Harbour Ledger** · 29 older stories');
  const expected = numbered(...Array.from({ length: 10 }, (_, index) => 31 + index));
  expect(posted.map(({ embeds }) => embeds[0]?.title)).toEqual(expected);
  await hoursPass(2);
  expect(own()).toHaveLength(12);
});

test('fault 13: stories are posted oldest first, in whatever order the feed lists them', async () => {
  await stage();
  const [third, second, first] = siteStories(3);
  if (!first || !second || !third) throw new Error('there are three');
  await reads(second, third, first);
  expect(titles()).toEqual(numbered(1, 2, 3));
});

test.each(['story', 'digest'] as const)(
  'fault 14: a bot killed after Discord took a %s and before it was stored posts it once',
  async (kind) => {
    await stage(kind === 'digest' ? { digest: { every: 'hour' } } : {});
    site.print(siteStories(2));
    const { ports } = newsroom.bot;
    let die: () => void = () => {};
    const died = new Promise<void>((resolve) => (die = resolve));
    const mortal: Ports = {
      ...ports,
      discord: {
        ...ports.discord,
        post: async (...call) => {
          await ports.discord.post(...call);
          die();
          return new Promise(() => {});
        },
      },
    };
    newsroom.clock.advance(pollMs);
    const lives = async () => {
      await untilQuiet(mortal, signal);
      newsroom.clock.advance(hourMs);
      await untilQuiet(mortal, signal);
    };
    await Promise.race([lives(), died]);
    expect(own()).toHaveLength(1);
    // Long after the lease and Discord's nonce are forgotten, another life begins.
    await hoursPass(3);
    expect(titles()).toEqual(kind === 'digest' ? ['The Harbour Ledger'] : numbered(1, 2));
  },
);
