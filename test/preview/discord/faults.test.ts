import type { Client, TextChannel } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
afterEach(async () => here.end());
beforeEach(async () => {
  here = await stage();
});

const posting = 'POST /channels/:channel/messages';
const post = async (content = 'Story', more: object = {}) =>
  apiOf(here)('POST', `/channels/${here.news}/messages`, { content, ...more });

test('a call that fails "before" has no effect, a call that fails "after" has one', async () => {
  const { faults } = here.discord;
  faults.failNext(posting, { status: 502, count: 2 });
  expect([(await post()).status, (await post()).status]).toEqual([502, 502]);
  expect(here.discord.messages(here.news)).toEqual([]);
  faults.failNext(posting, { status: 504, when: 'after' });
  expect((await post()).status).toBe(504);
  expect(here.discord.messages(here.news)).toHaveLength(1);
  expect((await post()).status).toBe(200);
  expect(here.discord.calls.count(posting)).toBe(4);
  expect(here.discord.calls.count(posting, 200)).toBe(1);
});

test('after a cut connection discord.js posts again, and the nonce prevents a second message', async () => {
  const client: Client<true> = await here.client();
  const channel = (await client.channels.fetch(here.news)) as TextChannel;
  here.discord.faults.failNext(posting, { status: 500, when: 'after' });
  await channel.send({ content: 'Once', nonce: 'n1', enforceNonce: true });
  expect(here.discord.calls.count(posting)).toBe(2);
  expect(here.discord.messages(here.news)).toHaveLength(1);
  here.discord.faults.failNext(posting, { status: 'drop', when: 'after' });
  await expect(post('Cut off')).rejects.toThrow();
  expect(here.discord.messages(here.news)).toHaveLength(2);
});

test('a held call waits until it is released, before or after its effect', async () => {
  const before = here.discord.faults.holdNext(/^POST \/channels\/\d+\/messages$/);
  const first = post('One');
  await before.reached;
  expect(here.discord.messages(here.news)).toEqual([]);
  before.release();
  await first;
  const after = here.discord.faults.holdNext(posting, 'after');
  const second = post('Two');
  expect((await after.reached).status).toBe(200);
  expect(here.discord.messages(here.news)).toHaveLength(2);
  after.release();
  expect((await second).status).toBe(200);
});

test('listeners see each call before it runs and after it took effect', async () => {
  const seen: unknown[] = [];
  const leave = here.discord.faults.onCall((call) => {
    if (call.route !== '/channels/:channel/messages') return;
    const held = here.discord.messages(here.news).length;
    seen.push([call.phase, call.status, held, call.body]);
  });
  await post();
  leave();
  await post();
  expect(seen).toEqual([
    ['before', null, 0, { content: 'Story' }],
    ['after', 200, 1, { content: 'Story' }],
  ]);
});

test('a test can rate-limit the next call', async () => {
  here.discord.faults.rateLimitNext(posting, 0.5, 'shared');
  const limited = await post();
  expect(limited).toMatchObject({ status: 429, body: { retry_after: 0.5, global: false } });
  expect(limited.headers.get('x-ratelimit-scope')).toBe('shared');
  expect((await post()).status).toBe(200);
});

test('a channel takes five posts in five seconds, and the sixth is rate-limited', async () => {
  const strict = await stage({ rateLimits: true });
  const api = apiOf(strict);
  const say = async () => api('POST', `/channels/${strict.news}/messages`, { content: 'x' });
  const answers = [];
  for (let count = 0; count < 6; count += 1) answers.push(await say());
  expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(answers.map((one) => one.headers.get('x-ratelimit-remaining'))).toEqual([
    '4',
    '3',
    '2',
    '1',
    '0',
    '0',
  ]);
  const last = answers.at(-1);
  expect(last?.body['retry_after']).toBeLessThanOrEqual(5);
  expect(last?.headers.get('retry-after')).toMatch(/^[1-5]$/);
  await strict.end();
});

test('a third rename within ten minutes is refused', async () => {
  const strict = await stage({ rateLimits: true, permissions: ['Administrator'] });
  const statuses = [];
  for (const name of ['a', 'b', 'c']) {
    const answer = await apiOf(strict)('PATCH', `/channels/${strict.news}`, { name });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  await strict.end();
});

test('the fourth edit of an old message within six seconds is refused with 30046', async () => {
  const strict = await stage({ rateLimits: true });
  const api = apiOf(strict);
  const { body } = await api('POST', `/channels/${strict.news}/messages`, { content: 'x' });
  strict.clock.now += 3_600_001;
  const codes = [];
  for (const content of ['a', 'b', 'c', 'd']) {
    const path = `/channels/${strict.news}/messages/${String(body['id'])}`;
    codes.push((await api('PATCH', path, { content })).body['code']);
  }
  expect(codes).toEqual([undefined, undefined, undefined, 30_046]);
  await strict.end();
});

test('waitFor resolves with the change, and rejects on a timeout or an abort', async () => {
  const waiting = here.discord.waitFor((discord) => discord.messages(here.news)[0]);
  await post('At last');
  expect((await waiting).content).toBe('At last');
  const never = here.discord.waitFor(() => false, { timeoutMs: 1, what: 'a miracle' });
  await expect(never).rejects.toThrow('a miracle');
  const signal = AbortSignal.abort(new Error('stop'));
  await expect(here.discord.waitFor(() => false, { signal })).rejects.toThrow('stop');
});

test('listeners receive the deletion of a message by a person', async () => {
  const told: string[] = [];
  here.discord.subscribe((change) => told.push(change.name));
  const { body } = await post();
  here.discord.actor(here.moderator).deleteMessage(String(body['id']));
  here.discord.faults.deleteChannel(here.news);
  expect(told).toEqual(['MESSAGE_CREATE', 'call', 'MESSAGE_DELETE', 'CHANNEL_DELETE']);
});

test('broken JSON is answered with 50109', async () => {
  const response = await fetch(`${here.discord.url}/v10/channels/${here.news}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${here.bot.token}`, 'content-type': 'application/json' },
    body: '{"content": ',
  });
  expect([response.status, ((await response.json()) as { code: number }).code]).toEqual([
    400, 50_109,
  ]);
});

test('the server closes at once while a bot is connected and a call is held', async () => {
  await here.client();
  const held = here.discord.faults.holdNext(posting);
  const call = post().catch(() => 'cut');
  await held.reached;
  await here.discord.close();
  await call;
});
