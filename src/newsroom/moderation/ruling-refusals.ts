import { RequestError } from '../../core/errors.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import type { Case } from '../../core/moderation/case.ts';
import type { RulingRefusal } from '../../core/moderation/ruling.ts';
import {
  labelsIn,
  memberMention,
  requestError,
  rulingLines,
  timestamp,
} from '../../render/index.ts';

/** Why a ruling was refused and what to do, for the moderator: who ruled first, and what. */
export function rulingRefused(refusal: RulingRefusal, current: Case): RequestError {
  return new RequestError((language) => refusalText(refusal, current, language));
}

function refusalText(refusal: RulingRefusal, current: Case, language: Language): string {
  const { number, claim, escalation } = current;
  const { refused } = labelsIn(language).flags;
  const isEscalated = current.state === 'escalated';
  switch (refusal) {
    case 'ruled-before':
      return refused.ruledBefore({ number, ruling: rulingLines(current, language).join(' ') });
    case 'claimed-by-other':
      return claim === null
        ? refused.changed
        : refused.claimed({
            number,
            member: memberMention(claim.by),
            time: timestamp(claim.at, 'R'),
          });
    case 'changed-meanwhile':
      return refused.changed;
    case 'escalated-before':
      return escalation === null
        ? refused.escalatedByReport({ number })
        : refused.escalatedBefore({
            number,
            member: memberMention(escalation.by),
            time: timestamp(escalation.at, 'R'),
          });
    case 'needs-senior':
      return refused.needsSenior;
    case 'needs-reason':
      return isEscalated ? refused.needsReason : refused.escalateWhy;
    case 'nothing-to-undo':
      return refused.nothingToUndo;
    case 'not-for-subject':
      return current.subject.kind === 'comment' ? refused.noMember : refused.noHiding;
    case 'own-ruling':
      return refused.ownRuling;
    default:
      return refusal satisfies never;
  }
}

export const noSuchCase = (number: number): RequestError =>
  requestError(({ flags }) => flags.noSuchCase({ number }));
