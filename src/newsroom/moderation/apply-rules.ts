import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Snowflake } from '../../core/ids.ts';
import { type AuthorFacts, firedRules, type ModerationRules } from '../../core/moderation/rules.ts';
import { patternMatcher } from '../../core/moderation/watched-patterns.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { commentMarkdown, commentText } from '../../render/index.ts';
import type { Flagged } from './flagged-content.ts';
import { saveReport } from './report.ts';

/** New and edited comments of a discussion, as they were just saved. */
export interface RuledComments {
  added: readonly StoredComment[];
  edited: readonly StoredComment[];
  /** They were there before the discussion was followed: nobody's first comment is among them. */
  isFirstLook: boolean;
  botId: Snowflake;
}

/**
 * Reports the comments that break a rule of the server, as the bot; a rule may hide them until they are
 * reviewed. Returns the comments as they are since then.
 */
export async function applyRules(
  ledger: Ledger,
  discussion: Discussion,
  { added, edited, isFirstLook, botId }: RuledComments,
  now: UnixMs,
): Promise<Map<string, StoredComment>> {
  const changed = new Map<string, StoredComment>();
  const { guildId } = discussion;
  const rules = await ledger.rules.get(guildId);
  if (!rules || !hasRules(rules)) return changed;
  const matching = patternMatcher(rules.watched);
  const isNew = new Set(isFirstLook ? [] : added);
  for (const stored of [...added, ...edited]) {
    if (stored.state !== 'live' || stored.comment.deleted) continue;
    const { body } = stored.comment;
    const text = commentText(body);
    // Its author may hide an address behind other words.
    const links = `${text}\n${commentMarkdown(body).replaceAll('\\', '')}`;
    const author = await authorFacts(ledger, guildId, rules, stored, isNew.has(stored), now);
    const fired = firedRules(rules, matching({ text, links }), author);
    if (!fired) continue;
    const flagged = flaggedByRule(discussion, stored, text);
    const report = { reporterId: botId, kind: 'rule', reason: 'other', details: null } as const;
    const isHiding = fired.action === 'hide';
    const full = { ...report, law: null, rules: fired.rules, at: now };
    await saveReport(ledger, guildId, flagged, full, isHiding);
    const after = isHiding ? await ledger.discussions.getComment(stored.key) : null;
    if (after) changed.set(after.key, after);
  }
  return changed;
}

/** Whether any rule looks at texts or authors. */
export function hasRules({ watched, firstComment, repeatOffender }: ModerationRules): boolean {
  return watched.length > 0 || firstComment !== null || repeatOffender !== null;
}

/** Only what the rules ask for is looked up. */
async function authorFacts(
  { discussions, cases }: Pick<Ledger, 'discussions' | 'cases'>,
  guildId: Snowflake,
  { firstComment, repeatOffender }: ModerationRules,
  { authorKey, origin, ordinal }: StoredComment,
  isNew: boolean,
  now: UnixMs,
): Promise<AuthorFacts> {
  if (authorKey === null) return { isFirstComment: false, upheld: 0 };
  const asksFirst = firstComment !== null && isNew;
  const isFirstComment =
    asksFirst && !(await discussions.hasEarlier(guildId, { authorKey, origin, ordinal }));
  const since = now - (repeatOffender?.days ?? 0) * dayMs;
  const upheld = repeatOffender ? await cases.countUpheld(guildId, authorKey, since) : 0;
  return { isFirstComment, upheld };
}

/** It is not posted yet, so there is no message. */
function flaggedByRule(
  { id, threadId, channelId }: Discussion,
  { key, origin, comment, authorKey, hash }: StoredComment,
  text: string,
): Flagged {
  return {
    subject: {
      kind: 'comment',
      discussionId: id,
      commentKey: key,
      origin,
      authorName: comment.author,
      authorKey,
      channelId: threadId ?? channelId,
      messageId: null,
      url: comment.url,
    },
    text,
    textRevision: hash,
  };
}
