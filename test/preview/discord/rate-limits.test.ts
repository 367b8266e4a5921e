import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import type { Reply } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let api: ReturnType<typeof apiOf>;

async function open(options: Parameters<typeof stage>[0] = {}): Promise<void> {
  here = await stage({ permissions: ['Administrator'], rateLimits: true, ...options });
  api = apiOf(here);
}
beforeEach(async () => open());
afterEach(async () => here.end());

async function times(count: number, call: (at: number) => Promise<Reply>): Promise<Reply[]> {
  const answers: Reply[] = [];
  for (let at = 0; at < count; at += 1) answers.push(await call(at));
  return answers;
}
const statuses = (answers: readonly Reply[]) => answers.map((one) => one.status);

test('the fifty-first request in a second is over the global limit', async () => {
  const answers = await Promise.all(
    Array.from({ length: 51 }, async (_, at) =>
      api('GET', at % 2 === 0 ? '/users/@me' : `/guilds/${here.guild.id}`),
    ),
  );
  const over = answers.filter((one) => one.status === 429);
  expect(over).toHaveLength(1);
  expect(over[0]?.body['global']).toBe(true);
  expect(over[0]?.headers.get('x-ratelimit-global')).toBe('true');
  expect(over[0]?.headers.get('x-ratelimit-scope')).toBe('global');
});

test('a bucket has one name for all channels, and counts each by itself', async () => {
  const other = here.discord.addChannel(here.guild.id, { name: 'sport' });
  const say = async (channel: string) =>
    api('POST', `/channels/${channel}/messages`, { content: 'x' });
  const news = await times(6, async () => say(here.news));
  const sport = await say(other.id);
  expect([statuses(news).at(-1), sport.status]).toEqual([429, 200]);
  const bucket = (reply: Reply | undefined) => reply?.headers.get('x-ratelimit-bucket');
  expect(bucket(sport)).toBe(bucket(news[0]));
  expect(news.at(-1)?.headers.get('x-ratelimit-scope')).toBe('user');
  expect(bucket(await api('GET', `/channels/${here.news}`))).not.toBe(bucket(sport));
});

test('adding and removing a reaction share a bucket', async () => {
  const { body } = await api('POST', `/channels/${here.news}/messages`, { content: 'x' });
  const path = `/channels/${here.news}/messages/${String(body['id'])}/reactions`;
  const emoji = encodeURIComponent('👍');
  const added = await api('PUT', `${path}/${emoji}/@me`);
  const removed = await api('DELETE', `${path}/${emoji}/@me`);
  expect([added.status, removed.status]).toEqual([204, 429]);
  expect(removed.headers.get('x-ratelimit-bucket')).toBe(added.headers.get('x-ratelimit-bucket'));
});

test('a webhook posts five times in two seconds, each for itself, all thirty a minute', async () => {
  const hooks = Array.from({ length: 7 }, (_, at) =>
    here.discord.addWebhook(here.news, { name: `Desk ${at}` }),
  );
  const bare = apiOf(here, null);
  const say = async (at: number) => {
    const hook = hooks[at];
    return bare('POST', `/webhooks/${hook?.id}/${hook?.token}`, { content: 'x' });
  };
  const first = await times(6, async () => say(0));
  expect(statuses(first)).toEqual([204, 204, 204, 204, 204, 429]);
  expect(first.at(-1)?.headers.get('x-ratelimit-scope')).toBe('user');
  for (const at of [1, 2, 3, 4, 5]) await times(5, async () => say(at));
  const last = await say(6);
  expect(last.status).toBe(429);
  expect(last.headers.get('x-ratelimit-scope')).toBe('shared');
});

test('an announcement is published once, ten an hour, with its flag', async () => {
  await here.end();
  await open({ rateLimits: false });
  const wire = here.discord.addChannel(here.guild.id, { name: 'wire', type: 'announcement' });
  const post = async (channel: string) =>
    String((await api('POST', `/channels/${channel}/messages`, { content: 'x' })).body['id']);
  const id = await post(wire.id);
  const path = `/channels/${wire.id}/messages/${id}/crosspost`;
  const published = await api('POST', path);
  expect(published.body).toMatchObject({ id, flags: 1 });
  expect((await api('POST', path)).body['code']).toBe(40_033);
  const elsewhere = await post(here.news);
  const wrong = await api('POST', `/channels/${here.news}/messages/${elsewhere}/crosspost`);
  expect(wrong.body['code']).toBe(50_024);
});

test('the eleventh announcement of an hour waits', async () => {
  const wire = here.discord.addChannel(here.guild.id, { name: 'wire', type: 'announcement' });
  const owner = here.discord.actor(here.guild.ownerId);
  const ids = Array.from({ length: 11 }, () => owner.send(wire.id, 'x').id);
  const answers = await times(11, async (at) =>
    api('POST', `/channels/${wire.id}/messages/${ids[at]}/crosspost`),
  );
  expect(statuses(answers)).toEqual([...Array<number>(10).fill(200), 429]);
  expect(answers.at(-1)?.body['retry_after']).toBeGreaterThan(3_000);
});

