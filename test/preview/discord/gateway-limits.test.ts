import { GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gatewayEvents } from '../../../src/preview/discord/gateway/events.ts';
import { apiOf } from './api.ts';
import { identifyOf, listenTo } from './gateway-peer.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
const listen = () => listenTo(here);
const identify = (intents: number, more: object = {}) => identifyOf(here, intents, more);
async function open(options: Parameters<typeof stage>[0] = {}): Promise<void> {
  here = await stage(options);
}
async function reopen(options: Parameters<typeof stage>[0]): Promise<void> {
  await here.end();
  await open(options);
}
beforeEach(async () => open());
afterEach(async () => here.end());

test('one packet over the limit of a minute closes the connection with 4008', async () => {
  await reopen({ gateway: { packetsPerMinute: 3 } });
  const peer = listen();
  for (let count = 0; count < 4; count += 1) await peer.send(1, null);
  expect(await peer.closed).toBe(4008);
});

test('a client that sends no heartbeat is closed with 4009', async () => {
  await reopen({ gateway: { heartbeatMs: 10 } });
  const peer = listen();
  await peer.send(2, identify(1));
  expect(await peer.closed).toBe(4009);
});

test('a packet over 4096 bytes or without valid JSON closes the connection with 4002', async () => {
  const long = listen();
  await long.send(1, 'x'.repeat(4_096));
  expect(await long.closed).toBe(4002);
  const broken = listen();
  await broken.next((packet) => packet.op === 10);
  broken.socket.send('{"op":');
  expect(await broken.closed).toBe(4002);
});

test('identifying twice closes the connection with 4005, a packet before identifying with 4003', async () => {
  const twice = listen();
  await twice.send(2, identify(1));
  await twice.send(2, identify(1));
  expect(await twice.closed).toBe(4005);
  const early = listen();
  await early.send(8, {});
  expect(await early.closed).toBe(4003);
});

test('resuming from a sequence number that was never sent closes the connection with 4007', async () => {
  const peer = listen();
  await peer.send(2, identify(1));
  const ready = await peer.next((packet) => packet.t === 'READY');
  here.discord.faults.dropSockets();
  await peer.closed;
  const again = listen();
  const session_id = ready.d['session_id'];
  await again.send(6, { token: here.bot.token, session_id, seq: 999 });
  expect(await again.closed).toBe(4007);
  const wrong = listen();
  await wrong.send(6, { token: 'wrong', session_id, seq: 1 });
  expect(await wrong.closed).toBe(4004);
});

test('a shard with more guilds than one may have is closed with 4011', async () => {
  await reopen({ gateway: { guildsPerShard: 0 } });
  const peer = listen();
  await peer.send(2, identify(1));
  expect(await peer.closed).toBe(4011);
});

test('discord.js reconnects after a close code that a test ordered', async () => {
  const client = await here.client();
  const resumed = new Promise<void>((resolve) => client.once('shardResume', () => resolve()));
  here.discord.faults.closeSockets(4000);
  await resumed;
});

describe('an invalid session', () => {
  test('discord.js resumes a session that is invalid but resumable', async () => {
    const peer = listen();
    await peer.send(2, identify(1));
    await peer.next((packet) => packet.t === 'READY');
    here.discord.faults.invalidateSessions({ resumable: true });
    expect((await peer.next((packet) => packet.op === 9)).d).toBe(true);
    expect(here.discord.sessions(here.bot.applicationId)).toHaveLength(1);
    peer.socket.terminate();
  });

  test('discord.js starts a new session when the invalid one is not resumable', async () => {
    const peer = listen();
    await peer.send(2, identify(1));
    await peer.next((packet) => packet.t === 'READY');
    here.discord.faults.invalidateSessions({ resumable: false });
    expect((await peer.next((packet) => packet.op === 9)).d).toBe(false);
    expect(here.discord.sessions(here.bot.applicationId)).toEqual([]);
    peer.socket.terminate();
  });
});

describe('starting sessions', () => {
  test('the session starts of a day are counted and returned with the recommended number of shards', async () => {
    await reopen({ gateway: { shards: 4, maxConcurrency: 2, sessionsPerDay: 5 } });
    const limit = async () => (await apiOf(here)('GET', '/gateway/bot')).body;
    expect(await limit()).toMatchObject({
      shards: 4,
      session_start_limit: { total: 5, remaining: 5, max_concurrency: 2 },
    });
    const peer = listen();
    await peer.send(2, identify(1));
    await peer.next((packet) => packet.t === 'READY');
    peer.socket.close();
    expect(await limit()).toMatchObject({
      session_start_limit: { remaining: 4, reset_after: 86_400_000 },
    });
    here.clock.now += 86_400_000;
    expect(await limit()).toMatchObject({ session_start_limit: { remaining: 5 } });
  });

  test('too many session starts in a day invalidate the token', async () => {
    await reopen({ gateway: { sessionsPerDay: 1 } });
    const first = listen();
    await first.send(2, identify(1));
    await first.next((packet) => packet.t === 'READY');
    const second = listen();
    await second.send(2, identify(1));
    expect([await first.closed, await second.closed]).toEqual([4004, 4004]);
    expect((await apiOf(here)('GET', '/gateway/bot')).status).toBe(401);
  });

  test('within five seconds one session can start for each max_concurrency key', async () => {
    await reopen({ rateLimits: true, gateway: { maxConcurrency: 2 } });
    const start = async (shard: number) => {
      const peer = listen();
      await peer.send(2, identify(1, { shard: [shard, 4] }));
      const { t, op } = await peer.next((packet) => packet.t === 'READY' || packet.op === 9);
      peer.socket.terminate();
      return t ?? op;
    };
    expect([await start(0), await start(1), await start(2)]).toEqual(['READY', 'READY', 9]);
  });
});

