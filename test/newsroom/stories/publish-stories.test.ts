import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Filters } from '../../../src/core/feed/channel-options.ts';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { type Newsroom, type Staging, stageNewsroom } from '../../support/newsroom.ts';
import { startFeedSite, type FeedSite, type SiteStory, siteStories } from '../../support/feed-site.ts';

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
  test('a channel gets what fits its filters, judged by what the page tells too', async () => {
    const filters = Filters.parse({ include: { topics: ['harbour'] } });
    await stage({ settings: { filters } });
    await newsroom.quiet();
    const meta = '<meta property="article:tag" content="Harbour">';
    const written = '<meta property="og:type" content="article"><title>Lamp</title>';
    site.writePage('lamp', `<!doctype html><head>${written}${meta}</head><p>x</p>`);
    await reads({ slug: 'tram', headline: 'Tram stops' }, lamp, { ...ferry, topics: ['Harbour'] });
    expect(titles()).toEqual(['Ferry returns', 'Lamp mended']);
  });

  test('what does not fit is known from then on, and its correction does not bring it', async () => {
    await stage({ settings: { filters: Filters.parse({ exclude: { words: ['ferry'] } }) } });
    await newsroom.quiet();
    await reads(ferry, lamp);
    await reads({ ...ferry, headline: 'Boat returns' }, lamp);
    expect(titles()).toEqual(['Lamp mended']);
  });

  test('a first reading counts the stories that fit', async () => {
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

  test('a page that fails is not asked for again for a story that nobody takes', async () => {
    await stage({ settings: { filters: Filters.parse({ include: { topics: ['harbour'] } }) } });
    await newsroom.quiet();
    site.takeDown('ferry', 503);
    await reads(ferry);
    for (let poll = 0; poll < 5; poll += 1) await newsroom.later(pollMs);
    expect(site.requests('ferry')).toBe(1);
  });

  test('a page is not read for words that the feed has itself', async () => {
    await stage({ settings: { filters: Filters.parse({ include: { words: ['tram'] } }) } });
    await newsroom.quiet();
    await reads(ferry);
    expect(site.requests('ferry')).toBe(0);
  });

  test('a page is not read for a story that its own words shut out', async () => {
    await stage({
      settings: { filters: Filters.parse({ exclude: { words: ['ferry'], topics: ['Sport'] } }) },
    });
    await newsroom.quiet();
    await reads(ferry);
    expect(site.requests('ferry')).toBe(0);
  });
});

describe('the same story in two feeds of a channel', () => {
  test('is posted once, by whoever tells it first, and edited by its own feed alone', async () => {
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

  test('is posted once when both are read for the first time', async () => {
    site.print([ferry]);
    site.print([{ ...ferry, guid: 'other' }], site.secondFeedUrl);
    await stage({}, true);
    await newsroom.quiet();
    expect(titles()).toEqual(['Ferry returns']);
  });

  test('without an address is taken for two', async () => {
    await stage({}, true);
    await newsroom.quiet();
    site.print([{ ...ferry, link: null }]);
    site.print([{ ...ferry, link: null }], site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toHaveLength(2);
  });

  test('is posted by the second when the channel gave the first feed up before it came', async () => {
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
    ['gave the first feed up while it waited', false],
    ['gave the first feed up while it waited, and took it again', true],
  ])('is posted once when the channel %s', async (_, again) => {
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

  test('is posted by the second when the first was to tell it in a digest that no one gets', async () => {
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

  test('is remembered for ninety days', async () => {
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

  test('are all posted when they have headlines of their own, as in a live blog', async () => {
    await stage();
    await newsroom.quiet();
    await reads(entry('a', 'Ferry sighted'));
    await reads(entry('b', 'Ferry moors'), entry('a', 'Ferry sighted'));
    await reads(entry('d', 'Crowd cheers'), entry('c', 'Mayor speaks'));
    expect(titles()).toEqual(['Ferry sighted', 'Ferry moors', 'Mayor speaks', 'Crowd cheers']);
  });

  test('are one story when their headlines are the same', async () => {
    await stage();
    await newsroom.quiet();
    await reads(entry('a', 'Ferry sighted'), entry('b', 'Ferry  sighted'));
    await reads(entry('c', 'Ferry sighted'));
    expect(titles()).toHaveLength(1);
  });
});

describe('after a long absence', () => {
  test('the newest stories are posted, oldest first, after a word about the rest', async () => {
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

  test('what a channel was told by another feed is not counted', async () => {
    await stage({ settings: { catchUp: 3 } }, true);
    await newsroom.quiet();
    await reads(...siteStories(3));
    const again = siteStories(5).map((story) => ({ ...story, guid: `b-${story.slug}` }));
    site.print(again, site.secondFeedUrl);
    await newsroom.later(pollMs);
    expect(titles()).toEqual(['Story 1', 'Story 2', 'Story 3', 'Story 4', 'Story 5']);
  });

  test('what was said to be left out is not brought by another feed after all', async () => {
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
  test('edits the message in place, once, and says so', async () => {
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

  test('leaves the time of publication as it was', async () => {
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
  ])('of the %s says so', async (_, change) => {
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
    ['of its dates alone edits nothing', { at: 9 }, 0],
    ['of quotation marks edits quietly', { summary: 'At last, “they” say.' }, 1],
    ['of topics edits quietly', { topics: ['Harbour'] }, 1],
    ['of the photo’s size edits nothing', { photo: { url: 'http://127.0.0.1/a.jpg?w=9' } }, 0],
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

  test('that comes before its story was posted is what is posted, and no correction', async () => {
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

  test('taken back and made again is edited at most once in ten minutes, the last version wins', async () => {
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

  test('of what is read otherwise by a newer Wirethread is no publisher’s correction', async () => {
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

test('a story never posted keeps no words for ever, and never comes back as new', async () => {
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

test('a feed that a channel takes again posts nothing that it was told before', async () => {
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
