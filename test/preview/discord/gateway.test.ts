import { GatewayIntentBits } from 'discord.js';
import type { Message } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import { identifyOf, listenTo } from './gateway-peer.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
beforeEach(async () => {
  here = await stage();
});
afterEach(async () => here.end());

const listen = (query?: string, headers?: Record<string, string>) => listenTo(here, query, headers);
const identify = (intents: number, more: object = {}) => identifyOf(here, intents, more);

test('a wrong token closes the connection with 4004, and discord.js reports it', async () => {
  const peer = listen();
  await peer.send(2, { ...identify(1), token: 'wrong' });
  expect(await peer.closed).toBe(4004);
});

test('unknown intents, privileged intents, bad shards and early packets close with their own codes', async () => {
  const code = async (op: number, d: unknown) => {
    const peer = listen();
    await peer.send(op, d);
    return peer.closed;
  };
  expect(await code(2, identify(-1))).toBe(4013);
  expect(await code(2, identify(1 << 15))).toBe(4014);
  expect(await code(2, identify(1, { shard: [2, 2] }))).toBe(4010);
  expect(await code(3, {})).toBe(4003);
  expect(await code(99, {})).toBe(4001);
  expect(await listen('?v=9&encoding=json').closed).toBe(4012);
});

test('a heartbeat is acknowledged', async () => {
  const peer = listen();
  await peer.send(1, null);
  expect((await peer.next((packet) => packet.op === 11)).op).toBe(11);
  peer.socket.close();
});

test('a request with a foreign host name reaches neither the API nor the gateway', async () => {
  expect(await listen('?v=10', { host: 'evil.example' }).closed).toBe(1006);
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    const headers = { host: 'evil.example' };
    const { port } = here.discord;
    request({ host: '127.0.0.1', port, path: '/api/v10/gateway', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(421);
});

test('a shard receives events of its own guilds only', async () => {
  const shard = Number((BigInt(here.guild.id) >> 22n) % 2n);
  const guildsOf = async (id: number) => {
    const peer = listen();
    await peer.send(2, identify(1, { shard: [id, 2] }));
    const ready = await peer.next((packet) => packet.t === 'READY');
    peer.socket.close();
    return (ready.d['guilds'] as unknown[]).length;
  };
  expect([await guildsOf(shard), await guildsOf(1 - shard)]).toEqual([1, 0]);
});

test('a running bot receives an event when it is added to a server or removed', async () => {
  const client = await here.client();
  const other = here.discord.addGuild({ name: 'The Quay Post' });
  const joined = new Promise((resolve) =>
    client.once('guildCreate', (guild) => resolve(guild.name)),
  );
  here.discord.inviteBot(here.bot.applicationId, other.id, ['ViewChannel']);
  expect(await joined).toBe('The Quay Post');
  const left = new Promise((resolve) => client.once('guildDelete', (guild) => resolve(guild.id)));
  here.discord.removeBot(here.bot.applicationId, other.id);
  expect(await left).toBe(other.id);
});

test('without the Message Content intent messages have empty content unless they mention the bot', async () => {
  const client = await here.client();
  const received: string[] = [];
  const done = new Promise<void>((resolve) =>
    client.on('messageCreate', (message: Message) => {
      received.push(message.content);
      if (received.length === 2) resolve();
    }),
  );
  const reader = here.discord.actor(here.reader);
  reader.send(here.news, 'A private thought');
  reader.send(here.news, `<@${here.bot.botUserId}> hello`);
  await done;
  expect(received).toEqual(['', `<@${here.bot.botUserId}> hello`]);
});

test('a bot with the Message Content intent receives the content of messages', async () => {
  const curious = here.discord.addApplication({ name: 'Curious', privileged: ['MessageContent'] });
  here.discord.inviteBot(curious.applicationId, here.guild.id, ['ViewChannel']);
  const peer = listen();
  const intents = GatewayIntentBits.GuildMessages | GatewayIntentBits.MessageContent;
  await peer.send(2, identify(intents, { token: curious.token }));
  await peer.next((packet) => packet.t === 'READY');
  here.discord.actor(here.reader).send(here.news, 'In clear');
  const told = await peer.next((packet) => packet.t === 'MESSAGE_CREATE');
  expect(told.d['content']).toBe('In clear');
  peer.socket.close();
});

test('no events are sent of a channel that the bot cannot see', async () => {
  const closed = here.discord.addChannel(here.guild.id, {
    name: 'closed',
    overwrites: [{ id: here.bot.botUserId, kind: 'member', deny: ['ViewChannel'] }],
  });
  const peer = listen();
  await peer.send(2, identify(GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages));
  await peer.next((packet) => packet.t === 'GUILD_CREATE');
  const reader = here.discord.actor(here.reader);
  reader.send(closed.id, 'Hidden');
  reader.send(here.news, 'Seen');
  const told = await peer.next((packet) => packet.t === 'MESSAGE_CREATE');
  expect(told.d['channel_id']).toBe(here.news);
  peer.socket.close();
});

test('after a cut connection the bot resumes and receives the missed events', async () => {
  const client = await here.client();
  const resumed = new Promise<void>((resolve) => client.once('shardResume', () => resolve()));
  const missed = new Promise((resolve) => client.once('messageCreate', ({ id }) => resolve(id)));
  here.discord.faults.dropSockets();
  await here.discord.waitFor((discord) =>
    discord.sessions(here.bot.applicationId).every((one) => !one.connected),
  );
  const { id } = here.discord.actor(here.reader).send(here.news, 'Meanwhile');
  await resumed;
  expect(await missed).toBe(id);
  expect(here.discord.sessions(here.bot.applicationId)).toMatchObject([
    { connected: true, resumed: 1 },
  ]);
});

test('a session that Discord forgot is refused with op 9', async () => {
  const peer = listen();
  await peer.send(2, identify(1));
  const ready = await peer.next((packet) => packet.t === 'READY');
  here.discord.faults.dropSockets({ forgetSessions: true });
  await peer.closed;
  const again = listen();
  await again.send(6, { token: here.bot.token, session_id: ready.d['session_id'], seq: 1 });
  expect((await again.next((packet) => packet.op === 9)).d).toBe(false);
  again.socket.close();
});

test('a bot that is asked to reconnect resumes its session', async () => {
  const client = await here.client();
  const resumed = new Promise<void>((resolve) => client.once('shardResume', () => resolve()));
  here.discord.faults.askToReconnect();
  await resumed;
});

test('a normal close ends the session', async () => {
  const client = await here.client();
  expect(here.discord.sessions(here.bot.applicationId)).toHaveLength(1);
  await client.destroy();
  await here.discord.waitFor((discord) => discord.sessions(here.bot.applicationId).length === 0);
  expect((await apiOf(here)('GET', '/gateway/bot')).body['url']).toContain('ws://127.0.0.1:');
});

test('a page in a browser gets no connection, and a long frame ends one before it is received', async () => {
  const page = listen('?v=10&encoding=json', { origin: 'https://evil.example' });
  expect(await page.closed).toBe(1006);
  expect(page.received).toEqual([]);
  const peer = listen();
  await peer.send(2, { ...identify(1), properties: { os: 'x'.repeat(100_000) } });
  expect(await peer.closed).toBe(1009);
});
