import type { Snowflake } from '../../core/ids.ts';
import { memberAuthor } from '../../core/moderation/case.ts';
import { isByNewcomer, type MemberMessage } from '../../core/moderation/member-message.ts';
import { type AuthorFacts, firedRules, type ModerationRules } from '../../core/moderation/rules.ts';
import { patternMatcher } from '../../core/moderation/watched-patterns.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { shortHash } from '../../text/hash.ts';
import { guildSettings } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { hasRules } from './apply-rules.ts';
import type { Flagged } from './flagged-content.ts';
import { saveReport } from './report.ts';

/**
 * Reports a message in a discussion's thread that breaks a rule, as the bot. A rule that hides comments reports it too, as more
 * urgent: a member's message can only be deleted, which is for people to decide.
 */
export async function applyMemberRules(
  { store, clock, discord, log }: Ports,
  message: MemberMessage,
): Promise<void> {
  const { guildId, channelId, content } = message;
  const rules = await store.rules.get(guildId);
  if (!rules || !hasRules(rules)) return;
  if ((await store.discussions.getByThread(channelId))?.guildId !== guildId) return;
  const { moderatorRoleId, seniorRoleId } = await guildSettings(store, guildId);
  if (message.roleIds.some((id) => id === moderatorRoleId || id === seniorRoleId)) return;
  const watched = patternMatcher(rules.watched)({ text: content, links: content });
  const at = clock.now();
  const receipt = await store.transaction(async (ledger) => {
    const fired = firedRules(rules, watched, await authorFacts(ledger, rules, message, at));
    if (!fired) return null;
    const report = { kind: 'rule', reason: 'other', details: null, law: null } as const;
    const full = { ...report, reporterId: discord.botId(), rules: fired.rules, at };
    return saveReport(ledger, guildId, flaggedBy(message), full, fired.action === 'hide');
  });
  if (receipt) log.info({ guildId, ...receipt }, 'member-message.reported');
}

function flaggedBy({ id, channelId, authorId, authorName, content }: MemberMessage): Flagged {
  return {
    subject: { kind: 'message', channelId, messageId: id, authorId, authorName },
    text: content,
    textRevision: shortHash(content),
  };
}

/** A newcomer is none any more before this time is over. */
const newcomerMs = 30 * dayMs;
/** Where it is stored that a newcomer wrote: see `docs/privacy.md`. */
export const newcomerKey = (guildId: Snowflake, memberId: Snowflake) =>
  `newcomer:${guildId}:${memberId}`;

/** Only what the rules ask for is looked up, or remembered. */
async function authorFacts(
  { cases, texts }: Pick<Ledger, 'cases' | 'texts'>,
  { firstComment, repeatOffender }: ModerationRules,
  message: MemberMessage,
  now: UnixMs,
): Promise<AuthorFacts> {
  const { guildId, authorId } = message;
  let isFirstComment = false;
  if (firstComment !== null && isByNewcomer(message, now)) {
    const key = newcomerKey(guildId, authorId);
    isFirstComment = (await texts.get(key)) === null;
    if (isFirstComment) await texts.save(key, message.id, newcomerMs);
  }
  const since = now - (repeatOffender?.days ?? 0) * dayMs;
  const author = memberAuthor(authorId);
  const upheld = repeatOffender ? await cases.countUpheld(guildId, author, since) : 0;
  return { isFirstComment, upheld };
}
