import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { deliverNext } from '../../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { updateNextDiscussion } from '../../../src/newsroom/discussions/update-discussion.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const posting = 'POST /channels/:channel/messages';
const own = (channelId?: string) =>
  newsroom.messages(channelId).filter(({ type }) => type === 0 || type === 19);
const threadId = () => newsroom.threads()[0]?.id ?? '';
const alerts = () => own(newsroom.moderatorsChannel).map(({ content }) => content);

/** Turns the clock and looks at the discussions that became due, delivering nothing. */
async function looks(afterMs: number): Promise<void> {
  newsroom.clock.advance(afterMs);
  const { signal } = new AbortController();
  while (await updateNextDiscussion(newsroom.bot.ports, signal));
}

/** Runs the deliveries that are due, at most so many turns; how many turns it took. */
async function turns(most: number): Promise<number> {
  const { signal } = new AbortController();
  for (let turn = 0; turn < most; turn += 1) {
    if (!(await deliverNext(newsroom.bot.ports, signal))) return turn;
  }
  return most;
}

async function withThread(comments = threeComments): Promise<void> {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments })) });
  await newsroom.quiet();
}

test('an edit in an archived thread that cannot be unarchived is retried later, not again and again at once', async () => {
  await withThread();
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  const { faults } = newsroom.discord;
  const archived = { status: 400, body: { code: 50083, message: 'Thread is archived' }, count: 99 };
  faults.failNext('PATCH /channels/:channel/messages/:message', archived);
  const denied = { status: 403, body: { code: 50013, message: 'Missing Permissions' }, count: 99 };
  faults.failNext('PATCH /channels/:channel', denied);
  await looks(6 * minuteMs);
  expect(await turns(20)).toBeLessThan(6);
});

