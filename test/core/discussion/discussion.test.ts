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

describe('closingTime', () => {
  const closesAt = (parts: Partial<Discussion>, periodMs: number | null = 14 * dayMs) =>
    closingTime({ override: null, publisherClosedAt: null, anchor, ...parts }, periodMs);

  test('a discussion closes when the comment period after its anchor ends', () => {
    expect(closesAt({})).toBe(anchor + 14 * dayMs);
  });

  test('a discussion of a feed without a comment period never closes', () => {
    expect(closesAt({}, null)).toBeNull();
  });

  test('a publisher who closes comments overrides the comment period', () => {
    expect(closesAt({ publisherClosedAt: now })).toBe(now);
    expect(closesAt({ publisherClosedAt: now }, null)).toBe(now);
  });

  test.each([
    [{ kind: 'closed', at: now - hourMs } as const, now - hourMs],
    [{ kind: 'open-until', until: now + dayMs } as const, now + dayMs],
    [{ kind: 'never-closes' } as const, null],
  ])('the moderator’s override %o comes before the publisher’s closing', (override, time) => {
    expect(closesAt({ override, publisherClosedAt: now })).toBe(time);
    expect(closesAt({ override })).toBe(time);
  });
});

test('a comment period counts from publication, unless that is missing or in the future', () => {
  expect(commentPeriodAnchor(anchor, now)).toBe(anchor);
  expect(commentPeriodAnchor(null, now)).toBe(now);
  expect(commentPeriodAnchor(now + 1, now)).toBe(now);
});

describe('nextState', () => {
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
    ['closes without a thread when nobody commented', 'waiting', 'closed', { closesAt: past }],
    [
      'closes without a thread after its closing time, even if it should open at once',
      'waiting',
      'closed',
      { closesAt: past, openAtOnce: true },
    ],
    [
      'opens after its closing time to mirror the comments it has',
      'waiting',
      'open',
      { closesAt: past, comments: 3 },
    ],
    ['stays open before its closing time', 'open', 'open', {}],
    ['stays open without a closing time', 'open', 'open', { closesAt: null }],
    ['is closing soon within the warning time', 'open', 'closing-soon', { closesAt: soon }],
    [
      'is closing soon from the first instant of the warning time',
      'open',
      'closing-soon',
      { closesAt: now + dayMs },
    ],
    [
      'is never closing soon when the warning is turned off',
      'open',
      'open',
      { closesAt: soon, closingWarningMs: 0 },
    ],
    ['begins closing at its closing time', 'open', 'closing', { closesAt: now }],
    [
      'stays closing soon until its closing time',
      'closing-soon',
      'closing-soon',
      { closesAt: soon },
    ],
    [
      'that was closing soon is open again with a later closing time',
      'closing-soon',
      'open',
      { closesAt: later },
    ],
    [
      'that was closing soon is open again without a closing time',
      'closing-soon',
      'open',
      { closesAt: null },
    ],
    [
      'that was closing soon begins closing at its closing time',
      'closing-soon',
      'closing',
      { closesAt: now },
    ],
    [
      'stays closing while messages are unsent',
      'closing',
      'closing',
      { closesAt: past, backlog: 2 },
    ],
    ['stays closing until the last fetch', 'closing', 'closing', { closesAt: past }],
    [
      'stays closing while comments of the last fetch are unsent',
      'closing',
      'closing',
      { closesAt: past, backlog: 1 },
      { lastFetched: true },
    ],
    [
      'is closed when everything is sent after the last fetch',
      'closing',
      'closed',
      { closesAt: past },
      { lastFetched: true },
    ],
    [
      'is closed at the deadline even if messages are unsent',
      'closing',
      'closed',
      { closesAt: past, backlog: 9 },
      { drainUntil: now },
    ],
    [
      'that was closing is open again with a later closing time',
      'closing',
      'open',
      { closesAt: later },
    ],
    [
      'stays closed when comments arrive after its closing time',
      'closed',
      'closed',
      { closesAt: past, comments: 5 },
    ],
    ['is reopened by a later closing time', 'closed', 'open', { closesAt: later }],
    ['is reopened when it has no closing time', 'closed', 'open', { closesAt: null }],
    [
      'waits for comments when it is reopened without a thread',
      'closed',
      'waiting',
      { closesAt: later },
      { threadId: null },
    ],
    ['stays detached after its thread was deleted', 'detached', 'detached', { comments: 1 }],
  ];

  test.each(cases)('a discussion %s', (_, from, to, facts, parts = {}) => {
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

describe('publisherState', () => {
  const silent = { closedPolls: 0, openPolls: 0, publisherClosedAt: null };
  const afterPolls = (...answers: (boolean | 'unknown')[]) =>
    answers.reduce((state, answer, at) => publisherState(state, answer, now + at), {
      ...silent,
      publisherClosedAt: null as number | null,
    });

  test('the publisher’s “closed” is confirmed by the second poll', () => {
    expect(afterPolls(true).publisherClosedAt).toBeNull();
    expect(afterPolls(true, true).publisherClosedAt).toBe(now + 1);
  });

  test('a further “closed” does not change the time of confirmation', () => {
    expect(afterPolls(true, true, true, true).publisherClosedAt).toBe(now + 1);
  });

  test('two “closed” polls with an “open” poll between them do not confirm', () => {
    expect(afterPolls(true, false, true).publisherClosedAt).toBeNull();
  });

  test('a poll with the answer “unknown” changes nothing', () => {
    expect(afterPolls(true, 'unknown').publisherClosedAt).toBeNull();
    expect(afterPolls(true, 'unknown', true).publisherClosedAt).toBe(now + 2);
  });

  test('the publisher’s “open” is confirmed by the second poll', () => {
    expect(afterPolls(true, true, false).publisherClosedAt).toBe(now + 1);
    expect(afterPolls(true, true, false, false).publisherClosedAt).toBeNull();
  });
});
