import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { headlineIn } from '../support/headline.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const own = (channelId?: string) =>
  newsroom.messages(channelId).filter(({ type }) => type === 0 || type === 19);
const alerts = () =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .map((message) => message.content + JSON.stringify(message.components));

test('a feed that answers with a web page causes a clear alert, and the other feed goes on', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory()),
    feedUrls: (paper) => [paper.feedUrl, paper.atomUrl],
  });
  newsroom.paper.faults.answer(/^\/atom\.xml/, { body: '<!doctype html><h1>Moved</h1>' }, 100);
  await newsroom.quiet();
  expect(own()).toHaveLength(1);
  for (let round = 0; round < 8; round += 1) await newsroom.later(24 * hourMs);
  const said = alerts().filter((text) => text.includes('atom.xml'));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/could not be read 5 times.*page/s);

  // The broken one is mended: any success resets it.
  newsroom.paper.faults.clear();
  newsroom.paper.publish({ headline: 'Ferry bell found in the mud' });
  await newsroom.later(25 * hourMs);
  const feeds = await newsroom.bot.ports.store.feeds.listSubscriptionsIn(newsroom.guildId);
  for (const { feedId } of feeds) {
    const feed = await newsroom.bot.ports.store.feeds.getFeed(feedId);
    expect(feed).toMatchObject({ errors: 0, lastError: null });
  }
  expect(own().some(({ content }) => content.includes('Ferry bell'))).toBe(true);
});

test('a comment page that never answers closes no discussion and delays no other', async () => {
  const ferryComment = { id: 'f1', at: -20 * minuteMs, author: 'Maren', text: 'A fine find.' };
  newsroom = await stageNewsroom({
    edition: anEdition(
      aStory({ comments: threeComments }),
      aStory({ slug: 'ferry', headline: 'Ferry bell found', comments: [ferryComment] }),
    ),
    fetchTimeoutMs: 300,
  });
  const { paper, bot, guildId } = newsroom;
  await newsroom.quiet();
  const threadOf = (headline: string) =>
    newsroom.threads().find(({ name }) => name.includes(headline));
  const countIn = (headline: string) => own(threadOf(headline)?.id).length;
  expect([countIn('Harbour board'), countIn('Ferry bell')]).toEqual([4, 2]);

  paper.faults.answer(/pier\/comments/, { hang: 'mid-body', body: '<feed><entry>' }, 100);
  paper.addComment('ferry', { author: 'Odd', text: 'It rang once more.' });
  await newsroom.later(6 * minuteMs);
  await newsroom.later(6 * minuteMs);
  expect([countIn('Harbour board'), countIn('Ferry bell')]).toEqual([4, 3]);
  expect(threadOf('Harbour board')?.thread_metadata.locked).toBe(false);
  const open = await bot.ports.store.discussions.listInGuild(guildId, ['open'], 5);
  expect(open).toHaveLength(2);
  expect(open.map(({ discussion }) => discussion.lastError).join()).toMatch(
    /did not finish its answer/,
  );
});

test('a channel without permission causes one alert and gets its stories when permission is given', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  const { discord, news, guildId } = newsroom;
  const application = newsroom.bot.client.application.id;
  discord.faults.revokePermissions(application, guildId, 'SendMessages');
  // The moderators' channel keeps what it needs.
  discord.faults.restorePermissions(application, guildId, 'SendMessages');
  const other = discord.addChannel(guildId, {
    name: 'walled',
    overwrites: [{ id: newsroom.botUserId, kind: 'member', deny: ['SendMessages'] }],
  }).id;
  const { ports } = newsroom.bot;
  const [declared] = await ports.store.feeds.listSubscriptionsIn(guildId);
  if (!declared) throw new Error('the feed is declared');
  await ports.store.feeds.addSubscription(
    { ...declared, id: 'walled', channelId: other, initialised: false },
    ports.clock.now(),
  );
  await newsroom.quiet();
  await newsroom.later(hourMs);
  await newsroom.later(hourMs);
  expect(own(news)).toHaveLength(1);
  expect(own(other)).toHaveLength(0);
  const said = alerts().filter((text) => text.includes(`<#${other}>`));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Send Messages');

  discord.faults.restorePermissions(application, guildId, 'SendMessages');
  await newsroom.later(2 * hourMs);
  await newsroom.later(minuteMs);
  expect(own(other)).toHaveLength(1);
});

