import { z } from 'zod';
import { Discussion, isOver } from '../../../core/discussion/discussion.ts';
import type { DiscussionLedger } from '../../../core/ports/discussion-ledger.ts';
import type { Shards } from '../../../core/shards.ts';
import { Story } from '../../../core/story/story.ts';
import { commentTable } from './comments.ts';
import { ownServers } from './own-servers.ts';
import { parseJson, sqlBoolean } from '../rows.ts';
import { skipLocked, type Sql, type SqlRow, type SqlValue, StoreError } from '../sql.ts';

/** The message of a story's own delivery in its channel. */
const storyMessage = `(SELECT delivery.message_id FROM delivery
  WHERE delivery.story_id = discussion.story_id AND delivery.channel_id = discussion.channel_id)`;

/** The discussion that has been due for longest. Parameters: now, twice. */
export const dueDiscussion = (ofServers: string) => `SELECT id FROM discussion
  WHERE due_at IS NOT NULL AND due_at <= ? AND lease_until <= ? AND ${storyMessage} IS NOT NULL${ofServers}
  ORDER BY due_at, id LIMIT 1 ${skipLocked}`;

/** Parameters: the thread that they come after, over since, server or `null` (twice), limit. */
export const threadsToCompare = (ofServers: string) => `SELECT * FROM discussion
  WHERE thread_id IS NOT NULL AND thread_id > ? AND state NOT IN ('detached', 'expired')
    AND (over_since IS NULL OR over_since >= ?)
    AND (CAST(? AS TEXT) IS NULL OR guild_id = ?)${ofServers}
  ORDER BY thread_id LIMIT ?`;

/** Parameters: see `discussionColumns`. One that is open again is not over any more. */
export const discussionChange = `story_id = ?, guild_id = ?, channel_id = ?, thread_id = ?, state = ?,
  anchor = ?, document = ?, over_since = CASE WHEN ? = 1 THEN over_since END`;

/** The tables `discussion` and `comment`. */
export function discussionLedger(
  sql: Sql,
  { shards }: { shards: Shards | null },
): DiscussionLedger {
  const ofServers = ownServers(shards);
  return {
    ...commentTable(sql),

    async add(discussion) {
      await sql.run(
        `INSERT INTO discussion
          (story_id, guild_id, channel_id, thread_id, state, anchor, document, over_since, id, due_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, CASE WHEN ? = 1 THEN CAST(NULL AS BIGINT) END, ?, 0)
          ON CONFLICT (id) DO NOTHING`,
        ...discussionColumns(discussion),
        discussion.id,
      );
    },

    async claimDue(now, leaseMs) {
      const row = await sql.get(
        `UPDATE discussion SET lease_until = ?, fence = fence + 1 WHERE id = (${dueDiscussion(ofServers)})
          RETURNING *, ${storyMessage} AS story_message_id`,
        now + leaseMs,
        now,
        now,
      );
      if (!row) return null;
      const storyMessageId = String(row.story_message_id);
      const dueAt = Number(row.due_at);
      return { discussion: discussionOf(row), fence: Number(row.fence), dueAt, storyMessageId };
    },

    async settle(discussion, dueAt, fence) {
      const settled = await sql.run(
        `UPDATE discussion SET ${discussionChange}, due_at = ?, lease_until = 0
          WHERE id = ? AND fence = ? AND lease_until > 0`,
        ...discussionColumns(discussion),
        dueAt,
        discussion.id,
        fence,
      );
      return settled > 0;
    },

    async save(discussion, dueAt) {
      const saved = await sql.run(
        `UPDATE discussion SET ${discussionChange}, due_at = ?, lease_until = 0, fence = fence + 1
          WHERE id = ?`,
        ...discussionColumns(discussion),
        dueAt,
        discussion.id,
      );
      if (saved === 0) throw new StoreError(`there is no discussion ${discussion.id} to change`);
    },

    async retryFailed(guildId, now) {
      await sql.run(
        `UPDATE discussion SET due_at = ? WHERE guild_id = ? AND due_at > ? AND lease_until = 0
          AND CASE WHEN json_valid(document) THEN json_extract(document, '$.lastError') END IS NOT NULL`,
        now,
        guildId,
        now,
      );
    },

    async deleteWaiting(id) {
      await sql.run(`DELETE FROM discussion WHERE id = ? AND state = 'waiting'`, id);
    },

    async get(id) {
      const row = await sql.get('SELECT * FROM discussion WHERE id = ?', id);
      return row && discussionOf(row);
    },

    async getByThread(threadId) {
      const row = await sql.get('SELECT * FROM discussion WHERE thread_id = ? LIMIT 1', threadId);
      return row && discussionOf(row);
    },

    async listOfStory(storyId) {
      const rows = await sql.all(
        'SELECT * FROM discussion WHERE story_id = ? ORDER BY channel_id',
        storyId,
      );
      return rows.map(discussionOf);
    },

    async listInGuild(guildId, states, limit) {
      if (states.length === 0) return [];
      const rows = await sql.all(
        `SELECT discussion.*, story.story FROM discussion
          LEFT JOIN story ON story.id = discussion.story_id
          WHERE discussion.guild_id = ? AND discussion.state IN (${states.map(() => '?').join(', ')})
          ORDER BY discussion.anchor DESC, discussion.id LIMIT ?`,
        guildId,
        ...states,
        limit,
      );
      return rows.map((row) => ({ discussion: discussionOf(row), headline: headlineOf(row) }));
    },

    async listWithThreads({ guildId, overSince, after, limit }) {
      const rows = await sql.all(
        threadsToCompare(ofServers),
        after ?? '',
        overSince,
        guildId,
        guildId,
        limit,
      );
      return rows.map(discussionOf);
    },
  };
}

export function discussionColumns(discussion: Discussion): SqlValue[] {
  const { storyId, guildId, channelId, threadId, state, anchor } = discussion;
  return [
    storyId,
    guildId,
    channelId,
    threadId,
    state,
    anchor,
    JSON.stringify(documentOf(discussion)),
    sqlBoolean(isOver(discussion)),
  ];
}

/** The stored document: the moderator's override is stored as `word`. */
function documentOf({ override, ...rest }: Discussion): object {
  return { ...rest, word: override };
}

const DiscussionDocument = z.preprocess((document) => {
  if (typeof document !== 'object' || document === null || !('word' in document)) return document;
  const { word: override, ...rest } = document;
  return { ...rest, override };
}, Discussion);

export function discussionOf(row: SqlRow): Discussion {
  return parseJson(DiscussionDocument, row.document, 'discussion', row.id);
}

function headlineOf(row: SqlRow): string | null {
  if (row.story === null) return null;
  return parseJson(Story, row.story, 'story', row.story_id).headline;
}
