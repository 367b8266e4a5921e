import { type Discussion, expired } from '../../../core/discussion/discussion.ts';
import { botActor } from '../../../core/moderation/audit.ts';
import type { RetentionLedger, RetentionPlace } from '../../../core/ports/retention-ledger.ts';
import { unknownStory } from '../../../core/story/story.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import type { Sql, SqlRow, SqlValue } from '../sql.ts';
import { auditTable } from './audit.ts';
import { discussionChange, discussionColumns, discussionOf } from './discussions.ts';
import { anyOf } from './stories.ts';

/** Discussions first found over. Parameter: limit. */
export const newlyOver = `SELECT id FROM discussion
  WHERE state IN ('closed', 'detached') AND over_since IS NULL LIMIT ?`;

/** Discussions that are looked at in one step, as each may have thousands of comments. */
const mostDiscussions = 50;

/** Discussions that have been over for longest. Parameters: over before, from, limit. */
export const overDiscussions = `SELECT id, over_since FROM discussion
  WHERE over_since < ? AND over_since >= ? AND (over_since > ? OR id > ?)
  ORDER BY over_since, id LIMIT ?`;

/** A discussion that nothing keeps. Parameter: its id. */
const unkeptDiscussion = `SELECT * FROM discussion
  WHERE id = ?
    AND NOT EXISTS (SELECT 1 FROM delivery
      WHERE delivery.channel_id = discussion.thread_id AND delivery.state = 'open')
    AND NOT EXISTS (SELECT 1 FROM comment JOIN flag_case
        ON flag_case.guild_id = discussion.guild_id
          AND flag_case.subject_key = 'comment:' || comment.origin
      WHERE comment.discussion_id = discussion.id AND flag_case.state IN ('open', 'escalated'))`;

/** Stories that left their feeds. Parameters: first seen before, from, limit. */
export const pastStories = `SELECT rowid, id, first_seen_at FROM story
  WHERE missing IS NULL AND blank = 0 AND first_seen_at < ?
    AND first_seen_at >= ? AND (first_seen_at > ? OR rowid > ?)
  ORDER BY first_seen_at, rowid LIMIT ?`;

/**
 * Those of the given stories that neither a message, nor a digest, nor a discussion keeps.
 * Parameters: their ids, the ordinal of messages wanted lately.
 */
export const unkeptStories = `SELECT id FROM story
  WHERE id IN ${anyOf}
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.story_id = story.id
      AND (delivery.state = 'open' OR delivery.ordinal >= ?))
    AND NOT EXISTS (SELECT 1 FROM digest_story WHERE digest_story.story_id = story.id)
    AND NOT EXISTS (SELECT 1 FROM discussion JOIN delivery
        ON delivery.story_id = discussion.story_id AND delivery.channel_id = discussion.channel_id
      WHERE discussion.story_id = story.id AND discussion.state <> 'expired'
        AND delivery.message_id IS NOT NULL)`;

/** Parameters: claimed before, limit. */
export const pastClaims = `SELECT channel_id, story_key FROM channel_story WHERE at < ?
  ORDER BY at LIMIT ?`;

/** Parameters: their ordinal, limit. */
export const pastDeliveries = `SELECT key FROM delivery
  WHERE state <> 'open'
    AND kind IN ('alert', 'digest', 'ping', 'private', 'removal', 'skipped-stories', 'timeout')
    AND ordinal < ?
  ORDER BY ordinal LIMIT ?`;

/** The lowest ordinal of a message that is wanted at that instant, in microseconds. */
export const ordinalAt = (at: UnixMs) => at * 1000;

