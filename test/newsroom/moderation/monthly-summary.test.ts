import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { openNewsroom, type People, press, reportByButton, words } from '../../commands/people.ts';

let people: People;
let lobby: string;
beforeEach(async () => {
  const comments = Array.from({ length: 8 }, (_, index) => ({
    id: `c${index}`,
    at: (index - 60) * minuteMs,
    author: `Author ${index}`,
    text: `Comment number ${index}.`,
  }));
  people = await openNewsroom({
    edition: anEdition(aStory({ comments })),
    startAt: Date.UTC(2026, 10, 20, 12),
  });
  lobby = people.discord.addChannel(people.guildId, { name: 'lobby' }).id;
});
afterEach(() => people.close());

const summaries = () => people.messages(lobby).map(({ content }) => content);
const turnOn = (more: Record<string, string> = {}) =>
  words(people.owner.run('/settings set', { 'transparency-channel': lobby, ...more }));

/** Advances the clock to an instant. */
const until = (at: number) => people.later(at - people.clock.now());

async function ruled(numbers: readonly number[], label: string, reason: string): Promise<void> {
  for (const number of numbers) {
    await reportByButton(people.nia, people.shown(`number ${number}.`), reason);
    await people.quiet();
    await people.later(12 * minuteMs);
    const { length } = await people.bot.ports.store.cases.listQueue(people.guildId, 50);
    expect(length).toBe(1);
    const [waiting] = await people.bot.ports.store.cases.listQueue(people.guildId, 1);
    await press(people.sam, people.card(waiting?.number), label);
    await people.quiet();
  }
}

test('a summary of the month is posted once on the first day after it, whatever restarts come', async () => {
  expect(await turnOn()).toContain(`A summary of each month is posted in <#${lobby}>`);
  await ruled([0, 1, 2, 3, 4, 5], 'Remove', 'spam');
  await ruled([6], 'Dismiss', 'abuse');
  await until(Date.UTC(2026, 11, 1, 8, 59));
  expect(summaries()).toEqual([]);
  await people.restart();
  await until(Date.UTC(2026, 11, 1, 9, 1));
  const posted = [
    [
      '**Moderation in November 2026**',
      '- Cases opened: about 5',
      '- Cases closed: about 5',
      '- Against the rules: about 5',
      '- Removed for: spam (about 5)',
      '- Nothing wrong, or no longer there: fewer than 5',
      expect.stringMatching(/^- Half of the rulings came within \d+ minutes$/u),
      '- Appeals: none',
      '- Reports of illegal content: none',
      '-# Numbers are rounded to fives, and fewer than 5 are not counted here, so that they tell nothing about a person.',
    ],
  ];
  const lines = () => summaries().map((text) => text.split('\n'));
  expect(lines()).toEqual(posted);
  await people.restart();
  await people.later(20 * dayMs);
  expect(lines()).toEqual(posted);
  await until(Date.UTC(2027, 0, 1, 10));
  expect(summaries()).toHaveLength(2);
  expect(summaries()[1]).toContain('**Moderation in December 2026**');
  expect(summaries()[1]).not.toContain('Half of');
  expect(summaries().join()).not.toMatch(/Author|<@/u);
  const answer = await people.sam.run('/audit list', { about: 'audit' });
  const [embed] = (await answer.settled())?.embeds ?? [];
  expect(embed?.description?.split('\n').map((line) => line.replace(/^- <t:\d+:f> /u, ''))).toEqual(
    ['2026-12', '2026-11'].map(
      (month) => `Wirethread posted the monthly summary in <#${lobby}> · ${month}`,
    ),
  );
});

test('a summary is posted once when Discord fails after it posted it, and when it fails before', async () => {
  await turnOn();
  const { faults } = people.discord;
  const before = summaries().length;
  faults.failNext('POST /channels/:id/messages', { status: 502, when: 'after' });
  await until(Date.UTC(2026, 11, 1, 9, 5));
  await people.later(10 * minuteMs);
  expect(summaries().length - before).toBe(1);
  faults.failNext('POST /channels/:id/messages', { status: 502 });
  await until(Date.UTC(2027, 0, 1, 9, 5));
  await people.later(10 * minuteMs);
  expect(summaries().length - before).toBe(2);
});

test('each month that passed while the bot did not run has its summary, in order', async () => {
  await turnOn();
  people.clock.advance(75 * dayMs);
  await people.restart();
  await people.later(minuteMs);
  expect(summaries().map((text) => text.split('\n')[0])).toEqual([
    '**Moderation in November 2026**',
    '**Moderation in December 2026**',
    '**Moderation in January 2027**',
  ]);
});

test('a summary follows the calendar of the server’s time zone, and is not posted once it is turned off', async () => {
  await turnOn({ 'time-zone': 'asia/tokyo' });
  await until(Date.UTC(2026, 11, 1, 0, 1));
  expect(summaries()).toHaveLength(1);
  await words(people.owner.run('/settings clear', { setting: 'transparency-channel' }));
  await people.later(40 * dayMs);
  expect(summaries()).toHaveLength(1);
  expect(await turnOn({ 'time-zone': 'Moon/Crater' })).toContain('cannot be “Moon/Crater”');
});

test('/audit summary shows moderators what everyone would read, also while it is turned off', async () => {
  const preview = (month?: string) =>
    words(people.sam.run('/audit summary', month === undefined ? {} : { month }));
  expect(await preview()).toMatch(
    /^No summary is posted\. [^]+\*\*Moderation in November 2026\*\*\n- Cases opened: none/u,
  );
  await turnOn();
  await ruled([0], 'Remove', 'spam');
  const said = await preview();
  expect(said).toContain(
    `This is posted in <#${lobby}> on <t:${Date.UTC(2026, 11, 1, 9) / 1000}:f>`,
  );
  expect(said).toContain('- Cases opened: fewer than 5');
  await people.later(15 * dayMs + hourMs);
  expect(await preview('last')).toContain(summaries()[0] ?? 'no summary');
});