test('the events of several guilds reach discord.js over two shards', async () => {
  await reopen({ gateway: { maxConcurrency: 2 } });
  const other = here.discord.addGuild({ name: 'The Quay Post' });
  const room = here.discord.addChannel(other.id, { name: 'news' });
  here.discord.inviteBot(here.bot.applicationId, other.id, ['ViewChannel', 'SendMessages']);
  const client = await here.client({ shards: [0, 1], shardCount: 2 });
  expect(client.guilds.cache.size).toBe(2);
  const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n);
  for (const [guildId, channelId] of [
    [here.guild.id, here.news],
    [other.id, room.id],
  ] as const) {
    const received = new Promise<number | undefined>((resolve) =>
      client.once('messageCreate', (message) => resolve(message.guild?.shardId)),
    );
    await apiOf(here)('POST', `/channels/${channelId}/messages`, { content: 'x' });
    expect(await received).toBe(shardOf(guildId));
  }
});

test('when a channel becomes visible the bot receives the list of its threads', async () => {
  const closed = here.discord.addChannel(here.guild.id, {
    name: 'closed',
    overwrites: [{ id: here.bot.botUserId, kind: 'member', deny: ['ViewChannel'] }],
  });
  const owner = here.discord.actor(here.guild.ownerId);
  const thread = owner.openThread(owner.send(closed.id, 'Story').id, 'Talk');
  const peer = listen();
  await peer.send(2, identify(1));
  const whole = await peer.next((packet) => packet.t === 'GUILD_CREATE');
  expect(whole.d['threads']).toEqual([]);
  here.discord.setOverwrite(closed.id, { id: here.bot.botUserId, kind: 'member' });
  const list = await peer.next((packet) => packet.t === 'THREAD_LIST_SYNC');
  expect(list.d).toMatchObject({ channel_ids: [closed.id], threads: [{ id: thread.id }] });
  peer.socket.close();
});

test('every event of the gateway’s table is emitted by some change', async () => {
  await reopen({ permissions: ['Administrator'] });
  const told = new Set<string>();
  here.discord.subscribe((change) => told.add(change.name));
  const api = apiOf(here);
  const { discord, guild, bot } = here;
  const owner = discord.actor(guild.ownerId).at(here.news);
  const role = discord.addRole(guild.id, { name: 'Readers', position: 1 });
  discord.setRolePermissions(guild.id, role.id, ['AddReactions']);
  discord.timeOut(guild.id, here.reader, null);
  const room = discord.addChannel(guild.id, { name: 'room' });
  discord.setChannel(room.id, { topic: 'Tides' });
  discord.faults.deleteChannel(room.id);
  const path = `/channels/${here.news}`;
  await api('POST', `${path}/webhooks`, { name: 'Comments' });
  const { id } = owner.send(here.news, 'Story');
  await api('PUT', `${path}/messages/pins/${id}`);
  await api('POST', `${path}/messages/${id}/threads`, { name: 'Talk' });
  await api('PATCH', `/channels/${id}`, { locked: true });
  discord.faults.deleteThread(id);
  owner.deleteMessage(id);
  await here.client();
  await api('PUT', `/applications/${bot.applicationId}/commands`, [
    { name: 'health', description: 'Health' },
  ]);
  discord.subscribe(({ name, data }) => {
    if (name !== 'INTERACTION_CREATE') return;
    const callback = `/interactions/${String(data['id'])}/${String(data['token'])}/callback`;
    void api('POST', callback, { type: 4, data: { content: 'Well' } });
  });
  await owner.run('/health');
  discord.addMember(guild.id, { name: 'Ida' });
  discord.removeBot(bot.applicationId, guild.id);
  discord.inviteBot(bot.applicationId, guild.id, []);
  const ownOnes = ['READY', 'RESUMED', 'THREAD_LIST_SYNC'];
  const events = [...told].filter((name) => name === name.toUpperCase());
  expect([...events, ...ownOnes].sort()).toEqual(Object.keys(gatewayEvents).sort());
});

test('member events are sent only with the Server Members intent', async () => {
  const nosy = here.discord.addApplication({ name: 'Nosy', privileged: ['GuildMembers'] });
  here.discord.inviteBot(nosy.applicationId, here.guild.id, ['ViewChannel']);
  const intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers;
  const peer = listen();
  await peer.send(2, identify(intents, { token: nosy.token }));
  const plain = listen();
  await plain.send(2, identify(GatewayIntentBits.Guilds));
  await Promise.all([peer, plain].map((one) => one.next((p) => p.t === 'GUILD_CREATE')));
  const added = here.discord.addMember(here.guild.id, { name: 'Ida' });
  here.discord.setChannel(here.news, { topic: 'x' });
  const told = await peer.next((packet) => packet.t === 'GUILD_MEMBER_ADD');
  expect(told.d['user']).toMatchObject({ id: added.id });
  await plain.next((packet) => packet.t === 'CHANNEL_UPDATE');
  expect(plain.received.some((packet) => packet.t === 'GUILD_MEMBER_ADD')).toBe(false);
  peer.socket.close();
  plain.socket.close();
});
