import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Listening, Visit } from './visit.ts';
import { visit } from './visit.ts';

let here: Visit;
let open: Listening[];

beforeEach(async () => {
  here = await visit();
  open = [];
});

afterEach(async () => {
  for (const one of open) one.end();
  await here.leave();
});

async function listen(as: string, channel: string, limit?: number): Promise<Listening> {
  const stream = await here.listen(as, channel, limit);
  open.push(stream);
  return stream;
}

test('the page opens with the clock, the server around it and the messages so far', async () => {
  const { id } = here.discord.actor(here.moderator).send(here.news, 'The ferry sails');
  const stream = await listen(here.reader, here.news);
  expect(await stream.next('clock')).toEqual({ now: here.clock.now });
  const frame = await stream.next('frame');
  expect(frame.guilds?.[0]?.channels.map(({ name }) => name)).toEqual(['news']);
  const { whole, changed } = await stream.next('messages');
  expect([whole, changed?.map((one) => one.id)]).toEqual([true, [id]]);
});

test('the stream sends each change and nothing else', async () => {
  const writer = here.discord.actor(here.moderator);
  writer.send(here.news, 'The first');
  const stream = await listen(here.reader, here.news);
  await stream.next('messages');
  const sent = writer.send(here.news, 'The second');
  expect((await stream.next('messages')).changed?.map((one) => one.content)).toEqual([
    'The second',
  ]);
  writer.editOwn(sent, 'The second, corrected');
  const { whole, changed } = await stream.next('messages');
  expect([whole, changed?.map((one) => one.content)]).toEqual([false, ['The second, corrected']]);
  writer.deleteMessage(sent);
  expect((await stream.next('messages')).removed).toEqual([sent.id]);
});

test('a reader receives nothing of the moderators’ channel', async () => {
  here.discord.actor(here.moderator).send(here.moderators, 'A case');
  const stream = await listen(here.reader, here.moderators);
  const frame = await stream.next('frame');
  expect(JSON.stringify(frame)).not.toContain(here.moderators);
  const told = await stream.next('messages');
  expect([told.hidden, told.changed]).toEqual([true, undefined]);
  const seen = await (await listen(here.moderator, here.moderators)).next('messages');
  expect(seen.changed?.map((one) => one.content)).toEqual(['A case']);
});

test('a thread that is locked is shown as locked at once', async () => {
  const moderator = here.discord.actor(here.moderator);
  const story = moderator.send(here.news, 'A story');
  const thread = moderator.openThread(story, 'Its discussion');
  const stream = await listen(here.reader, thread.id);
  const threadIn = (data: Awaited<ReturnType<Listening['next']>>) => data.guilds?.[0]?.threads[0];
  expect(threadIn(await stream.next('frame'))).toMatchObject({ id: thread.id, locked: false });
  moderator.lockThread(thread.id);
  const locked = await stream.next('frame', (data) => threadIn(data)?.locked === true);
  expect(threadIn(locked)).toMatchObject({ id: thread.id, locked: true, archived: false });
});

test('the stream sends the newest messages and says that there are earlier ones', async () => {
  const writer = here.discord.actor(here.moderator);
  for (const text of ['one', 'two', 'three']) writer.send(here.news, text);
  const told = await (await listen(here.reader, here.news, 2)).next('messages');
  expect(told.changed?.map((one) => one.content)).toEqual(['two', 'three']);
  expect(told.earlier).toBe(true);
});

test('the stream sends the new time when the demo’s clock is moved', async () => {
  const stream = await listen(here.reader, here.news);
  const { now } = await stream.next('clock');
  here.clock.now += 86_400_000;
  here.discord.actor(here.moderator).send(here.news, 'A day later');
  expect(await stream.next('clock')).toEqual({ now: (now ?? 0) + 86_400_000 });
});

test('a person whom the page does not know gets no stream', async () => {
  const owner = here.guild.ownerId;
  const said = await here.ask('GET', `/api/events?as=${owner}&channel=${here.news}`);
  expect(said.status).toBe(400);
});

test('closing the page ends its streams', async () => {
  const stream = await listen(here.reader, here.news);
  await stream.next('messages');
  await here.page.close();
  await expect(stream.next('messages')).rejects.toThrow();
});

test('the page knows who its visitors are, and when the last one of a person has left', async () => {
  const { visitors } = here.page;
  await visitors.untilGone(here.moderator);
  const [one, other] = [
    await here.listen(here.moderator, here.news),
    await here.listen(here.moderator, here.moderators),
  ];
  expect([visitors.isHere(here.moderator), visitors.isHere(here.reader)]).toEqual([true, false]);
  const gone = visitors.untilGone(here.moderator);
  one.end();
  expect(visitors.isHere(here.moderator)).toBe(true);
  other.end();
  await gone;
  expect(visitors.isHere(here.moderator)).toBe(false);
});

test('notices come with the stream, and again when they change', async () => {
  const notices = [{ text: 'The feed cannot be read.', againAt: 5 }];
  const other = await visit(null, notices);
  const stream = await other.listen(other.reader, other.news);
  expect(await stream.next('notices')).toEqual(notices);
  notices.pop();
  expect(await stream.next('notices')).toEqual([]);
  stream.end();
  await other.leave();
});
