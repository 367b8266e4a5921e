import { afterEach, beforeEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import type { Actor } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  acted,
  buttons,
  textOf,
  openNewsroom,
  type People,
  press,
  reportByButton,
  words,
} from '../people.ts';

let people: People;
let senior: Actor;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  const role = people.discord.addRole(people.guildId, { name: 'Editors' }).id;
  await words(people.owner.run('/settings set', { 'senior-role': role }));
  const moderators = people.discord.roles(people.guildId).find(({ name }) => name === 'Moderators');
  senior = people.discord
    .actor(
      people.discord.addMember(people.guildId, {
        name: 'Vera',
        roles: [String(moderators?.id), role],
      }).id,
    )
    .at(people.moderatorsChannel);
});
afterEach(() => people.close());

const century = () => people.shown('stood for a century');
const changed = 'This case has changed since you saw it. Read its card again, then rule.';

async function reported(reason = 'abuse'): Promise<void> {
  await reportByButton(people.nia, century(), reason);
  await people.quiet();
}

test('the Remove button removes the comment here; the card says so, and no answer piles up', async () => {
  await reported();
  expect(await press(people.sam, people.card(), 'Remove')).toBe('');
  await people.quiet();
  expect(century()).toBeUndefined();
  const card = people.card();
  expect(textOf(card)).toMatch(/### Case 1: removed\n[^]*Removed by <@\d+>/);
  expect(buttons(card)).toEqual(['Undo', 'View on the publisher’s site']);
  expect(
    people.discord.messages(people.moderatorsChannel, { includeEphemeral: people.sam.id }),
  ).toHaveLength(people.messages(people.moderatorsChannel).length);
  expect(people.messages(people.moderatorsChannel).filter(({ type }) => type === 0)).toHaveLength(
    1,
  );
  people.paper.editComment('pier', 'c3', 'The old pier has stood for a century, I say.');
  await people.later(hourMs);
  expect(century()).toBeUndefined();
});

test('Undo shows a removed comment again, once, and opens the case again', async () => {
  await reported();
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  expect(await press(people.sam, people.card(), 'Undo')).toBe('');
  await people.quiet();
  await people.later(6 * minuteMs);
  const back = people.said().filter(({ content }) => content.includes('century'));
  expect(back).toHaveLength(1);
  expect(buttons(back[0])).toEqual(['Report as abuse', 'View on site']);
  expect(buttons(people.card())).toEqual([
    'Remove',
    'Hide',
    'Dismiss',
    'Escalate',
    'Claim',
    'View in Discord',
    'View on the publisher’s site',
  ]);
  // And it can be removed again.
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  expect(century()).toBeUndefined();
});

test('of two moderators who rule on a case, the second is told who ruled first, and what', async () => {
  await reported();
  const stale = people.card();
  expect(await press(people.sam, stale, 'Dismiss')).toBe('');
  // The next round updates the card; the second moderator presses the button of the old one.
  const first = new RegExp(
    `^Case 1 was ruled on before you. Dismissed by <@${people.sam.id}> <t:\\d+:R>: nothing wrong$`,
    'u',
  );
  expect(await press(senior, stale, 'Remove')).toMatch(first);
  expect(await press(senior, stale, 'Escalate')).toMatch(first);
  await people.quiet();
  expect(century()).toBeDefined();
  expect(textOf(people.card())).toContain('Dismissed by');
});

test('a further report for the same reason does not get in the way of a ruling, one for another does', async () => {
  await reported();
  await words(people.owner.run('/settings set', { 'hide-after': 0 }));
  const seen = people.card();
  await reportByButton(people.another('Odd'), century(), 'abuse');
  await reportByButton(people.another('Ida'), century(), 'spam');
  expect(await press(people.sam, seen, 'Remove')).toBe(changed);
  await people.quiet();
  const seenAgain = people.card();
  await reportByButton(people.another('Una'), century(), 'spam');
  expect(await press(people.sam, seenAgain, 'Remove')).toBe('');
  await people.quiet();
  expect(textOf(people.card())).toContain('### Case 1: removed');
});

test('only a senior moderator can rule on an escalated case and undo the ruling, with a reason', async () => {
  await reported();
  const { sam } = people;
  const asked = await sam.click(people.card().id, 'Escalate');
  expect(asked.modal?.title).toBe('Case 1: escalate');
  expect(await acted(sam, sam.submitModal(asked, { reason: 'A threat, I think.' }))).toBe('');
  await people.quiet();
  expect(textOf(people.card())).toMatch(
    new RegExp(
      `### Case 1: escalated[^]*Escalated by <@${sam.id}> <t:\\d+:R>: A threat, I think.`,
      'u',
    ),
  );
  const refused =
    'This case is escalated: a member with Manage Server or the senior role of `/settings` rules on it.';
  expect(await press(sam, people.card(), 'Remove')).toBe(refused);

  const why = await senior.click(people.card().id, 'Remove');
  expect(why.modal?.fields.map(({ required }) => required)).toEqual([true]);
  expect(await acted(senior, senior.submitModal(why, { reason: 'A threat.' }))).toBe('');
  await people.quiet();
  expect(century()).toBeUndefined();
  expect(textOf(people.card())).toContain(`Removed by <@${senior.id}>`);
  expect(textOf(people.card())).toContain('Reason: A threat.');

  expect(await press(sam, people.card(), 'Undo')).toBe(refused);
  expect(await press(senior, people.card(), 'Undo')).toBe('');
  await people.quiet();
  expect(century()).toBeDefined();
  const lines = await people.bot.ports.store.audit.list(people.guildId, 20);
  expect(
    lines
      .filter(({ subject }) => subject === 'case:1')
      .map(({ action, reason }) => [action, reason]),
  ).toEqual([
    ['case.undo', null],
    ['case.remove', 'A threat.'],
    ['case.escalate', 'A threat, I think.'],
    ['case.opened', 'abuse'],
  ]);
});

test('a reason of spaces only is refused', async () => {
  await reported('illegal');
  const why = await senior.click(people.card().id, 'Dismiss');
  expect(await acted(senior, senior.submitModal(why, { reason: '   ' }))).toBe(
    'A ruling on an escalated case needs a reason.',
  );
  await people.quiet();
  expect(textOf(people.card())).toContain('### Case 1: escalated');
});

test('the modal of a case that was ruled on in the meantime is refused', async () => {
  await reported('illegal');
  const why = await senior.click(people.card().id, 'Remove');
  const { owner, moderatorsChannel } = people;
  const first = await owner.at(moderatorsChannel).click(people.card().id, 'Dismiss');
  await acted(owner, owner.at(moderatorsChannel).submitModal(first, { reason: 'A quotation.' }));
  expect(await acted(senior, senior.submitModal(why, { reason: 'A threat.' }))).toContain(
    'Case 1 was ruled on before you. Dismissed by',
  );
  await people.quiet();
  expect(century()).toBeDefined();
});

test('a member who is not a moderator cannot use the buttons of a case card', async () => {
  await reported();
  expect(await press(people.nia.at(people.moderatorsChannel), people.card(), 'Remove')).toBe(
    `You need the permission Manage Messages in <#${people.threadId()}>, or the moderator role, for this. Ask a moderator.`,
  );
  const role = people.discord.addRole(people.guildId, { name: 'Stewards' }).id;
  people.discord.setMemberRoles(people.guildId, people.reader, [role]);
  await words(people.owner.run('/settings set', { 'moderator-role': role }));
  expect(await press(people.nia.at(people.moderatorsChannel), people.card(), 'Remove')).toBe('');
  await people.quiet();
  expect(textOf(people.card())).toContain('### Case 1: removed');
});

test('/flags queue lists open cases by urgency, with links to message and card', async () => {
  const queue = async (person = senior) =>
    textOf(await (await person.run('/flags queue')).settled());
  expect(await queue()).toBe('No case is waiting for a ruling.');
  await reportByButton(people.nia, people.shown('In spring'), 'spam');
  await reportByButton(people.nia, century(), 'illegal');
  await people.quiet();
  const lines = (await queue()).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^- \*\*Case 2\*\* · “.+” · \*\*escalated\*\* · Illegal content × 1 · opened <t:\d+:R>/u,
  );
  expect(lines[0]).toContain(`${people.threadId()}/${century()?.id ?? ''})`);
  expect(lines[0]).toContain(`${people.moderatorsChannel}/${people.card(2).id})`);
  expect(lines[1]).toMatch(/^- \*\*Case 1\*\* · “In spring, .+ · urgency: low · /u);
  // Others see first what they can rule on.
  const escalatedWait = '1 escalated case waits for a senior moderator.';
  expect((await queue(people.sam)).split('\n')).toEqual([escalatedWait, lines[1]]);
  expect(await press(people.sam, people.card(1), 'Dismiss')).toBe('');
  await people.quiet();
  expect(await queue(people.sam)).toBe(escalatedWait);
  const all = await people.sam.run('/flags queue', { state: 'waiting' });
  expect(textOf(await all.settled())).toBe(lines[0]);
  expect(await words(people.nia.run('/flags queue'))).toContain('You need the permission');
});

test('a long queue is shown page by page, with complete links', async () => {
  for (let n = 0; n < 14; n += 1) {
    const message = people.another(`Rex ${n}`).send(people.news, `Rude word ${n}`);
    const asked = await people.sam.messageCommand('Flag message', message.id);
    await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  }
  await people.quiet();
  const answered = await people.sam.run('/flags queue');
  const page = await answered.settled();
  const lines = textOf(page).split('\n');
  expect(lines[0]).toBe('14 cases, page 1 of 2');
  expect(lines).toHaveLength(9);
  for (const line of lines.slice(1)) expect(line).toMatch(/\[card\]\(https:\S+\)$/);
  const turned = await people.sam.click(page?.id ?? '', 'Next page');
  expect(textOf(await turned.settled())).toMatch(/^14 cases, page 2 of 2\n(- .+\n?){6}$/u);
});
