import type { FeedAccess } from '../../core/feed/feed.ts';
import { DiscussionId, FeedId, type Snowflake, StoryId } from '../../core/ids.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { shortHash } from '../../text/hash.ts';

// Every key is derived from what it stands for, so that an effect repeated after a crash finds
// what it did before.

/** With other credentials it is another feed: no server sees what another server's password opens. */
export const feedId = (url: string, access: FeedAccess | null) =>
  FeedId.parse(shortHash(access ? `feed:${url} ${JSON.stringify(access)}` : `feed:${url}`));

export const subscriptionId = (feed: FeedId, channelId: Snowflake) =>
  shortHash(`subscription:${feed}:${channelId}`);

export const storyId = (feed: FeedId, identity: string) =>
  StoryId.parse(shortHash(`story:${feed}:${identity}`));

export const discussionId = (story: StoryId, channelId: Snowflake) =>
  DiscussionId.parse(shortHash(`discussion:${story}:${channelId}`));

export const commentKey = (discussion: DiscussionId, sourceId: string) =>
  shortHash(`comment:${discussion}:${sourceId}`);

export const storyDelivery = (story: StoryId, channelId: Snowflake) =>
  `story:${story}:${channelId}`;

/** One word for one reading of a feed: its instant is that of the transaction that stores it. */
export const skippedStoriesDelivery = (subscription: string, at: UnixMs) =>
  `left-out:${subscription}:${at}`;

export const digestDelivery = (subscription: string, dueAt: UnixMs) =>
  `digest:${subscription}:${dueAt}`;

export const commentDelivery = (key: string, part: number) => `comment:${key}:${part}`;

export const noticeDelivery = (discussion: DiscussionId, notice: string) =>
  `notice:${discussion}:${notice}`;

export const cardDelivery = (guildId: Snowflake, caseNumber: number) =>
  `card:${guildId}:${caseNumber}`;

/** Every part of a comment, however many messages it takes. */
export function commentDeliveries(key: string, parts: number): string[] {
  return Array.from({ length: parts }, (_, part) => commentDelivery(key, part));
}

/** The place in a channel's order of the message wanted as `index`-th at that instant. */
export const ordinalAt = (now: UnixMs, index: number) => now * 1000 + index;