/** What is over, in the tables of stories, discussions, comments and deliveries. */
export function retentionLedger(sql: Sql, now: () => UnixMs): Omit<RetentionLedger, 'capStories'> {
  return {
    async markOver(now, limit) {
      return sql.run(`UPDATE discussion SET over_since = ? WHERE id IN (${newlyOver})`, now, limit);
    },

    async expireDiscussion(overBefore, limit, from) {
      return sql.atomically(async (sql) => {
        const rows = await sql.all(overDiscussions, overBefore, ...place(from), mostDiscussions);
        for (const { id } of rows) {
          const row = await sql.get(unkeptDiscussion, String(id));
          if (!row) continue;
          await expireDiscussion(sql, discussionOf(row), limit, now());
          // One may have more comments than a step deletes.
          return { deleted: 1, next: from ?? firstPlace };
        }
        return { deleted: 0, next: nextPlace(rows, mostDiscussions, 'over_since', 'id') };
      });
    },

    async expireStories(before, limit, from) {
      return sql.atomically(async (sql) => {
        const rows = await sql.all(pastStories, before, ...place(from), limit);
        const deleted = await expireStories(sql, idsOf(rows), before, now());
        return { deleted, next: nextPlace(rows, limit, 'first_seen_at', 'rowid') };
      });
    },

    async deleteClaims(before, limit) {
      return sql.run(
        `DELETE FROM channel_story WHERE (channel_id, story_key) IN (${pastClaims})`,
        before,
        limit,
      );
    },

    async deleteDeliveries(before, limit) {
      return sql.run(
        `DELETE FROM delivery WHERE key IN (${pastDeliveries})`,
        ordinalAt(before),
        limit,
      );
    },

    async deleteUsedGenerations(before, limit) {
      return sql.run(
        `DELETE FROM removed_delivery WHERE key IN
          (SELECT key FROM removed_delivery WHERE removed_at < ? LIMIT ?)`,
        before,
        limit,
      );
    },
  };
}

const firstPlace: RetentionPlace = [0, 0];

export const idsOf = (rows: readonly SqlRow[]) => JSON.stringify(rows.map(({ id }) => String(id)));

export function place(from: RetentionPlace | null): SqlValue[] {
  const [at, id] = from ?? firstPlace;
  return [at, at, id];
}

/** The place after a step's rows; `null` when they were the last ones. */
export function nextPlace(
  rows: readonly SqlRow[],
  limit: number,
  at: string,
  id: string,
): RetentionPlace | null {
  const last = rows.at(-1);
  if (!last || rows.length < limit) return null;
  return [Number(last[at]), typeof last[id] === 'number' ? last[id] : String(last[id])];
}

/** The messages of the thread go first: no rule may find one whose comment is missing. */
async function expireDiscussion(
  sql: Sql,
  discussion: Discussion,
  limit: number,
  now: UnixMs,
): Promise<void> {
  const { id, threadId } = discussion;
  if (discussion.state !== 'expired') {
    await sql.run(
      `UPDATE discussion SET ${discussionChange}, due_at = NULL, lease_until = 0, fence = fence + 1
        WHERE id = ?`,
      ...discussionColumns(expired(discussion)),
      id,
    );
    await auditExpiry(sql, discussion, now);
  }
  const deliveries = await sql.run(
    `DELETE FROM delivery WHERE key IN
      (SELECT key FROM delivery WHERE channel_id = ? AND kind IN ('comment', 'pack', 'notice') LIMIT ?)`,
    threadId,
    limit,
  );
  const left = limit - deliveries;
  const comments = await sql.run(
    'DELETE FROM comment WHERE key IN (SELECT key FROM comment WHERE discussion_id = ? LIMIT ?)',
    id,
    left,
  );
  if (comments < left) {
    await sql.run('UPDATE discussion SET over_since = NULL WHERE id = ?', id);
    await sql.run(
      `DELETE FROM channel WHERE channel_id = ? AND due_at IS NULL AND paused_since IS NULL
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.channel_id = channel.channel_id)`,
      threadId,
    );
  }
}

async function expireStories(
  sql: Sql,
  looked: string,
  before: UnixMs,
  now: UnixMs,
): Promise<number> {
  const rows = await sql.all(unkeptStories, looked, ordinalAt(before));
  if (rows.length === 0) return 0;
  const ids = idsOf(rows);
  await sql.run(
    `UPDATE story SET story = ?, told = NULL, blank = 1, enrich_at = NULL WHERE id IN ${anyOf}`,
    JSON.stringify(unknownStory),
    ids,
  );
  await sql.run(`DELETE FROM delivery WHERE story_id IN ${anyOf}`, ids);
  // Those of stories that were never posted: they had no thread.
  const waiting = await sql.all(
    `SELECT * FROM discussion WHERE story_id IN ${anyOf} AND state <> 'expired'`,
    ids,
  );
  for (const row of waiting) {
    const discussion = expired(discussionOf(row));
    await sql.run(
      `UPDATE discussion SET ${discussionChange}, due_at = NULL WHERE id = ?`,
      ...discussionColumns(discussion),
      discussion.id,
    );
    await auditExpiry(sql, discussion, now);
  }
  return rows.length;
}

async function auditExpiry(
  sql: Sql,
  { id, guildId, channelId, storyId }: Discussion,
  at: UnixMs,
): Promise<void> {
  const line = { guildId, at, actor: botActor, subject: id, channelId, storyId };
  await auditTable(sql).append({ ...line, action: 'discussion.expired' });
}
