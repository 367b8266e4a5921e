import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { openNewsroom, type People, press, reportByButton, words } from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

test('/flags stats shows the figures as text and as a chart with an alternative text', async () => {
  await reportByButton(people.nia, people.shown('stood for a century'), 'spam');
  await people.later(40 * minuteMs);
  await press(people.sam, people.card(1), 'Remove');
  await people.later(2 * dayMs);
  await reportByButton(people.nia, people.shown('In spring'), 'abuse');
  await people.later(2 * hourMs);
  await press(people.sam, people.card(2), 'Dismiss');
  await reportByButton(people.another('Odd'), people.shown('When will they'), 'illegal');
  const message = await (await people.sam.run('/flags stats', { days: 7 })).settled();
  expect(message?.content.split('\n')).toEqual([
    '**Cases of the last 7 days**',
    '- 🟦 Opened: 3 · 🟧 Ruled on: 2 · Waiting now: 1',
    '- Reports of illegal content: 1',
    expect.stringMatching(/^- Half of the rulings came within \d+ minutes$/u),
    '- Rulings: removed 1, nothing wrong 1',
    '- Removed for: spam 1',
    '- Readers’ reports that were right: 50% of 2',
    '- The chart counts by day, in UTC.',
  ]);
  const [chart] = message?.attachments ?? [];
  expect(chart).toMatchObject({ filename: 'cases.png', width: 1600, height: 560 });
  expect(chart?.description).toMatch(
    /^Bar chart of opened cases and rulings\. .+: 1 opened, 1 ruled on; .+: 2 opened, 1 ruled on$/u,
  );
  const png = await fetch(chart?.url ?? '');
  expect(png.headers.get('content-type')).toBe('image/png');
  expect(
    Buffer.from(await png.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('/flags stats without cases has no chart', async () => {
  const message = await (await people.sam.run('/flags stats')).settled();
  expect(message?.content).toContain('Cases of the last 30 days');
  expect(message?.content).toContain('No rulings');
  expect(message?.attachments).toEqual([]);
});

test('/flags stats is for moderators', async () => {
  expect(await words(people.nia.run('/flags stats'))).toContain('You need the permission');
});
