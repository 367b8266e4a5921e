import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import type { Reply } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let api: ReturnType<typeof apiOf>;
/** Stands still: a slow machine lets no limit run out. */
const elapsed = () => 0;

async function open(options: Parameters<typeof stage>[0] = {}): Promise<void> {
  here = await stage({ permissions: ['Administrator'], rateLimits: true, elapsed, ...options });
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

test('the fifty-first request in a second exceeds the global limit', async () => {
  const answers = await Promise.all(
    Array.from({ length: 51 }, async (_, at) =>
      api('GET', at % 2 === 0 ? '/gateway/bot' : `/channels/${here.news}`),
    ),
  );
  const over = answers.filter((one) => one.status === 429);
  expect(over).toHaveLength(1);
  expect(over[0]?.body['global']).toBe(true);
  expect(over[0]?.headers.get('x-ratelimit-global')).toBe('true');
  expect(over[0]?.headers.get('x-ratelimit-scope')).toBe('global');
});

test('a rate-limit bucket has one name for all channels and counts each channel separately', async () => {
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

describe('too many refused requests', () => {
  beforeEach(async () => {
    await here.end();
    await open({ rateLimits: false, limits: { invalidRequests: 3 } });
  });

  test('too many refused requests ban the address for all calls', async () => {
    await times(3, async () => apiOf(here, 'wrong')('GET', '/gateway/bot'));
    const response = await fetch(`${here.discord.url}/v10/gateway/bot`, {
      headers: { authorization: `Bot ${here.bot.token}` },
    });
    expect([response.status, await response.text()]).toEqual([429, 'error code: 1015']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(500);
  });

  test('answers of 404 and of shared rate limits do not count towards the ban', async () => {
    await times(4, async () => api('GET', '/channels/100000000000000001'));
    here.discord.faults.rateLimitNext('GET /gateway/bot', 1, 'shared', 4);
    await times(4, async () => api('GET', '/gateway/bot'));
    expect((await api('GET', '/gateway/bot')).status).toBe(200);
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

  test('a request may have 10 MiB per file and 25 MiB in total', async () => {
    expect(await upload([10 * mib])).toEqual([200, undefined]);
    expect(await upload([10 * mib + 1])).toEqual([413, 40_005]);
    expect(await upload([9 * mib, 9 * mib, 9 * mib])).toEqual([413, 40_005]);
  });

  test('a JSON body over the size limit is refused', async () => {
    const answer = await api('POST', `/channels/${here.news}/messages`, {
      content: 'x'.repeat(mib),
    });
    expect([answer.status, answer.body['code']]).toEqual([413, 40_005]);
  });
});

test('an application can create two hundred commands a day', async () => {
  await here.end();
  await open({ rateLimits: false, limits: { commandCreatesPerDay: 2 } });
  const path = `/applications/${here.bot.applicationId}/commands`;
  const make = async (...names: string[]) =>
    api(
      'PUT',
      path,
      names.map((name) => ({ name, description: 'x' })),
    );
  const answers = [await make('one'), await make('one', 'two'), await make('two', 'three')];
  expect(statuses(answers)).toEqual([200, 200, 429]);
  expect(answers.at(-1)?.body['code']).toBe(30_034);
  here.clock.now += 86_400_000;
  expect((await make('two', 'three')).status).toBe(200);
});

describe('faults upon one call', () => {
  const posting = 'POST /channels/:id/messages';
  const post = async () => api('POST', `/channels/${here.news}/messages`, { content: 'x' });

  beforeEach(async () => {
    await here.end();
    await open({ rateLimits: false });
  });

  test('a call can be held before its effect and fail after it', async () => {
    const { faults } = here.discord;
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

  test('faults of one route come in order: a 429, then a 500, then a cut connection', async () => {
    const { faults } = here.discord;
    faults.rateLimitNext(posting, 1);
    faults.failNext(posting, { status: 500 });
    faults.failNext(posting, { status: 'drop' });
    expect(statuses([await post(), await post()])).toEqual([429, 500]);
    await expect(post()).rejects.toThrow();
    expect(here.discord.messages(here.news)).toEqual([]);
  });

  test('a held call fails with Unknown Channel when its channel is deleted meanwhile', async () => {
    const held = here.discord.faults.holdNext(posting);
    const answer = post();
    await held.reached;
    here.discord.faults.deleteChannel(here.news);
    held.release();
    expect((await answer).body['code']).toBe(10_003);
  });

  test('a held call fails when its permission is revoked meanwhile', async () => {
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
