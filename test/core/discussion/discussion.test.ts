import { describe, expect, test } from 'vitest';
import {
  closingTime,
  commentPeriodAnchor,
  type Discussion,
  type DiscussionFacts,
  type DiscussionState,
  nextState,
  publisherState,
} from '../../../src/core/discussion/discussion.ts';
import { dayMs, hourMs } from '../../../src/core/time/duration.ts';

const anchor = 1_700_000_000_000;
const now = anchor + 5 * dayMs;

describe('when a discussion closes', () => {
  const closesAt = (parts: Partial<Discussion>, periodMs: number | null = 14 * dayMs) =>
    closingTime({ override: null, publisherClosedAt: null, anchor, ...parts }, periodMs);

  test('it is the comment period after the anchor', () => {
    expect(closesAt({})).toBe(anchor + 14 * dayMs);
  });

  test('a feed without a comment period never closes it', () => {
    expect(closesAt({}, null)).toBeNull();
  });

  test('the publisher’s word outranks the period', () => {
    expect(closesAt({ publisherClosedAt: now })).toBe(now);
    expect(closesAt({ publisherClosedAt: now }, null)).toBe(now);
  });

  test.each([
    [{ kind: 'closed', at: now - hourMs } as const, now - hourMs],
    [{ kind: 'open-until', until: now + dayMs } as const, now + dayMs],
    [{ kind: 'never-closes' } as const, null],
  ])('a moderator’s word outranks the publisher’s: %o', (override, time) => {
    expect(closesAt({ override, publisherClosedAt: now })).toBe(time);
    expect(closesAt({ override })).toBe(time);
  });
});

test('a comment period counts from publication, unless that is missing or in the future', () => {
  expect(commentPeriodAnchor(anchor, now)).toBe(anchor);
  expect(commentPeriodAnchor(null, now)).toBe(now);
  expect(commentPeriodAnchor(now + 1, now)).toBe(now);
});

describe('what a discussion becomes', () => {
  const threadId = '100000000000000001';
  const later = now + 10 * dayMs;
  const soon = now + hourMs;
  const past = now - 1;
  type Case = [
    string,
    DiscussionState,
    DiscussionState,
    Partial<DiscussionFacts>,
    Partial<Discussion>?,
  ];
  const cases: Case[] = [
    ['waits for its first comment', 'waiting', 'waiting', {}],
    ['opens at the first comment', 'waiting', 'open', { comments: 1 }],
    ['opens at once when so set', 'waiting', 'open', { openAtOnce: true }],
    ['closes unseen when nobody commented', 'waiting', 'closed', { closesAt: past }],
    [
      'closes unseen though it was to open at once',
      'waiting',
      'closed',
      { closesAt: past, openAtOnce: true },
    ],
    [
      'opens though its time is over, to be mirrored whole',
      'waiting',
      'open',
      { closesAt: past, comments: 3 },
    ],
    ['stays open', 'open', 'open', {}],
    ['stays open without an end', 'open', 'open', { closesAt: null }],
    ['warns before its end', 'open', 'closing-soon', { closesAt: soon }],
    ['warns from the very instant', 'open', 'closing-soon', { closesAt: now + dayMs }],
    ['does not warn when so set', 'open', 'open', { closesAt: soon, closingWarningMs: 0 }],
    ['begins closing at its time', 'open', 'closing', { closesAt: now }],
    ['keeps its warning', 'closing-soon', 'closing-soon', { closesAt: soon }],
    ['is open again when prolonged', 'closing-soon', 'open', { closesAt: later }],
    ['is open again when it never closes', 'closing-soon', 'open', { closesAt: null }],
    ['begins closing after its warning', 'closing-soon', 'closing', { closesAt: now }],
    ['drains its backlog', 'closing', 'closing', { closesAt: past, backlog: 2 }],
    ['fetches once more before it is closed', 'closing', 'closing', { closesAt: past }],
    [
      'drains what the last fetch brought',
      'closing',
      'closing',
      { closesAt: past, backlog: 1 },
      { lastFetched: true },
    ],
    ['is closed once drained', 'closing', 'closed', { closesAt: past }, { lastFetched: true }],
    [
      'is closed at the deadline with comments left',
      'closing',
      'closed',
      { closesAt: past, backlog: 9 },
      { drainUntil: now },
    ],
    ['is open again when prolonged while closing', 'closing', 'open', { closesAt: later }],
    ['stays closed', 'closed', 'closed', { closesAt: past, comments: 5 }],
    ['is reopened by a later closing time', 'closed', 'open', { closesAt: later }],
    ['is reopened for good', 'closed', 'open', { closesAt: null }],
    [
      'waits again when reopened without a thread',
      'closed',
      'waiting',
      { closesAt: later },
      { threadId: null },
    ],
    ['is never made again once its thread was deleted', 'detached', 'detached', { comments: 1 }],
  ];

  test.each(cases)('%s', (_, from, to, facts, parts = {}) => {
    const discussion = {
      state: from,
      threadId: from === 'waiting' ? null : threadId,
      drainUntil: from === 'closing' ? now + hourMs : null,
      lastFetched: false,
      ...parts,
    };
    const all = {
      now,
      closesAt: later,
      comments: 0,
      backlog: 0,
      openAtOnce: false,
      closingWarningMs: dayMs,
      ...facts,
    };
    expect(nextState(discussion, all)).toBe(to);
  });
});

describe('the publisher’s word', () => {
  const silent = { closedPolls: 0, openPolls: 0, publisherClosedAt: null };
  const heard = (...words: (boolean | 'unknown')[]) =>
    words.reduce((state, word, at) => publisherState(state, word, now + at), {
      ...silent,
      publisherClosedAt: null as number | null,
    });

  test('“closed” is believed on the second poll', () => {
    expect(heard(true).publisherClosedAt).toBeNull();
    expect(heard(true, true).publisherClosedAt).toBe(now + 1);
  });

  test('the time it was believed stays', () => {
    expect(heard(true, true, true, true).publisherClosedAt).toBe(now + 1);
  });

  test('“closed” on two polls with an “open” between is not believed', () => {
    expect(heard(true, false, true).publisherClosedAt).toBeNull();
  });

  test('a source that cannot tell neither confirms nor denies', () => {
    expect(heard(true, 'unknown').publisherClosedAt).toBeNull();
    expect(heard(true, 'unknown', true).publisherClosedAt).toBe(now + 2);
  });

  test('“open” is believed on the second poll too', () => {
    expect(heard(true, true, false).publisherClosedAt).toBe(now + 1);
    expect(heard(true, true, false, false).publisherClosedAt).toBeNull();
  });
});
