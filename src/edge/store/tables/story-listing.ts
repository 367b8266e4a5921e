import { z } from 'zod';
import { StoryId } from '../../../core/ids.ts';
import type { FeedLedger } from '../../../core/ports/feed-ledger.ts';
import type { TrackedStory } from '../../../core/story/stored-story.ts';
import { UnixMs } from '../../../core/time/duration.ts';
import { parseRow, SqlBoolean } from '../rows.ts';
import type { Sql, SqlRow } from '../sql.ts';
import { anyOf } from './stories.ts';

const columns = 'id, identity, feed_hash, missing, withdrawn_at, first_seen_at, blank';

/** Stories that a feed still had, or recently missed. Parameter: the feed. */
export const storiesListed = `SELECT ${columns} FROM story
  WHERE feed_id = ? AND missing IS NOT NULL`;

/** Stories that were missing from a feed's last poll. Parameter: the feed. */
export const storiesMissed = `SELECT ${columns} FROM story WHERE feed_id = ? AND missing > 0`;

type StoryListing = Pick<FeedLedger, 'listTrackedStories' | 'listMissingStories'>;

/** The table `story`: which stories their feeds still have, without the stories' content. */
export function storyListing(sql: Sql): StoryListing {
  return {
    async listTrackedStories(feedId, identities) {
      const tracked = (await sql.all(storiesListed, feedId)).map(listedOf);
      const found = new Set(tracked.map(({ identity }) => identity));
      const others = identities.filter((identity) => !found.has(identity));
      if (others.length === 0) return tracked;
      const rows = await sql.all(
        `SELECT ${columns} FROM story
          WHERE feed_id = ? AND missing IS NULL AND identity IN ${anyOf}`,
        feedId,
        JSON.stringify(others),
      );
      return [...tracked, ...rows.map(listedOf)];
    },

    async listMissingStories(feedId) {
      return (await sql.all(storiesMissed, feedId)).map(listedOf);
    },
  };
}

const ListedRow = z.object({
  id: StoryId,
  identity: z.string(),
  feedHash: z.string(),
  missing: z.number().int().nullable(),
  withdrawnAt: UnixMs.nullable(),
  firstSeenAt: UnixMs,
  isExpired: SqlBoolean,
});

function listedOf(row: SqlRow): TrackedStory {
  const { id, identity, feed_hash: feedHash, missing, withdrawn_at: withdrawnAt } = row;
  const { first_seen_at: firstSeenAt, blank: isExpired } = row;
  const listed = { id, identity, feedHash, missing, withdrawnAt, firstSeenAt, isExpired };
  return parseRow(ListedRow, listed, 'story', id);
}
