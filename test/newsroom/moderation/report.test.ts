import { expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { changeSettings } from '../../../src/newsroom/moderation/change-settings.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import {
  card,
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

test('a report on an edited comment reopens its case at once, whoever reports it', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  await rule(1, 'no-fault');
  expect((await flag()).outcome).toBe('already-ruled');
  await edited(ninety);
  expect(await flag('abuse', newsroom.reader)).toEqual({ outcome: 'reopened', caseNumber: 1 });
  expect(await flag()).toEqual({ outcome: 'joined', caseNumber: 1 });
  expect(card(1)).toContain('~~a century.~~');
  expect(card(1)).toContain('**ninety years.**');
});

test('a comment edited after a report has one case, and its card shows both texts', async () => {
  await withThread();
  await flag();
  await edited(ninety);
  expect(await flag()).toEqual({ outcome: 'joined', caseNumber: 1 });
  expect(card(1)).toContain('~~a century.~~');
  expect(card(1)).toContain('**ninety years.**');
  expect(await ports().store.cases.listQueue(newsroom.guildId, 9)).toHaveLength(1);
  // Nothing is left to be read again.
  await rule(1, 'remove');
  expect(shown()).not.toContain('ninety years');
});

test('the card shows an edit as soon as it is mirrored, and who reported the text before may report the new one', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  await edited(ninety);
  expect(card(1)).toContain('~~a century.~~');
  expect(card(1)).toContain('**ninety years.**');
  expect(await caseOf(1)).toMatchObject({ state: 'open', version: 2, ruleFrom: 2 });
  const lines = await ports().store.audit.list(newsroom.guildId, 1, { area: 'case' });
  expect(lines).toMatchObject([{ action: 'case.edited', actor: 'wirethread', version: 2 }]);
  expect(await flag('abuse', newsroom.reader)).toEqual({ outcome: 'joined', caseNumber: 1 });
  expect((await flag('abuse', newsroom.reader)).outcome).toBe('reported-before');
  // Moderators have seen the new text already.
  await rule(1, 'remove');
  expect(shown()).not.toContain('ninety years');
});

test('an edit of a comment that was ruled on leaves its case as it is until somebody reports it', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  await rule(1, 'no-fault');
  const before = await caseOf(1);
  await edited(ninety);
  expect(await caseOf(1)).toEqual(before);
});

test('a comment edited back to a text that was reported is no new text', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  await edited(ninety);
  await flag();
  await edited(century);
  expect((await flag('abuse', newsroom.reader)).outcome).toBe('reported-before');
  await rule(1, 'no-fault');
});

test('reports on a text before, or before a ruling, do not hide an edited comment', async () => {
  await withThread();
  const { guildId, moderator } = newsroom;
  const { signal } = new AbortController();
  await changeSettings(ports(), guildId, { hideThreshold: 2 }, moderator, signal);
  await flag();
  await flag();
  expect(shown()).not.toContain('century');
  await rule(1, 'no-fault');
  expect(shown()).toContain('century');
  await edited(ninety);
  await flag();
  expect(shown()).toContain('ninety years');
  await flag();
  expect(shown()).not.toContain('ninety years');
  await rule(1, 'no-fault');
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
