import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Filters } from '../../../src/core/feed/channel-options.ts';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { type Newsroom, type Staging, stageNewsroom } from '../../support/newsroom.ts';
import {
  startFeedSite,
  type FeedSite,
  type SiteStory,
  siteStories,
} from '../../support/feed-site.ts';

let site: FeedSite;
let newsroom: Newsroom;
beforeEach(async () => {
  site = await startFeedSite();
});
afterEach(async () => {
  await newsroom.close();
  await site.close();
});

/** As `readFeed` makes it of a guid. */
const identityOf = (guid: string) =>
  createHash('sha256').update(`guid\n${guid}`).digest('hex').slice(0, 32);

const pollMs = 11 * minuteMs;
const own = () => newsroom.messages().filter(({ type }) => type === 0);
const titles = () => own().map(({ embeds }) => embeds[0]?.title);
const shown = (index = 0) => own()[index]?.embeds[0];
const edits = () => newsroom.discord.calls.count('PATCH /channels/:channel/messages/:message', 200);

async function stage(staging: Omit<Staging, 'feedUrls'> = {}, both = false): Promise<void> {
  newsroom = await stageNewsroom({
    ...staging,
    feedUrls: () => (both ? [site.feedUrl, site.secondFeedUrl] : [site.feedUrl]),
  });
}

/** All that the feed ever told. */
async function storedStories() {
  const { feeds } = newsroom.bot.ports.store;
  const [subscription] = await feeds.listSubscriptionsIn(newsroom.guildId);
  if (!subscription) throw new Error('the feed is declared');
  const guids = [...siteStories(4), ferry].map(({ slug }) => identityOf(slug));
  return feeds.listStories(subscription.feedId, guids);
}

/** The next reading finds these. */
async function reads(...stories: SiteStory[]): Promise<void> {
  site.print(stories);
  await newsroom.later(pollMs);
}

const ferry: SiteStory = { slug: 'ferry', headline: 'Ferry returns', at: 1, summary: 'At last.' };
const lamp: SiteStory = { slug: 'lamp', headline: 'Lamp mended', at: 2 };

describe('filters', () => {
  test('a channel gets the stories that its filters accept, judged by feed and article page', async () => {
    const filters = Filters.parse({ include: { topics: ['harbour'] } });
    await stage({ settings: { filters } });
    await newsroom.quiet();
    const meta = '<meta property="article:tag" content="Harbour">';
    const written = '<meta property="og:type" content="article"><title>Lamp</title>';
    site.writePage('lamp', `<!doctype html><head>${written}${meta}</head><p>x</p>`);
    await reads({ slug: 'tram', headline: 'Tram stops' }, lamp, { ...ferry, topics: ['Harbour'] });
    expect(titles()).toEqual(['Ferry returns', 'Lamp mended']);
  });

  test('a story excluded by a filter is not posted when its headline is corrected', async () => {
    await stage({ settings: { filters: Filters.parse({ exclude: { words: ['ferry'] } }) } });
    await newsroom.quiet();
    await reads(ferry, lamp);
    await reads({ ...ferry, headline: 'Boat returns' }, lamp);
    expect(titles()).toEqual(['Lamp mended']);
  });

  test('the first poll counts only stories that the filters accept', async () => {
    site.print([
      { slug: 'tram', headline: 'Tram stops', at: 3 },
      lamp,
      { slug: 'bus', headline: 'Bus stops', at: 1 },
      { slug: 'lamp-2', headline: 'Another lamp mended', at: 0 },
    ]);
    const filters = Filters.parse({ include: { words: ['lamp'] } });
    await stage({ settings: { firstRun: 2, filters } });
    await newsroom.quiet();
    expect(titles()).toEqual(['Another lamp mended', 'Lamp mended']);
  });

  test('an article page that fails is not fetched again for a story that no channel accepts', async () => {
    await stage({ settings: { filters: Filters.parse({ include: { topics: ['harbour'] } }) } });
    await newsroom.quiet();
    site.takeDown('ferry', 503);
    await reads(ferry);
    for (let poll = 0; poll < 5; poll += 1) await newsroom.later(pollMs);
    expect(site.requests('ferry')).toBe(1);
  });

  test('an article page is not fetched when the filter needs only the text of the feed', async () => {
    await stage({ settings: { filters: Filters.parse({ include: { words: ['tram'] } }) } });
    await newsroom.quiet();
    await reads(ferry);
    expect(site.requests('ferry')).toBe(0);
  });

  test('an article page is not fetched when the text of the feed already excludes the story', async () => {
    await stage({
      settings: { filters: Filters.parse({ exclude: { words: ['ferry'], topics: ['Sport'] } }) },
    });
    await newsroom.quiet();
    await reads(ferry);
    expect(site.requests('ferry')).toBe(0);
  });
});

