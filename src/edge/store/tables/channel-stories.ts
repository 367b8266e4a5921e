import { StoryId } from '../../../core/ids.ts';
import type { ChannelStories } from '../../../core/ports/feed-ledger.ts';
import type { Sql } from '../sql.ts';
import { anyOf } from './stories.ts';

/** The tables `channel_story` and `digest_story`. */
export function channelStories(sql: Sql): ChannelStories {
  return {
    async getClaims(channelId, keys) {
      if (keys.length === 0) return new Map();
      const rows = await sql.all(
        `SELECT story_key, story_id FROM channel_story WHERE channel_id = ? AND story_key IN ${anyOf}`,
        channelId,
        JSON.stringify(keys),
      );
      return new Map(
        rows.map((row) => [String(row.story_key), StoryId.parse(String(row.story_id))]),
      );
    },

    async claimFree(channelId, key, storyId, now) {
      const claimed = await sql.run(
        `INSERT INTO channel_story (channel_id, story_key, story_id, at) VALUES (?, ?, ?, ?)
          ON CONFLICT (channel_id, story_key) DO NOTHING`,
        channelId,
        key,
        storyId,
        now,
      );
      if (claimed > 0) return null;
      const row = await sql.get(
        'SELECT story_id FROM channel_story WHERE channel_id = ? AND story_key = ?',
        channelId,
        key,
      );
      return row && StoryId.parse(row.story_id);
    },

    async claim(channelId, key, storyId, now) {
      await sql.run(
        `INSERT INTO channel_story (channel_id, story_key, story_id, at) VALUES (?, ?, ?, ?)
          ON CONFLICT (channel_id, story_key) DO UPDATE SET story_id = excluded.story_id,
            at = excluded.at`,
        channelId,
        key,
        storyId,
        now,
      );
    },

    async copyClaims(feedId, from, to) {
      await sql.run(
        `INSERT INTO channel_story (channel_id, story_key, story_id, at)
          SELECT ?, story_key, story_id, at FROM channel_story
            WHERE channel_id = ? AND story_id IN (SELECT id FROM story WHERE feed_id = ?)
          ON CONFLICT DO NOTHING`,
        to,
        from,
        feedId,
      );
      const rows = await sql.all(
        `SELECT own.story_id FROM channel_story AS own
          JOIN channel_story AS other ON other.channel_id = ? AND other.story_key = own.story_key
          JOIN story ON story.id = own.story_id AND story.feed_id = ?
          WHERE own.channel_id = ? AND other.story_id <> own.story_id`,
        to,
        feedId,
        from,
      );
      return rows.map((row) => StoryId.parse(String(row.story_id)));
    },

    async release(channelId, storyIds) {
      await sql.run(
        `DELETE FROM channel_story WHERE channel_id = ? AND story_id IN ${anyOf}`,
        channelId,
        JSON.stringify(storyIds),
      );
    },
  };
}
