import { z } from 'zod';
import { Feed, FeedState, neverPolled } from '../../../core/feed/feed.ts';
import { Subscription, SubscriptionSettings } from '../../../core/feed/subscription.ts';
import type { FeedLedger } from '../../../core/ports/feed-ledger.ts';
import type { Ledger } from '../../../core/ports/ledger.ts';
import { parseRow, parseJson, readJson, sqlBoolean, SqlBoolean } from '../rows.ts';
import { skipLocked, type Sql, type SqlRow } from '../sql.ts';
import { ofPresentServers } from './guilds.ts';
import { storyListing } from './story-listing.ts';
import { anyOf, saveStories, storyTable } from './stories.ts';

/** The feed whose poll has been due for longest. Parameters: now, twice. */
export const dueFeed = `SELECT id FROM feed
  WHERE next_poll <= ? AND lease_until <= ?
    AND EXISTS (SELECT 1 FROM subscription WHERE subscription.feed_id = feed.id${ofPresentServers})
  ORDER BY next_poll LIMIT 1 ${skipLocked}`;

/** The tables `feed`, `subscription` and `story`. */
export function feedLedger(
  sql: Sql,
  { access, validators }: Pick<Ledger, 'access' | 'validators'>,
): Omit<FeedLedger, 'getPosting'> {
  const listSubscriptionsOf: FeedLedger['listSubscriptionsOf'] = async (feedId) => {
    const rows = await sql.all(
      'SELECT * FROM subscription WHERE feed_id = ? ORDER BY added_at, id',
      feedId,
    );
    return rows.map(subscriptionOf);
  };
  const listPresentOf: FeedLedger['listSubscriptionsOf'] = async (feedId) => {
    const rows = await sql.all(
      `SELECT * FROM subscription WHERE feed_id = ?${ofPresentServers} ORDER BY added_at, id`,
      feedId,
    );
    return rows.map(subscriptionOf);
  };

  return {
    ...storyTable(sql),
    ...storyListing(sql),

    async addSubscription(subscription, nextPoll) {
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
            (id, feed_id, url, guild_id, channel_id, origin, added_by, added_at, initialised, settings,
              former_channels)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          id,
          feedId,
          url,
          guildId,
          channelId,
          origin,
          addedBy,
          addedAt,
          sqlBoolean(subscription.initialised),
          JSON.stringify(subscription.settings),
          JSON.stringify(subscription.formerChannelIds),
        );
        return added > 0;
      });
    },

    async deleteSubscription(id) {
      return sql.atomically(async (sql) => {
        const row = await sql.get('DELETE FROM subscription WHERE id = ? RETURNING feed_id', id);
        if (!row) return false;
        const feedId = String(row.feed_id);
        // Without subscriptions it is never due, and its stories are tracked no more.
        const ended = await sql.run(
          `UPDATE feed SET next_poll = ? WHERE id = ?
            AND NOT EXISTS (SELECT 1 FROM subscription WHERE feed_id = feed.id)`,
          neverPolled,
          feedId,
        );
        if (ended > 0) {
          await sql.run(
            'UPDATE story SET missing = NULL WHERE feed_id = ? AND missing IS NOT NULL',
            feedId,
          );
        }
        return true;
      });
    },

    async getSubscription(id) {
      const row = await sql.get('SELECT * FROM subscription WHERE id = ?', id);
      return row && subscriptionOf(row);
    },

    listSubscriptionsOf,

    async listSubscriptionsIn(guildId) {
      const rows =
        guildId === null
          ? await sql.all('SELECT * FROM subscription ORDER BY guild_id, added_at, id')
          : await sql.all(
              'SELECT * FROM subscription WHERE guild_id = ? ORDER BY added_at, id',
              guildId,
            );
      return rows.map(subscriptionOf);
    },

    async saveSubscription(subscription) {
      const { id, url, guildId, origin, addedBy, addedAt, initialised, settings } = subscription;
      await sql.run(
        `UPDATE subscription SET url = ?, guild_id = ?, channel_id = ?, origin = ?, added_by = ?,
          added_at = ?, initialised = ?, settings = ?, former_channels = ? WHERE id = ?`,
        url,
        guildId,
        subscription.channelId,
        origin,
        addedBy,
        addedAt,
        sqlBoolean(initialised),
        JSON.stringify(settings),
        JSON.stringify(subscription.formerChannelIds),
        id,
      );
    },

    async getFeed(id) {
      const row = await sql.get('SELECT * FROM feed WHERE id = ?', id);
      return row && feedOf(row);
    },

    async listFeedsAt(url) {
      return (await sql.all('SELECT * FROM feed WHERE url = ? ORDER BY id', url)).map(feedOf);
    },

    async claimDueFeed(now, leaseMs) {
      // `next_poll` becomes the lease's end: an earlier value means that somebody asked for a poll
      // meanwhile. Relaxed, because an undone claim costs one more poll only.
      const row = await sql.relaxed.get(
        `UPDATE feed SET lease_until = ?, next_poll = ?, fence = fence + 1
          WHERE id = (${dueFeed}) RETURNING *`,
        now + leaseMs,
        now + leaseMs,
        now,
        now,
      );
      if (!row) return null;
      const feed = feedOf(row);
      const [subscriptions, accessOf, validatorsOf] = await Promise.all([
        listPresentOf(feed.id),
        access.get(feed.id),
        validators.get(feed.id),
      ]);
      const fence = Number(row.fence);
      return { feed, fence, subscriptions, access: accessOf, validators: validatorsOf };
    },

    async settleFeed(feed, fence, changes = {}) {
      const settled = await sql.relaxed.run(
        `UPDATE feed SET ${setColumns},
          next_poll = CASE WHEN next_poll < lease_until THEN next_poll ELSE ? END, lease_until = 0
          WHERE id = ? AND fence = ? AND lease_until > 0`,
        ...columnValues(feed),
        feed.nextPoll,
        feed.id,
        fence,
      );
      if (settled === 0) return null;
      if (changes.validators) await validators.save(feed.id, changes.validators);
      await saveStories(sql, changes);
      if (changes.initialised && changes.initialised.length > 0) {
        await sql.run(
          `UPDATE subscription SET initialised = 1 WHERE id IN ${anyOf}`,
          JSON.stringify(changes.initialised),
        );
      }
      return listPresentOf(feed.id);
    },

    async saveFeed(feed) {
      await sql.run(
        `UPDATE feed SET ${setColumns}, next_poll = ?, lease_until = 0, fence = fence + 1 WHERE id = ?`,
        ...columnValues(feed),
        feed.nextPoll,
        feed.id,
      );
    },

    async pollNow(id, now) {
      await sql.run('UPDATE feed SET next_poll = ? WHERE id = ? AND next_poll > ?', now, id, now);
    },
  };
}

