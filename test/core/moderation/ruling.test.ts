import { describe, expect, test } from 'vitest';
import { isRuled } from '../../../src/core/moderation/case.ts';
import { claimed, claimMs, released } from '../../../src/core/moderation/claim.ts';
import { joinReport } from '../../../src/core/moderation/report-rule.ts';
import { rule, timeoutEnd } from '../../../src/core/moderation/ruling.ts';
import { standingOf } from '../../../src/core/moderation/standing.ts';
import {
  aCase,
  aComment,
  at,
  dismissed,
  escalated,
  joined,
  moderator,
  type Open,
  report,
  ruling,
  upheld,
} from './cases.ts';

describe('rule', () => {
  const comment = (parts: Partial<Open> = {}): Open => aCase({ subject: aComment, ...parts });

  test.each(['remove', 'hide'] as const)(
    'the ruling “%s” upholds a case on a comment',
    (action) => {
      const after = { subject: aComment, hidden: true, version: 4, ruleFrom: 4, changedAt: at + 5 };
      expect(rule(comment(), ruling(action), 3, false)).toEqual({
        outcome: 'ruled',
        case: upheld(action, after),
      });
    },
  );

  test('a member is warned or timed out, and the message is deleted when the ruling says so', () => {
    const timeout = { ...ruling('timeout'), timeoutMs: 60_000, deletes: true };
    const out = rule(aCase(), timeout, 3, false);
    expect(out).toMatchObject({
      case: { state: 'upheld', hidden: true, ruling: { timeoutMs: 60_000, deletes: true } },
    });
    if (out.outcome !== 'ruled' || !isRuled(out.case)) throw new Error('it was refused');
    expect(timeoutEnd(out.case)).toBe(at + 5 + 60_000);
    expect(standingOf([out.case])).toBe('removed');
    const warned = rule(aCase(), { ...ruling('warn'), timeoutMs: 60_000 }, 3, false);
    expect(warned).toMatchObject({ case: { hidden: false, ruling: { deletes: false } } });
    if (warned.outcome !== 'ruled' || !isRuled(warned.case)) throw new Error('it was refused');
    expect(timeoutEnd(warned.case)).toBeNull();
  });

  test.each([
    ['hide', aCase()],
    ['void', aCase()],
    ['warn', comment()],
    ['timeout', comment()],
  ] as const)('the ruling “%s” is refused where it cannot be carried out', (action, flagged) => {
    expect(rule(flagged, ruling(action), 3, true)).toEqual({ outcome: 'not-for-subject' });
  });

  test.each(['no-fault', 'ignored', 'void'] as const)(
    'the ruling “%s” dismisses an open case',
    (action) => {
      const after = { subject: aComment, version: 4, ruleFrom: 4, changedAt: at + 5 };
      expect(rule(comment(), ruling(action), 3, false)).toEqual({
        outcome: 'ruled',
        case: dismissed(action, after),
      });
    },
  );

  test('a duplicate names the case that is ruled on instead', () => {
    expect(rule(aCase(), { ...ruling('duplicate'), duplicateOf: 4 }, 3, false)).toMatchObject({
      case: { state: 'dismissed', ruling: { action: 'duplicate', duplicateOf: 4 } },
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
    for (const seen of [3, 4]) {
      expect(rule(first.case, ruling('no-fault'), seen, false)).toEqual({
        outcome: 'ruled-before',
      });
    }
    const undone = rule(first.case, ruling('undo'), 4, false);
    if (undone.outcome !== 'ruled') throw new Error('the undo was refused');
    expect(rule(undone.case, ruling('remove'), 3, false)).toEqual({ outcome: 'changed-meanwhile' });
    expect(rule(undone.case, ruling('remove'), 6, false)).toEqual({ outcome: 'changed-meanwhile' });
  });

  test('a further report for the same reason does not get in the way of a ruling', () => {
    const { case: later } = joinReport(aCase(), report(), joined());
    expect(rule(later, ruling('remove'), 3, false).outcome).toBe('ruled');
    const facts = { ...joined(), isNewReason: true };
    const { case: other } = joinReport(aCase(), report({ reason: 'spam' }), facts);
    expect(rule(other, ruling('remove'), 3, false).outcome).toBe('changed-meanwhile');
  });

  test('a case that another moderator claimed is ruled on only from a card that says so', () => {
    const taken = claimed(aCase(), '100000000000000078', at);
    if (!taken) throw new Error('it could not be claimed');
    expect(rule(taken, ruling('remove'), 3, false)).toEqual({ outcome: 'claimed-by-other' });
    expect(rule(taken, ruling('remove'), 4, false).outcome).toBe('ruled');
    const own = claimed(aCase(), moderator, at);
    expect(own && rule(own, ruling('remove'), 3, false).outcome).toBe('ruled');
    const late = { ...ruling('remove'), at: at + claimMs };
    expect(rule(taken, late, 3, false)).toMatchObject({ outcome: 'ruled', case: { claim: null } });
  });

  test('a claim is given back by its own moderator only, and a ruled case takes none', () => {
    const taken = claimed(aCase(), moderator, at);
    expect(taken && released(taken, '100000000000000078', at)).toBeNull();
    expect(taken && released(taken, moderator, at)).toMatchObject({ version: 5, claim: null });
    expect(claimed(upheld('remove'), moderator, at)).toBeNull();
  });

  test('a moderator escalates with a reason, which stays with the case', () => {
    expect(rule(aCase(), ruling('escalate'), 3, false)).toEqual({ outcome: 'needs-reason' });
    const escalation = { by: moderator, at: at + 5, reason: 'A threat?' };
    expect(rule(aCase(), ruling('escalate', 'A threat?'), 3, false)).toEqual({
      outcome: 'ruled',
      case: { ...escalated, version: 4, ruleFrom: 4, changedAt: at + 5, escalation },
    });
    expect(rule(escalated, ruling('escalate', 'Again'), 3, true)).toEqual({
      outcome: 'escalated-before',
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
    const undone = { by: moderator, at: at + 5, action: 'remove' };
    expect(rule(first.case, ruling('undo'), 4, true)).toEqual({
      outcome: 'ruled',
      case: { ...escalated, version: 5, ruleFrom: 5, changedAt: at + 5, undone },
    });
  });

  test('undoing a ruling opens the case and shows the message again; until the next one it says so', () => {
    const removed = upheld('remove', { hidden: true });
    const undone = { by: moderator, at: at + 5, action: 'remove' } as const;
    const opened = aCase({ version: 4, ruleFrom: 4, changedAt: at + 5, undone });
    expect(rule(removed, ruling('undo', 'Mistaken'), 3, true)).toEqual({
      outcome: 'ruled',
      case: opened,
    });
    const handedOn = rule(opened, ruling('escalate', 'A threat?'), 4, false);
    expect(handedOn).toMatchObject({ case: { state: 'escalated', undone } });
    expect(rule(opened, ruling('no-fault'), 4, false)).toMatchObject({ case: { undone: null } });
    expect(rule(aCase(), ruling('undo'), 3, true)).toEqual({ outcome: 'nothing-to-undo' });
  });
});
