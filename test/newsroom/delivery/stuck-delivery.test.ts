import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { headlineIn } from '../../support/headline.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const titles = () => newsroom.messages().map(headlineIn);
const alerts = () => newsroom.messages(newsroom.moderatorsChannel).map(({ content }) => content);
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) await newsroom.later(minuteMs);
};

/** Two stories, the first of which Discord has failed to take for 15 minutes. */
async function failedFor15Minutes(): Promise<void> {
  const pier = aStory({ headline: 'Pier opens', at: -50 * minuteMs });
  const ferry = aStory({ slug: 'ferry', headline: 'Ferry bell found', at: -40 * minuteMs });
  newsroom = await stageNewsroom({ edition: anEdition(pier, ferry) });
  const { discord, news } = newsroom;
  discord.faults.failNext(
    ({ method, path }) => method === 'POST' && path === `/channels/${news}/messages`,
    { status: 502, count: 99 },
  );
  await newsroom.quiet();
  await minutes(15);
  expect([titles(), alerts()]).toEqual([[], []]);
}

test('a story that Discord fails for 15 minutes lets later ones go on, causes one alert, and is posted in the end', async () => {
  await failedFor15Minutes();
  await newsroom.later(1);
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]).toContain(`could not be posted in <#${newsroom.news}>`);
  expect(alerts()[0]).toContain('502');

  newsroom.discord.faults.clear();
  await minutes(1);
  expect(titles()).toEqual(['Ferry bell found']);
  await minutes(10);
  expect(titles()).toEqual(['Ferry bell found', 'Pier opens']);
  expect(alerts()).toHaveLength(1);
});

test('a story that Discord takes when its 15 minutes end is posted in its place, without an alert', async () => {
  await failedFor15Minutes();
  newsroom.discord.faults.clear();
  await newsroom.later(1);
  expect(titles()).toEqual(['Pier opens', 'Ferry bell found']);
  expect(alerts()).toEqual([]);
});
