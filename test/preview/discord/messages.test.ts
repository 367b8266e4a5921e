import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let api: ReturnType<typeof apiOf>;

beforeEach(async () => {
  here = await stage();
  api = apiOf(here);
});
afterEach(async () => here.end());

async function post(body: object, channel = here.news) {
  return api('POST', `/channels/${channel}/messages`, body);
}
async function posted(content: string, more: object = {}): Promise<string> {
  const answer = await post({ content, ...more });
  expect(answer.status).toBe(200);
  return String(answer.body['id']);
}

describe('a nonce', () => {
  const once = { content: 'Ferry delayed', nonce: 'story-1', enforce_nonce: true };

  test('a repeated nonce within five minutes returns the first message and posts nothing', async () => {
    const first = await post(once);
    here.clock.now += 5 * 60_000;
    const second = await post({ ...once, content: 'Ferry late' });
    expect(second).toMatchObject({ status: 200, body: { id: first.body['id'], nonce: 'story-1' } });
    expect(here.discord.messages(here.news)).toHaveLength(1);
    here.clock.now += 1;
    const third = await post(once);
    expect(third.body['id']).not.toBe(first.body['id']);
  });

  test('a nonce counts in its own channel only and is never in the history', async () => {
    const other = here.discord.addChannel(here.guild.id, { name: 'sport' });
    await post(once);
    await post(once, other.id);
    expect(here.discord.messages(other.id)).toHaveLength(1);
    const history = await api('GET', `/channels/${here.news}/messages`);
    expect(JSON.stringify(history.body)).not.toContain('story-1');
  });

  test('a repeated nonce without enforce_nonce posts again', async () => {
    await post(once);
    await post({ ...once, enforce_nonce: false });
    expect(here.discord.messages(here.news)).toHaveLength(2);
  });
});

describe('mentions', () => {
  beforeEach(() => {
    here.discord.setRolePermissions(here.guild.id, here.guild.everyoneRoleId, [
      'ViewChannel',
      'ReadMessageHistory',
      'MentionEveryone',
    ]);
  });
  const pings = () => {
    const message = here.discord.messages(here.news).at(-1);
    return [message?.mention_everyone, message?.mentions.length, message?.mention_roles.length];
  };

  test('without allowed_mentions a text pings everyone it mentions', async () => {
    const role = here.discord.addRole(here.guild.id, { name: 'Night desk' });
    const content = `@everyone <@${here.reader}> <@&${role.id}>`;
    await posted(content);
    expect(pings()).toEqual([true, 1, 1]);
    await posted(content, { allowed_mentions: { parse: [] } });
    expect(pings()).toEqual([false, 0, 0]);
    await posted(content, { allowed_mentions: { parse: ['users'], roles: [role.id] } });
    expect(pings()).toEqual([false, 1, 1]);
  });

  test('an edit without allowed_mentions parses its mentions again', async () => {
    const id = await posted('Hello @everyone', { allowed_mentions: { parse: [] } });
    const path = `/channels/${here.news}/messages/${id}`;
    await api('PATCH', path, { content: 'Hi @everyone', allowed_mentions: { parse: [] } });
    expect(pings()).toEqual([false, 0, 0]);
    await api('PATCH', path, { content: 'Hi @everyone' });
    expect(pings()).toEqual([true, 0, 0]);
  });

  test('a mention in a text display pings as in content', async () => {
    const components = [{ type: 10, content: `<@${here.reader}>` }];
    await post({ flags: 1 << 15, components });
    expect(pings()).toEqual([false, 1, 0]);
  });
});

