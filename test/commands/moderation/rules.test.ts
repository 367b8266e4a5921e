import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  cardText,
  openNewsroom,
  type People,
  press,
  reportByButton,
  suggestions,
  words,
} from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const rule = (name: string, options: Record<string, string | number> = {}) =>
  words(people.sam.run(`/rules ${name}`, options));
const placeholder = 'This comment is hidden while the moderators review it.';

/** A reader of the site writes a comment, which the bot then finds. */
async function written(author: string, text: string): Promise<string> {
  const id = people.paper.addComment('pier', { author, text });
  await people.later(6 * minuteMs);
  return id;
}

const reportsOn = async (number: number) =>
  people.bot.ports.store.cases.listReports(people.guildId, number);

test('a comment with watched words is shown and reported by the bot, and its case says which rule fired', async () => {
  expect(await rule('add-words', { words: ' free   coin* ' })).toBe(
    'From now on a comment is reported when it has the words “free coin\\*”.',
  );
  await written('Bo', 'Get FREE\ncoins here!');
  expect(people.shown('FREE')).toBeDefined();
  const [report] = await reportsOn(1);
  expect(report).toMatchObject({
    kind: 'rule',
    reporterId: people.botUserId,
    rules: [{ kind: 'words', pattern: 'free coin*' }],
  });
  expect(cardText(people.card())).toContain('Case 1: open');
  expect(cardText(people.card())).toContain(
    'Reported by a rule of the server: watched words “free coin\\*”',
  );
});

test('a rule that hides does so before anybody sees the comment, and a dismissal shows it', async () => {
  await rule('add-words', { words: 'idiot*', action: 'hide' });
  const seen: string[] = [];
  people.discord.subscribe(({ name, data }) => {
    if (name === 'MESSAGE_CREATE') seen.push(JSON.stringify(data['content']));
  });
  await written('Bo', 'What idiots decide this?');
  expect(people.shown(placeholder)).toBeDefined();
  expect(seen.join('\n')).not.toContain('idiots');
  await press(people.sam, people.card(), 'Dismiss');
  await people.quiet();
  expect(people.shown('What idiots')).toBeDefined();
});

test('a comment that comes to break a rule by an edit is hidden in its place', async () => {
  await rule('add-link', { domain: 'https://www.coins.example/buy', action: 'hide' });
  const id = await written('Bo', 'A question of money.');
  const message = people.shown('A question of money');
  people.paper.editComment('pier', id, 'Look at https://shop.coins.example now');
  await people.later(6 * minuteMs);
  const hidden = people.said().find((one) => one.id === message?.id);
  expect(hidden?.content).toContain(placeholder);
  const [report] = await reportsOn(1);
  expect(report?.rules).toEqual([{ kind: 'link', pattern: 'coins.example' }]);
});

test('a text that a moderator approved is not reported again by the same rule, also after a restart', async () => {
  await rule('add-words', { words: 'idiot*' });
  await written('Bo', 'What idiots decide this?');
  await press(people.sam, people.card(), 'Dismiss');
  await people.restart();
  await people.later(10 * minuteMs);
  expect(cardText(people.card())).toContain('### Case 1: nothing wrong');
});

test('an author’s first comment can be held, those before the discussion was followed cannot', async () => {
  expect(await rule('first-comment', { action: 'hide' })).toContain('is hidden until reviewed');
  await written('Newcomer', 'Hello from the coast.');
  expect(people.shown('Hello from the coast')).toBeUndefined();
  await press(people.sam, people.card(), 'Dismiss');
  await people.quiet();
  expect(people.shown('Hello from the coast')).toBeDefined();
  await written('Newcomer', 'And again.');
  expect(people.shown('And again')).toBeDefined();
  await written('Maren', 'Still no answer.');
  expect(people.shown('Still no answer')).toBeDefined();
  await rule('first-comment', { action: 'off' });
  await written('Another', 'My first.');
  expect(people.shown('My first')).toBeDefined();
});

test('the next comment of an author with upheld cases is hidden, until they are long ago', async () => {
  await rule('repeat-offender', { action: 'hide', upheld: 2, days: 30 });
  for (const text of ['Fools, all of you.', 'Fools, again.']) {
    await written('Bo', text);
    await reportByButton(people.nia, people.shown(text));
    await people.quiet();
    const cases = await people.bot.ports.store.cases.listQueue(people.guildId, 1);
    await press(people.sam, people.card(cases[0]?.number), 'Remove');
    await people.quiet();
  }
  await written('Bo', 'A fair point.');
  expect(people.shown('A fair point')).toBeUndefined();
  const [report] = await reportsOn(3);
  expect(report?.rules).toEqual([{ kind: 'repeat-offender', upheld: 2, days: 30 }]);
  await people.later(31 * dayMs);
  expect(await rule('list')).toContain('2 upheld cases in 30 days: hidden until reviewed');
});

test('rules are listed, tried, changed and removed by moderators only, with a line in the audit', async () => {
  expect(await rule('list')).toContain('There are no rules yet.');
  await rule('add-words', { words: 'idiot*', action: 'hide' });
  expect(await rule('add-words', { words: 'idiot*', action: 'report' })).toContain(
    'was watched already',
  );
  await rule('add-link', { domain: 'coins.example' });
  const listed = await rule('list');
  expect(listed).toContain('words “idiot\\*”: reported');
  expect(listed).toContain('links to coins.example: reported');
  expect(listed).toContain('needs the Message Content intent');
  expect(await rule('try', { text: 'You idiots, see http://coins.example' })).toBe(
    'This text would be reported, by these rules:\n- watched words “idiot\\*”\n- a link to coins.example',
  );
  expect(await rule('try', { text: 'idiom' })).toContain('No watched words');
  const suggested = people.sam.autocomplete('/rules remove', { pattern: 'id' }, 'pattern');
  expect(await suggestions(suggested)).toEqual([{ name: 'idiot*', value: 'idiot*' }]);
  expect(await rule('remove', { pattern: 'idiot*' })).toContain('is not watched any more');
  expect(await rule('remove', { pattern: 'idiot*' })).toContain('is not watched. `/rules list`');
  expect(await rule('add-words', { words: '***' })).toContain('Write at least one word.');
  await expect(people.nia.run('/rules list')).rejects.toThrow('not offered');
  const lines = await people.bot.ports.store.audit.list(people.guildId, 10);
  expect(lines.filter(({ action }) => action === 'rules.changed')).toHaveLength(4);
});
