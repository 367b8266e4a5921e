import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const alerts = () =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .filter((message) => JSON.stringify(message).includes('disappeared from their site'));
const said = () =>
  newsroom.messages(newsroom.threads()[0]?.id).filter(({ content }) => content.includes('Word '));

async function looks(times: number): Promise<void> {
  for (let look = 0; look < times; look += 1) await newsroom.later(6 * minuteMs);
}

function write(words: readonly number[]): string[] {
  return words.map((word) =>
    newsroom.paper.addComment('pier', { author: 'Maren', text: `Word ${word}.` }),
  );
}

function withdraw(ids: readonly string[]): void {
  for (const id of ids) newsroom.paper.withdrawComment('pier', id);
}

test('the moderators get one alert each time that many comments disappear at once', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const early = write([1, 2, 3, 4, 5]);
  await newsroom.quiet();
  await looks(1);
  withdraw(early.slice(0, 4));
  await looks(3);
  expect(alerts()).toHaveLength(1);
  expect(said()).toHaveLength(5);

  // Among so many more, four that are missing are nothing to wonder at.
  const late = write([6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  await looks(3);
  expect(alerts()).toHaveLength(1);
  expect(said()).toHaveLength(11);

  withdraw(late.slice(0, 6));
  await looks(3);
  expect(alerts()).toHaveLength(2);
  expect(said()).toHaveLength(11);
});
