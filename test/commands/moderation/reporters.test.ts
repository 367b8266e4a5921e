import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
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
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const century = () => people.shown('stood for a century');

/** Reports as illegal content, and returns the receipt's message. */
async function asIllegal(person: Actor) {
  const asked = await person.click(century()?.id ?? '', 'Report as abuse');
  return (await person.submitModal(asked, { reason: 'illegal' })).settled();
}

async function lawNamed(person: Actor, law = 'German Criminal Code, section 185: an insult.') {
  const receipt = await asIllegal(person);
  expect(buttons(receipt ?? undefined)).toEqual(['Name the law']);
  const form = await person.click(receipt?.id ?? '', 'Name the law');
  return words(person.submitModal(form, { law, 'good-faith': ['yes'] }));
}

test('a report of illegal content is escalated at once; with the law it hides the comment', async () => {
  const { nia } = people;
  const receipt = await asIllegal(nia);
  expect(receipt?.content).toContain('One more step: say which law it breaks.');
  await people.quiet();
  expect(century()).toBeDefined();
  expect(cardText(people.card())).toContain('escalated');
  const form = await nia.click(receipt?.id ?? '', 'Name the law');
  expect(form.modal?.title).toBe('Illegal content: which law?');
  await expect(nia.submitModal(form, { law: 'StGB 185' })).rejects.toThrow('good-faith');
  expect(
    await words(nia.submitModal(form, { law: 'StGB 185: an insult', 'good-faith': ['yes'] })),
  ).toBe('Thank you. The comment is hidden until a moderator has read case 1.');
  await people.quiet();
  expect(century()).toBeUndefined();
  expect(cardText(people.card())).toContain('names the law, in good faith: “StGB 185: an insult”');
  const [report] = await people.bot.ports.store.cases.listReports(people.guildId, 1);
  expect(report?.law).toBe('StGB 185: an insult');
  const again = words(nia.submitModal(form, { law: 'Again', 'good-faith': ['yes'] }));
  expect(await again).toContain('You have said already which law it breaks.');
});

test('nobody names the law for a case that they did not report', async () => {
  const receipt = await asIllegal(people.nia);
  const forged = people.another('Odd');
  await expect(forged.click(receipt?.id ?? '', 'Name the law')).rejects.toThrow('in sight');
  expect((await people.bot.ports.store.cases.get(people.guildId, 1))?.hidden).toBe(false);
});

test('three malicious readers cannot hide a text that moderators approved, also by a law', async () => {
  const { sam } = people;
  await reportByButton(people.nia, century());
  await people.quiet();
  await press(sam, people.card(), 'Dismiss');
  await people.later(dayMs + minuteMs);
  expect(await lawNamed(people.another('One'))).toContain('Thank you. The moderators see it');
  for (const name of ['Two', 'Three', 'Four']) {
    expect(await reportByButton(people.another(name), century())).toContain('case 1');
  }
  await people.quiet();
  expect(century()).toBeDefined();
  expect(cardText(people.card())).toContain('Urgency: ');
  for (let index = 0; index < 6; index += 1) {
    await reportByButton(people.another(`Reader ${index}`), century());
  }
  await people.quiet();
  expect(century()).toBeUndefined();
});

test('readers whose reports were dismissed count less', async () => {
  const gang = ['One', 'Two', 'Three'].map((name) => people.another(name));
  for (const text of ['When will they', 'In spring']) {
    for (const member of gang.slice(0, 2)) await reportByButton(member, people.shown(text));
    await people.quiet();
    const [found] = await people.bot.ports.store.cases.listQueue(people.guildId, 1);
    await press(people.sam, people.card(found?.number), 'Dismiss');
    await people.quiet();
  }
  // Two of the three were wrong twice: 1/3 + 1/3 + 1 is less than 3.
  for (const member of gang) await reportByButton(member, century());
  await people.quiet();
  expect(century()).toBeDefined();
  const [one, , three] = gang.map(({ id }) => `<@${id}>`);
  const card = cardText(people.card(3));
  expect(card).toContain(`Reported by ${one} (right in 0 of 2 reports, counts 33%), <@`);
  expect(card).toContain(`counts 33%), ${three}\n`);
  await reportByButton(people.another('Honest'), century());
  await reportByButton(people.another('Upright'), century());
  await people.quiet();
  expect(century()).toBeUndefined();
});

