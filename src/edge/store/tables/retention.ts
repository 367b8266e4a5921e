import { expired } from '../../../core/discussion/discussion.ts';
import type { RetentionLedger } from '../../../core/ports/retention-ledger.ts';
import { unknownStory } from '../../../core/story/story.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import type { Sql } from '../sql.ts';
import { discussionChange, discussionColumns, discussionOf } from './discussions.ts';
import { anyOf } from './stories.ts';

/** Discussions first found over. Parameter: limit. */
export const newlyOver = `SELECT id FROM discussion
  WHERE state IN ('closed', 'detached') AND over_since IS NULL LIMIT ?`;

/** The discussion that has been over for longest and that nothing keeps. Parameter: over before. */
export const overDiscussion = `SELECT * FROM discussion
  WHERE over_since < ?
    AND NOT EXISTS (SELECT 1 FROM delivery
      WHERE delivery.channel_id = discussion.thread_id AND delivery.state = 'open')
    AND NOT EXISTS (SELECT 1 FROM comment JOIN flag_case
        ON flag_case.guild_id = discussion.guild_id
          AND flag_case.subject_key = 'comment:' || comment.key
      WHERE comment.discussion_id = discussion.id AND flag_case.state IN ('open', 'escalated'))
  ORDER BY over_since, id LIMIT 1`;

/**
 * Stories that left their feeds, and that neither a message, nor a digest, nor a discussion keeps.
 * Parameters: first seen before, the ordinal of messages wanted then, limit.
 */
export const pastStories = `SELECT id FROM story
  WHERE missing IS NULL AND blank = 0 AND first_seen_at < ?
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.story_id = story.id
      AND (delivery.state = 'open' OR delivery.ordinal >= ?))
    AND NOT EXISTS (SELECT 1 FROM digest_story WHERE digest_story.story_id = story.id)
    AND NOT EXISTS (SELECT 1 FROM discussion JOIN delivery
        ON delivery.story_id = discussion.story_id AND delivery.channel_id = discussion.channel_id
      WHERE discussion.story_id = story.id AND discussion.state <> 'expired'
        AND delivery.message_id IS NOT NULL)
  ORDER BY first_seen_at LIMIT ?`;

/** Parameters: their ordinal, limit. */
export const pastDeliveries = `SELECT key FROM delivery
  WHERE state <> 'open' AND kind IN ('alert', 'digest', 'removal', 'skipped-stories') AND ordinal < ?
  ORDER BY ordinal LIMIT ?`;

/** The lowest ordinal of a message that is wanted at that instant, in microseconds. */
const ordinalAt = (at: UnixMs) => at * 1000;

/** What is over, in the tables of stories, discussions, comments and deliveries. */
export function retentionLedger(sql: Sql): RetentionLedger {
  return {
    async markOver(now, limit) {
      return sql.run(`UPDATE discussion SET over_since = ? WHERE id IN (${newlyOver})`, now, limit);
    },

    async expireDiscussion(overBefore, limit) {
      return sql.atomically((sql) => expireDiscussion(sql, overBefore, limit));
    },

    async expireStories(before, limit) {
      return sql.atomically((sql) => expireStories(sql, before, limit));
    },

    async deleteClaims(before, limit) {
      return sql.run(
        `DELETE FROM channel_story WHERE rowid IN
          (SELECT rowid FROM channel_story WHERE at < ? LIMIT ?)`,
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

/** The messages of the thread go first: no rule may find one whose comment is missing. */
async function expireDiscussion(sql: Sql, overBefore: UnixMs, limit: number): Promise<number> {
  const row = await sql.get(overDiscussion, overBefore);
  if (!row) return 0;
  const discussion = discussionOf(row);
  const { id, threadId } = discussion;
  if (discussion.state !== 'expired') {
    await sql.run(
      `UPDATE discussion SET ${discussionChange}, due_at = NULL, lease_until = 0, fence = fence + 1
        WHERE id = ?`,
      ...discussionColumns(expired(discussion)),
      id,
    );
  }
  const deliveries = await sql.run(
    `DELETE FROM delivery WHERE key IN
      (SELECT key FROM delivery WHERE channel_id = ? AND kind IN ('comment', 'notice') LIMIT ?)`,
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
  return 1;
}

async function expireStories(sql: Sql, before: UnixMs, limit: number): Promise<number> {
  const rows = await sql.all(pastStories, before, ordinalAt(before), limit);
  const ids = JSON.stringify(rows.map(({ id }) => String(id)));
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
  }
  return rows.length;
}
