import { afterEach, expect, test } from 'vitest';
import { subscribe } from '../../../src/newsroom/subscriptions/subscribe.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { type Newsroom, type Staging, stageNewsroom } from '../../support/newsroom.ts';
import { newspaper } from '../../edge/http/servers.ts';

// The same story in two feeds of a channel: an aggregator's, which has no comments, and the paper's.

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const article = 'https://tidings.example/2026/11/quay';
const pollMs = 11 * minuteMs;

interface Feed {
  /** The path of the feed's document. */
  url: string;
  /** Sets its story, or that it has none. */
  print(item: string | null): void;
}

/** A server of one feed; at `/comments` it has a feed of one comment. */
async function printer(title: string): Promise<Feed> {
  let items = '';
  const answer = (items_: string) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/"><channel><title>${title}</title>${items_}</channel></rss>`;
  const comment =
    '<item><title>By: Ida</title><guid>c1</guid><author>Ida</author><pubDate>Tue, 24 Nov 2026 08:45:00 GMT</pubDate><description>Who paid for the quay?</description></item>';
  const url = await newspaper((request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(answer(request.url === '/comments' ? comment : items));
  });
  return { url: `${url}/feed`, print: (item) => void (items = item ?? '') };
}

function item(guid: string, headline: string, comments = ''): string {
  return `<item><title>${headline}</title><link>${article}</link><guid isPermaLink="false">${guid}</guid><pubDate>Tue, 24 Nov 2026 08:40:00 GMT</pubDate>${comments}</item>`;
}

const commentsOf = ({ url }: Feed) =>
  `<wfw:commentRss>${url.replace('/feed', '/comments')}</wfw:commentRss>`;

async function open(settings: Staging['settings'] = {}): Promise<{ plain: Feed; paper: Feed }> {
  const plain = await printer('Harbour Digest');
  const paper = await printer('Tidings');
  newsroom = await stageNewsroom({ settings, feedUrls: () => [plain.url, paper.url] });
  await newsroom.quiet();
  return { plain, paper };
}

/** The channel's stories and, of each thread, the messages that show the comment. */
function seen() {
  const stories = newsroom.messages().filter(({ type }) => type === 0);
  const mirrored = newsroom
    .threads()
    .map(({ id }) =>
      newsroom.messages(id).filter((one) => JSON.stringify(one).includes('Who paid')),
    );
  const edited = mirrored.flat().filter(({ edited_timestamp }) => edited_timestamp);
  const corrected = stories.filter((one) => JSON.stringify(one).includes('Corrected'));
  return {
    stories: stories.length,
    threads: mirrored.map(({ length }) => length),
    edited: edited.length,
    corrected: corrected.length,
  };
}

const once = { stories: 1, threads: [1], edited: 0, corrected: 0 };

/** Both feeds are polled again, the bot is restarted, and both are polled again. */
async function pollsAgain(): Promise<void> {
  await newsroom.later(pollMs);
  await newsroom.later(pollMs);
  await newsroom.restart();
  await newsroom.later(pollMs);
  await newsroom.later(pollMs);
}

test.each(['the feed without comments', 'the feed with comments'])(
  'a story in two feeds of a channel is discussed once when %s brings it first',
  async (first) => {
    const { plain, paper } = await open();
    const printPlain = () => plain.print(item('a', 'A quay is sold'));
    const printPaper = () => paper.print(item('b', 'Quay sold', commentsOf(paper)));
    const isPlainFirst = first === 'the feed without comments';
    (isPlainFirst ? printPlain : printPaper)();
    await newsroom.later(pollMs);
    (isPlainFirst ? printPaper : printPlain)();
    await newsroom.later(pollMs);
    expect(seen()).toEqual(once);
    await pollsAgain();
    expect(seen()).toEqual(once);
  },
);

test('a correction in the feed that brought a story keeps the comments of the other feed', async () => {
  const { plain, paper } = await open();
  plain.print(item('a', 'A quay is sold'));
  await newsroom.later(pollMs);
  paper.print(item('b', 'Quay sold', commentsOf(paper)));
  await newsroom.later(pollMs);
  plain.print(item('a', 'A quay is not sold'));
  await pollsAgain();
  expect(seen()).toEqual({ ...once, corrected: 1 });
  const [thread] = newsroom.threads();
  expect(thread?.name).toBe('A quay is not sold');
});

test('a feed with comments that is added later opens the discussion of a story that was posted', async () => {
  const { plain, paper } = await open();
  const { feeds } = newsroom.bot.ports.store;
  const declared = await feeds.listSubscriptionsIn(newsroom.guildId);
  const second = declared.find(({ url }) => url === paper.url);
  if (!second) throw new Error('the feed is declared');
  await feeds.deleteSubscription(second.id);
  plain.print(item('a', 'A quay is sold'));
  paper.print(item('b', 'Quay sold', commentsOf(paper)));
  await newsroom.later(pollMs);
  expect(seen()).toEqual({ ...once, threads: [] });
  const { bot, guildId, moderator, news } = newsroom;
  const { url, settings } = second;
  await subscribe(bot.ports, { url, guildId, channelId: news, settings }, moderator);
  await pollsAgain();
  expect(seen()).toEqual(once);
});

test('a story of a feed that mirrors no comments is discussed by the other feed', async () => {
  const { plain, paper } = await open();
  const { feeds } = newsroom.bot.ports.store;
  for (const subscription of await feeds.listSubscriptionsIn(newsroom.guildId)) {
    const { settings, url } = subscription;
    const comments = { ...settings.comments, mirror: url === paper.url };
    await feeds.saveSubscription({ ...subscription, settings: { ...settings, comments } });
  }
  plain.print(item('a', 'A quay is sold', commentsOf(plain)));
  await newsroom.later(pollMs);
  paper.print(item('b', 'Quay sold', commentsOf(paper)));
  await newsroom.later(pollMs);
  await pollsAgain();
  expect(seen()).toEqual(once);
});

test('a feed that is to mirror no comments brings none to the story of another', async () => {
  const { plain, paper } = await open();
  const { feeds } = newsroom.bot.ports.store;
  for (const subscription of await feeds.listSubscriptionsIn(newsroom.guildId)) {
    const { settings, url } = subscription;
    const comments = { ...settings.comments, mirror: url === plain.url };
    await feeds.saveSubscription({ ...subscription, settings: { ...settings, comments } });
  }
  plain.print(item('a', 'A quay is sold'));
  await newsroom.later(pollMs);
  paper.print(item('b', 'Quay sold', commentsOf(paper)));
  await newsroom.later(pollMs);
  expect(seen()).toEqual({ ...once, threads: [] });
});

test('a feed that brings the comments itself keeps its own when another has the story too', async () => {
  const { plain, paper } = await open();
  plain.print(item('a', 'A quay is sold', commentsOf(plain)));
  paper.print(item('b', 'Quay sold', commentsOf(paper)));
  await newsroom.later(pollMs);
  await pollsAgain();
  expect(seen()).toEqual(once);
});