describe('what a bot may not do', () => {
  const codeOf = async (method: string, path: string, body?: unknown) => {
    const answer = await api(method, path, body);
    return [answer.status, answer.body['code']];
  };

  test('a bot can neither edit nor delete missing messages or those of others', async () => {
    const { id } = here.discord.actor(here.reader).send(here.news, 'Mine');
    const path = `/channels/${here.news}/messages`;
    const unknown = '100000000000000001';
    expect(await codeOf('PATCH', `${path}/${id}`, { content: 'x' })).toEqual([403, 50_005]);
    expect(await codeOf('GET', `${path}/${unknown}`)).toEqual([404, 10_008]);
    expect(await codeOf('DELETE', `${path}/${unknown}`)).toEqual([404, 10_008]);
    expect(await codeOf('GET', `/channels/${unknown}`)).toEqual([404, 10_003]);
    expect(await codeOf('GET', `/guilds/${unknown}/threads/active`)).toEqual([404, 10_004]);
    expect(await codeOf('GET', '/channels/none')).toEqual([400, 50_035]);
    expect(await codeOf('GET', '/nowhere')).toEqual([404, 0]);
    expect(await codeOf('PUT', path)).toEqual([405, 0]);
    expect(await codeOf('POST', path, {})).toEqual([400, 50_006]);
  });

  test('a call without a valid token is refused', async () => {
    const answer = await apiOf(here, 'wrong')('GET', '/gateway/bot');
    expect(answer).toMatchObject({ status: 401, body: { code: 0, message: '401: Unauthorized' } });
  });

  test('a bot can neither see a hidden channel nor post in a read-only one', async () => {
    const closed = here.discord.addChannel(here.guild.id, {
      name: 'closed',
      overwrites: [{ id: here.bot.botUserId, kind: 'member', deny: ['ViewChannel'] }],
    });
    const readOnly = here.discord.addChannel(here.guild.id, {
      name: 'read-only',
      overwrites: [{ id: here.bot.botUserId, kind: 'member', deny: ['SendMessages'] }],
    });
    const noEmbeds = here.discord.addChannel(here.guild.id, {
      name: 'plain',
      overwrites: [{ id: here.bot.botUserId, kind: 'member', deny: ['EmbedLinks'] }],
    });
    const body = { content: 'x' };
    expect((await post(body, closed.id)).body['code']).toBe(50_001);
    expect((await post(body, readOnly.id)).body['code']).toBe(50_013);
    expect((await post({ embeds: [{ title: 'x' }] }, noEmbeds.id)).body['code']).toBe(50_013);
    expect((await post(body, noEmbeds.id)).status).toBe(200);
  });

  test('a bot cannot act in a server that removed it', async () => {
    here.discord.removeBot(here.bot.applicationId, here.guild.id);
    expect((await post({ content: 'x' })).body['code']).toBe(50_001);
    expect(await codeOf('GET', `/guilds/${here.guild.id}/threads/active`)).toEqual([404, 10_004]);
  });

  test('without the Message Content intent a bot cannot read messages of readers', async () => {
    here.discord.actor(here.reader).send(here.news, 'A secret');
    const own = await posted('Own words');
    const list = (await api('GET', `/channels/${here.news}/messages`)).body as unknown;
    const contents = (list as { id: string; content: string }[]).map((one) => one.content);
    expect(contents).toEqual(['Own words', '']);
    expect(own).toBeTruthy();
  });
});

test('the history is paged by before, after, around and limit, newest first', async () => {
  const ids: string[] = [];
  for (const word of ['a', 'b', 'c', 'd', 'e']) ids.push(await posted(word));
  const page = async (query: string) => {
    const { body } = await api('GET', `/channels/${here.news}/messages?${query}`);
    return (body as unknown as { content: string }[]).map((one) => one.content).join('');
  };
  expect(await page('limit=2')).toBe('ed');
  expect(await page(`before=${ids[3]}&limit=2`)).toBe('cb');
  expect(await page(`after=${ids[1]}&limit=2`)).toBe('dc');
  expect(await page(`around=${ids[2]}&limit=3`)).toBe('dcb');
  expect((await api('GET', `/channels/${here.news}/messages?limit=101`)).status).toBe(400);
});

test('ids contain the time and increase even when the clock stops or goes back', async () => {
  const first = await posted('a');
  here.clock.now -= 60_000;
  const second = await posted('b');
  expect(BigInt(second) > BigInt(first)).toBe(true);
  here.clock.now += 120_000;
  const third = here.discord.message(here.news, await posted('c'));
  expect(third?.timestamp).toBe('2026-09-21T14:14:20.000000+00:00');
});

test('an edit changes only the given fields and marks the message as edited', async () => {
  const id = await posted('  Trimmed  ', { embeds: [{ title: 'Kept' }] });
  expect(here.discord.message(here.news, id)).toMatchObject({
    content: 'Trimmed',
    edited_timestamp: null,
  });
  await api('PATCH', `/channels/${here.news}/messages/${id}`, { content: 'Corrected' });
  const edited = here.discord.message(here.news, id);
  expect(edited).toMatchObject({ content: 'Corrected', embeds: [{ title: 'Kept' }] });
  expect(edited?.edited_timestamp).not.toBeNull();
});

test('a reply to a deleted message becomes a normal message when fail_if_not_exists is false', async () => {
  const reference = { message_id: '100000000000000001' };
  const refused = await post({ content: 'x', message_reference: reference });
  expect(refused.body['code']).toBe(50_035);
  const plain = await post({
    content: 'x',
    message_reference: { ...reference, fail_if_not_exists: false },
  });
  expect(plain.body).toMatchObject({ type: 0, content: 'x' });
});

test('a file in a multipart body becomes an attachment with its name and size', async () => {
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ content: 'Export' }));
  form.set('files[0]', new Blob(['{}'], { type: 'application/json' }), 'cases.json');
  const response = await fetch(`${here.discord.url}/v10/channels/${here.news}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${here.bot.token}` },
    body: form,
  });
  expect(response.status).toBe(200);
  expect(here.discord.messages(here.news)[0]?.attachments).toMatchObject([
    { filename: 'cases.json', size: 2 },
  ]);
});
