import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let api: ReturnType<typeof apiOf>;

async function open(options: Parameters<typeof stage>[0] = {}): Promise<void> {
  here = await stage({ permissions: ['Administrator'], ...options });
  api = apiOf(here);
}
beforeEach(async () => open());
afterEach(async () => here.end());

const codeOf = async (method: string, path: string, body?: unknown) => {
  const answer = await api(method, path, body);
  return answer.body['code'] ?? answer.status;
};
const post = async (content: string) => api('POST', `/channels/${here.news}/messages`, { content });

describe('slow mode', () => {
  test('slow mode delays readers, but not bots or members who may bypass it', async () => {
    here.discord.setChannel(here.news, { slowModeSeconds: 30 });
    const reader = here.discord.actor(here.reader);
    reader.send(here.news, 'One');
    here.clock.now += 29_999;
    expect(() => reader.send(here.news, 'Two')).toThrow(expect.objectContaining({ code: 20_016 }));
    here.clock.now += 1;
    expect(reader.send(here.news, 'Three').content).toBe('Three');
    const free = here.discord.addRole(here.guild.id, {
      name: 'Regulars',
      permissions: ['BypassSlowmode'],
    });
    here.discord.setMemberRoles(here.guild.id, here.reader, [free.id]);
    expect(reader.send(here.news, 'Four').content).toBe('Four');
    await post('a');
    expect((await post('b')).status).toBe(200);
  });

  test('a thread has its own slow mode, and slow mode also limits new threads', async () => {
    here.discord.setChannel(here.news, { slowModeSeconds: 30 });
    const reader = here.discord.actor(here.reader);
    const story = String((await post('Story')).body['id']);
    const second = String((await post('Second')).body['id']);
    const thread = reader.openThread(story, 'Talk');
    expect(() => reader.openThread(second, 'Talk')).toThrow('slowmode');
    reader.send(thread.id, 'One');
    expect(reader.send(thread.id, 'Two').content).toBe('Two');
    await api('PATCH', `/channels/${story}`, { rate_limit_per_user: 10 });
    reader.send(thread.id, 'Three');
    expect(() => reader.send(thread.id, 'Four')).toThrow('slowmode');
  });
});

test('a member in a timeout can neither write nor create or unarchive threads', async () => {
  const story = String((await post('Story')).body['id']);
  const reader = here.discord.actor(here.reader);
  const mine = reader.send(here.news, 'Mine');
  const thread = reader.openThread(mine.id, 'Talk');
  await api('PATCH', `/channels/${thread.id}`, { archived: true });
  here.discord.timeOut(here.guild.id, here.reader, here.clock.now + 60_000);
  for (const act of [
    () => reader.send(here.news, 'x'),
    () => reader.send(thread.id, 'x'),
    () => reader.openThread(story, 'x'),
    () => reader.unarchiveThread(thread.id),
  ]) {
    expect(act).toThrow(expect.objectContaining({ code: 50_013 }));
  }
  here.discord.timeOut(here.guild.id, here.reader, null);
  expect(reader.send(thread.id, 'Back').content).toBe('Back');
});

describe('a guild full of threads', () => {
  beforeEach(async () => {
    await here.end();
    await open({ limits: { activeThreads: 2, activeAnnouncementThreads: 1 } });
  });

  test('at the cap of active threads none can be created or unarchived until one is archived', async () => {
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c']) ids.push(String((await post(content)).body['id']));
    const thread = async (id: string | undefined) =>
      codeOf('POST', `/channels/${here.news}/messages/${id}/threads`, { name: 'Talk' });
    expect([await thread(ids[0]), await thread(ids[1]), await thread(ids[2])]).toEqual([
      201, 201, 160_006,
    ]);
    expect(await codeOf('PATCH', `/channels/${ids[0]}`, { archived: true })).toBe(200);
    expect(await thread(ids[2])).toBe(201);
    expect(await codeOf('PATCH', `/channels/${ids[0]}`, { archived: false })).toBe(160_006);
    const wake = `/channels/${ids[0]}/messages`;
    expect(await codeOf('POST', wake, { content: 'x' })).toBe(160_006);
  });

  test('announcement threads have a cap of their own', async () => {
    const wire = here.discord.addChannel(here.guild.id, { name: 'wire', type: 'announcement' });
    const codes = [];
    for (const content of ['a', 'b']) {
      const { body } = await api('POST', `/channels/${wire.id}/messages`, { content });
      const path = `/channels/${wire.id}/messages/${String(body['id'])}/threads`;
      codes.push(await codeOf('POST', path, { name: 'Talk' }));
    }
    expect(codes).toEqual([201, 160_007]);
  });
});

test('a channel refuses one pin more than its limit', async () => {
  await here.end();
  await open({ limits: { pins: 1 } });
  const first = String((await post('a')).body['id']);
  const second = String((await post('b')).body['id']);
  const pin = async (id: string) => codeOf('PUT', `/channels/${here.news}/messages/pins/${id}`);
  expect([await pin(first), await pin(second)]).toEqual([204, 30_003]);
});

test('archived public threads are listed in pages, newest first, without private ones', async () => {
  const open = async (name: string, type: number) => {
    const { body } = await api('POST', `/channels/${here.news}/threads`, { name, type });
    here.clock.now += 1_000;
    await api('PATCH', `/channels/${String(body['id'])}`, { archived: true });
  };
  for (const name of ['a', 'b', 'c']) await open(name, 11);
  await open('hidden', 12);
  const names = async (path: string) => {
    const { body } = await api('GET', `/channels/${here.news}/${path}`);
    return {
      names: (body['threads'] as { name: string }[]).map((one) => one.name).join(''),
      more: body['has_more'],
    };
  };
  expect(await names('threads/archived/public?limit=2')).toEqual({ names: 'cb', more: true });
  const before = encodeURIComponent(new Date(here.clock.now - 2_000).toISOString());
  expect(await names(`threads/archived/public?before=${before}`)).toEqual({
    names: 'a',
    more: false,
  });
});
