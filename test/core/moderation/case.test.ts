import { describe, expect, test } from 'vitest';
import { type Case, type RulingAction, subjectKey } from '../../../src/core/moderation/case.ts';
import { evidenceTexts, hasText, revised } from '../../../src/core/moderation/evidence.ts';
import { joinReport, reportUrgency } from '../../../src/core/moderation/report-rule.ts';
import { rule } from '../../../src/core/moderation/ruling.ts';
import { standingOf } from '../../../src/core/moderation/standing.ts';
import { DiscussionId } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time/duration.ts';

const at = 1_700_000_000_000;
const moderator = '100000000000000077';

type Open = Extract<Case, { state: 'open' }>;
type Upheld = Extract<Case, { state: 'upheld' }>;
type Dismissed = Extract<Case, { state: 'dismissed' }>;

function aCase(parts: Partial<Open> = {}): Open {
  return {
    guildId: '100000000000000001',
    number: 12,
    subject: {
      kind: 'message',
      channelId: '100000000000000002',
      messageId: '100000000000000003',
      authorId: '100000000000000004',
      authorName: 'Mara Quill',
    },
    textRevision: 'r1',
    evidence: 'About time.',
    state: 'open',
    version: 3,
    urgency: 10,
    hidden: false,
    countedFrom: at,
    approved: false,
    appeal: null,
    openedAt: at,
    changedAt: at,
    ...parts,
  };
}

const ruling = (action: RulingAction, reason: string | null = null) => ({
  action,
  by: moderator,
  at: at + 5,
  reason,
});

const escalated: Case = { ...aCase(), state: 'escalated' };
const upheld = (action: Upheld['ruling']['action'], parts: Partial<Open> = {}): Case => ({
  ...aCase(parts),
  state: 'upheld',
  ruling: { ...ruling(action), action, escalated: false },
});
const dismissed = (action: Dismissed['ruling']['action'], parts: Partial<Open> = {}): Case => ({
  ...aCase(parts),
  state: 'dismissed',
  ruling: { ...ruling(action), action, escalated: false },
});
const report = (parts: Partial<Parameters<typeof joinReport>[1]> = {}) => ({
  reason: 'abuse' as const,
  kind: 'reader' as const,
  at: at + 1,
  ...parts,
});

const joined = (isNewText = false) => ({ hides: false, isNewText });

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
  const comment = {
    kind: 'comment' as const,
    discussionId: DiscussionId.parse('d1'),
    commentKey: 'k7',
    origin: 'o7',
    authorKey: null,
    authorName: 'Mara',
    channelId: '100000000000000002',
    messageId: '100000000000000003',
    url: null,
  };
  const copy = { ...comment, commentKey: 'k8', messageId: '100000000000000009' };
  expect(subjectKey(copy)).toBe(subjectKey(comment));
});

describe('rule', () => {
  test.each([
    ['remove', true],
    ['hide', true],
    ['warn', false],
    ['timeout', false],
  ] as const)('the ruling “%s” upholds an open case', (action, hidden) => {
    expect(rule(aCase(), ruling(action), 3, false)).toEqual({
      outcome: 'ruled',
      case: upheld(action, { hidden, version: 4, changedAt: at + 5 }),
    });
  });

  test.each(['no-fault', 'ignored', 'duplicate', 'void'] as const)(
    'the ruling “%s” dismisses an open case',
    (action) => {
      expect(rule(aCase(), ruling(action), 3, false)).toEqual({
        outcome: 'ruled',
        case: dismissed(action, { version: 4, changedAt: at + 5 }),
      });
    },
  );

  test('a ruling of no fault shows a hidden message again', () => {
    expect(rule(aCase({ hidden: true }), ruling('no-fault'), 3, false)).toMatchObject({
      case: { hidden: false },
    });
  });

  test('a ruling on another version of the case is refused, so two moderators cannot both rule', () => {
    const first = rule(aCase(), ruling('remove'), 3, false);
    if (first.outcome !== 'ruled') throw new Error('the first ruling was refused');
    expect(rule(first.case, ruling('no-fault'), 3, false)).toEqual({
      outcome: 'changed-meanwhile',
    });
    expect(rule(first.case, ruling('no-fault'), 4, false)).toEqual({
      outcome: 'changed-meanwhile',
    });
  });

  test('a ruling can hand the case to a senior moderator', () => {
    expect(rule(aCase(), ruling('escalate'), 3, false)).toEqual({
      outcome: 'ruled',
      case: { ...escalated, version: 4, changedAt: at + 5 },
    });
  });

  test('a ruling on an escalated case needs a senior moderator and a reason', () => {
    expect(rule(escalated, ruling('remove', 'Threat'), 3, false)).toEqual({
      outcome: 'needs-senior',
    });
    expect(rule(escalated, ruling('remove'), 3, true)).toEqual({ outcome: 'needs-reason' });
    expect(rule(escalated, ruling('remove', ''), 3, true)).toEqual({ outcome: 'needs-reason' });
    expect(rule(escalated, ruling('remove', 'Threat'), 3, true)).toMatchObject({
      outcome: 'ruled',
      case: { state: 'upheld' },
    });
  });

  test('only a senior moderator can undo a ruling on an escalated case, and it stays escalated', () => {
    const first = rule(escalated, ruling('remove', 'Threat'), 3, true);
    if (first.outcome !== 'ruled') throw new Error('the first ruling was refused');
    expect(rule(first.case, ruling('undo'), 4, false)).toEqual({ outcome: 'needs-senior' });
    expect(rule(first.case, ruling('undo'), 4, true)).toEqual({
      outcome: 'ruled',
      case: { ...escalated, version: 5, changedAt: at + 5 },
    });
  });

  test('undoing a ruling opens the case and shows the message again', () => {
    const removed = upheld('remove', { hidden: true });
    expect(rule(removed, ruling('undo', 'Mistaken'), 3, true)).toEqual({
      outcome: 'ruled',
      case: aCase({ version: 4, changedAt: at + 5 }),
    });
    expect(rule(aCase(), ruling('undo'), 3, true)).toEqual({ outcome: 'nothing-to-undo' });
  });
});
