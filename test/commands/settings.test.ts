import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandBodies } from '../../commands/index.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import {
  ActorRefused,
  type OptionValues,
  type PermissionName,
} from '../../src/preview/discord/index.ts';
import {
  cardText,
  helpFor,
  openNewsroom,
  type People,
  reportByButton,
  suggestions,
  words,
} from './people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const set = (options: OptionValues) => words(people.owner.run('/settings set', options));
const shown = () => words(people.owner.run('/settings show'));

/** As an administrator does who lets everybody use these commands. */
async function offerToAll(...names: readonly string[]): Promise<void> {
  await people.bot.client.application.commands.set(
    commandBodies.map((body) =>
      names.includes(body.name) ? { ...body, default_member_permissions: null } : body,
    ),
  );
}

test('/settings show lists the defaults, and /settings set changes only the given settings', async () => {
  expect(await shown()).toBe(
    [
      `- Cases and alerts: <#${people.moderatorsChannel}>`,
      '- Moderators: members with Manage Messages',
      '- Escalated cases: members with Manage Server',
      '- Urgent cases ping nobody. Choose a role: `/settings set alert-role:@…`',
      '- Language of cards, alerts and notices: English',
      '- After 3 reports a comment is hidden until a moderator rules',
      '- One member can report 10 messages per hour',
      '- The text of a closed case is deleted after 30 days',
      '- No monthly summary for everyone. Turn it on: `/settings set transparency-channel:#…`',
    ].join('\n'),
  );
  const role = people.discord.addRole(people.guildId, {
    name: 'Stewards',
    permissions: ['ManageMessages'],
  }).id;
  const said = await set({ 'moderator-role': role, 'hide-after': 0, 'evidence-days': 7 });
  expect(said).toContain(`Moderators: members with Manage Messages or <@&${role}>`);
  expect(said).toContain('Reports do not hide a comment');
  expect(said).toContain('deleted after 7 days');
  expect(said).toContain(`<#${people.moderatorsChannel}>`);
  expect(await shown()).toBe(said);
  const [line] = await people.bot.ports.store.audit.list(people.guildId, 1);
  expect(line).toMatchObject({
    action: 'settings.changed',
    actor: people.owner.id,
    reason: `moderator-role: none → <@&${role}>, hide-after: 3 → 0, evidence-days: 30 → 7`,
  });
});

test('/settings clear resets one setting and leaves the others', async () => {
  const role = people.discord.addRole(people.guildId, { name: 'Stewards' }).id;
  await set({ 'moderator-role': role, 'evidence-days': 7 });
  const said = await words(people.owner.run('/settings clear', { setting: 'moderator-role' }));
  expect(said).not.toContain(`<@&${role}>`);
  expect(said).toContain('deleted after 7 days');
  const nowhere = await words(
    people.owner.run('/settings clear', { setting: 'moderators-channel' }),
  );
  expect(nowhere).toContain('no channel yet');
});

test('/settings set without options changes nothing, and Discord refuses numbers out of range', async () => {
  expect(await set({})).toBe('You gave nothing to change. Fill in at least one option.');
  for (const wrong of [{ 'hide-after': 101 }, { 'reports-per-hour': 0 }, { 'evidence-days': 0 }]) {
    await expect(set(wrong)).rejects.toThrow(ActorRefused);
  }
});

test('/settings set warns about a moderators’ channel that everybody can read', async () => {
  const { discord, guildId, botUserId, moderatorsChannel } = people;
  expect(await set({ 'moderators-channel': moderatorsChannel })).toContain(
    `⚠️ Everybody can read <#${moderatorsChannel}>: cards there show flagged messages, and name who reported them.`,
  );
  const closed = discord.addChannel(guildId, {
    name: 'stewards',
    overwrites: [
      { id: guildId, kind: 'role', deny: ['ViewChannel'] },
      { id: botUserId, kind: 'member', allow: ['ViewChannel', 'SendMessages'] },
    ],
  }).id;
  expect(await set({ 'moderators-channel': closed })).not.toContain('⚠️');
  expect(await set({ 'hide-after': 2 })).not.toContain('⚠️');
});

test('@everyone cannot be the moderator role', async () => {
  expect(await set({ 'moderator-role': people.guildId })).toContain(
    '`moderator-role` cannot be @everyone',
  );
  expect(await set({ 'senior-role': people.guildId })).toContain(
    '`senior-role` cannot be @everyone',
  );
  expect(await shown()).toContain('Moderators: members with Manage Messages\n');
});

test('a moderators’ channel that the bot cannot write in is refused with the missing permissions', async () => {
  const walled = people.discord.addChannel(people.guildId, {
    name: 'walled',
    overwrites: [{ id: people.botUserId, kind: 'member', deny: ['ViewChannel', 'SendMessages'] }],
  }).id;
  expect(await set({ 'moderators-channel': walled })).toBe(
    `Wirethread lacks View Channel, Send Messages in <#${walled}>. Give its role these permissions there, then use \`/settings set\` again.`,
  );
  expect(await shown()).toContain(`<#${people.moderatorsChannel}>`);
});

