import { afterEach, beforeEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import type { Actor } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  buttons,
  cardText,
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

test('the Remove button removes the comment here, and the answer says that it stays on the publisher’s site', async () => {
  await reported();
  expect(await press(people.sam, people.card(), 'Remove')).toBe(
    'Case 1: removed. The comment is no longer shown here and will not be mirrored again. It stays on the publisher’s site; the card links to it.',
  );
  await people.quiet();
  expect(century()).toBeUndefined();
  const card = people.card();
  expect(cardText(card)).toMatch(/### Case 1: removed\n[^]*Removed by <@\d+>/);
  expect(buttons(card)).toEqual(['Undo', 'View on the publisher’s site']);
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
  expect(await press(people.sam, people.card(), 'Undo')).toBe(
    'The ruling is undone. Case 1 is open again. If its comment was removed or hidden, it is visible again.',
  );
  await people.quiet();
  await people.later(6 * minuteMs);
  const back = people.said().filter(({ content }) => content.includes('century'));
  expect(back).toHaveLength(1);
  expect(buttons(back[0])).toEqual(['Report as abuse', 'View on site']);
  expect(buttons(people.card())).toEqual([
    'Remove',
    'Dismiss',
    'Escalate',
    'View in Discord',
    'View on the publisher’s site',
  ]);
  // And it can be removed again.
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  expect(century()).toBeUndefined();
});

test('of two moderators who rule on a case, the second is told that it has changed', async () => {
  await reported();
  const stale = people.card();
  expect(await press(people.sam, stale, 'Dismiss')).toContain('nothing wrong');
  // The next round updates the card; the second moderator presses the button of the old one.
  expect(await press(senior, stale, 'Remove')).toBe(changed);
  expect(await press(senior, stale, 'Escalate')).toBe(changed);
  await people.quiet();
  expect(century()).toBeDefined();
  expect(cardText(people.card())).toContain('Dismissed by');
});

test('a ruling is refused when a report was added after the moderator saw the card', async () => {
  await reported();
  const stale = people.card();
  await reportByButton(people.another('Odd'), century(), 'spam');
  expect(await press(people.sam, stale, 'Remove')).toBe(changed);
  await people.quiet();
  expect(await press(people.sam, people.card(), 'Remove')).toContain('removed');
});

test('only a senior moderator can rule on an escalated case and undo the ruling, with a reason', async () => {
  await reported();
  const { sam } = people;
  const asked = await sam.click(people.card().id, 'Escalate');
  expect(asked.modal?.title).toBe('Case 1: escalate');
  expect(await words(sam.submitModal(asked, { reason: 'A threat, I think.' }))).toBe(
    'Case 1 is escalated to the senior moderators.',
  );
  await people.quiet();
  expect(cardText(people.card())).toContain('### Case 1: escalated');
  const refused =
    'This case is escalated: a member with Manage Server or the senior role of `/settings` rules on it.';
  expect(await press(sam, people.card(), 'Remove')).toBe(refused);

  const why = await senior.click(people.card().id, 'Remove');
  expect(why.modal?.fields.map(({ required }) => required)).toEqual([true]);
  expect(await words(senior.submitModal(why, { reason: 'A threat.' }))).toContain('removed');
  await people.quiet();
  expect(century()).toBeUndefined();
  expect(cardText(people.card())).toContain(`Removed by <@${senior.id}>`);
  expect(cardText(people.card())).toContain('Reason: A threat.');

  expect(await press(sam, people.card(), 'Undo')).toBe(refused);
  expect(await press(senior, people.card(), 'Undo')).toContain('Case 1 is escalated again');
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
  expect(await words(senior.submitModal(why, { reason: '   ' }))).toBe(
    'A ruling on an escalated case needs a reason.',
  );
  await people.quiet();
  expect(cardText(people.card())).toContain('### Case 1: escalated');
});

test('the modal of a case that was ruled on in the meantime is refused', async () => {
  await reported('illegal');
  const why = await senior.click(people.card().id, 'Remove');
  const { owner, moderatorsChannel } = people;
  const first = await owner.at(moderatorsChannel).click(people.card().id, 'Dismiss');
  await words(owner.at(moderatorsChannel).submitModal(first, { reason: 'A quotation.' }));
  expect(await words(senior.submitModal(why, { reason: 'A threat.' }))).toBe(changed);
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
  expect(await press(people.nia.at(people.moderatorsChannel), people.card(), 'Remove')).toContain(
    'removed',
  );
});

test('/flags queue lists open cases by urgency, with links to message and card', async () => {
  const { sam } = people;
  expect(await words(sam.run('/flags queue'))).toBe('No case is waiting for a ruling.');
  await reportByButton(people.nia, people.shown('In spring'), 'spam');
  await reportByButton(people.nia, century(), 'illegal');
  await people.quiet();
  const lines = (await words(sam.run('/flags queue'))).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^- \*\*Case 2\*\* · “.+” · \*\*escalated\*\* · opened <t:\d+:R>/u);
  expect(lines[0]).toContain(`${people.threadId()}/${century()?.id ?? ''})`);
  expect(lines[0]).toContain(`${people.moderatorsChannel}/${people.card(2).id})`);
  expect(lines[1]).toMatch(/^- \*\*Case 1\*\* · “In spring, .+ · urgency: low · /u);
  expect(await words(people.nia.run('/flags queue'))).toContain('You need the permission');
});

test('a long queue fits into one message with complete links', async () => {
  for (let n = 0; n < 14; n += 1) {
    const message = people.another(`Rex ${n}`).send(people.news, `Rude word ${n}`);
    const asked = await people.sam.messageCommand('Flag message', message.id);
    await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  }
  await people.quiet();
  const said = await words(people.sam.run('/flags queue'));
  const lines = said.split('\n');
  expect(lines.at(-1)).toMatch(/^… and \d+ more\.$/);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/\[card\]\(https:\S+\)$/);
});
