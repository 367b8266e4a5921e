import { describe, expect, test } from 'vitest';
import {
  closingTime,
  commentPeriodAnchor,
  type Discussion,
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
    [{ kind: 'open-until', until: now + dayMs, at: now } as const, now + dayMs],
    [{ kind: 'never-closes', at: null } as const, null],
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

describe('publisherState', () => {
  const silent = { closedPolls: 0, openPolls: 0, publisherClosedAt: null };
  const afterPolls = (...answers: (boolean | 'unknown')[]) =>
    answers.reduce((state, answer, at) => publisherState(state, answer, now + at, false), {
      ...silent,
      publisherClosedAt: null as number | null,
    });

  test('the publisher’s “closed” is confirmed by the second poll', () => {
    expect(afterPolls(true).publisherClosedAt).toBeNull();
    expect(afterPolls(true, true).publisherClosedAt).toBe(now + 1);
  });

  test('a discussion that is closed when it is first seen needs no second poll', () => {
    const first = publisherState(silent, true, now, true);
    expect(first.publisherClosedAt).toBe(now);
    expect(publisherState(silent, false, now, true).publisherClosedAt).toBeNull();
    expect(publisherState(first, false, now + 1, false).publisherClosedAt).toBe(now);
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
