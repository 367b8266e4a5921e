import { afterEach, beforeEach, expect, test } from 'vitest';
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

const opened = async (recipient: string) =>
  api('POST', '/users/@me/channels', { recipient_id: recipient });
const channelOf = async (recipient: string) => String((await opened(recipient)).body['id']);
const write = async (channel: string, body: object = { content: 'Your message was removed.' }) =>
  api('POST', `/channels/${channel}/messages`, body);

test('a private channel is opened once for each person, and is seen by nobody else', async () => {
  const channel = await channelOf(here.reader);
  expect(await channelOf(here.reader)).toBe(channel);
  expect((await api('GET', `/channels/${channel}`)).body).toMatchObject({
    type: 1,
    recipients: [{ id: here.reader }],
  });
  const message = String((await write(channel)).body['id']);
  expect(here.discord.directMessages(here.reader).map(({ content }) => content)).toEqual([
    'Your message was removed.',
  ]);
  expect(here.discord.directMessages(here.moderator)).toEqual([]);
  const other = here.discord.addApplication({ name: 'Other' });
  const asOther = apiOf(here, other.token);
  expect((await asOther('GET', `/channels/${channel}`)).body['code']).toBe(10_003);
  await expect(here.discord.actor(here.moderator).click(message, 'Appeal')).rejects.toThrow(
    'in sight',
  );
});

test('a nonce gives back the earlier message; the bot edits and deletes its own', async () => {
  const channel = await channelOf(here.reader);
  const body = { content: 'Once', nonce: 'n1', enforce_nonce: true };
  const first = await write(channel, body);
  expect((await write(channel, body)).body['id']).toBe(first.body['id']);
  const path = `/channels/${channel}/messages/${String(first.body['id'])}`;
  expect((await api('PATCH', path, { content: 'Twice' })).body['content']).toBe('Twice');
  expect((await api('GET', `/channels/${channel}/messages`)).body).toMatchObject([
    { content: 'Twice' },
  ]);
  expect((await api('DELETE', path)).status).toBe(204);
  expect(here.discord.directMessages(here.reader)).toEqual([]);
});

test('a person who takes no private messages, who shares no server, or who does not exist', async () => {
  const channel = await channelOf(here.reader);
  here.discord.setDirectMessages(here.reader, 'closed');
  const closed = await write(channel);
  expect([closed.status, closed.body['code']]).toEqual([403, 50_007]);
  here.discord.setDirectMessages(here.reader, 'open');
  expect((await write(channel)).status).toBe(200);
  here.discord.removeBot(here.bot.applicationId, here.guild.id);
  const strange = await write(channel);
  expect([strange.status, strange.body['code']]).toEqual([403, 50_278]);
  const nobody = await opened('100000000000000009');
  expect([nobody.status, nobody.body['code']]).toEqual([400, 50_033]);
  expect((await api('POST', '/users/@me/channels', {})).body['code']).toBe(50_035);
});

test('a button in a private message: the event names the person and no server', async () => {
  const channel = await channelOf(here.reader);
  const button = { type: 2, style: 2, custom_id: 'appeal:1', label: 'Appeal' };
  const sent = await write(channel, {
    content: 'Removed.',
    components: [{ type: 1, components: [button] }],
  });
  await here.client();
  const events: Record<string, unknown>[] = [];
  here.discord.subscribe(({ name, data }) => {
    if (name !== 'INTERACTION_CREATE') return;
    events.push(data);
    const callback = `/interactions/${String(data['id'])}/${String(data['token'])}/callback`;
    void api('POST', callback, { type: 4, data: { content: 'Heard', flags: 64 } });
  });
  const answered = await here.discord.actor(here.reader).click(String(sent.body['id']), 'Appeal');
  expect(answered.message?.content).toBe('Heard');
  const [event = {}] = events;
  expect(event).toMatchObject({ context: 1, user: { id: here.reader }, channel: { type: 1 } });
  expect(Object.keys(event)).not.toContain('guild_id');
  expect(Object.keys(event)).not.toContain('member');
});
