import { describe, expect, test } from 'vitest';
import { subjectKey } from '../../../src/core/moderation/case.ts';
import { evidenceTexts, hasText, revised } from '../../../src/core/moderation/evidence.ts';
import { joinReport, reportUrgency } from '../../../src/core/moderation/report-rule.ts';
import { standingOf } from '../../../src/core/moderation/standing.ts';
import { dayMs } from '../../../src/core/time/duration.ts';
import { aCase, aComment, at, dismissed, escalated, joined, report, upheld } from './cases.ts';

describe('joinReport', () => {
  test('a further report joins an open case and raises its urgency and version', () => {
    expect(joinReport(aCase(), report(), joined())).toEqual({
      outcome: 'joined',
      case: aCase({ urgency: 20, version: 4, changedAt: at + 1 }),
    });
  });

  test('a message is hidden when its reports hide it, and stays so', () => {
    expect(joinReport(aCase(), report(), joined()).case.hidden).toBe(false);
    expect(joinReport(aCase(), report(), { ...joined(), hides: true }).case.hidden).toBe(true);
    expect(joinReport(aCase({ hidden: true }), report(), joined()).case.hidden).toBe(true);
  });

  test('a report of illegal content escalates the case', () => {
    expect(joinReport(aCase(), report({ reason: 'illegal' }), joined()).case.state).toBe(
      'escalated',
    );
  });

  test('a further report on an escalated case leaves it escalated', () => {
    const { outcome, case: after } = joinReport(escalated, report(), joined());
    expect(outcome).toBe('joined');
    expect(after.state).toBe('escalated');
  });

  test('a report on a case that was just upheld changes nothing', () => {
    const removed = upheld('remove');
    expect(joinReport(removed, report(), joined())).toEqual({
      outcome: 'already-ruled',
      case: removed,
    });
  });

  test('a report reopens a dismissed case after a day, at the end of the queue', () => {
    const closed = dismissed('no-fault', { urgency: 90 });
    const early = joinReport(closed, report({ at: at + dayMs - 1 }), joined());
    expect(early).toEqual({ outcome: 'already-ruled', case: closed });
    const late = joinReport(closed, report({ at: at + dayMs }), joined());
    expect(late).toEqual({
      outcome: 'reopened',
      case: aCase({
        urgency: 1,
        version: 4,
        ruleFrom: 4,
        changedAt: at + dayMs,
        countedFrom: at + dayMs,
        approved: true,
      }),
    });
  });

  test('a report reopens a case that was upheld without a removal after a day', () => {
    expect(joinReport(upheld('warn'), report({ at: at + dayMs }), joined()).outcome).toBe(
      'reopened',
    );
  });

  test('a report by a moderator reopens a dismissed case at once', () => {
    const moderator = report({ kind: 'moderator' });
    expect(joinReport(dismissed('ignored'), moderator, joined()).outcome).toBe('reopened');
  });
});

test('a report on an edited text reopens a ruled case at once, as urgent as the report', () => {
  const again = joinReport(dismissed('no-fault'), report(), joined(true));
  expect(again).toMatchObject({ outcome: 'reopened', case: { state: 'open', urgency: 10 } });
  const illegal = report({ reason: 'illegal' });
  const escalatedAgain = joinReport(dismissed('no-fault'), illegal, joined(true));
  expect(escalatedAgain.case.state).toBe('escalated');
});

test('a case has the texts that a comment had, the newest first', () => {
  const edited = revised(aCase(), 'High time.', 'r2', at + 1);
  expect(edited).toMatchObject({ textRevision: 'r2', countedFrom: at + 1 });
  expect(evidenceTexts(edited.evidence ?? '')).toEqual(['High time.', 'About time.']);
  expect(hasText(edited, 'About time.', 'r1')).toBe(true);
  expect(hasText(edited, 'No time.', 'r3')).toBe(false);
});

test('the cases on a comment remove or hide all of its copies while one of them asks for it', () => {
  expect(standingOf([])).toBe('shown');
  expect(standingOf([dismissed('no-fault'), upheld('warn')])).toBe('shown');
  expect(standingOf([dismissed('no-fault'), aCase({ hidden: true })])).toBe('under-review');
  expect(standingOf([aCase({ hidden: true }), upheld('hide', { hidden: true })])).toBe('hidden');
  expect(standingOf([aCase({ hidden: true }), upheld('remove', { hidden: true })])).toBe('removed');
});

test('a report of illegal content is the most urgent, and a moderator’s report counts double', () => {
  expect(reportUrgency(report({ reason: 'illegal' }))).toBeGreaterThan(reportUrgency(report()));
  expect(reportUrgency(report({ kind: 'moderator' }))).toBe(2 * reportUrgency(report()));
});

test('a flagged comment has the same subject key in every revision and copy', () => {
  expect(subjectKey(aCase().subject)).toBe('message:100000000000000002:100000000000000003');
  const comment = aComment;
  const copy = { ...comment, commentKey: 'k8', messageId: '100000000000000009' };
  expect(subjectKey(copy)).toBe(subjectKey(comment));
});
