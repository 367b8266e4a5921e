import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { acted, cardText, openNewsroom, type People, reportByButton, words } from '../people.ts';

let people: People;
let role: string;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  role = people.discord.addRole(people.guildId, { name: 'Night desk', mentionable: true }).id;
});
afterEach(() => people.close());

const posting = 'POST /channels/:channel/messages';
const pings = (channelId = people.moderatorsChannel) =>
  people.messages(channelId).filter(({ content }) => content.includes('<@&'));
const alertRole = (options = {}) =>
  words(people.owner.run('/settings set', { 'alert-role': role, ...options }));

async function reported(text: string, reason = 'illegal', name = 'nia'): Promise<void> {
  const by = name === 'nia' ? people.nia : people.another(name);
  await reportByButton(by, people.shown(text), reason);
  await people.quiet();
}

const urgent = (number: number) =>
  `<@&${role}> Case ${number} is urgent: https://discord.com/channels/${people.guildId}/${people.moderatorsChannel}/${people.card(number).id}`;

/** A ruling on an escalated case says why. */
async function ruled(number: number, label: string): Promise<void> {
  const owner = people.owner.at(people.moderatorsChannel);
  const asked = await owner.click(people.card(number).id, label);
  const done = asked.kind === 'modal' ? owner.submitModal(asked, { reason: 'Seen.' }) : asked;
  expect(await acted(owner, Promise.resolve(done))).toBe('');
  await people.quiet();
}

test('without a role of /settings nobody is pinged', async () => {
  await reported('stood for a century');
  expect(pings()).toEqual([]);
});

test('an escalated case pings exactly the role of /settings, with a link to its card', async () => {
  expect(await alertRole()).toContain(
    `Urgent and escalated cases ping <@&${role}>, at most once in 15 minutes`,
  );
  await reported('stood for a century');
  const [ping, ...others] = pings();
  expect(others).toEqual([]);
  expect(ping?.content).toBe(urgent(1));
  expect(ping).toMatchObject({ mention_roles: [role], mentions: [], mention_everyone: false });
});

test('a case pings when it becomes urgent, and once more when a moderator escalates it', async () => {
  await alertRole({ 'alert-every': 1 });
  await reported('stood for a century', 'abuse');
  expect(pings()).toEqual([]);
  await reported('stood for a century', 'abuse', 'Two');
  expect(pings()).toHaveLength(1);
  await people.later(2 * minuteMs);
  await reported('stood for a century', 'spam', 'Three');
  await people.later(2 * minuteMs);
  expect(pings()).toHaveLength(1);
  const asked = await people.sam.click(people.card().id, 'Escalate');
  await acted(people.sam, people.sam.submitModal(asked, { reason: 'A threat, I think.' }));
  await people.quiet();
  expect(pings().map(({ content }) => content)).toEqual([urgent(1), urgent(1)]);
});

test('within the time of /settings one ping waits, for all cases that are urgent then', async () => {
  await alertRole({ 'alert-every': 10 });
  await reported('stood for a century');
  await people.later(minuteMs);
  await reported('In spring');
  await people.later(minuteMs);
  await reported('When will they');
  expect(pings().map(({ content }) => content)).toEqual([urgent(1)]);
  await people.restart();
  await people.later(7 * minuteMs);
  expect(pings()).toHaveLength(1);
  await people.later(minuteMs);
  expect(pings().map(({ content }) => content)).toEqual([
    urgent(1),
    `${urgent(2)}\n1 more urgent case waits: \`/flags queue\``,
  ]);
  await people.later(60 * minuteMs);
  expect(pings()).toHaveLength(2);
});

test('a ping that waited is not sent when its cases are ruled on meanwhile', async () => {
  await alertRole();
  await reported('stood for a century');
  await reported('In spring');
  await ruled(2, 'Dismiss');
  await people.later(60 * minuteMs);
  expect(pings().map(({ content }) => content)).toEqual([urgent(1)]);
});

test('a ping whose answer was lost is not sent twice, also after a restart', async () => {
  await alertRole();
  people.discord.faults.failNext(posting, { status: 'drop', when: 'after', count: 2 });
  await reported('stood for a century');
  await people.restart();
  await people.later(60 * minuteMs);
  expect(pings().map(({ content }) => content)).toEqual([urgent(1)]);
});

test('neither an undone ruling nor a restored card pings again', async () => {
  await alertRole({ 'alert-every': 1 });
  await reported('stood for a century');
  await ruled(1, 'Dismiss');
  await people.later(2 * minuteMs);
  await ruled(1, 'Undo');
  await people.later(2 * minuteMs);
  people.owner.at(people.moderatorsChannel).deleteMessage(people.card().id);
  await reported('stood for a century', 'spam', 'Two');
  await people.later(2 * minuteMs);
  expect(cardText(people.card())).toContain('Spam');
  expect(pings()).toHaveLength(1);
});

test('a ping that waits moves with the moderators’ channel and keeps its time', async () => {
  await alertRole();
  await reported('stood for a century');
  await reported('In spring');
  const next = people.discord.addChannel(people.guildId, { name: 'stewards' }).id;
  await words(people.owner.run('/settings set', { 'moderators-channel': next }));
  await people.quiet();
  expect(pings(next)).toEqual([]);
  await people.later(15 * minuteMs);
  expect(pings(next)).toHaveLength(1);
});

test('a ping that was posted before its card links to it later, and to the next one when that was deleted', async () => {
  await alertRole();
  people.discord.faults.failNext(posting, { status: 400, body: { code: 50035, message: 'No' } });
  await reported('stood for a century');
  expect(pings().map(({ content }) => content)).toEqual([
    `<@&${role}> Case 1 is urgent: \`/flags show case:1\``,
  ]);
  expect(() => people.card()).toThrow('has no card');
  await reported('stood for a century', 'abuse', 'Two');
  expect(pings().map(({ content }) => content)).toEqual([urgent(1)]);
  const first = people.card().id;
  people.owner.at(people.moderatorsChannel).deleteMessage(first);
  await vi.waitUntil(async () => {
    const card = await people.bot.ports.store.deliveries.getByMessage(first);
    return card === null || card.message?.id !== first;
  }, 60_000);
  await people.later(minuteMs);
  expect(people.card().id).not.toBe(first);
  expect(pings().map(({ content }) => content)).toEqual([urgent(1)]);
});

test('/settings set warns about a role whose mention notifies nobody', async () => {
  const { discord, guildId } = people;
  const application = people.bot.client.application.id;
  discord.faults.revokePermissions(application, guildId, 'MentionEveryone');
  role = discord.addRole(guildId, { name: 'Quiet', mentionable: false }).id;
  expect(await alertRole()).toContain(`⚠️ A mention of <@&${role}> notifies nobody.`);
});
