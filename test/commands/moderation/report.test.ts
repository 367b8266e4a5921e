import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
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
const placeholder = 'This comment is hidden while the moderators review it.';

test('Report as abuse asks the reader for a reason and answers with a receipt', async () => {
  const { nia } = people;
  const asked = await nia.click(century()?.id ?? '', 'Report as abuse');
  expect(asked.modal?.title).toBe('Report this comment');
  expect(Object.values(asked.modal?.labels ?? {})).toEqual([
    'What is wrong with it?',
    'Anything the moderators should know?',
  ]);
  const receipt = await words(
    nia.submitModal(asked, { reason: 'spam', details: ' It sells piers. ' }),
  );
  expect(receipt).toBe(
    'Thank you. The moderators have your report as case 1. `/flags mine` shows the result. Nobody sees who reported it.',
  );
  await people.quiet();
  const card = cardText(people.card());
  expect(card).toContain('### Case 1: open');
  expect(card).toContain('Spam or advertising × 1');
  expect(card).toContain('“It sells piers.”');
  expect(card).toContain('**Ngozi** wrote on the publisher’s site:\n> The old pier has stood');
  expect(buttons(people.card())).toEqual([
    'Remove',
    'Hide',
    'Dismiss',
    'Escalate',
    'Claim',
    'View in Discord',
    'View on the publisher’s site',
  ]);
});

