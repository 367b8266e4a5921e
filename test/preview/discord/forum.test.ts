import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let api: ReturnType<typeof apiOf>;
let forum: string;
let tags: string[];

beforeEach(async () => {
  here = await stage();
  api = apiOf(here);
  forum = here.discord.addChannel(here.guild.id, {
    name: 'desk',
    type: 'forum',
    tags: ['local', 'sport', { name: 'official', moderated: true }],
  }).id;
  const channel = here.discord.channels(here.guild.id).find((one) => one.id === forum);
  tags = (channel?.available_tags ?? []).map((tag) => tag.id);
});
afterEach(async () => here.end());

const message = { content: 'Opening words' };
const post = async (more: object = {}) =>
  api('POST', `/channels/${forum}/threads`, { name: 'Pier', message, ...more });

test('a forum post takes tags of its forum, and a moderated tag requires Manage Threads', async () => {
  const made = await post({ applied_tags: [tags[0]] });
  expect(made.body).toMatchObject({ parent_id: forum, applied_tags: [tags[0]] });
  const id = String(made.body['id']);
  expect(here.discord.message(id, id)?.content).toBe('Opening words');
  expect((await post({ applied_tags: [tags[2]] })).status).toBe(201);
  here.discord.faults.revokePermissions(here.bot.applicationId, here.guild.id, 'ManageThreads');
  expect((await post({ applied_tags: [tags[2]] })).body['code']).toBe(50_013);
  const unknown = await post({ applied_tags: ['100000000000000001'] });
  expect(JSON.stringify(unknown.body)).toContain('INVALID_TAG');
});

test('the last tag of a post cannot be removed in a forum that requires a tag', async () => {
  here.discord.setChannel(forum, { requireTag: true });
  expect((await post()).body['code']).toBe(40_067);
  const made = await post({ applied_tags: [tags[0]] });
  const path = `/channels/${String(made.body['id'])}`;
  expect((await api('PATCH', path, { applied_tags: [] })).body['code']).toBe(40_067);
  const retagged = await api('PATCH', path, { applied_tags: [tags[1], tags[2]] });
  expect(retagged.body['applied_tags']).toEqual([tags[1], tags[2]]);
});

test('a forum has at most one pinned post', async () => {
  const first = `/channels/${String((await post()).body['id'])}`;
  const second = `/channels/${String((await post()).body['id'])}`;
  expect((await api('PATCH', first, { flags: 2 })).body['flags']).toBe(2);
  expect((await api('PATCH', second, { flags: 2 })).body['code']).toBe(30_047);
  await api('PATCH', first, { flags: 0 });
  expect((await api('PATCH', second, { flags: 2 })).status).toBe(200);
});

test('deleting the first message of a forum post leaves the post', async () => {
  const id = String((await post()).body['id']);
  expect((await api('DELETE', `/channels/${id}/messages/${id}`)).status).toBe(204);
  expect(here.discord.thread(id)?.name).toBe('Pier');
});
