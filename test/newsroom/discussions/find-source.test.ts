import { afterEach, expect, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { withSource } from '../../../src/newsroom/discussions/find-source.ts';
import { discussion } from '../../edge/store/stores.ts';
import { anEdition } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { story } from '../../sources/stories.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

test('a story without a comment source is looked at again in a minute, then less and less often', async () => {
  newsroom = await stageNewsroom({ edition: anEdition() });
  const { ports } = newsroom.bot;
  const begun = ports.clock.now();
  const { signal } = new AbortController();
  const { comments: settings } = defaultSubscriptionSettings;
  let of = discussion('none', { source: null, changedAt: begun });
  const looks: number[] = [];
  while (ports.clock.now() < begun + 6 * hourMs) {
    const next = await withSource(ports, of, story(), settings, signal);
    of = { ...of, nextPoll: next.nextPoll };
    newsroom.clock.advance(next.nextPoll - ports.clock.now());
    looks.push((ports.clock.now() - begun) / minuteMs);
  }
  expect(looks.slice(0, 3)).toEqual([1, 2, 3]);
  expect(looks.filter((minute) => minute <= 60)).toHaveLength(10);
  expect((looks.at(-1) ?? 0) - (looks.at(-2) ?? 0)).toBe(60);
});
