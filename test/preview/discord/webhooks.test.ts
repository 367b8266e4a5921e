import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import { type Stage, stage } from './stage.ts';

let here: Stage;
let thread = '';
const api = (method: string, path: string, body?: unknown) => apiOf(here)(method, path, body);
const text = (value: unknown) => String(value);

/** The path of a new webhook with its token. */
async function made(): Promise<string> {
  const { body } = await api('POST', `/channels/${here.news}/webhooks`, { name: 'Comments' });
  return `/webhooks/${text(body['id'])}/${text(body['token'])}`;
}

beforeEach(async () => {
  here = await stage();
  const news = `/channels/${here.news}`;
  const story = await api('POST', `${news}/messages`, { content: 'Dredging begins' });
  const opened = await api('POST', `${news}/messages/${text(story.body['id'])}/threads`, {
    name: 'Dredging',
  });
  thread = text(opened.body['id']);
});
afterEach(() => here.end());

test('a webhook posts in a thread of its channel under the name and the picture that it is given', async () => {
  const hook = await made();
  const posted = await api('POST', `${hook}?wait=true&thread_id=${thread}`, {
    content: 'At last!',
    username: 'Ines · Ledger',
    avatar_url: 'https://ledger.example/ines.png',
    components: [
      { type: 1, components: [{ type: 2, style: 2, custom_id: 'report', label: 'Report' }] },
    ],
  });
  expect(posted.status).toBe(200);
  expect(posted.body).toMatchObject({
    channel_id: thread,
    author: { username: 'Ines · Ledger', discriminator: '0000', bot: true },
    application_id: here.bot.applicationId,
    webhook_id: hook.split('/')[2],
  });
  const { avatar } = posted.body['author'] as { avatar: string };
  expect(here.discord.avatarAddress(avatar)).toBe('https://ledger.example/ines.png');
  expect(await api('POST', `${hook}?thread_id=${thread}`, { content: 'Unwaited' })).toMatchObject({
    status: 204,
  });
  const elsewhere = await api('POST', `${hook}?thread_id=${here.guild.id}`, { content: 'Lost' });
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 10_003 } });
});

test('a webhook edits, shows and deletes its own messages only', async () => {
  const hook = await made();
  const query = `?thread_id=${thread}`;
  const posted = await api('POST', `${hook}${query}&wait=true`, { content: 'At last!' });
  const own = `${hook}/messages/${text(posted.body['id'])}`;
  expect(await api('PATCH', `${own}${query}`, { content: 'Now?' })).toMatchObject({ status: 200 });
  expect((await api('GET', `${own}${query}`)).body['content']).toBe('Now?');
  expect(await api('PATCH', own, { content: 'No thread' })).toMatchObject({
    status: 404,
    body: { code: 10_008 },
  });
  const other = await made();
  const theirs = `${other}/messages/${text(posted.body['id'])}${query}`;
  expect(await api('DELETE', theirs)).toMatchObject({ status: 404, body: { code: 10_008 } });
  const byBot = `/channels/${thread}/messages/${text(posted.body['id'])}`;
  expect(await api('PATCH', byBot, { content: 'Mine' })).toMatchObject({ body: { code: 50_005 } });
  expect((await api('GET', byBot)).body['content']).toBe('');
  expect(await api('DELETE', `${own}${query}`)).toMatchObject({ status: 204 });
});

test('a webhook writes in an archived thread, which opens it, and not in a locked one', async () => {
  const hook = await made();
  const query = `?thread_id=${thread}&wait=true`;
  const posted = await api('POST', `${hook}${query}`, { content: 'At last!' });
  const own = `${hook}/messages/${text(posted.body['id'])}?thread_id=${thread}`;
  await api('PATCH', `/channels/${thread}`, { archived: true });
  expect((await api('PATCH', own, { content: 'Now?' })).body['code']).toBe(50_083);
  expect(await api('POST', `${hook}${query}`, { content: 'Still here' })).toMatchObject({
    status: 200,
  });
  expect(here.discord.thread(thread)?.thread_metadata.archived).toBe(false);
  await api('PATCH', `/channels/${thread}`, { locked: true });
  expect((await api('POST', `${hook}${query}`, { content: 'And now' })).body['code']).toBe(160_005);
});

test('a deleted webhook is not known any more, a wrong token is refused', async () => {
  const hook = await made();
  const [, , id = ''] = hook.split('/');
  expect(await api('POST', `/webhooks/${id}/wrong`, { content: 'x' })).toMatchObject({
    status: 401,
    body: { code: 50_027 },
  });
  expect(await api('DELETE', `/webhooks/${id}`)).toMatchObject({ status: 204 });
  expect(await api('POST', hook, { content: 'x' })).toMatchObject({
    status: 404,
    body: { code: 10_015 },
  });
  expect(here.discord.webhooks(here.news)).toEqual([]);
});

test('webhooks need Manage Webhooks and a channel that can have them, and there are fifteen at most', async () => {
  const path = `/channels/${here.news}/webhooks`;
  expect((await api('POST', `/channels/${thread}/webhooks`, { name: 'C' })).body['code']).toBe(
    50_024,
  );
  for (let count = 0; count < 15; count += 1) await made();
  expect((await api('POST', path, { name: 'Comments' })).body['code']).toBe(30_007);
  here.discord.setOverwrite(here.news, {
    id: here.bot.botUserId,
    kind: 'member',
    deny: ['ManageWebhooks'],
  });
  expect(await api('GET', path)).toMatchObject({ status: 403, body: { code: 50_013 } });
});

test('the token of another application’s webhook is not shown', async () => {
  await made();
  const other = here.discord.addApplication({ name: 'Other' });
  here.discord.inviteBot(other.applicationId, here.guild.id, ['ViewChannel', 'ManageWebhooks']);
  const path = `/channels/${here.news}/webhooks`;
  const seen = (await apiOf(here, other.token)('GET', path)).body[0];
  expect(seen).toMatchObject({ application_id: here.bot.applicationId });
  expect(seen).not.toHaveProperty('token');
  expect((await api('GET', path)).body[0]).toHaveProperty('token');
});

test('in a forum a webhook needs one of its threads', async () => {
  const forum = here.discord.addChannel(here.guild.id, { name: 'desk', type: 'forum' }).id;
  const { body } = await api('POST', `/channels/${forum}/webhooks`, { name: 'Comments' });
  const hook = `/webhooks/${text(body['id'])}/${text(body['token'])}`;
  expect((await api('POST', hook, { content: 'x' })).body['code']).toBe(220_001);
  const post = await api('POST', `/channels/${forum}/threads`, {
    name: 'Post',
    message: { content: 'Hello' },
  });
  const inPost = `${hook}?wait=true&thread_id=${text(post.body['id'])}`;
  expect(await api('POST', inPost, { content: 'x' })).toMatchObject({ status: 200 });
});
