import type { FeedLedger } from '../../../core/ports/feed-ledger.ts';
import type { Sql } from '../sql.ts';
import { discussionOf } from './discussions.ts';
import { feedOf, subscriptionOf } from './feeds.ts';
import { storyOf } from './stories.ts';

/** A feed's subscription that posts in a channel, else one that did. Parameters: the feed, the channel, three times. */
const subscriptionIn = `SELECT * FROM subscription WHERE feed_id = ? AND (channel_id = ?
    OR EXISTS (SELECT 1 FROM json_each(former_channels) WHERE value = ?))
  ORDER BY channel_id = ? DESC LIMIT 1`;

/** Stories with their feed, subscription and discussion in one channel. */
export function postingQuery(sql: Sql): Pick<FeedLedger, 'getPosting'> {
  return {
    async getPosting(id, channelId) {
      const row = await sql.get('SELECT * FROM story WHERE id = ?', id);
      if (!row) return null;
      const story = storyOf(row);
      const [feed, subscription, discussion] = await Promise.all([
        sql.get('SELECT * FROM feed WHERE id = ?', story.feedId),
        sql.get(subscriptionIn, story.feedId, channelId, channelId, channelId),
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
