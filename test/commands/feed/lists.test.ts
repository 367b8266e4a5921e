import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOpml } from '../../../src/feeds/index.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { exportFeeds } from '../../../src/newsroom/subscriptions/opml.ts';
import { newspaper } from '../../edge/http/servers.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { openNewsroom, type People, words } from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
});
afterEach(() => people.close());

const known = () => people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
const outlines = (urls: readonly string[]) =>
  `<opml version="2.0"><body>${urls.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`;

/** Imports a file with this in it. */
async function importing(text: string, options: Record<string, string | number> = {}) {
  const files = await newspaper((_, response) => response.end(text));
  const file = `${files}/attachments/my%20feeds.opml?ex=1&hm=2`;
  return people.owner.run('/feed import', { file, ...options });
}

test('/feed import adds the feeds of a file to a channel and reports on each', async () => {
  const server = await feedServer((_, response) => response.end(rssOf(['Pier opens'])));
  const channel = people.discord.addChannel(people.guildId, { name: 'harbour' }).id;
  const list = outlines([
    `${server.url}/a`,
    `${server.url}/b?key=s3cret`,
    `${server.url}/a`,
    'mailto:desk@ledger.example',
  ]);
  const said = await words(importing(list, { channel }));
  expect(said).toContain(
    `Added 2 feeds to <#${channel}>.\nAlready there: 1.\nNot a web address: 1.`,
  );
  expect(said).toContain('Their next new stories will be the first to be posted.');
  expect(said).toContain(`Added: ${server.url}/b?key=***`);
  expect(said).toContain('Not a web address: mailto:desk@ledger.example');
  expect(server.asked).toHaveLength(0);
  expect(await known()).toMatchObject([
    { channelId: channel, settings: { firstRun: 0 } },
    { channelId: channel, origin: 'command', addedBy: people.owner.id },
  ]);

  await people.quiet();
  expect(server.asked).toHaveLength(2);
  expect(people.said(channel)).toHaveLength(0);
  const again = await words(importing(list, { channel }));
  expect(again).toContain('Added 0 feeds');
  expect(again).toContain('Already there: 3.');
});

test('of a long file 200 feeds are added at once, the rest when it is imported again', async () => {
  const list = outlines(Array.from({ length: 230 }, (_, n) => `https://paper-${n}.example/feed`));
  const answered = await importing(list);
  const shown = await answered.settled();
  expect(shown?.content).toContain('Added 200 feeds');
  expect(shown?.content).toContain('Left over: 30.');
  expect(shown?.attachments).toMatchObject([{ filename: 'imported.txt' }]);
  expect(await known()).toHaveLength(200);
  expect(await words(importing(list))).toContain('Added 30 feeds');
  expect(await known()).toHaveLength(230);
});

test('an address that is too long is not a web address', async () => {
  const list = outlines([`https://ledger.example/${'a'.repeat(4_000)}`]);
  expect(await words(importing(list))).toContain('Added 0 feeds');
  expect(await known()).toEqual([]);
});

test('a file that is not OPML, too large or malicious is refused with the reason', async () => {
  expect(await words(importing('PK\u0003\u0004'))).toContain('This file is no OPML list of feeds.');
  expect(await words(importing(outlines([])))).toContain('This file lists no feeds');
  expect(await words(importing('x'.repeat(5_100_000)))).toContain('larger than 5 MB');
  const bomb = '<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline xmlUrl="&a;"/></body></opml>';
  expect(await words(importing(bomb))).toContain('declares entities of its own');
  expect(await words(importing('<outline>'.repeat(10_000)))).toContain('folders within folders');
  expect(await known()).toEqual([]);
});

test('/feed import is refused for a channel in which the bot cannot post', async () => {
  const channel = people.discord.addChannel(people.guildId, {
    name: 'walled',
    overwrites: [{ id: people.botUserId, kind: 'member', deny: ['EmbedLinks'] }],
  }).id;
  const said = await words(importing(outlines(['https://a.example/']), { channel }));
  expect(said).toContain('lacks Embed Links');
  expect(await known()).toEqual([]);
});

test('/feed export writes OPML that other feed readers accept, without passwords', async () => {
  expect(await words(people.owner.run('/feed export'))).toContain('no feeds to export');
  const server = await feedServer((_, response) => response.end(rssOf([])));
  const url = server.url.replace('//', '//editor:s3cret@');
  await words(people.owner.run('/feed add', { url: `${url}/news?edition=1&page=2` }));
  await people.quiet();
  const shown = await (await people.owner.run('/feed export')).settled();
  expect(shown?.content).toContain('1 feed, one folder per channel.');
  expect(shown?.content).toContain('1 feed will need them again');
  const guild = { id: people.guildId, name: 'Harbour Town', channelName: () => 'news' };
  const { opml } = await exportFeeds(people.bot.ports, guild, people.owner.id);
  expect(shown?.attachments).toMatchObject([
    { filename: 'wirethread-feeds.opml', size: Buffer.byteLength(opml) },
  ]);
  expect(opml).not.toContain('s3cret');
  expect(readOpml(opml)).toEqual([
    { url: `${server.url}/news?edition=1&page=2`, title: 'Harbour Ledger', folders: ['#news'] },
  ]);
});

/** Lets the looks of a command at its progress go one by one. */
function stepwise(): () => void {
  const waiting: (() => void)[] = [];
  let ahead = 0;
  people.clock.sleep = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (ahead === 0) return;
      ahead -= 1;
      waiting.shift()?.();
    });
  return () => {
    const next = waiting.shift();
    if (next) next();
    else ahead += 1;
  };
}

test('after an import the answer says how many of its feeds have been read, and how many failed', async () => {
  const server = await feedServer((request, response) => {
    if (request.url === '/0') response.writeHead(404).end();
    else response.end(rssOf(['Pier opens']));
  });
  const look = stepwise();
  const urls = Array.from({ length: 12 }, (_, n) => `${server.url}/${n}`);
  const answered = await importing(outlines(urls));
  const says = async (text: string) =>
    people.discord.waitFor(() => answered.message?.content.includes(text));
  await says('Added 12 feeds');
  look();
  await says('0 of 12 feeds read so far.');
  for (let read = 0; read < 5; read += 1) {
    await pollNextFeed(people.bot.ports, new AbortController().signal);
  }
  look();
  await says('5 of 12 feeds read so far.');
  await people.quiet();
  look();
  await says('All of them have been read. 1 could not be read: `/feed list` shows which');
  expect(answered.message?.content).toContain('Added 12 feeds');
});

test('an import whose feeds are slow ends its answer with how far it came', async () => {
  const urls = Array.from({ length: 12 }, (_, n) => `https://paper-${n}.example/feed`);
  const answered = await importing(outlines(urls));
  const said = await people.discord.waitFor(() =>
    answered.message?.content.includes('0 of 12 feeds read so far.'),
  );
  expect(said).toBe(true);
});
