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
  test('holds a reader back, but no bot and nobody with the right to bypass it', async () => {
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

  test('of a thread is its own, and new threads wait too', async () => {
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

test('a member in time-out neither writes, reacts, opens threads nor wakes one', async () => {
  const story = String((await post('Story')).body['id']);
  const reader = here.discord.actor(here.reader);
  const mine = reader.send(here.news, 'Mine');
  const thread = reader.openThread(mine.id, 'Talk');
  await api('PATCH', `/channels/${thread.id}`, { archived: true });
  const path = `/guilds/${here.guild.id}/members/${here.reader}`;
  const until = new Date(here.clock.now + 60_000).toISOString();
  expect(await codeOf('PATCH', path, { communication_disabled_until: until })).toBe(200);
  for (const act of [
    () => reader.send(here.news, 'x'),
    () => reader.send(thread.id, 'x'),
    () => reader.react(story, '👍'),
    () => reader.openThread(story, 'x'),
    () => reader.unarchiveThread(thread.id),
  ]) {
    expect(act).toThrow(expect.objectContaining({ code: 50_013 }));
  }
  here.discord.timeOut(here.guild.id, here.reader, null);
  expect(reader.send(thread.id, 'Back').content).toBe('Back');
});

test('nobody times out the owner, a higher role or an administrator', async () => {
  const until = new Date(here.clock.now + 60_000).toISOString();
  const timeOut = async (userId: string) =>
    codeOf('PATCH', `/guilds/${here.guild.id}/members/${userId}`, {
      communication_disabled_until: until,
    });
  const admin = here.discord.addRole(here.guild.id, {
    name: 'Admins',
    permissions: ['Administrator'],
    position: 1,
  });
  const above = here.discord.addRole(here.guild.id, { name: 'Above', position: 99 });
  const administrator = here.discord.addMember(here.guild.id, { roles: [admin.id] });
  const higher = here.discord.addMember(here.guild.id, { roles: [above.id] });
  expect(await timeOut(here.guild.ownerId)).toBe(50_013);
  expect(await timeOut(administrator.id)).toBe(50_013);
  expect(await timeOut(higher.id)).toBe(50_013);
  expect(await timeOut(here.reader)).toBe(200);
});

describe('AutoMod', () => {
  test('refuses words in messages, edits, embeds, webhooks and titles', async () => {
    const id = String((await post('Fine')).body['id']);
    here.discord.faults.blockWords(here.guild.id, ['Barnacle']);
    const news = `/channels/${here.news}`;
    expect((await post('a BARNACLE!')).body['code']).toBe(200_000);
    expect(await codeOf('PATCH', `${news}/messages/${id}`, { content: 'barnacle' })).toBe(200_000);
    const embeds = [{ title: 'Barnacles' }];
    expect(await codeOf('POST', `${news}/messages`, { embeds })).toBe(200_000);
    const thread = `${news}/messages/${id}/threads`;
    expect(await codeOf('POST', thread, { name: 'Barnacle talk' })).toBe(200_001);
    expect(await codeOf('POST', thread, { name: 'Talk' })).toBe(201);
    expect(await codeOf('PATCH', `/channels/${id}`, { name: 'barnacle' })).toBe(200_001);
    const hook = here.discord.addWebhook(here.news, { name: 'Desk' });
    const path = `/webhooks/${hook.id}/${hook.token}`;
    expect(await codeOf('POST', path, { content: 'barnacle' })).toBe(200_000);
    const reader = here.discord.actor(here.reader);
    expect(() => reader.send(here.news, 'barnacle')).toThrow('automatic moderation');
    const owner = here.discord.actor(here.guild.ownerId);
    expect(owner.send(here.news, 'barnacle').content).toBe('barnacle');
    here.discord.faults.blockWords(here.guild.id, []);
    expect((await post('barnacle')).status).toBe(200);
  });
});

describe('a guild full of threads', () => {
  beforeEach(async () => {
    await here.end();
    await open({ limits: { activeThreads: 2, activeAnnouncementThreads: 1 } });
  });

  test('takes no further one until one is archived, nor wakes one', async () => {
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

  test('counts announcement threads apart', async () => {
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

test('a channel takes so many pins and no more', async () => {
  await here.end();
  await open({ limits: { pins: 1 } });
  const first = String((await post('a')).body['id']);
  const second = String((await post('b')).body['id']);
  const pin = async (id: string) => codeOf('PUT', `/channels/${here.news}/messages/pins/${id}`);
  expect([await pin(first), await pin(second)]).toEqual([204, 30_003]);
  expect(await codeOf('DELETE', `/channels/${here.news}/messages/pins/${first}`)).toBe(204);
  expect(await pin(second)).toBe(204);
});

test('reactions of several people are counted, listed, and taken away by a moderator', async () => {
  const id = String((await post('Story')).body['id']);
  const path = `/channels/${here.news}/messages/${id}/reactions`;
  const thumb = encodeURIComponent('👍');
  here.discord.actor(here.reader).react(id, '👍');
  here.discord.actor(here.moderator).react(id, '👍');
  here.discord.actor(here.moderator).react(id, '🌊');
  expect(await codeOf('PUT', `${path}/${thumb}/@me`)).toBe(204);
  const counts = () =>
    (here.discord.message(here.news, id)?.reactions ?? []).map((one) => one['count']);
  expect(counts()).toEqual([3, 1]);
  const listed = await api('GET', `${path}/${thumb}?limit=2`);
  expect(listed.body).toMatchObject([{ id: here.reader }, { id: here.moderator }]);
  expect(await codeOf('DELETE', `${path}/${thumb}/${here.reader}`)).toBe(204);
  here.discord.actor(here.moderator).unreact(id, '🌊');
  expect(counts()).toEqual([2]);
  expect(await codeOf('DELETE', `${path}/${thumb}`)).toBe(204);
  here.discord.actor(here.reader).react(id, '🌊');
  expect(await codeOf('DELETE', path)).toBe(204);
  expect(counts()).toEqual([]);
  expect(await codeOf('PUT', `${path}/thumbsup/@me`)).toBe(10_014);
});

test('roles are made, changed, given, taken and deleted, but not above the bot', async () => {
  await here.end();
  await open({ permissions: ['ManageRoles', 'ViewChannel', 'SendMessages'] });
  const roles = `/guilds/${here.guild.id}/roles`;
  const made = await api('POST', roles, { name: 'Readers', mentionable: true, permissions: '0' });
  const id = String(made.body['id']);
  expect(made.body).toMatchObject({ name: 'Readers', mentionable: true, position: 1 });
  expect((await api('PATCH', `${roles}/${id}`, { name: 'Subscribers' })).body).toMatchObject({
    name: 'Subscribers',
  });
  const ofReader = `/guilds/${here.guild.id}/members/${here.reader}/roles/${id}`;
  const has = () =>
    here.discord.members(here.guild.id).find((one) => one.user.id === here.reader)?.roles;
  expect(await codeOf('PUT', ofReader)).toBe(204);
  expect(has()).toEqual([id]);
  expect(await codeOf('DELETE', ofReader)).toBe(204);
  expect(has()).toEqual([]);
  expect(await codeOf('POST', roles, { permissions: '8' })).toBe(50_013);
  const above = here.discord.addRole(here.guild.id, { name: 'Above', position: 99 });
  expect(await codeOf('DELETE', `${roles}/${above.id}`)).toBe(50_013);
  expect((await api('GET', `${roles}/${id}`)).status).toBe(200);
  expect(await codeOf('DELETE', `${roles}/${id}`)).toBe(204);
  expect(await codeOf('GET', `${roles}/${id}`)).toBe(10_011);
});

test('members are found, renamed, thrown out, banned and let in again', async () => {
  const members = `/guilds/${here.guild.id}/members`;
  const bans = `/guilds/${here.guild.id}/bans`;
  expect(await codeOf('GET', members)).toBe(50_001);
  const found = await api('GET', `${members}/search?query=ada`);
  expect(found.body).toMatchObject([{ user: { id: here.reader } }]);
  expect((await api('PATCH', `${members}/@me`, { nick: 'Wire' })).body).toMatchObject({
    nick: 'Wire',
  });
  expect(await codeOf('DELETE', `${members}/${here.reader}`)).toBe(204);
  expect(await codeOf('GET', `${members}/${here.reader}`)).toBe(10_007);
  expect(await codeOf('PUT', `${bans}/${here.moderator}`)).toBe(204);
  expect((await api('GET', bans)).body).toMatchObject([{ user: { id: here.moderator } }]);
  expect(await codeOf('GET', `${bans}/${here.moderator}`)).toBe(200);
  expect(await codeOf('DELETE', `${bans}/${here.moderator}`)).toBe(204);
  expect(await codeOf('GET', `${bans}/${here.moderator}`)).toBe(10_026);
  expect(await codeOf('DELETE', `${members}/${here.guild.ownerId}`)).toBe(50_013);
});

test('archived threads are listed by kind, the latest first, in pages', async () => {
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
  expect((await names('threads/archived/private')).names).toBe('hidden');
  expect((await names('users/@me/threads/archived/private')).names).toBe('hidden');
});
