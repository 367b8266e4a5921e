import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import type { Message } from '../../../src/preview/discord/index.ts';
import { anEdition } from '../../support/editions.ts';
import { type FeedServer, feedServer, rssOf } from '../../support/single-feed.ts';
import { openNewsroom, type People, words } from '../people.ts';

let people: People;
afterEach(() => people.close());

const open = async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
};
const add = (url: string, options: Record<string, string | number> = {}) =>
  people.owner.run('/feed add', { url, ...options });
const known = () => people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
const paths = (server: FeedServer) => server.asked.map(({ path }) => path);

/** A site with these documents. */
async function site(documents: Record<string, string>): Promise<FeedServer> {
  return feedServer((request, response) => {
    const document = documents[request.url ?? ''];
    response.writeHead(document === undefined ? 404 : 200).end(document);
  });
}

const link = (href: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
const page = (inside: string) => `<!doctype html><html><head>${inside}</head><body></body></html>`;

interface Menu {
  custom_id: string;
  options: { label: string; description: string; value: string }[];
}
function menuOf(message: Message | null): Menu {
  const [row] = (message?.components ?? []) as unknown as { components: Menu[] }[];
  const [menu] = row?.components ?? [];
  if (!menu) throw new Error(`no menu beside: ${message?.content ?? ''}`);
  return menu;
}

test('/feed add with a site that names one feed adds it and shows its address', async () => {
  const server = await site({
    '/': page(link('/stories.xml', 'Stories')),
    '/stories.xml': rssOf(['Pier opens']),
  });
  await open();
  const said = await words(add(server.url));
  expect(said).toContain('**Harbour Ledger** now posts in');
  expect(said).toContain(`<${server.url}/stories.xml>`);
  expect(await known()).toMatchObject([{ url: `${server.url}/stories.xml` }]);
});

test('of several feeds the manager chooses one, and the options of the command apply to it', async () => {
  const server = await site({
    '/': page(
      link('/comments/feed', 'Ledger » Comments Feed') +
        link('/all.xml?token=abc', 'All stories') +
        link('/sport.xml', 'Sport'),
    ),
    '/sport.xml': rssOf(['Regatta']),
  });
  await open();
  const answered = await add(server.url, { 'poll-every': '2h', 'first-run': 0 });
  const shown = await answered.settled();
  expect(answered.ephemeral).toBe(true);
  expect(shown?.content).toContain('This site has 2 feeds');
  const menu = menuOf(shown);
  expect(menu.options.map(({ label }) => label)).toEqual(['All stories', 'Sport']);
  expect(menu.options[0]?.description).toBe(`${server.url}/all.xml?token=***`);
  expect(await known()).toEqual([]);

  // One that is none: the others can still be chosen.
  const failed = await people.owner.select(shown?.id ?? '', menu.custom_id, '0');
  expect((await failed.settled())?.content).toMatch(/answered 404/);
  const chosen = await people.owner.select(shown?.id ?? '', menu.custom_id, '1');
  const said = await chosen.settled();
  expect(said?.content).toContain('reads it every 2 hours');
  expect(said?.components).toEqual([]);
  expect(await known()).toMatchObject([
    { url: `${server.url}/sport.xml`, settings: { pollEveryMs: 120 * minuteMs, firstRun: 0 } },
  ]);
});

test('a choice of feeds expires', async () => {
  const server = await site({ '/': page(link('/a', 'A') + link('/b', 'B')) });
  await open();
  const shown = await (await add(server.url)).settled();
  people.clock.advance(16 * minuteMs);
  const late = await people.owner.select(shown?.id ?? '', menuOf(shown).custom_id, '0');
  expect((await late.settled())?.content).toBe('This choice has expired. Use `/feed add` again.');
  expect(await known()).toEqual([]);
});

test('the password of a feed that nobody has chosen yet is in no file of the database', async () => {
  const feeds = page(link('/a.xml', 'A') + link('/b.xml', 'B'));
  const server = await site({ '/': feeds, '/a.xml': rssOf(['Ferry returns']) });
  await open();
  const address = server.url.replace('://', '://nia:tidewater-lantern@');
  const shown = await (await add(address)).settled();
  const stored = async () => {
    const files = await Promise.all(
      ['', '-wal'].map((part) => readFile(`${people.databaseFile}${part}`).catch(() => '')),
    );
    return files.some((file) => file.includes('tidewater-lantern'));
  };
  expect(menuOf(shown).options).toHaveLength(2);
  expect(await stored()).toBe(false);
  const chosen = await people.owner.select(shown?.id ?? '', menuOf(shown).custom_id, '0');
  expect((await chosen.settled())?.content).toContain('now posts in');
  expect(await stored()).toBe(true);
});

test('a link that looks like a feed is tried if the page names no feed', async () => {
  const server = await site({
    '/news/': '<!doctype html><body><a href="/about">About</a><a href="/xml/latest">RSS</a>',
    '/xml/latest': rssOf([]),
  });
  await open();
  expect(await words(add(`${server.url}/news/`))).toContain('/xml/latest');
});

test('the usual addresses of feeds are tried one after another', async () => {
  const server = await site({ '/': page(''), '/feed.xml': rssOf([]) });
  await open();
  expect(await words(add(server.url))).toContain(`${server.url}/feed.xml`);
  expect(paths(server)).toEqual(['/', '/feed', '/rss.xml', '/feed.xml']);
});

test('the search on a slow site ends after three minutes with a list of what was tried', async () => {
  const server = await feedServer((request, response) => {
    people.clock.advance(minuteMs);
    if (request.url === '/') response.end(page(''));
    else response.writeHead(404).end();
  });
  await open();
  const said = await words(add(server.url));
  expect(said).toContain('no feed of its site was found. Tried:');
  expect(paths(server)).toEqual(['/', '/feed', '/rss.xml']);
});

test('for a site without a feed the answer lists what was tried, within twelve requests', async () => {
  const server = await site({ '/blog/today': page(link('/dead', 'Gone')) });
  await open();
  const said = await words(add(`${server.url}/blog/today`));
  expect(said).toContain('is a web page, and no feed of its site was found. Tried:');
  expect(said).toContain(`<${server.url}/blog/feed>`);
  expect(said).toContain('Look for “RSS” or “Feed” on the page, and give that address.');
  expect(server.asked.length).toBeLessThanOrEqual(12);
  expect(paths(server).slice(0, 4)).toEqual([
    '/blog/today',
    '/dead',
    '/blog/today/feed',
    '/blog/today/rss',
  ]);
  expect(paths(server)).toContain('/');
});

test('for a document that is neither a page nor a feed the answer says what it is', async () => {
  const server = await site({ '/list.opml': '<opml version="2.0"><body/></opml>' });
  await open();
  expect(await words(add(`${server.url}/list.opml`))).toContain('OPML list of feeds');
  expect(server.asked).toHaveLength(1);
});

test('an address without a scheme is tried with https, then with http', async () => {
  const server = await site({ '/': page(link('/rss', 'Stories')), '/rss': rssOf([]) });
  await open();
  const said = await words(add(server.url.replace('http://', '')));
  expect(said).toContain(`<${server.url}/rss>`);
});

test('a feed that a page names on another host is fetched without the password of the page', async () => {
  const elsewhere = await site({ '/feed': rssOf([]) });
  const server = await site({ '/': page(link(`${elsewhere.url}/feed`, 'Stories')) });
  await open();
  const typed = server.url.replace('//', '//editor:s3cret@');
  expect(await words(add(typed))).toContain(`${elsewhere.url}/feed`);
  expect(server.asked[0]?.headers.authorization).toMatch(/^Basic /);
  expect(elsewhere.asked[0]?.headers.authorization).toBeUndefined();
  const [subscription] = await known();
  expect(await people.bot.ports.store.access.get(subscription?.feedId ?? '')).toBeNull();
});

test('the page of a section is read by the feed of that section', async () => {
  const server = await site({
    '/sport/': page(
      link('/all.xml', 'All stories') + link('/sport.xml', 'Sport') + link('/city.xml', 'City'),
    ),
    '/sport.xml': rssOf(['Regatta']),
  });
  await open();
  expect(await words(add(`${server.url}/sport/`))).toContain(`<${server.url}/sport.xml>`);
});

test('a section without a feed of its own is read by a feed that its front page names', async () => {
  const server = await site({
    '/sport/': page(''),
    '/': page(link('/all.xml', 'All stories') + link('/comments/feed', 'Comments')),
    '/all.xml': rssOf(['Regatta']),
  });
  await open();
  expect(await words(add(`${server.url}/sport/`))).toContain(`<${server.url}/all.xml>`);
});

test('the feed of a section is offered by the front page of its site', async () => {
  const server = await site({
    '/sport/': page(''),
    '/': page(link('/a', 'Sport') + link('/b', 'City')),
  });
  await open();
  const shown = await (await add(`${server.url}/sport/`)).settled();
  expect(menuOf(shown).options.map(({ label }) => label)).toEqual(['Sport', 'City']);
});

test('a page that says what it belongs to is read by the feed of that', async () => {
  const server = await site({
    '/watch?v=1': page('<link itemprop="url" href="/channels/ledger">'),
    '/channels/ledger': page(link('/videos.xml?id=7', 'RSS')),
    '/videos.xml?id=7': rssOf(['Ferry on film']),
  });
  await open();
  expect(await words(add(`${server.url}/watch?v=1`))).toContain('/videos.xml?id=7');
});

test('a profile of the fediverse is read by its feed, also where its page names none', async () => {
  const server = await site({
    '/@ana/1234': page(''),
    '/@ana': page(''),
    '/@ana.rss': rssOf(['Ferries, a thread']),
  });
  await open();
  expect(await words(add(`${server.url}/@ana/1234`))).toContain(`<${server.url}/@ana.rss>`);
});

test('a podcast’s lookup is read by the feed that it names', async () => {
  const server = await site({
    '/talk.xml': rssOf(['Ferry talk']),
  });
  const found = [{ collectionName: 'Ferry Talk', feedUrl: `${server.url}/talk.xml` }];
  const lookup = await site({ '/lookup?id=7': JSON.stringify({ resultCount: 1, results: found }) });
  await open();
  expect(await words(add(`${lookup.url}/lookup?id=7`))).toContain(`<${server.url}/talk.xml>`);
});

test('a site without feeds is refused by its name, with what to do instead, and is not asked', async () => {
  await open();
  expect(await words(add('https://x.com/ledger'))).toMatch(
    /^X \(Twitter\) shows posts only to people who are logged in, and has no feeds\. Look for/u,
  );
  expect(await words(add('[The Ledger](<https://www.facebook.com/ledger>)'))).toMatch(
    /^Facebook /u,
  );
  expect(await known()).toEqual([]);
});

test.each(['@ana', 'ferry news', 'ana@mail.example'])(
  'what is no address is refused with the forms that are: %s',
  async (typed) => {
    await open();
    expect(await words(add(typed))).toContain('r/name');
  },
);
