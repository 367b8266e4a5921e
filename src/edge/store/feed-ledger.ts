import { Feed, Subscription, SubscriptionSettings } from '../../core/feed.ts';
import type { FeedLedger } from '../../core/ledger.ts';
import { asKept, asKeptJson, stored, Truth } from './rows.ts';
import type { Sql, SqlRow } from './sql.ts';
import { storyListing } from './story-listing.ts';
import { storyTable } from './story-table.ts';

/** The feed whose poll is longest due; `?` are now, twice. */
export const dueFeed = `SELECT id FROM feed
  WHERE next_poll <= ? AND lease_until <= ?
    AND EXISTS (SELECT 1 FROM subscription WHERE subscription.feed_id = feed.id)
  ORDER BY next_poll LIMIT 1`;

/** The tables `feed`, `subscription` and `story`. */
export function feedLedger(sql: Sql): FeedLedger {
  return {
    ...storyTable(sql),
    ...storyListing(sql),

    async subscribe(subscription, nextPoll) {
      const { id, feedId, url, guildId, channelId, origin, addedBy, addedAt } = subscription;
      return sql.atomically(async (sql) => {
        await sql.run(
          `INSERT INTO feed (id, url, initialised, next_poll, errors) VALUES (?, ?, 0, ?, 0)
            ON CONFLICT (id) DO NOTHING`,
          feedId,
          url,
          nextPoll,
        );
        const added = await sql.run(
          `INSERT INTO subscription
            (id, feed_id, url, guild_id, channel_id, origin, added_by, added_at, initialised, settings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          id,
          feedId,
          url,
          guildId,
          channelId,
          origin,
          addedBy,
          addedAt,
          stored(subscription.initialised),
          JSON.stringify(subscription.settings),
        );
        return added > 0;
      });
    },

    async unsubscribe(id) {
      return (await sql.run('DELETE FROM subscription WHERE id = ?', id)) > 0;
    },

    async subscription(id) {
      const row = await sql.get('SELECT * FROM subscription WHERE id = ?', id);
      return row && subscriptionOf(row);
    },

    async subscriptionsOf(feedId) {
      const rows = await sql.all(
        'SELECT * FROM subscription WHERE feed_id = ? ORDER BY added_at, id',
        feedId,
      );
      return rows.map(subscriptionOf);
    },

    async subscriptionsIn(guildId) {
      const rows =
        guildId === null
          ? await sql.all('SELECT * FROM subscription ORDER BY guild_id, added_at, id')
          : await sql.all(
              'SELECT * FROM subscription WHERE guild_id = ? ORDER BY added_at, id',
              guildId,
            );
      return rows.map(subscriptionOf);
    },

    async updateSubscription(subscription) {
      const { id, url, guildId, origin, addedBy, addedAt, initialised, settings } = subscription;
      await sql.run(
        `UPDATE subscription SET url = ?, guild_id = ?, channel_id = ?, origin = ?, added_by = ?,
          added_at = ?, initialised = ?, settings = ? WHERE id = ?`,
        url,
        guildId,
        subscription.channelId,
        origin,
        addedBy,
        addedAt,
        stored(initialised),
        JSON.stringify(settings),
        id,
      );
    },

    async feed(id) {
      const row = await sql.get('SELECT * FROM feed WHERE id = ?', id);
      return row && feedOf(row);
    },

    async claimDue(now, leaseMs) {
      const row = await sql.get(
        `UPDATE feed SET lease_until = ?, fence = fence + 1 WHERE id = (${dueFeed}) RETURNING *`,
        now + leaseMs,
        now,
        now,
      );
      return row && { feed: feedOf(row), fence: Number(row.fence) };
    },

    async settlePoll(feed, fence) {
      const settled = await sql.run(
        `UPDATE feed SET url = ?, title = ?, initialised = ?, next_poll = ?, last_polled_at = ?,
          errors = ?, last_error = ?, lease_until = 0
          WHERE id = ? AND fence = ? AND lease_until > 0`,
        feed.url,
        feed.title,
        stored(feed.initialised),
        feed.nextPoll,
        feed.lastPolledAt,
        feed.errors,
        feed.lastError,
        feed.id,
        fence,
      );
      return settled > 0;
    },

    async pollNow(id, now) {
      await sql.run('UPDATE feed SET next_poll = ? WHERE id = ? AND next_poll > ?', now, id, now);
    },
  };
}

const FeedRow = Feed.extend({ initialised: Truth });

function feedOf(row: SqlRow): Feed {
  const { next_poll: nextPoll, last_polled_at: lastPolledAt, last_error: lastError } = row;
  return asKept(FeedRow, { ...row, nextPoll, lastPolledAt, lastError }, 'feed', row.id);
}

const SubscriptionRow = Subscription.extend({ initialised: Truth });

function subscriptionOf(row: SqlRow): Subscription {
  const { feed_id: feedId, guild_id: guildId, channel_id: channelId } = row;
  const { added_by: addedBy, added_at: addedAt } = row;
  const settings = asKeptJson(SubscriptionSettings, row.settings, 'subscription', row.id);
  const read = { ...row, feedId, guildId, channelId, addedBy, addedAt, settings };
  return asKept(SubscriptionRow, read, 'subscription', row.id);
}