describe('the same story in two feeds of a channel', () => {
  test('a story in two feeds of a channel is posted once, and only the feed that brought it edits it', async () => {
    await stage({}, true);
    await newsroom.quiet();
    await reads(ferry);
    const link = `${site.pageUrl('ferry')}/?utm_source=b`;
    site.print([{ ...ferry, guid: 'other', link }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toEqual(['Ferry returns']);
    expect(site.requests('ferry')).toBe(1);

    site.print([{ ...ferry, guid: 'other', headline: 'Ferry is back' }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toEqual(['Ferry returns']);
    await reads({ ...ferry, headline: 'Ferry returned' });
    expect(titles()).toEqual(['Ferry returned']);
  });

  test('a story in two feeds of a channel is posted once when both are polled for the first time', async () => {
    site.print([ferry]);
    site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
    await stage({}, true);
    await newsroom.quiet();
    expect(titles()).toEqual(['Ferry returns']);
  });

  test('a story without an address in two feeds counts as two stories', async () => {
    await stage({}, true);
    await newsroom.quiet();
    site.print([{ ...ferry, link: null }]);
    site.print([{ ...ferry, link: null }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toHaveLength(2);
  });

  test('a story in two feeds is posted by the second when the first was removed before posting it', async () => {
    await stage({}, true);
    await newsroom.quiet();
    const { news, discord, bot, guildId } = newsroom;
    discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 3600);
    await reads(ferry);
    const known = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
    const first = known.find(({ url }) => url === site.feedUrl);
    await bot.ports.store.feeds.deleteSubscription(first?.id ?? '');
    for (let round = 0; round < 6; round += 1) await newsroom.later(pollMs);
    site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toEqual(['Ferry returns']);
  });

  test.each([
    ['removed the first feed while the story waited', false],
    ['removed the first feed while the story waited and added it again', true],
  ])('a story in two feeds is posted once when the channel %s', async (_, again) => {
    await stage({}, true);
    await newsroom.quiet();
    const { news, discord, bot, guildId } = newsroom;
    discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 3600);
    await reads(ferry);
    const known = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
    const first = known.find(({ url }) => url === site.feedUrl);
    if (!first) throw new Error('the feed is declared');
    await bot.ports.store.feeds.deleteSubscription(first.id);
    site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    const anew = { ...first, initialised: false };
    if (again) await bot.ports.store.feeds.addSubscription(anew, newsroom.clock.now());
    for (let round = 0; round < 6; round += 1) await newsroom.later(pollMs);
    expect(titles()).toEqual(['Ferry returns']);
  });

  test('a story in two feeds is posted by the second when the digest of the first is never posted', async () => {
    await stage({ settings: { digest: { every: 'day', at: 600, zone: 'UTC' } } }, true);
    await newsroom.quiet();
    await newsroom.later(2 * 60 * minuteMs);
    await reads(ferry);
    const { feeds } = newsroom.bot.ports.store;
    for (const subscription of await feeds.listSubscriptionsIn(newsroom.guildId)) {
      const { id, url, settings } = subscription;
      if (url === site.feedUrl) await feeds.deleteSubscription(id);
      else {
        await feeds.saveSubscription({
          ...subscription,
          settings: { ...settings, digest: null },
        });
      }
    }
    site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    await newsroom.later(dayMs);
    expect(titles()).toEqual(['Ferry returns']);
  });

  test('a story is posted again by another feed after the 90 days of deduplication', async () => {
    await stage({}, true);
    await newsroom.quiet();
    await reads(ferry);
    await newsroom.later(91 * dayMs);
    site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toHaveLength(2);
  });
});

describe('several stories of one feed at one address', () => {
  const entry = (guid: string, headline: string): SiteStory => ({ slug: 'live', guid, headline });

  test('stories at one address are all posted when their headlines differ, as in a live blog', async () => {
    await stage();
    await newsroom.quiet();
    await reads(entry('a', 'Ferry sighted'));
    await reads(entry('b', 'Ferry moors'), entry('a', 'Ferry sighted'));
    await reads(entry('d', 'Crowd cheers'), entry('c', 'Mayor speaks'));
    expect(titles()).toEqual(['Ferry sighted', 'Ferry moors', 'Mayor speaks', 'Crowd cheers']);
  });

  test('stories at one address with the same headline are posted once', async () => {
    await stage();
    await newsroom.quiet();
    await reads(entry('a', 'Ferry sighted'), entry('b', 'Ferry  sighted'));
    await reads(entry('c', 'Ferry sighted'));
    expect(titles()).toHaveLength(1);
  });
});

describe('after a long absence', () => {
  test('after an absence the newest stories are posted, oldest first, after one notice about the skipped ones', async () => {
    await stage({ settings: { catchUp: 3 } });
    await newsroom.quiet();
    await reads(...siteStories(5));
    const [word, ...posted] = own();
    expect(word?.content).toContain('**The Harbour Ledger** · 2 older stories were skipped');
    expect(word?.content).toContain(`<${site.url}/>`);
    expect(posted.map(({ embeds }) => embeds[0]?.title)).toEqual(['Story 3', 'Story 4', 'Story 5']);
    await reads(...siteStories(5));
    expect(own()).toHaveLength(4);
  });

  test('a story that another feed already posted does not count towards the catch-up limit', async () => {
    await stage({ settings: { catchUp: 3 } }, true);
    await newsroom.quiet();
    await reads(...siteStories(3));
    const again = siteStories(5).map((story) => ({ ...story, guid: `b-${story.slug}` }));
    site.print(again, site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toEqual(['Story 1', 'Story 2', 'Story 3', 'Story 4', 'Story 5']);
  });

  test('a story that was skipped in one feed is not posted by another feed', async () => {
    await stage({ settings: { catchUp: 3 } }, true);
    await newsroom.quiet();
    await reads(...siteStories(5));
    const again = siteStories(5).map((story) => ({ ...story, guid: `b-${story.slug}` }));
    site.print(again, site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(own()).toHaveLength(4);
  });
});

describe('a correction', () => {
  test('a corrected headline edits the message once and marks it as corrected', async () => {
    await stage();
    await newsroom.quiet();
    await reads(ferry);
    await reads({ ...ferry, headline: 'Ferry returns at noon' });
    expect(titles()).toEqual(['Ferry returns at noon']);
    expect(shown()?.description).toContain('Corrected');
    expect(edits()).toBe(1);
    await reads({ ...ferry, headline: 'Ferry returns at noon' });
    expect(edits()).toBe(1);
  });

  test('a correction does not change the displayed time of publication', async () => {
    await stage();
    await newsroom.quiet();
    await reads(ferry);
    const published = /Published <t:\d+:f>/.exec(shown()?.description ?? '')?.[0];
    await reads({ ...ferry, at: 50, headline: 'Ferry returns at noon' });
    expect(shown()?.description).toContain(published);
  });

  test.each<[string, Partial<SiteStory>]>([
    ['summary', { summary: 'At long last.' }],
    ['credits', { author: 'Ines Okafor' }],
    ['caption', { photo: { url: 'http://127.0.0.1/ferry.jpg', caption: 'The old ferry.' } }],
  ])('a correction of the %s marks the message as corrected', async (_, change) => {
    await stage();
    await newsroom.quiet();
    const before = {
      ...ferry,
      photo: { url: 'http://127.0.0.1/ferry.jpg', caption: 'The ferry.' },
    };
    await reads(before);
    await reads({ ...before, ...change });
    expect(shown()?.description).toContain('Corrected');
  });

  test.each<[string, Partial<SiteStory>, number]>([
    ['a change of dates alone edits nothing', { at: 9 }, 0],
    [
      'a change of quotation marks edits the message without marking it as corrected',
      { summary: 'At last, “they” say.' },
      1,
    ],
    [
      'a change of topics edits the message without marking it as corrected',
      { topics: ['Harbour'] },
      1,
    ],
    [
      'a change of the photo’s size edits nothing',
      { photo: { url: 'http://127.0.0.1/a.jpg?w=9' } },
      0,
    ],
  ])('%s', async (_, change, edited) => {
    await stage();
    await newsroom.quiet();
    const photo = { url: 'http://127.0.0.1/a.jpg' };
    const before = { ...ferry, summary: 'At last, "they" say', photo };
    await reads(before);
    await reads({ ...before, ...change });
    expect(edits()).toBe(edited);
    expect(shown()?.description ?? '').not.toContain('Corrected');
    expect(own()).toHaveLength(1);
  });

  test('a story corrected before it is posted is posted in its new version, not marked as corrected', async () => {
    await stage();
    await newsroom.quiet();
    const { news, discord } = newsroom;
    discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 1800);
    await reads(ferry);
    await reads({ ...ferry, headline: 'Ferry returns at noon' });
    expect(own()).toHaveLength(0);
    await newsroom.later(30 * minuteMs);
    expect(titles()).toEqual(['Ferry returns at noon']);
    expect(shown()?.description ?? '').not.toContain('Corrected');
  });

  test('a headline that changes back and forth is edited at most every 10 minutes, and the last version wins', async () => {
    await stage({ settings: { pollEveryMs: minuteMs } });
    await newsroom.quiet();
    site.print([ferry]);
    await newsroom.later(minuteMs);
    const versions = ['Ferry returned', 'Ferry returns'];
    for (let poll = 0; poll < 31; poll += 1) {
      site.print([{ ...ferry, headline: versions[poll % 2] ?? '' }]);
      await newsroom.later(minuteMs);
    }
    expect(edits()).toBeGreaterThan(0);
    expect(edits()).toBeLessThanOrEqual(4);
    await newsroom.later(10 * minuteMs);
    expect(titles()).toEqual(['Ferry returned']);
  });

  test('a story that a newer Wirethread reads differently is edited but not marked as corrected', async () => {
    await stage();
    await newsroom.quiet();
    await reads(ferry);
    const { store } = newsroom.bot.ports;
    const [known] = await storedStories();
    if (!known) throw new Error('the story is stored');
    await store.feeds.saveStory({ ...known, feedHash: '0:other#' });
    await reads({ ...ferry, summary: 'At last, without the boilerplate.' });
    expect(shown()?.description).toContain('without the boilerplate');
    expect(shown()?.description).not.toContain('Corrected');
  });
});

test('a story that was never posted loses its text after 90 days and is never posted as new', async () => {
  site.print(siteStories(4));
  await stage({ settings: { firstRun: 1 } });
  await newsroom.quiet();
  await reads(...siteStories(4).slice(0, 1));
  await newsroom.later(91 * dayMs);
  const headlines = (await storedStories()).map(({ story }) => story.headline);
  expect(headlines.filter((headline) => headline !== null)).toEqual(['Story 4']);
  expect(headlines).toHaveLength(4);
  await reads(...siteStories(4));
  expect(titles()).toEqual(['Story 4']);
});

test('a feed that is removed and added again posts no story twice', async () => {
  await stage();
  await newsroom.quiet();
  await reads(...siteStories(2));
  const { bot, guildId, moderator, news } = newsroom;
  const [declared] = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
  if (!declared) throw new Error('the feed is declared');
  await bot.ports.store.feeds.deleteSubscription(declared.id);
  const { url, settings } = declared;
  await subscribe(bot.ports, { url, guildId, channelId: news, settings }, moderator);
  await newsroom.later(pollMs);
  expect(titles()).toEqual(['Story 1', 'Story 2']);
});
