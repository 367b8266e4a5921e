import { z } from 'zod';
import { FeedId, StoryId } from '../../core/ids.ts';
import type { FeedLedger, StoredStory } from '../../core/ledger.ts';
import { Story } from '../../core/story.ts';
import { UnixMs } from '../../core/time.ts';
import { asKept, asKeptJson } from './rows.ts';
import type { Sql, SqlRow } from './sql.ts';

/** Stories whose page is to be read; `?` are now and how many. */
export const storiesDue = `SELECT * FROM story
  WHERE enrich_at IS NOT NULL AND enrich_at <= ? ORDER BY enrich_at, id LIMIT ?`;

type StoryTable = Pick<
  FeedLedger,
  'stories' | 'story' | 'storyCount' | 'saveStory' | 'storiesToEnrich'
>;

/** The table `story`. */
export function storyTable(sql: Sql): StoryTable {
  return {
    async stories(feedId, identities) {
      const rows = await sql.atomically((sql) =>
        Promise.all(
          [...new Set(identities)].map((identity) =>
            sql.get('SELECT * FROM story WHERE feed_id = ? AND identity = ?', feedId, identity),
          ),
        ),
      );
      return rows.flatMap((row) => (row ? [storyOf(row)] : []));
    },

    async story(id) {
      const row = await sql.get('SELECT * FROM story WHERE id = ?', id);
      return row && storyOf(row);
    },

    async storyCount(feedId) {
      const row = await sql.get('SELECT COUNT(*) AS known FROM story WHERE feed_id = ?', feedId);
      return Number(row?.known ?? 0);
    },

    async saveStory(story) {
      await sql.run(
        `INSERT INTO story
          (id, feed_id, identity, feed_hash, story, corrected_at, first_seen_at, enrich_at, enrich_tries)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET feed_id = excluded.feed_id, identity = excluded.identity,
            feed_hash = excluded.feed_hash, story = excluded.story,
            corrected_at = excluded.corrected_at, first_seen_at = excluded.first_seen_at,
            enrich_at = excluded.enrich_at, enrich_tries = excluded.enrich_tries`,
        story.id,
        story.feedId,
        story.identity,
        story.feedHash,
        JSON.stringify(story.story),
        story.correctedAt,
        story.firstSeenAt,
        story.enrichAt,
        story.enrichTries,
      );
    },

    async storiesToEnrich(now, limit) {
      return (await sql.all(storiesDue, now, limit)).map(storyOf);
    },
  };
}

const StoryRow = z.object({
  id: StoryId,
  feedId: FeedId,
  identity: z.string(),
  feedHash: z.string(),
  story: Story,
  correctedAt: UnixMs.nullable(),
  firstSeenAt: UnixMs,
  enrichAt: UnixMs.nullable(),
  enrichTries: z.number().int(),
});

function storyOf(row: SqlRow): StoredStory {
  const { id, identity, feed_id: feedId, feed_hash: feedHash, corrected_at: correctedAt } = row;
  const { first_seen_at: firstSeenAt, enrich_at: enrichAt, enrich_tries: enrichTries } = row;
  const story = asKeptJson(Story, row.story, 'story', id);
  const read = { id, feedId, identity, feedHash, story, correctedAt };
  return asKept(StoryRow, { ...read, firstSeenAt, enrichAt, enrichTries }, 'story', id);
}