test('moderators ban a reader from reporting, who is told so kindly, and let them report again', async () => {
  const { sam, nia } = people;
  expect(await words(nia.run('/flags banned-reporters'))).toContain('You need the permission');
  expect(
    await words(sam.run('/flags ban-reporter', { member: nia.id, reason: 'Floods the queue' })),
  ).toContain('can no longer report in this server.');
  const refused = await reportByButton(nia, century());
  expect(refused).toBe(
    'The moderators of this server take no more reports from you, so this one was not sent. If you think that this is a mistake, write to one of them.',
  );
  expect(await words(sam.run('/flags banned-reporters'))).toContain('Floods the queue');
  expect(await words(sam.run('/flags ban-reporter', { member: sam.id }))).toContain(
    'Moderators cannot be banned',
  );
  expect(await words(sam.run('/flags unban-reporter', { member: nia.id }))).toContain(
    'can report again.',
  );
  expect(await reportByButton(nia, century())).toContain('as case 1');
  const lines = await people.bot.ports.store.audit.list(people.guildId, 10);
  expect(lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['reader.banned', 'reader.unbanned']),
  );
});

test('a reader flags a member’s message with the message command, and nobody their own', async () => {
  const rex = people.another('Rex');
  const rude = rex.send(people.news, 'You fools!');
  const asked = await people.nia.messageCommand('Flag message', rude.id);
  const receipt = await words(people.nia.submitModal(asked, { reason: 'offensive' }));
  expect(receipt).toContain('as case 1');
  await people.quiet();
  expect(cardText(people.card())).toContain('> You fools!');
  const [report] = await people.bot.ports.store.cases.listReports(people.guildId, 1);
  expect(report).toMatchObject({ kind: 'reader', reason: 'offensive' });
  const own = await rex.messageCommand('Flag message', rude.id);
  expect(await words(rex.submitModal(own, { reason: 'abuse' }))).toBe(
    'This is your own message. You can delete it yourself.',
  );
});

test('/privacy shows what is stored of a member, and deletes what need not be kept', async () => {
  const { nia, sam } = people;
  expect(await words(nia.run('/privacy show'))).toBe(
    'Wirethread stores nothing of you in this server.',
  );
  await reportByButton(nia, century(), 'spam', 'It sells piers.');
  const shown = await words(nia.run('/privacy show'));
  expect(shown).toContain('- 1 report of yours: its case, reason and time');
  expect(shown).toContain('- what you wrote in 1 of them');
  expect(shown).toContain('Texts are deleted 30 days after a ruling, reports 180 days');
  const early = await words(nia.run('/privacy delete'));
  expect(early).toContain('There is nothing that can be deleted at once.');
  expect(early).toContain('1 case that waits for a ruling');
  await people.quiet();
  await press(sam, people.card(), 'Remove');
  await people.quiet();
  expect(await words(nia.run('/privacy delete'))).toMatch(
    /^Deleted:\n- what you wrote in 1 report\nKept for now:\n- that you made 1 report, without its text/u,
  );
  const [report] = await people.bot.ports.store.cases.listReports(people.guildId, 1);
  expect(report?.details).toBeNull();
  await people.later(181 * dayMs);
  await people.bot.ports.store.cases.deleteReports(
    people.guildId,
    people.clock.now() - 180 * dayMs,
  );
  expect(await people.bot.ports.store.cases.listReports(people.guildId, 1)).toEqual([]);
});

test('/privacy deletes the text of a member’s own message after the ruling, not before', async () => {
  const rex = people.another('Rex');
  const rude = rex.send(people.news, 'You fools!');
  const asked = await people.sam.messageCommand('Flag message', rude.id);
  await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  await people.quiet();
  expect(await words(rex.run('/privacy delete'))).toContain('1 case that waits for a ruling');
  await press(people.sam, people.card(), 'Dismiss');
  expect(await words(rex.run('/privacy show'))).toContain('the text of 1 of these messages');
  expect(await words(rex.run('/privacy delete'))).toContain('- the text of 1 message of yours');
  const found = await people.bot.ports.store.cases.get(people.guildId, 1);
  expect(found?.evidence).toBeNull();
});
