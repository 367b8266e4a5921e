import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

test('a member opens a post with tags, but not with a moderated one', () => {
  const reader = here.discord.actor(here.reader);
  const thread = reader.post(forum, 'Pier closed', 'Since when?', [tags[0] ?? '']);
  expect(thread).toMatchObject({ parent_id: forum, applied_tags: [tags[0]] });
  expect(here.discord.message(thread.id, thread.id)?.content).toBe('Since when?');
  expect(() => reader.post(forum, 'Official', 'x', [tags[2] ?? ''])).toThrow('Missing Permissions');
  expect(() => reader.post(forum, 'Unknown', 'x', ['100000000000000001'])).toThrow('INVALID_TAG');
});

test('a forum that demands a tag lets nobody take the last one off', async () => {
  here.discord.setChannel(forum, { requireTag: true });
  expect((await post()).body['code']).toBe(40_067);
  const made = await post({ applied_tags: [tags[0]] });
  const path = `/channels/${String(made.body['id'])}`;
  expect((await api('PATCH', path, { applied_tags: [] })).body['code']).toBe(40_067);
  const retagged = await api('PATCH', path, { applied_tags: [tags[1], tags[2]] });
  expect(retagged.body['applied_tags']).toEqual([tags[1], tags[2]]);
});

test('one post of a forum is pinned at a time', async () => {
  const first = `/channels/${String((await post()).body['id'])}`;
  const second = `/channels/${String((await post()).body['id'])}`;
  expect((await api('PATCH', first, { flags: 2 })).body['flags']).toBe(2);
  expect((await api('PATCH', second, { flags: 2 })).body['code']).toBe(30_047);
  await api('PATCH', first, { flags: 0 });
  expect((await api('PATCH', second, { flags: 2 })).status).toBe(200);
});

test('deleting the first message leaves the post', async () => {
  const id = String((await post()).body['id']);
  expect((await api('DELETE', `/channels/${id}/messages/${id}`)).status).toBe(204);
  expect(here.discord.thread(id)?.name).toBe('Pier');
});

describe('a webhook in a forum', () => {
  let hook: string;
  const say = async (query: string, body: object) =>
    apiOf(here, null)('POST', `${hook}?wait=true${query}`, { content: 'As a desk', ...body });

  beforeEach(async () => {
    const made = await api('POST', `/channels/${forum}/webhooks`, { name: 'Ledger desk' });
    hook = `/webhooks/${String(made.body['id'])}/${String(made.body['token'])}`;
  });

  test('opens a post by thread_name, which shares its id with the message', async () => {
    const said = await say('', { thread_name: 'From the desk', applied_tags: [tags[0]] });
    const id = String(said.body['id']);
    expect(said.body['channel_id']).toBe(id);
    expect(here.discord.thread(id)).toMatchObject({
      name: 'From the desk',
      parent_id: forum,
      applied_tags: [tags[0]],
    });
    const more = await say(`&thread_id=${id}`, {});
    expect(more.body['channel_id']).toBe(id);
  });

  test('needs a thread, never two, and only there may it open one', async () => {
    const { body } = await post();
    expect((await say('', {})).body['code']).toBe(220_001);
    const both = await say(`&thread_id=${String(body['id'])}`, { thread_name: 'x' });
    expect(both.body['code']).toBe(220_002);
    const made = await api('POST', `/channels/${here.news}/webhooks`, { name: 'News desk' });
    hook = `/webhooks/${String(made.body['id'])}/${String(made.body['token'])}`;
    expect((await say('', { thread_name: 'x' })).body['code']).toBe(220_003);
    here.discord.setChannel(forum, { requireTag: true });
  });

  test('is refused without the tag that the forum demands', async () => {
    here.discord.setChannel(forum, { requireTag: true });
    expect((await say('', { thread_name: 'x' })).body['code']).toBe(40_067);
  });
});

describe('a webhook', () => {
  const button = {
    type: 1,
    components: [{ type: 2, style: 2, custom_id: 'flag', label: 'Flag' }],
  };
  const link = {
    type: 1,
    components: [{ type: 2, style: 5, url: 'https://ledger.example/', label: 'Read' }],
  };

  test('of the application carries buttons, a person’s only links, and only when asked', async () => {
    const own = await api('POST', `/channels/${here.news}/webhooks`, { name: 'Own' });
    const { id, token } = here.discord.addWebhook(here.news, { name: 'A person’s' });
    const bare = apiOf(here, null);
    const say = async (hook: string, query: string, components: object[]) =>
      bare('POST', `/webhooks/${hook}?wait=true${query}`, { content: 'x', components });
    const kept = await say(`${String(own.body['id'])}/${String(own.body['token'])}`, '', [button]);
    expect(kept.body['components']).toHaveLength(1);
    const silent = await say(`${id}/${token}`, '', [link]);
    expect(silent.body['components']).toEqual([]);
    const shown = await say(`${id}/${token}`, '&with_components=true', [link]);
    expect(shown.body['components']).toHaveLength(1);
    const refused = await say(`${id}/${token}`, '&with_components=true', [button]);
    expect(refused.body['code']).toBe(50_035);
  });

  test('is renamed, moved, listed, and there are fifteen of a channel at most', async () => {
    const other = here.discord.addChannel(here.guild.id, { name: 'sport' });
    const made = await api('POST', `/channels/${here.news}/webhooks`, { name: 'Desk' });
    const id = String(made.body['id']);
    const moved = await api('PATCH', `/webhooks/${id}`, { name: 'Sports', channel_id: other.id });
    expect(moved.body).toMatchObject({ name: 'Sports', channel_id: other.id });
    const byToken = `/webhooks/${id}/${String(made.body['token'])}`;
    const renamed = await apiOf(here, null)('PATCH', byToken, { name: 'Rowing' });
    expect(renamed.body).toMatchObject({ name: 'Rowing' });
    const listed = await api('GET', `/guilds/${here.guild.id}/webhooks`);
    expect(listed.body).toMatchObject([{ id, name: 'Rowing' }]);
    const statuses = [];
    for (let count = 0; count < 16; count += 1) {
      const one = await api('POST', `/channels/${here.news}/webhooks`, { name: `Desk ${count}` });
      statuses.push(one.body['code'] ?? one.status);
    }
    expect(statuses.slice(-2)).toEqual([200, 30_007]);
  });

  test('answers nothing without wait, and gives its message back when asked', async () => {
    const made = await api('POST', `/channels/${here.news}/webhooks`, { name: 'Desk' });
    const hook = `/webhooks/${String(made.body['id'])}/${String(made.body['token'])}`;
    const bare = apiOf(here, null);
    expect((await bare('POST', hook, { content: 'One' })).status).toBe(204);
    const id = here.discord.messages(here.news)[0]?.id ?? '';
    expect((await bare('GET', `${hook}/messages/${id}`)).body).toMatchObject({ content: 'One' });
    expect((await bare('DELETE', `${hook}/messages/${id}`)).status).toBe(204);
    expect((await bare('DELETE', hook)).status).toBe(204);
    expect((await bare('POST', hook, { content: 'Two' })).body['code']).toBe(10_015);
  });
});
