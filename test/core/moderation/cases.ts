import type { Case, RulingAction } from '../../../src/core/moderation/case.ts';
import type { joinReport } from '../../../src/core/moderation/report-rule.ts';
import { DiscussionId } from '../../../src/core/ids.ts';

export const at = 1_700_000_000_000;
export const moderator = '100000000000000077';

export const aComment = {
  kind: 'comment' as const,
  discussionId: DiscussionId.parse('d1'),
  commentKey: 'k7',
  origin: 'o7',
  authorName: 'Mara',
  authorKey: null,
  channelId: '100000000000000002',
  messageId: '100000000000000003',
  url: null,
};

export type Open = Extract<Case, { state: 'open' }>;
type Upheld = Extract<Case, { state: 'upheld' }>;
type Dismissed = Extract<Case, { state: 'dismissed' }>;

export function aCase(parts: Partial<Open> = {}): Open {
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
    ruleFrom: 3,
    urgency: 10,
    hidden: false,
    countedFrom: at,
    openedAt: at,
    changedAt: at,
    approved: false,
    appeal: null,
    claim: null,
    escalation: null,
    undone: null,
    publisherReport: null,
    ...parts,
  };
}

export const ruling = (action: RulingAction, reason: string | null = null) => ({
  action,
  by: moderator,
  at: at + 5,
  reason,
});

export const escalated: Case = { ...aCase(), state: 'escalated' };
export const upheld = (action: Upheld['ruling']['action'], parts: Partial<Open> = {}): Case => ({
  ...aCase(parts),
  state: 'upheld',
  ruling: { ...ruling(action), action, escalated: false },
});
export const dismissed = (
  action: Dismissed['ruling']['action'],
  parts: Partial<Open> = {},
): Case => ({
  ...aCase(parts),
  state: 'dismissed',
  ruling: { ...ruling(action), action, escalated: false },
});
export const report = (parts: Partial<Parameters<typeof joinReport>[1]> = {}) => ({
  reason: 'abuse' as const,
  kind: 'reader' as const,
  at: at + 1,
  ...parts,
});

export const joined = (isNewText = false) => ({
  hides: false,
  isNewText,
  isNewReason: false,
});
