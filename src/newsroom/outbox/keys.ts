import type { FeedAccess } from '../../core/feed/feed.ts';
import { DiscussionId, FeedId, type Snowflake, StoryId } from '../../core/ids.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { shortHash } from '../../text/hash.ts';

// Each key is derived from what it identifies, so that work repeated after a crash finds what it did
// before. Keys are stored: a change of one loses what is stored under it.

/** Other credentials make another feed: no server gets what another server's password gives access to. */
export const feedId = (url: string, access: FeedAccess | null) =>
  FeedId.parse(shortHash(access ? `feed:${url} ${JSON.stringify(access)}` : `feed:${url}`));

export const subscriptionId = (feed: FeedId, channelId: Snowflake) =>
  shortHash(`subscription:${feed}:${channelId}`);

export const storyId = (feed: FeedId, identity: string) =>
  StoryId.parse(shortHash(`story:${feed}:${identity}`));

export const discussionId = (story: StoryId, channelId: Snowflake) =>
  DiscussionId.parse(shortHash(`discussion:${story}:${channelId}`));

export const storyDelivery = (story: StoryId, channelId: Snowflake) =>
  `story:${story}:${channelId}`;

/** At most one for each poll of a feed; `at` is the instant of the transaction that stores it. */
export const skippedStoriesDelivery = (subscription: string, at: UnixMs) =>
  `left-out:${subscription}:${at}`;

export const digestDelivery = (subscription: string, dueAt: UnixMs) =>
  `digest:${subscription}:${dueAt}`;

export const commentDelivery = (key: string, part: number) => `comment:${key}:${part}`;

/** A packed message, by the first comment that it shows or counts. */
export const packDelivery = (firstCommentKey: string) => `pack:${firstCommentKey}`;

export const noticeDelivery = (discussion: DiscussionId, notice: string) =>
  `notice:${discussion}:${notice}`;

/** Another in each channel: the moderators' channel may be changed. */
export const cardDelivery = (guildId: Snowflake, caseNumber: number, channelId: Snowflake) =>
  `card:${guildId}:${caseNumber}:${channelId}`;

/** What a reader hears of the case that they reported. */
export const outcomeDelivery = (guildId: Snowflake, caseNumber: number, userId: Snowflake) =>
  `private:${guildId}:${caseNumber}:outcome:${userId}`;

/** What a member hears of the ruling of this instant, or of their appeal against it. */
export const rulingDelivery = (
  guildId: Snowflake,
  caseNumber: number,
  topic: 'ruling' | 'appeal',
  rulingAt: UnixMs,
) => `private:${guildId}:${caseNumber}:${topic}:${rulingAt}`;
/** Of a member's message, by the version of its case that asks for it. */
export const removalDelivery = (guildId: Snowflake, caseNumber: number, version: number) =>
  `removal:${guildId}:${caseNumber}:${version}`;

/** Its undo has the same key, so it waits for what it takes back. */
export const timeoutDelivery = (guildId: Snowflake, caseNumber: number, until: UnixMs) =>
  `timeout:${guildId}:${caseNumber}:${until}`;

/** The ping that is due at that instant. */
export const pingDelivery = (guildId: Snowflake, dueAt: UnixMs) => `ping:${guildId}:${dueAt}`;

/** One for each month of a server, also when its channel is changed. */
export const summaryDelivery = (guildId: Snowflake, month: string) => `summary:${guildId}:${month}`;

/** The place in a channel's order of the `index`-th message of an instant. */
export const ordinalAt = (now: UnixMs, index: number) => now * 1000 + index;
