import type { FeedLedger } from '../../../core/ports/feed-ledger.ts';
import type { Sql } from '../sql.ts';
import { discussionOf } from './discussions.ts';
import { feedOf, subscriptionOf } from './feeds.ts';
import { storyOf } from './stories.ts';

/** Stories with their feed, subscription and discussion in one channel. */
export function postingQuery(sql: Sql): Pick<FeedLedger, 'getPosting'> {
  return {
    async getPosting(id, channelId) {
      const row = await sql.get('SELECT * FROM story WHERE id = ?', id);
      if (!row) return null;
      const story = storyOf(row);
      const [feed, subscription, discussion] = await Promise.all([
        sql.get('SELECT * FROM feed WHERE id = ?', story.feedId),
        sql.get(
          'SELECT * FROM subscription WHERE feed_id = ? AND channel_id = ?',
          story.feedId,
          channelId,
        ),
        sql.get('SELECT * FROM discussion WHERE story_id = ? AND channel_id = ?', id, channelId),
      ]);
      return {
        story,
        feed: feed && feedOf(feed),
        subscription: subscription && subscriptionOf(subscription),
        discussion: discussion && discussionOf(discussion),
      };
    },
  };
}
