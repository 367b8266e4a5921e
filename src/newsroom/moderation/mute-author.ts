import { commentAuthor } from '../../core/discussion/comment-author.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { MutedAuthor } from '../../core/moderation/muted-author.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { escapeMarkdown, requestError, truncate } from '../../render/index.ts';
import type { Ports } from '../ports.ts';
import { updateComments } from './standing.ts';

export interface MuteRequest {
  guildId: Snowflake;
  /** One of the author's comments. */
  commentKey: string;
  by: Snowflake;
}

export interface MuteOutcome {
  outcome: 'muted' | 'already-muted';
  author: MutedAuthor;
  /** How many comments of the author were hidden now. */
  hidden: number;
}

/** A server mutes no more authors than this. */
export const mostMuted = 1_000;

/**
 * Mutes the author of a comment in a guild: present comments are hidden in their places, later ones
 * are not posted. Repeated, it changes nothing.
 * @throws RequestError for a comment that is not stored in this guild, or has no author's name
 */
export async function muteAuthor(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  { guildId, commentKey, by }: MuteRequest,
): Promise<MuteOutcome> {
  const now = clock.now();
  const outcome = await store.transaction(async (ledger): Promise<MuteOutcome> => {
    const comment = await ledger.discussions.getComment(commentKey);
    const author = comment && (await authorOf(ledger, guildId, comment));
    if (!author) throw requestError((labels) => labels.mutes.expired);
    const muted: MutedAuthor = { guildId, ...author, by, at: now };
    const before = await ledger.mutes.get(guildId, author.authorKey);
    if (before) return { outcome: 'already-muted', author: before, hidden: 0 };
    if ((await ledger.mutes.list(guildId, mostMuted)).length >= mostMuted) {
      throw requestError((labels) => labels.mutes.tooMany({ number: mostMuted }));
    }
    await ledger.mutes.add(muted);
    const hidden = await saveMute(ledger, muted, 'author.muted', by, now);
    return { outcome: 'muted', author: muted, hidden };
  });
  const { authorKey } = outcome.author;
  log.info({ guildId, authorKey, hidden: outcome.hidden }, `author.${outcome.outcome}`);
  return outcome;
}

export interface UnmuteRequest {
  guildId: Snowflake;
  author: Pick<MutedAuthor, 'authorKey' | 'name'>;
  by: Snowflake;
}

/**
 * Shows an author's comments again: hidden ones in their places, those that came meanwhile as new ones.
 * Returns the author, and how many comments that concerns.
 * @throws RequestError for an author who is not muted
 */
export async function unmuteAuthor(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  { guildId, author: { authorKey, name }, by }: UnmuteRequest,
): Promise<{ author: MutedAuthor; shown: number }> {
  const now = clock.now();
  const outcome = await store.transaction(async (ledger) => {
    const author = await ledger.mutes.get(guildId, authorKey);
    if (!author) {
      throw requestError((labels) =>
        labels.mutes.notMuted({ name: escapeMarkdown(truncate(name, 80)) }),
      );
    }
    await ledger.mutes.delete(guildId, authorKey);
    return { author, shown: await saveMute(ledger, author, 'author.unmuted', by, now) };
  });
  log.info({ guildId, authorKey, shown: outcome.shown }, 'author.unmuted');
  return outcome;
}

/** Brings an author's comments to what is asked now, with a line in the audit. */
export async function saveMute(
  ledger: Ledger,
  { guildId, authorKey, name, site }: MutedAuthor,
  action: 'author.muted' | 'author.unmuted',
  by: string,
  now: UnixMs,
): Promise<number> {
  const comments = await ledger.discussions.listByAuthor(guildId, authorKey);
  const changed = await updateComments(ledger, guildId, comments, now);
  const subject = `author:${authorKey}`;
  const line = { guildId, at: now, actor: by, action, subject, version: null };
  await ledger.audit.append({ ...line, reason: `${name} at ${site || 'an unknown site'}` });
  return changed;
}

/** `null` for a comment of another guild. @throws RequestError for one without a name */
async function authorOf(
  { discussions, feeds }: Pick<Ledger, 'discussions' | 'feeds'>,
  guildId: Snowflake,
  { discussionId, comment, authorKey }: StoredComment,
): Promise<Pick<MutedAuthor, 'authorKey' | 'name' | 'profileUrl' | 'site'> | null> {
  const discussion = await discussions.get(discussionId);
  if (discussion?.guildId !== guildId) return null;
  const stored = await feeds.getStory(discussion.storyId);
  const author = commentAuthor(comment, stored?.story.url ?? null);
  if (!author || authorKey === null) throw requestError((labels) => labels.mutes.nameless);
  const { name, profileUrl, site } = author;
  return { authorKey, name, profileUrl, site };
}