describe('too many refused requests', () => {
  beforeEach(async () => {
    await here.end();
    await open({ rateLimits: false, limits: { invalidRequests: 3 } });
  });

  test('ban the address for all calls, whoever makes them', async () => {
    await times(3, async () => apiOf(here, 'wrong')('GET', '/users/@me'));
    const response = await fetch(`${here.discord.url}/v10/users/@me`, {
      headers: { authorization: `Bot ${here.bot.token}` },
    });
    expect([response.status, await response.text()]).toEqual([429, 'error code: 1015']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(500);
  });

  test('are not those that are not found, nor those of a shared limit', async () => {
    await times(4, async () => api('GET', '/channels/100000000000000001'));
    here.discord.faults.rateLimitNext('GET /users/@me', 1, 'shared', 4);
    await times(4, async () => api('GET', '/users/@me'));
    expect((await api('GET', '/users/@me')).status).toBe(200);
  });
});

describe('the size of a request', () => {
  const upload = async (files: readonly number[]) => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'Export' }));
    for (const [at, bytes] of files.entries()) {
      form.set(`files[${at}]`, new Blob([new Uint8Array(bytes)]), `part-${at}.bin`);
    }
    const response = await fetch(`${here.discord.url}/v10/channels/${here.news}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${here.bot.token}` },
      body: form,
    });
    return [response.status, ((await response.json()) as { code?: number }).code];
  };
  const mib = 1024 * 1024;

  test('is 10 MiB a file and 25 MiB in all', async () => {
    expect(await upload([10 * mib])).toEqual([200, undefined]);
    expect(await upload([10 * mib + 1])).toEqual([413, 40_005]);
    expect(await upload([9 * mib, 9 * mib, 9 * mib])).toEqual([413, 40_005]);
  });

  test('of JSON is bounded too', async () => {
    const answer = await api('POST', `/channels/${here.news}/messages`, {
      content: 'x'.repeat(mib),
    });
    expect([answer.status, answer.body['code']]).toEqual([413, 40_005]);
  });
});

test('two hundred new commands a day are enough', async () => {
  await here.end();
  await open({ rateLimits: false, limits: { commandCreatesPerDay: 2 } });
  const path = `/applications/${here.bot.applicationId}/commands`;
  const make = async (name: string) => api('POST', path, { name, description: 'x' });
  const answers = [await make('one'), await make('two'), await make('two'), await make('three')];
  expect(statuses(answers)).toEqual([201, 201, 200, 429]);
  expect(answers.at(-1)?.body['code']).toBe(30_034);
  here.clock.now += 86_400_000;
  expect((await make('three')).status).toBe(201);
});

describe('faults upon one call', () => {
  const posting = 'POST /channels/:id/messages';
  const post = async () => api('POST', `/channels/${here.news}/messages`, { content: 'x' });

  beforeEach(async () => {
    await here.end();
    await open({ rateLimits: false });
  });

  test('compose: delayed and held before, failed after', async () => {
    const { faults } = here.discord;
    faults.delayNext(posting, { ms: 1 });
    const held = faults.holdNext(posting);
    faults.failNext(posting, { status: 503, when: 'after' });
    const answer = post();
    await held.reached;
    expect(here.discord.messages(here.news)).toEqual([]);
    held.release();
    expect((await answer).status).toBe(503);
    expect(here.discord.messages(here.news)).toHaveLength(1);
    expect((await post()).status).toBe(200);
  });

  test('come one after another: a 429, then a 500, then a cut line', async () => {
    const { faults } = here.discord;
    faults.rateLimitNext(posting, 1);
    faults.failNext(posting, { status: 500 });
    faults.failNext(posting, { status: 'drop' });
    expect(statuses([await post(), await post()])).toEqual([429, 500]);
    await expect(post()).rejects.toThrow();
    expect(here.discord.messages(here.news)).toEqual([]);
  });

  test('delay the next ones by so much, before or after they took effect', async () => {
    const { faults } = here.discord;
    faults.delayNext(posting, { ms: 60_000, count: 2, when: 'after' });
    const answers = [post(), post()];
    await here.discord.waitFor((discord) => discord.messages(here.news).length === 2);
    expect(here.discord.calls.count(posting)).toBe(0);
    faults.releaseAll();
    expect(statuses(await Promise.all(answers))).toEqual([200, 200]);
  });

  test('meet other faults: a channel deleted while a call is held is unknown to it', async () => {
    const held = here.discord.faults.holdNext(posting);
    const answer = post();
    await held.reached;
    here.discord.faults.deleteChannel(here.news);
    held.release();
    expect((await answer).body['code']).toBe(10_003);
  });

  test('meet a permission revoked in mid-call', async () => {
    await here.end();
    await open({ rateLimits: false, permissions: ['ViewChannel', 'SendMessages'] });
    const held = here.discord.faults.holdNext(posting);
    const answer = post();
    await held.reached;
    const { applicationId } = here.bot;
    here.discord.faults.revokePermissions(applicationId, here.guild.id, 'SendMessages');
    held.release();
    expect((await answer).body['code']).toBe(50_013);
  });
});
