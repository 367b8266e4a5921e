import { Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DiscordRefusal } from '../../../src/core/errors.ts';
import { loggedIn } from '../../../src/edge/discord/login.ts';
import { createClient, disconnect } from '../../../src/edge/discord/client.ts';
import { discordPort } from '../../../src/edge/discord/port.ts';
import type { Client } from 'discord.js';
import type { Discord } from '../../../src/core/ports/discord.ts';
import { stage, type Stage } from '../../preview/discord/stage.ts';
import { ManualClock, startOfDay } from '../../support/newsroom.ts';
import { recordingLog } from '../../support/recording-log.ts';

const signal = new AbortController().signal;
const message = '/channels/:channel/messages/:message';
const forumPosts = 'POST /channels/:channel/threads';

let here: Stage;
let client: Client<true>;
let port: Discord;

beforeEach(async () => {
  here = await stage();
  const [clock, log] = [new ManualClock(startOfDay), recordingLog()];
  const make = () => ({ client: createClient(here.discord.url, clock, log) });
  const login = { token: here.bot.token, apiUrl: here.discord.url, clock, log };
  ({ client } = await loggedIn(make, login, signal));
  port = discordPort(client);
});
afterEach(async () => {
  await disconnect(client);
  await here.end();
});

const body = { content: 'The harbour opens', allowed_mentions: { parse: [] } };
const post = (nonce = 'one') => port.post(here.news, body as never, nonce, signal);

describe.each([500, 'drop'] as const)('after it acted: %s', (status) => {
  const fail = (call: string) =>
    here.discord.faults.failNext(call, { status, when: 'after', count: 2 });
  const once = async (call: string, work: () => Promise<unknown>) => {
    const before = here.discord.calls.count(call);
    fail(call);
    await expect(work()).rejects.toThrow(DiscordRefusal);
    expect(here.discord.calls.count(call) - before).toBe(1);
  };

  test('a message is posted once', async () => {
    await once('POST /channels/:channel/messages', post);
    expect(here.discord.messages(here.news)).toHaveLength(1);
  });

  test('a forum post is made once', async () => {
    const forum = here.discord.addChannel(here.guild.id, { name: 'stories', type: 'forum' }).id;
    const posting = { name: 'The harbour opens', body: body as never, tagIds: [] };
    await once(forumPosts, () => port.postInForum(forum, posting, signal));
    expect(here.discord.threads(forum)).toHaveLength(1);
  });

  test('a thread is opened once, an edit and a deletion are sent once', async () => {
    const { id } = await post();
    await once(`POST ${message}/threads`, () => port.openThread(here.news, id, 'Talk', signal));
    await once(`PATCH ${message}`, () => port.edit(here.news, id, body as never, signal));
    await once(`DELETE ${message}`, () => port.delete(here.news, id, 'done', signal));
  });

  test('a read is repeated', async () => {
    const { id } = await post();
    fail(`GET ${message}`);
    expect(await port.message(here.news, id, signal)).toMatchObject({ id });
  });

  test('the first answer to an interaction and its edit are repeated', async () => {
    here.discord.faults.failNext('POST /interactions/:id/:token/callback', {
      status,
      when: 'after',
    });
    fail('PATCH /webhooks/:id/:token/messages/:message');
    await client.rest.put(Routes.applicationCommands(client.application.id), {
      body: [{ name: 'tides', description: 'When the tide turns' }],
    });
    const answered = new Promise<void>((resolve, reject) => {
      client.on('interactionCreate', (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const work = async () => {
          await interaction.reply({ content: 'High', flags: 64 });
          await interaction.editReply('Low');
        };
        work().then(resolve, reject);
      });
    });
    await here.discord.actor(here.reader).at(here.news).run('/tides');
    await answered;
  });
});

test('a read that keeps failing fails after three calls', async () => {
  const { id } = await post();
  here.discord.faults.failNext(`GET ${message}`, { status: 502, count: 3 });
  await expect(port.message(here.news, id, signal)).rejects.toThrow('Discord answered 502');
  expect(here.discord.calls.count(`GET ${message}`)).toBe(3);
});
