import { expect, test } from 'vitest';
import { type CaseEvent, caseStatistics } from '../../../src/core/moderation/statistics.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';

const since = Date.UTC(2026, 10, 1);
const until = since + 7 * dayMs;

function event(
  number: number,
  action: string,
  after: number,
  reason: string | null = null,
): CaseEvent {
  return { number, action: `case.${action}`, at: since + after, reason };
}

const figures = (events: CaseEvent[], more: Partial<Parameters<typeof caseStatistics>[0]> = {}) =>
  caseStatistics({ since, until, events, openedBefore: new Map(), reports: [], ...more });

test('the time to a ruling begins when the case was opened, reopened or appealed, or its ruling undone', () => {
  const { medianMs, byRuling, opened, reopened, appeals } = figures([
    event(1, 'opened', 0, 'abuse'),
    event(1, 'reported', 5 * minuteMs, 'spam'),
    event(1, 'remove', 10 * minuteMs),
    event(1, 'reopened', dayMs, 'abuse'),
    event(1, 'no-fault', dayMs + 20 * minuteMs),
    event(1, 'appealed', 2 * dayMs),
    event(1, 'hide', 2 * dayMs + 60 * minuteMs),
  ]);
  expect(medianMs).toBe(20 * minuteMs);
  expect(byRuling).toEqual({ remove: 1, 'no-fault': 1, hide: 1 });
  expect({ opened, reopened, appeals }).toEqual({ opened: 1, reopened: 2, appeals: 1 });
});

test('a ruling that was undone is not counted; of two on one case, the last is undone', () => {
  const { byRuling, upheld, counts } = figures([
    event(1, 'opened', 0),
    event(1, 'remove', hourMs),
    event(1, 'undo', 2 * hourMs),
    event(2, 'opened', 2 * hourMs),
    event(2, 'no-fault', 3 * hourMs),
    event(2, 'reopened', dayMs),
    event(2, 'remove', dayMs + hourMs),
    event(2, 'undo', dayMs + 2 * hourMs),
  ]);
  expect(byRuling).toEqual({ 'no-fault': 1 });
  expect(upheld).toBe(0);
  expect(counts[0]).toEqual({ from: since, opened: 2, ruled: 1 });
});

test('the median of an even number of rulings is between the two in the middle', () => {
  const openedBefore = new Map([1, 2, 3, 4].map((number) => [number, since - hourMs] as const));
  const rulings = [1, 2, 3, 4].map((number) => event(number, 'ignored', number * hourMs));
  expect(figures(rulings, { openedBefore }).medianMs).toBe(3.5 * hourMs);
  expect(figures([]).medianMs).toBeNull();
});

test('a case that was deleted at its source is no ruling of a moderator', () => {
  const { medianMs, byRuling, dismissed, counts } = figures([
    event(1, 'opened', 0),
    event(1, 'void', hourMs),
  ]);
  expect({ medianMs, byRuling, dismissed }).toEqual({
    medianMs: null,
    byRuling: { void: 1 },
    dismissed: 1,
  });
  expect(counts[0]?.ruled).toBe(0);
});

test('a removal counts for the reason that most of its reports gave', () => {
  const report = (caseNumber: number, reason: 'abuse' | 'spam') =>
    ({ caseNumber, reason, kind: 'reader' }) as const;
  const { removedFor, reports } = figures(
    [event(1, 'remove', 1), event(2, 'remove', 2), event(3, 'no-fault', 3), event(4, 'ignored', 4)],
    {
      reports: [
        report(1, 'spam'),
        report(1, 'spam'),
        report(1, 'abuse'),
        report(2, 'spam'),
        report(2, 'abuse'),
        report(3, 'spam'),
        report(4, 'spam'),
        { caseNumber: 3, reason: 'abuse', kind: 'moderator' },
      ],
    },
  );
  expect(removedFor).toEqual({ spam: 1, abuse: 1 });
  expect(reports).toEqual({ right: 5, wrong: 1 });
});

test('reports of illegal content are counted, those that join a case too', () => {
  const events = [
    event(1, 'opened', 0, 'illegal'),
    event(1, 'reported', 1, 'illegal'),
    event(1, 'escalate', 2, 'illegal'),
  ];
  expect(figures(events).illegalNotices).toBe(2);
});

test('a short period is counted by day, a long one by week', () => {
  const events = [event(1, 'opened', 3 * dayMs - 1), event(1, 'remove', 3 * dayMs)];
  expect(figures(events).counts.map(({ opened, ruled }) => [opened, ruled])).toEqual([
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 1],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  const { counts } = figures(events, { until: since + 90 * dayMs });
  expect(counts).toHaveLength(13);
  expect(counts[0]).toEqual({ from: since, opened: 1, ruled: 1 });
});