test('a channel that Discord rate-limits does not delay other channels', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { discord, bot, guildId } = newsroom;
  const other = discord.addChannel(guildId, { name: 'evening' }).id;
  const [declared] = await bot.ports.store.feeds.listSubscriptionsIn(guildId);
  if (!declared) throw new Error('the feed is declared');
  await bot.ports.store.feeds.addSubscription(
    { ...declared, id: 'evening', channelId: other },
    newsroom.clock.now(),
  );
  discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${newsroom.news}/messages`), 600);
  await newsroom.quiet();
  expect(own()).toHaveLength(0);
  expect(own(other)).toHaveLength(1);
  expect(newsroom.log.filter(({ event }) => event === 'channel.paused')).toEqual([]);
});

test('a comment edited while the answer to its post is lost is displayed as edited', async () => {
  await withThread();
  const { faults } = newsroom.discord;
  // Discord takes the comment, and nobody hears so; its first part has no button to be known by.
  faults.failNext(posting, { status: 'drop', when: 'after' });
  const long = (word: string) => `${word} `.repeat(600);
  const id = newsroom.paper.addComment('pier', { author: 'Odd', text: long('tide') });
  await newsroom.later(2 * minuteMs);
  newsroom.paper.editComment('pier', id, long('ebb'));
  await looks(2 * minuteMs);
  await newsroom.quiet();
  const texts = own(threadId()).map(({ content }) => content);
  expect(texts.filter((text) => text.includes('tide'))).toEqual([]);
  expect(texts.filter((text) => text.includes('ebb')).length).toBeGreaterThan(0);
});

test('a story is not lost when a proxy, not Discord itself, refuses it', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  newsroom.discord.faults.failNext(posting, { status: 403, body: { error: 'blocked' } });
  await newsroom.quiet();
  expect(own()).toHaveLength(0);
  await newsroom.later(minuteMs);
  expect(own()).toHaveLength(1);
});

test('a message that the bot may not delete delays no story and causes one alert to the moderators', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  await newsroom.quiet();
  const { discord, bot, guildId, news, reader } = newsroom;
  const rude = discord.actor(reader).send(news, 'You are all fools.');
  const subject = { kind: 'removal', messageId: rude.id } as const;
  await bot.ports.store.deliveries.want(
    [{ key: 'removal:1', guildId, channelId: news, subject, ordinal: 1 }],
    newsroom.clock.now(),
  );
  discord.faults.failNext('DELETE /channels/:channel/messages/:message', {
    status: 403,
    body: { code: 50013, message: 'Missing Permissions' },
    count: 3,
  });
  newsroom.paper.publish({ headline: 'Ferry bell found in the mud' });
  await newsroom.later(11 * minuteMs);
  await newsroom.later(hourMs);
  expect(own().some(({ content }) => content.includes('Ferry bell'))).toBe(true);
  const said = own(newsroom.moderatorsChannel).map((message) => JSON.stringify(message));
  expect(said.filter((text) => text.includes('Manage Messages'))).toHaveLength(1);
  for (let hour = 0; hour < 3; hour += 1) await newsroom.later(hourMs);
  expect(discord.message(news, rude.id)).toBeNull();
});

test('a channel of a type that takes no messages is paused with one alert to the moderators', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory(), aStory({ slug: 'ferry', headline: 'Ferry bell found' })),
  });
  newsroom.discord.faults.failNext(posting, {
    status: 400,
    body: { code: 50008, message: 'Cannot send messages in a non-text channel' },
  });
  await newsroom.quiet();
  expect(alerts()).toHaveLength(1);
  await newsroom.later(hourMs);
  expect(own()).toHaveLength(2);
});

test('a bot stopped while it posts a message has posted it exactly once after it starts again', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { discord, bot } = newsroom;
  const { signal } = new AbortController();
  await pollNextFeed(bot.ports, signal);
  const hold = discord.faults.holdNext(posting, 'after');
  const told = new AbortController();
  const delivering = deliverNext(bot.ports, told.signal);
  await hold.reached;
  told.abort();
  expect(await delivering).toBe(true);
  hold.release();
  await newsroom.later(secondMs);
  await newsroom.later(10 * minuteMs);
  expect(own()).toHaveLength(1);
});

test('a bot that looks for a lost message for longer than its lease does not post what another one has posted', async () => {
  const limits = { nonceMs: 0 };
  newsroom = await stageNewsroom({ edition: anEdition(aStory()), limits });
  const { discord, bot, clock } = newsroom;
  const { signal } = new AbortController();
  await pollNextFeed(bot.ports, signal);
  discord.faults.failNext(posting, { status: 502 });
  await deliverNext(bot.ports, signal);
  clock.advance(minuteMs);
  // Its answer says that there is no message, and takes two minutes.
  const hold = discord.faults.holdNext('GET /channels/:channel/messages', 'after');
  const slow = deliverNext(bot.ports, signal);
  await hold.reached;
  clock.advance(2 * minuteMs);
  let asks: () => void = () => {};
  const asked = new Promise<void>((resolve) => (asks = resolve));
  const ownMessagesSince: typeof bot.ports.discord.ownMessagesSince = async (...call) => {
    asks();
    return bot.ports.discord.ownMessagesSince(...call);
  };
  const other = { ...bot.ports, discord: { ...bot.ports.discord, ownMessagesSince } };
  const second = deliverNext(other, signal);
  await asked;
  hold.release();
  await Promise.all([slow, second]);
  await newsroom.quiet();
  expect(own()).toHaveLength(1);
});

test('the alert about a deleted channel says what the moderators can do about it', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  newsroom.discord.faults.deleteChannel(newsroom.news);
  await newsroom.quiet();
  for (let day = 0; day < 3; day += 1) await newsroom.later(24 * hourMs);
  const said = own(newsroom.moderatorsChannel).map((message) => JSON.stringify(message));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('/feed remove');
});

test('an alert that a version before stored as text is posted as it was written', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const { bot, clock, guildId, moderatorsChannel: channelId } = newsroom;
  const text = 'The feed is permanently gone.';
  const subject = { kind: 'alert', alert: { kind: 'written', text } } as const;
  const alert = { key: 'alert:before', guildId, channelId, subject, ordinal: 1 };
  await bot.ports.store.deliveries.want([alert], clock.now());
  await newsroom.quiet();
  expect(alerts()).toEqual([`⚠️ ${text}`]);
});

/** Discord's nonces are forgotten by then, however long its window is. */
const afterNonce = 10 * minuteMs;

test('a notice whose answer was lost is found by its mark although its words changed meanwhile', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  const { bot, clock, discord, guildId, news: channelId } = newsroom;
  const subject = (text: string) => ({ kind: 'alert', alert: { kind: 'written', text } }) as const;
  const wish = (text: string) => [
    { key: 'said', guildId, channelId, subject: subject(text), ordinal: 1 },
  ];
  await newsroom.quiet();
  await bot.ports.store.deliveries.want(wish('The tide is high.'), clock.now());
  discord.faults.failNext(posting, { status: 'drop', when: 'after' });
  await turns(3);
  await bot.ports.store.deliveries.want(wish('The tide is low.'), clock.now());
  await newsroom.later(afterNonce);
  const said = own().filter(({ content }) => content.includes('tide'));
  expect(said.map(({ content }) => content)).toEqual(['⚠️ The tide is low.']);
});

test('comments that come back stand in order, also when the removal of the first had no answer', async () => {
  await withThread();
  const { bot, clock, discord } = newsroom;
  const { deliveries } = bot.ports.store;
  const texts = () => own(threadId()).map(({ content }) => content);
  const before = texts();
  const comments = await Promise.all(
    own(threadId())
      .slice(1)
      .map(({ id }) => deliveries.getByMessage(id)),
  );
  const wishes = comments.filter((one) => one !== null);
  expect(wishes).toHaveLength(3);
  const keys = wishes.map(({ key }) => key);
  const deleting = 'DELETE /channels/:channel/messages/:message';
  discord.faults.failNext(deleting, { status: 'drop', when: 'after' });
  await deliveries.remove(keys, clock.now());
  await turns(10);
  expect(texts()).toHaveLength(1);
  await deliveries.want(wishes, clock.now());
  await turns(10);
  await newsroom.later(minuteMs);
  expect(texts()).toEqual(before);
});
