import { z } from 'zod';
import { FeedId, StoryId } from '../../../core/ids.ts';
import type { FeedLedger, StoryChanges } from '../../../core/ports/feed-ledger.ts';
import type { StoredStory } from '../../../core/story/stored-story.ts';
import { Story } from '../../../core/story/story.ts';
import { UnixMs } from '../../../core/time/duration.ts';
import { parseRow, readJson } from '../rows.ts';
import type { Sql, SqlRow } from '../sql.ts';

/** Stories whose article page is due to be read. Parameters: now, limit. */
export const storiesDue = `SELECT * FROM story
  WHERE enrich_at IS NOT NULL AND enrich_at <= ? ORDER BY enrich_at, id LIMIT ?`;

/** A feed's newest stories are chosen from this many that were first seen last. */
const seenLast = 500;

const newestOfFeed = `SELECT * FROM (
    SELECT * FROM story WHERE feed_id = ? AND blank = 0 ORDER BY first_seen_at DESC, id LIMIT ${seenLast}
  ) AS seen
  ORDER BY COALESCE(CAST(json_extract(story, '$.publishedAt') AS BIGINT), first_seen_at) DESC, id LIMIT ?`;

type StoryTable = Pick<
  FeedLedger,
  | 'listStories'
  | 'listRecentStories'
  | 'getStory'
  | 'countStories'
  | 'saveStories'
  | 'listStoriesToEnrich'
>;

/** Bound to one `?`: a JSON list of texts. */
export const anyOf = '(SELECT value FROM json_each(?))';

/** The same for a list of numbers. */
export const anyNumberOf = '(SELECT CAST(value AS BIGINT) FROM json_each(?))';

/** The table `story`: the stories' content. */
export function storyTable(sql: Sql): StoryTable {
  return {
    async listStories(feedId, identities) {
      if (identities.length === 0) return [];
      const rows = await sql.all(
        `SELECT * FROM story WHERE feed_id = ? AND identity IN ${anyOf}`,
        feedId,
        JSON.stringify(identities),
      );
      return rows.map(storyOf);
    },

    async listRecentStories(feedId, limit) {
      return (await sql.all(newestOfFeed, feedId, limit)).map(storyOf);
    },

    async getStory(id) {
      const row = await sql.get('SELECT * FROM story WHERE id = ?', id);
      return row && storyOf(row);
    },

    async countStories(feedId) {
      const row = await sql.get('SELECT COUNT(*) AS stories FROM story WHERE feed_id = ?', feedId);
      return Number(row?.stories ?? 0);
    },

    saveStories: (changes) => saveStories(sql, changes),

    async listStoriesToEnrich(now, limit) {
      return (await sql.all(storiesDue, now, limit)).map(storyOf);
    },
  };
}

/** Saves changes one after another: all of them or none only in a transaction. */
export async function saveStories(
  sql: Sql,
  { stories = [], missing = new Map(), withdrawn = new Map() }: Partial<StoryChanges>,
): Promise<void> {
  for (const story of stories) await saveStory(sql, story);
  for (const [polls, ids] of missing) {
    await sql.run(`UPDATE story SET missing = ? WHERE id IN ${anyOf}`, polls, JSON.stringify(ids));
  }
  for (const [at, ids] of withdrawn) {
    await sql.run(
      `UPDATE story SET withdrawn_at = ?, missing = ? WHERE id IN ${anyOf}`,
      at,
      at === null ? 0 : null,
      JSON.stringify(ids),
    );
  }
}

async function saveStory(sql: Sql, story: StoredStory): Promise<void> {
  await sql.run(
    `INSERT INTO story
        (id, feed_id, identity, feed_hash, story, told, corrected_at, first_seen_at, enrich_at,
          enrich_tries, withdrawn_at, missing)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        ON CONFLICT (id) DO UPDATE SET feed_id = excluded.feed_id, identity = excluded.identity,
          feed_hash = excluded.feed_hash, story = excluded.story, told = excluded.told, blank = 0,
          corrected_at = excluded.corrected_at, first_seen_at = excluded.first_seen_at,
          enrich_at = excluded.enrich_at, enrich_tries = excluded.enrich_tries`,
    story.id,
    story.feedId,
    story.identity,
    story.feedHash,
    JSON.stringify(story.story),
    story.fromFeed && JSON.stringify(story.fromFeed),
    story.correctedAt,
    story.firstSeenAt,
    story.enrichAt,
    story.enrichAttempts,
    story.withdrawnAt,
  );
}

const StoryRow = z.object({
  id: StoryId,
  feedId: FeedId,
  identity: z.string(),
  feedHash: z.string(),
  story: Story,
  fromFeed: Story.nullable(),
  correctedAt: UnixMs.nullable(),
  withdrawnAt: UnixMs.nullable(),
  firstSeenAt: UnixMs,
  enrichAt: UnixMs.nullable(),
  enrichAttempts: z.number().int(),
});

export function storyOf(row: SqlRow): StoredStory {
  const { id, identity, feed_id: feedId, feed_hash: feedHash, corrected_at: correctedAt } = row;
  const { first_seen_at: firstSeenAt, enrich_at: enrichAt, enrich_tries: enrichAttempts } = row;
  const story = readJson(row.story, 'story', id);
  const fromFeed = row.told === null ? null : readJson(row.told, 'story', id);
  const read = { id, feedId, identity, feedHash, story, fromFeed, correctedAt };
  const since = { withdrawnAt: row.withdrawn_at, firstSeenAt, enrichAt, enrichAttempts };
  return parseRow(StoryRow, { ...read, ...since }, 'story', id);
}
