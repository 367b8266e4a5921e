import { StoryId } from '../../../core/ids.ts';
import type { DigestLedger } from '../../../core/ports/delivery-ledger.ts';
import type { Sql } from '../sql.ts';
import { anyOf } from './stories.ts';

/** The digest that has been due for longest, of servers that the bot is in. Parameter: now. */
export const dueDigest = `SELECT subscription_id, channel_id, due_at FROM digest_story
  WHERE due_at <= ? AND subscription_id NOT IN (SELECT id FROM subscription
    WHERE guild_id IN (SELECT guild_id FROM left_server)) ORDER BY due_at, subscription_id LIMIT 1`;

/** The table `digest_story`. */
export function digestTable(sql: Sql): DigestLedger {
  return {
    async add({ subscriptionId, channelId, storyId, dueAt, ordinal }) {
      await sql.run(
        `INSERT INTO digest_story (subscription_id, channel_id, story_id, due_at, ordinal)
          VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        subscriptionId,
        channelId,
        storyId,
        dueAt,
        ordinal,
      );
    },

    async getDue(now) {
      const row = await sql.get(dueDigest, now);
      if (!row) return null;
      const { subscription_id: subscriptionId, channel_id: channelId, due_at: dueAt } = row;
      return {
        subscriptionId: String(subscriptionId),
        channelId: String(channelId),
        dueAt: Number(dueAt),
      };
    },

    async take(subscriptionId, dueAt) {
      const rows = await sql.all(
        `SELECT story_id FROM digest_story WHERE subscription_id = ? AND due_at <= ?
          ORDER BY ordinal, story_id`,
        subscriptionId,
        dueAt,
      );
      await sql.run(
        'DELETE FROM digest_story WHERE subscription_id = ? AND due_at <= ?',
        subscriptionId,
        dueAt,
      );
      return rows.map((row) => StoryId.parse(String(row.story_id)));
    },

    async reschedule(subscriptionId, dueAt, now) {
      await sql.run(
        'UPDATE digest_story SET due_at = ? WHERE subscription_id = ? AND due_at > ?',
        dueAt,
        subscriptionId,
        now,
      );
    },

    async move(subscriptionId, channelId, present) {
      const rows = await sql.all(
        'UPDATE digest_story SET channel_id = ? WHERE subscription_id = ? RETURNING story_id',
        channelId,
        subscriptionId,
      );
      await sql.run(
        `DELETE FROM digest_story WHERE subscription_id = ? AND story_id IN ${anyOf}`,
        subscriptionId,
        JSON.stringify(present),
      );
      return rows.map((row) => StoryId.parse(String(row.story_id)));
    },

    async has(storyId) {
      return (
        (await sql.get('SELECT 1 FROM digest_story WHERE story_id = ? LIMIT 1', storyId)) !== null
      );
    },
  };
}
