import { expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { changeSettings } from '../../../src/newsroom/moderation/change-settings.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import {
  caseOf,
  century,
  edited,
  flag,
  flaggedNow,
  newsroom,
  ninety,
  ports,
  rule,
  shown,
  useNewsroom,
  withThread,
} from './flagged-comment.ts';

useNewsroom();

test('a report on an edited comment reaches the moderators at once, whoever reports it', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  await rule(1, 'no-fault');
  expect((await flag()).outcome).toBe('already-ruled');
  await edited(ninety);
  expect(await flag('abuse', newsroom.reader)).toEqual({ outcome: 'opened', caseNumber: 2 });
  expect(await flag()).toEqual({ outcome: 'joined', caseNumber: 2 });
});

test('a comment edited back to its flagged text belongs to the case that flagged it', async () => {
  await withThread();
  await flag();
  await edited(ninety);
  await flag();
  await edited(century);
  expect(await flag()).toEqual({ outcome: 'joined', caseNumber: 1 });
});

test('a comment stays hidden while any of its cases hides it', async () => {
  await withThread();
  const { guildId, moderator } = newsroom;
  const { signal } = new AbortController();
  await changeSettings(ports(), guildId, { hideThreshold: 2 }, moderator, signal);
  await flag();
  await edited(ninety);
  await flag();
  await flag();
  expect(shown()).not.toContain('ninety years');
  await edited(century);
  await flag();
  await rule(1, 'no-fault');
  expect(shown()).not.toContain('century');
  await edited(ninety);
  await rule(2, 'no-fault');
  expect(shown()).toContain('ninety years');
});

test('a report on a comment that was just deleted at its source opens no case', async () => {
  await withThread();
  const flagged = await flaggedNow();
  newsroom.paper.withdrawComment('pier', 'c3');
  for (let look = 0; look < 2; look += 1) await newsroom.later(6 * minuteMs);
  const told = { reporterId: newsroom.reader, kind: 'reader', details: null } as const;
  await expect(
    report(ports(), newsroom.guildId, flagged, { ...told, reason: 'abuse' }),
  ).rejects.toThrow(/gone already/);
  expect(await caseOf(1)).toBeNull();
});
