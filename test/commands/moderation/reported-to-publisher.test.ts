import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { buttons, cardText, choose, menuOf, type People, press } from '../people.ts';
import { openDesk, reported } from './card-desk.ts';

let people: People;
beforeEach(async () => {
  ({ people } = await openDesk());
});
afterEach(() => people.close());
/** Sam says that they reported the comment to its publisher. */
async function sent(): Promise<void> {
  const { sam } = people;
  const card = people.card();
  const asked = await sam.select(card.id, menuOf(card), 'publisher');
  expect(buttons(asked.message ?? undefined)).toEqual([
    'View on the publisher’s site',
    'I reported it',
  ]);
  const done = await sam.click(asked.message?.id ?? '', 'I reported it');
  expect((await done.settled())?.content).toContain('marked as reported to the publisher');
  await people.quiet();
}

test('a comment that was reported to its publisher is looked for there until it is gone', async () => {
  await reported(people);
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
  await sent();
  expect(cardText(people.card())).toContain('still on its site when Wirethread last looked');
  people.paper.withdrawComment('pier', 'c3');
  for (let look = 0; look < 2; look += 1) await people.later(6 * minuteMs);
  expect(cardText(people.card())).toMatch(/Reported to the publisher by .+: deleted on its site/u);
});

const asked = () =>
  [...people.paper.requests()]
    .filter(([path]) => path.includes('comments'))
    .reduce((sum, [, times]) => sum + times, 0);

test('it is looked for after its discussion was closed too, more seldom, also after a restart', async () => {
  await reported(people);
  await press(people.sam, people.card(), 'Hide');
  await choose(people.sam, people.card(), 'close-discussion');
  await people.quiet();
  await people.later(minuteMs);
  const before = asked();
  await people.later(2 * dayMs);
  expect(asked()).toBe(before);
  await sent();
  await people.restart();
  for (let hours = 0; hours < 24; hours += 2) await people.later(2 * hourMs);
  expect(asked() - before).toBeGreaterThan(2);
  expect(asked() - before).toBeLessThan(8);
  people.paper.withdrawComment('pier', 'c3');
  for (let hours = 0; hours < 24; hours += 6) await people.later(6 * hourMs);
  expect(cardText(people.card())).toContain('deleted on its site');
  const found = asked();
  await people.later(2 * dayMs);
  expect(asked()).toBe(found);
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(true);
});

test('a closed discussion is looked at for two weeks at most', async () => {
  await reported(people);
  await choose(people.sam, people.card(), 'close-discussion');
  await people.quiet();
  await people.later(minuteMs);
  await sent();
  for (let days = 0; days < 15; days += 1) await people.later(dayMs);
  const before = asked();
  for (let days = 0; days < 5; days += 1) await people.later(dayMs);
  expect(asked()).toBe(before);
  expect(cardText(people.card())).toContain('still on its site when Wirethread last looked');
});