test('a form of another version, with a reason that is not known any more, is answered by a sentence', async () => {
  const { nia, log } = people;
  const { modal } = await nia.click(century()?.id ?? '', 'Report as abuse');
  if (!modal) throw new Error('the button opens a form');
  const earlier = JSON.parse(
    JSON.stringify(modal).replaceAll('"value":"spam"', '"value":"tedious"'),
  ) as typeof modal;
  const answer = await words(nia.submitModal(earlier, { reason: 'tedious', details: 'Again.' }));
  expect(answer).toContain(
    'This form is from another version of Wirethread. Open it again and choose a reason.',
  );
  expect(log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  expect(await people.bot.ports.store.cases.listQueue(people.guildId, 10)).toEqual([]);
});

test('no message that readers can see names the reporter', async () => {
  const { nia, sam, discord, news, moderatorsChannel, guildId } = people;
  await reportByButton(nia, century());
  await people.quiet();
  // Moderators see who reported.
  expect(JSON.stringify(discord.messages(moderatorsChannel))).toContain(nia.id);
  await press(sam, people.card(), 'Remove');
  await people.quiet();
  const shown = [news, people.threadId()].flatMap((id) => discord.messages(id));
  expect(JSON.stringify(shown)).not.toContain(nia.id);
  expect(JSON.stringify(shown)).not.toContain('Nia');
  const lines = await people.bot.ports.store.audit.list(guildId, 20);
  expect(lines.find(({ action }) => action === 'case.opened')?.actor).toBe(nia.id);
});

test('a second report by the same reader is refused, and one by another reader joins the case', async () => {
  const { nia } = people;
  await reportByButton(nia, century());
  expect(await reportByButton(nia, century(), 'spam')).toBe(
    'You already reported this. It is case 1. `/flags mine` shows the result.',
  );
  expect(await reportByButton(people.another('Odd'), century())).toContain(
    'Your report is added to case 1',
  );
  expect(await reportByButton(nia, people.shown('In spring'))).toContain('case 2');
  await people.quiet();
  expect(cardText(people.card())).toContain('Abuse, insults or threats × 2');
});

test('the set number of reports hides a comment, and a dismissal shows it again', async () => {
  await reportByButton(people.nia, century());
  await reportByButton(people.another('Odd'), century());
  await people.quiet();
  const { id } = century() ?? { id: '' };
  await reportByButton(people.another('Bo'), century());
  await people.quiet();
  const hidden = people.said().find((message) => message.id === id);
  expect(hidden?.content).toContain(placeholder);
  expect(hidden?.content).not.toContain('Ngozi');
  expect(buttons(hidden)).toEqual(['(Report as abuse)']);
  expect(cardText(people.card())).toContain('hidden from readers');

  expect(await press(people.sam, people.card(), 'Dismiss')).toBe('');
  await people.quiet();
  expect(century()?.id).toBe(id);
  expect(buttons(century())).toEqual(['Report as abuse', 'View on site']);
  expect(cardText(people.card())).not.toContain('hidden from readers');
  expect(await words(people.nia.run('/flags mine'))).toContain(
    'the moderators found nothing wrong',
  );

  // A new report on the same day does not reopen the case; a day later it does.
  expect(await reportByButton(people.another('Cy'), century())).toContain(
    'already ruled on this text in case 1',
  );
  await people.later(dayMs);
  expect(await reportByButton(people.another('Di'), century())).toContain('as case 1');
  await people.quiet();
  expect(cardText(people.card())).toContain('### Case 1: open');
});

test('/settings sets how many reports hide a comment, and 0 turns hiding off', async () => {
  await words(people.owner.run('/settings set', { 'hide-after': 0 }));
  for (const name of ['Odd', 'Bo', 'Cy', 'Di']) {
    await reportByButton(people.another(name), century());
  }
  await people.quiet();
  expect(century()).toBeDefined();
  await words(people.owner.run('/settings set', { 'hide-after': 1 }));
  await reportByButton(people.nia, people.shown('In spring'));
  await people.quiet();
  expect(people.shown('In spring')).toBeUndefined();
});

test('a reader who reports more messages than allowed per hour is asked to wait', async () => {
  await words(people.owner.run('/settings set', { 'reports-per-hour': 2 }));
  await reportByButton(people.nia, century());
  await reportByButton(people.nia, people.shown('In spring'));
  const third = () => reportByButton(people.nia, people.shown('When will they'));
  expect(await third()).toBe(
    'You have reported 2 messages within the hour. The moderators have them; please wait before you report more.',
  );
  expect(await reportByButton(people.another('Odd'), people.shown('When will they'))).toContain(
    'case 3',
  );
  people.clock.advance(hourMs + 1);
  expect(await third()).toContain('is added to case 3');
});

test('a report of a comment that its publisher has already deleted is refused', async () => {
  const { nia, paper, discord } = people;
  const message = century();
  const asked = await nia.click(message?.id ?? '', 'Report as abuse');
  paper.withdrawComment('pier', 'c3');
  const failing = { status: 500, count: 1_000 } as const;
  discord.faults.failNext('DELETE /channels/:id/messages/:id', failing);
  await people.later(hourMs);
  await people.later(hourMs);
  expect(century()).toBeDefined();
  const gone = 'This comment is gone already: it needs no report.';
  expect(await words(nia.submitModal(asked, { reason: 'abuse' }))).toBe(gone);
  expect(await words(nia.click(message?.id ?? '', 'Report as abuse'))).toBe(gone);
});

test('a report of illegal content is escalated to the senior moderators at once', async () => {
  await reportByButton(people.nia, century(), 'illegal');
  await people.quiet();
  expect(cardText(people.card())).toContain('escalated to a senior moderator');
  expect(buttons(people.card())).not.toContain('Escalate');
  expect(await words(people.nia.run('/flags mine'))).toContain('waiting for a senior moderator');
});

test('/flags mine shows a reader only their own reports and the result of each', async () => {
  const { nia, sam } = people;
  expect(await words(nia.run('/flags mine'))).toBe(
    'You have not reported anything in the last 30 days.',
  );
  await reportByButton(nia, century());
  await reportByButton(people.another('Odd'), people.shown('In spring'));
  expect(await words(nia.run('/flags mine'))).toMatch(
    /^- Case 1, reported <t:\d+:R> · “The old pier .+”: waiting for the moderators$/u,
  );
  await people.quiet();
  await press(sam, people.card(), 'Remove');
  expect(await words(nia.run('/flags mine'))).toContain('the message was removed');
  people.clock.advance(31 * dayMs);
  expect(await words(nia.run('/flags mine'))).toBe(
    'You have not reported anything in the last 30 days.',
  );
});

test('/flags mine says when a reported comment was deleted on its site', async () => {
  await reportByButton(people.nia, century());
  people.paper.withdrawComment('pier', 'c3');
  for (let look = 0; look < 2; look += 1) await people.later(6 * minuteMs);
  expect(await words(people.nia.run('/flags mine'))).toContain(
    'the comment was deleted on its site',
  );
});