test('a thread that a person deleted is not created again, and the story message stays', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await newsroom.quiet();
  const [thread] = newsroom.threads();
  newsroom.discord.faults.deleteThread(thread?.id ?? '');
  newsroom.paper.addComment('pier', { author: 'Maren', text: 'And now?' });
  for (let round = 0; round < 4; round += 1) await newsroom.later(6 * minuteMs);
  expect(newsroom.threads()).toHaveLength(0);
  expect(own()).toHaveLength(1);
  const [discussion] = await newsroom.bot.ports.store.discussions.listInGuild(
    newsroom.guildId,
    ['detached'],
    5,
  );
  expect(discussion?.discussion.state).toBe('detached');
});

test('a headline of @everyone and ten thousand characters notifies nobody and is truncated', async () => {
  const headline = `@everyone <@&123456789012345678> ${'pier '.repeat(2000)}`;
  newsroom = await stageNewsroom({
    edition: anEdition(
      aStory({
        headline,
        comments: [
          { id: 'c1', at: 0, author: '@everyone', text: '@here <@123456789012345678> **bold' },
        ],
      }),
      aStory({ slug: 'ferry', headline: 'Ferry bell found', at: -minuteMs }),
    ),
  });
  await newsroom.quiet();
  const messages = [...own(), ...newsroom.threads().flatMap(({ id }) => own(id))];
  expect(own()).toHaveLength(2);
  for (const message of messages) {
    expect(message.mention_everyone).toBe(false);
    expect(message.mentions).toEqual([]);
    expect(message.mention_roles).toEqual([]);
    expect(message.content.length).toBeLessThanOrEqual(2000);
  }
  expect(own().some(({ content }) => content.includes('Ferry bell found'))).toBe(true);
});

test('a story that Discord refuses is skipped with an alert, and the next one is posted', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(
      aStory(),
      aStory({ slug: 'ferry', headline: 'Ferry bell found', at: -minuteMs }),
    ),
  });
  const { faults } = newsroom.discord;
  faults.failNext('POST /channels/:id/messages', {
    status: 400,
    body: { code: 200000, message: 'Message was blocked by automatic moderation' },
  });
  await newsroom.quiet();
  expect(own()).toHaveLength(1);
  expect(alerts().join('\n')).toContain('automatic moderation');
});

test('a message whose answer was lost is found again and not posted twice', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  // Discord took the post; the connection broke before it said so, four times over.
  newsroom.discord.faults.failNext('POST /channels/:id/messages', {
    status: 'drop',
    count: 4,
    when: 'after',
  });
  await newsroom.quiet();
  for (let round = 0; round < 6; round += 1) await newsroom.later(10 * minuteMs);
  expect(own()).toHaveLength(1);
  const texts = own(newsroom.threads()[0]?.id).map(({ content }) => content);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toHaveLength(4);
});

test('a bot that may not create threads still posts stories and names the missing permission', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  const { discord, bot, guildId } = newsroom;
  const application = bot.client.application.id;
  discord.faults.revokePermissions(application, guildId, 'CreatePublicThreads');
  await newsroom.quiet();
  await newsroom.later(10 * minuteMs);
  expect(own()).toHaveLength(1);
  expect(newsroom.threads()).toHaveLength(0);
  expect(alerts().filter((text) => text.includes('Create Public Threads'))).toHaveLength(1);

  discord.faults.restorePermissions(application, guildId, 'CreatePublicThreads');
  await newsroom.later(10 * minuteMs);
  expect(own(newsroom.threads()[0]?.id)).toHaveLength(4);
});

test('a story delayed by a rate limit is not overtaken by the next one', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(
      aStory({ at: -3 * hourMs }),
      aStory({ slug: 'ferry', headline: 'Ferry bell found', at: -2 * hourMs }),
      aStory({ slug: 'gate', headline: 'Storm gate lowered', at: -hourMs }),
    ),
  });
  newsroom.discord.faults.failNext('POST /channels/:id/messages', { status: 500 });
  await newsroom.quiet();
  await newsroom.later(minuteMs);
  const headlines = own().map(headlineIn);
  expect(headlines).toEqual([
    'Harbour board puts off its ruling on the new pier',
    'Ferry bell found',
    'Storm gate lowered',
  ]);
});