/** All columns of a feed but its schedule. */
const setColumns =
  'url = ?, title = ?, initialised = ?, last_polled_at = ?, errors = ?, last_error = ?, state = ?';

function columnValues({ url, title, initialised, lastPolledAt, errors, lastError, state }: Feed) {
  const document = JSON.stringify(documentOf(state));
  return [url, title, sqlBoolean(initialised), lastPolledAt, errors, lastError, document];
}

/** The stored document: whether the moderators were notified is stored as `told`. */
function documentOf({ notified, ...rest }: FeedState): object {
  return { ...rest, told: notified };
}

const StateDocument = z.preprocess((document) => {
  if (typeof document !== 'object' || document === null || !('told' in document)) return document;
  const { told: notified, ...rest } = document;
  return { ...rest, notified };
}, FeedState);

const FeedRow = Feed.extend({ initialised: SqlBoolean, state: StateDocument });

export function feedOf(row: SqlRow): Feed {
  const { next_poll: nextPoll, last_polled_at: lastPolledAt, last_error: lastError } = row;
  const state = readJson(row.state, 'feed', row.id);
  return parseRow(FeedRow, { ...row, nextPoll, lastPolledAt, lastError, state }, 'feed', row.id);
}

const SubscriptionRow = Subscription.omit({ settings: true }).extend({ initialised: SqlBoolean });

export function subscriptionOf(row: SqlRow): Subscription {
  const { feed_id: feedId, guild_id: guildId, channel_id: channelId } = row;
  const { added_by: addedBy, added_at: addedAt } = row;
  const settings = settingsOf(String(row.settings), row.id);
  const formerChannelIds = readJson(row.former_channels, 'subscription', row.id);
  const read = { ...row, feedId, guildId, channelId, formerChannelIds, addedBy, addedAt };
  return { ...parseRow(SubscriptionRow, read, 'subscription', row.id), settings };
}

/** A cache by stored text: most subscriptions have the same settings, and every poll reads them. */
const settingsCache = new Map<string, SubscriptionSettings>();
const mostCached = 500;

function settingsOf(text: string, id: unknown): SubscriptionSettings {
  const cached = settingsCache.get(text);
  if (cached) return cached;
  const settings = parseJson(SubscriptionSettings, text, 'subscription', id);
  if (settingsCache.size >= mostCached) settingsCache.clear();
  settingsCache.set(text, settings);
  return settings;
}
