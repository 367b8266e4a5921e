import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor, CommandPermissionGiven } from '../../../src/preview/discord/index.ts';
import { apiOf } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let reader: Actor;
let moderator: Actor;
const commands = { open: '', gated: '' };

/** What the application answered, or why it was never asked. */
async function used(who: Actor, text: string): Promise<string> {
  return who.run(text).then(
    (answer) => answer.message?.content ?? '',
    (error: unknown) => (error as { code: number }).code.toString(),
  );
}

beforeEach(async () => {
  here = await stage({ patienceMs: 1_000 });
  await here.client();
  const api = apiOf(here);
  here.discord.subscribe(({ name, data }) => {
    if (name !== 'INTERACTION_CREATE') return;
    const path = `/interactions/${String(data['id'])}/${String(data['token'])}/callback`;
    void api('POST', path, { type: 4, data: { content: 'Well', flags: 64 } });
  });
  const path = `/applications/${here.bot.applicationId}/commands`;
  const make = async (body: object) => String((await api('POST', path, body)).body['id']);
  commands.open = await make({ name: 'health', description: 'How the bot is' });
  commands.gated = await make({
    name: 'feed',
    description: 'Feeds',
    default_member_permissions: '32',
  });
  reader = here.discord.actor(here.reader).at(here.news);
  moderator = here.discord.actor(here.moderator).at(here.news);
});
afterEach(async () => here.end());

function allow(command: string | null, ...lines: CommandPermissionGiven[]): void {
  here.discord.setCommandPermissions(here.bot.applicationId, here.guild.id, command, lines);
}

test('a user or a role can be given a command that its default keeps from them', async () => {
  expect(await used(reader, '/feed')).toBe('50013');
  allow(commands.gated, { user: here.reader, allowed: true });
  expect([await used(reader, '/feed'), await used(moderator, '/feed')]).toEqual(['Well', '50013']);
  const role = here.discord.addRole(here.guild.id, { name: 'Editors' });
  here.discord.setMemberRoles(here.guild.id, here.moderator, [role.id]);
  allow(commands.gated, { role: role.id, allowed: true });
  expect([await used(reader, '/feed'), await used(moderator, '/feed')]).toEqual(['50013', 'Well']);
});

test('a person’s own line stands before their roles’, and those before everyone’s', async () => {
  const role = here.discord.addRole(here.guild.id, { name: 'Editors' });
  here.discord.setMemberRoles(here.guild.id, here.moderator, [role.id]);
  const everyone = { role: here.guild.everyoneRoleId, allowed: false };
  allow(commands.open, everyone, { role: role.id, allowed: true });
  expect([await used(reader, '/health'), await used(moderator, '/health')]).toEqual([
    '50013',
    'Well',
  ]);
  allow(commands.open, { role: role.id, allowed: true }, { user: here.moderator, allowed: false });
  expect(await used(moderator, '/health')).toBe('50013');
});

test('a command is taken out of a channel, or of all but one', async () => {
  const room = here.discord.addChannel(here.guild.id, { name: 'bots' });
  allow(commands.open, { channels: 'all', allowed: false }, { channel: room.id, allowed: true });
  expect([await used(reader, '/health'), await used(reader.at(room.id), '/health')]).toEqual([
    '50013',
    'Well',
  ]);
  const thread = moderator.openThread(moderator.send(room.id, 'Talk').id, 'Talk');
  expect(await used(reader.at(thread.id), '/health')).toBe('Well');
});

test('what is set for the whole application holds where a command has nothing of its own', async () => {
  allow(null, { role: here.guild.everyoneRoleId, allowed: false });
  expect(await used(reader, '/health')).toBe('50013');
  allow(commands.open, { user: here.reader, allowed: true });
  expect(await used(reader, '/health')).toBe('Well');
  allow(null, { user: here.reader, allowed: true });
  expect(await used(reader, '/feed')).toBe('50013');
});

test('an administrator uses all', async () => {
  allow(commands.open, { user: here.guild.ownerId, allowed: false });
  const owner = here.discord.actor(here.guild.ownerId).at(here.news);
  expect(await used(owner, '/health')).toBe('Well');
});

test('a bot reads what was set, hears of it, and cannot set it', async () => {
  const heard: unknown[] = [];
  here.discord.subscribe(({ name, data }) => {
    if (name === 'APPLICATION_COMMAND_PERMISSIONS_UPDATE') heard.push(data);
  });
  allow(commands.open, { user: here.reader, allowed: false });
  const api = apiOf(here);
  const base = `/applications/${here.bot.applicationId}/guilds/${here.guild.id}/commands`;
  const set = {
    id: commands.open,
    application_id: here.bot.applicationId,
    guild_id: here.guild.id,
    permissions: [{ id: here.reader, type: 2, permission: false }],
  };
  expect(heard).toEqual([set]);
  expect((await api('GET', `${base}/permissions`)).body).toEqual([set]);
  expect((await api('GET', `${base}/${commands.open}/permissions`)).body).toEqual(set);
  const none = await api('GET', `${base}/${commands.gated}/permissions`);
  expect(none.body['code']).toBe(10_066);
  const put = await api('PUT', `${base}/${commands.open}/permissions`, { permissions: [] });
  expect([put.status, put.body['code']]).toEqual([403, 20_001]);
});