test('cases opened before a moderators’ channel is set get their cards when it is set', async () => {
  const { ports } = people.bot;
  const { moderatorsChannelId: _, ...rest } = (await ports.store.settings.get(people.guildId)) ?? {
    moderatorsChannelId: null,
  };
  await ports.store.settings.save(people.guildId, { ...rest, moderatorsChannelId: null } as never);
  expect(await shown()).toContain('no channel yet. Choose one: `/settings set moderators-channel');
  await reportByButton(people.nia, people.shown('stood for a century'));
  await people.quiet();
  expect(() => people.card()).toThrow('no card');
  expect(await words(people.sam.run('/flags queue'))).toContain(
    'Cases have no cards yet: choose a channel for them',
  );
  await set({ 'moderators-channel': people.moderatorsChannel });
  await people.quiet();
  expect(cardText(people.card())).toContain('### Case 1: open');
});

test('Discord offers each command only to members with its permission', async () => {
  const { nia, sam, owner } = people;
  for (const command of ['/feed list', '/settings show', '/discussion status']) {
    await expect(nia.run(command)).rejects.toThrow('is not offered');
  }
  await expect(sam.run('/feed list')).rejects.toThrow('is not offered');
  expect(await words(owner.run('/feed list'))).toContain(people.paper.feedUrl);
});

test('each command checks permissions itself, even if an administrator offers it to everybody', async () => {
  await offerToAll('feed', 'settings', 'discussion');
  const { nia } = people;
  const url = people.paper.atomUrl;
  const manage = 'You need the permission Manage Server for this. Ask someone who has it.';
  expect(await words(nia.run('/feed list'))).toBe(manage);
  expect(await words(nia.run('/feed add', { url }))).toBe(manage);
  expect(await words(nia.run('/feed test', { url }))).toBe(manage);
  expect(await words(nia.run('/feed remove', { feed: 'x' }))).toBe(manage);
  expect(await words(nia.run('/settings show'))).toBe(manage);
  expect(await words(nia.run('/settings set', { 'hide-after': 1 }))).toBe(manage);
  const moderate = (channelId: string) =>
    `You need the permission Manage Messages in <#${channelId}>, or the moderator role, for this. Ask a moderator.`;
  const inThread = nia.at(people.threadId());
  expect(await words(inThread.run('/discussion status'))).toBe(moderate(people.news));
  expect(await words(inThread.run('/discussion close'))).toBe(moderate(people.news));
  expect(await words(inThread.run('/discussion reopen'))).toBe(moderate(people.news));
  expect(await words(inThread.run('/discussion extend', { by: '1d' }))).toBe(moderate(people.news));
  // Suggestions do not show it either.
  expect(await suggestions(nia.autocomplete('/feed remove', { feed: '' }, 'feed'))).toEqual([]);
  const typed = nia.autocomplete('/discussion status', { story: '' }, 'story');
  expect(await suggestions(typed)).toEqual([]);
  expect(await words(people.sam.run('/feed list'))).toBe(manage);
});

test('a member with the moderator role can use the moderators’ commands', async () => {
  await offerToAll('discussion', 'Flag message');
  const role = people.discord.addRole(people.guildId, { name: 'Stewards' }).id;
  await set({ 'moderator-role': role });
  people.discord.setMemberRoles(people.guildId, people.reader, [role]);
  const { nia } = people;
  expect(await words(nia.at(people.threadId()).run('/discussion status'))).toContain(
    'This discussion is open',
  );
  const rude = people.another('Rex').send(people.news, 'You fools!');
  const asked = await nia.messageCommand('Flag message', rude.id);
  expect(asked.modal?.title).toBe('Flag this message');
  expect(await words(nia.run('/flags queue'))).toBe('No case is waiting for a ruling.');
  expect(await helpFor(nia)).toContain('For moderators');
});

test('a role of moderators that Discord shows fewer commands is warned about when it is chosen', async () => {
  const addRole = (permissions: readonly PermissionName[]) =>
    people.discord.addRole(people.guildId, { name: 'Stewards', permissions }).id;
  const choose = (role: string) =>
    words(people.owner.run('/settings set', { 'moderator-role': role }));
  const warning = 'only to members with Manage Messages. Allow them for';
  expect(await choose(addRole([]))).toContain(warning);
  expect(await choose(addRole(['ManageMessages']))).not.toContain(warning);
});

test('/help shows each member the commands that they can use', async () => {
  const reader = await helpFor(people.nia);
  expect(reader).toContain('`/flags mine`');
  expect(reader).not.toContain('For moderators');
  const moderator = await helpFor(people.sam);
  expect(moderator).toContain('For moderators');
  expect(moderator).not.toContain('`/settings');
  const manager = await helpFor(people.owner);
  expect(manager).toContain('For moderators');
  expect(manager).toContain('For managers of the server');
});
