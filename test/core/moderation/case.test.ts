import { describe, expect, test } from 'vitest';
import {
  type Case,
  reachesHideThreshold,
  joinReport,
  reportUrgency,
  rule,
  type RulingAction,
  subjectKey,
} from '../../../src/core/moderation/case.ts';
import { DiscussionId } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time/duration.ts';

const at = 1_700_000_000_000;
const moderator = '100000000000000077';

function aCase(parts: Partial<Case> = {}): Case {
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
    ruling: null,
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
  escalated: false,
});
const report = (parts: Partial<Parameters<typeof joinReport>[1]> = {}) => ({
  reason: 'abuse' as const,
  kind: 'reader' as const,
  at: at + 1,
  ...parts,
});

describe('joinReport', () => {
  test('a further report joins an open case and raises its urgency and version', () => {
    const joined = joinReport(aCase(), report(), 2, 3);
    expect(joined).toEqual({
      outcome: 'joined',
      case: aCase({ urgency: 20, version: 4, changedAt: at + 1 }),
    });
  });

  test('a message is hidden when its reports reach the threshold, not before', () => {
    expect(joinReport(aCase(), report(), 2, 3).case.hidden).toBe(false);
    expect(joinReport(aCase(), report(), 3, 3).case.hidden).toBe(true);
    expect(joinReport(aCase(), report(), 500, 0).case.hidden).toBe(false);
    expect(joinReport(aCase({ hidden: true }), report(), 1, 3).case.hidden).toBe(true);
  });

  test('a report of illegal content escalates the case', () => {
    expect(joinReport(aCase(), report({ reason: 'illegal' }), 2, 3).case.state).toBe('escalated');
  });

  test('a further report on an escalated case leaves it escalated', () => {
    const joined = joinReport(aCase({ state: 'escalated' }), report(), 2, 3);
    expect(joined.outcome).toBe('joined');
    expect(joined.case.state).toBe('escalated');
  });

  test('a report on a case that was just upheld changes nothing', () => {
    const upheld = aCase({ state: 'upheld', ruling: ruling('remove') });
    expect(joinReport(upheld, report(), 2, 3)).toEqual({ outcome: 'already-ruled', case: upheld });
  });

  test('a report reopens a dismissed case after a day, at the end of the queue', () => {
    const dismissed = aCase({ state: 'dismissed', ruling: ruling('no-fault'), urgency: 90 });
    const early = joinReport(dismissed, report({ at: at + dayMs - 1 }), 2, 3);
    expect(early).toEqual({ outcome: 'already-ruled', case: dismissed });
    const late = joinReport(dismissed, report({ at: at + dayMs }), 2, 3);
    expect(late.outcome).toBe('reopened');
    expect(late.case).toMatchObject({ state: 'open', ruling: null, urgency: 1, version: 4 });
  });

  test('a report reopens a case that was upheld without a removal after a day', () => {
    const warned = aCase({ state: 'upheld', ruling: ruling('warn') });
    expect(joinReport(warned, report({ at: at + dayMs }), 2, 3).outcome).toBe('reopened');
  });

  test('a report by a moderator reopens a dismissed case at once', () => {
    const dismissed = aCase({ state: 'dismissed', ruling: ruling('ignored') });
    const joined = joinReport(dismissed, report({ kind: 'moderator' }), 2, 3);
    expect(joined.outcome).toBe('reopened');
  });
});

test('a report of illegal content is the most urgent, and a moderator’s report counts double', () => {
  expect(reportUrgency(report({ reason: 'illegal' }))).toBeGreaterThan(reportUrgency(report()));
  expect(reportUrgency(report({ kind: 'moderator' }))).toBe(2 * reportUrgency(report()));
});

test('a threshold of 0 never hides a message', () => {
  expect(reachesHideThreshold(0, 0)).toBe(false);
  expect(reachesHideThreshold(1, 1)).toBe(true);
});

test('a flagged comment has the same subject key in every revision', () => {
  expect(subjectKey(aCase().subject)).toBe('message:100000000000000002:100000000000000003');
  const comment = {
    kind: 'comment' as const,
    discussionId: DiscussionId.parse('d1'),
    commentKey: 'k7',
    authorName: 'Mara',
    channelId: '100000000000000002',
    messageId: '100000000000000003',
    url: null,
  };
  expect(subjectKey({ ...comment, messageId: '100000000000000009' })).toBe(subjectKey(comment));
});

describe('rule', () => {
  test.each([
    ['remove', 'upheld', true],
    ['hide', 'upheld', true],
    ['warn', 'upheld', false],
    ['timeout', 'upheld', false],
    ['no-fault', 'dismissed', false],
    ['ignored', 'dismissed', false],
    ['duplicate', 'dismissed', false],
    ['void', 'dismissed', false],
  ] as const)('the ruling “%s” ends an open case as %s', (action, state, hidden) => {
    expect(rule(aCase(), ruling(action), 3, false)).toEqual({
      outcome: 'ruled',
      case: aCase({ state, hidden, version: 4, changedAt: at + 5, ruling: ruling(action) }),
    });
  });

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
    expect(rule(aCase(), ruling('escalate'), 3, false)).toMatchObject({
      outcome: 'ruled',
      case: { state: 'escalated', ruling: null, version: 4 },
    });
  });

  test('a ruling on an escalated case needs a senior moderator and a reason', () => {
    const escalated = aCase({ state: 'escalated' });
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
    const first = rule(aCase({ state: 'escalated' }), ruling('remove', 'Threat'), 3, true);
    if (first.outcome !== 'ruled') throw new Error('the first ruling was refused');
    expect(rule(first.case, ruling('undo'), 4, false)).toEqual({ outcome: 'needs-senior' });
    expect(rule(first.case, ruling('undo'), 4, true)).toMatchObject({
      outcome: 'ruled',
      case: { state: 'escalated', hidden: false },
    });
  });

  test('undoing a ruling opens the case and shows the message again', () => {
    const upheld = aCase({ state: 'upheld', hidden: true, ruling: ruling('remove') });
    expect(rule(upheld, ruling('undo', 'Mistaken'), 3, true)).toMatchObject({
      outcome: 'ruled',
      case: { state: 'open', hidden: false, ruling: null, version: 4 },
    });
    expect(rule(aCase(), ruling('undo'), 3, true)).toEqual({ outcome: 'nothing-to-undo' });
  });
});
