import { expect, onTestFinished, test } from 'vitest';
import { minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { beginRead } from '../../../src/newsroom/discussions/slow-sites.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { ManualClock, stageNewsroom } from '../../support/newsroom.ts';

function reads() {
  const clock = new ManualClock(1_900_000_000_000);
  const begin = (site: string) => {
    const read = beginRead({ store: clock, clock }, site);
    return 'end' in read ? read : read.backAt - clock.now();
  };
  const begun = (site: string) => {
    const read = begin(site);
    if (typeof read === 'number') throw new Error('the read has to wait');
    return read;
  };
  return { clock, begin, begun };
}

test('a site that does not answer keeps two workers; discussions of other sites are read', () => {
  const { clock, begin, begun } = reads();
  const hanging = [begun('slow.example'), begun('slow.example'), begun('slow.example')];
  clock.advance(4 * secondMs);
  expect([begin('slow.example'), begin('slow.example')]).toEqual([3 * secondMs, 6 * secondMs]);
  begun('fast.example').end();
  clock.advance(11 * secondMs);
  for (const { end } of hanging) end();
  begun('slow.example');
  begun('slow.example');
  expect(begin('slow.example')).toBe(3 * secondMs);
});

test('a site that answers in time is read by as many as there are, and by all again after it was slow', () => {
  const { clock, begun } = reads();
  const many = Array.from({ length: 8 }, () => begun('fast.example'));
  clock.advance(2 * secondMs);
  for (const { end } of many) end();
  const slow = begun('fast.example');
  clock.advance(9 * secondMs);
  slow.end();
  begun('fast.example').end();
  Array.from({ length: 8 }, () => begun('fast.example'));
});

test('the discussion of a slow site waits while two others are read, and is read after them', async () => {
  const edition = anEdition(aStory({ comments: threeComments }));
  const newsroom = await stageNewsroom({ edition, settings: { commentPeriodMs: null } });
  onTestFinished(() => newsroom.close());
  await newsroom.quiet();
  const { ports } = newsroom.bot;
  const shown = () =>
    newsroom
      .messages(newsroom.threads()[0]?.id)
      .map(({ content }) => content)
      .join();
  const others = [beginRead(ports, '127.0.0.1'), beginRead(ports, '127.0.0.1')];
  newsroom.clock.advance(4 * secondMs);
  newsroom.paper.addComment('pier', { author: 'Odd', text: 'Late to it.' });
  await newsroom.later(5 * minuteMs);
  expect(shown()).not.toContain('Late to it.');
  for (const other of others) if ('end' in other) other.end();
  await newsroom.later(3 * secondMs);
  expect(shown()).toContain('Late to it.');
});
