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

    async release(channelId, storyIds) {
      await sql.run(
        `DELETE FROM channel_story WHERE channel_id = ? AND story_id IN ${anyOf}`,
        channelId,
        JSON.stringify(storyIds),
      );
    },
  };
}
