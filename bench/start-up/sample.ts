import type { Discussion } from '../../src/core/discussion/discussion.ts';
import { commentAuthor } from '../../src/core/discussion/comment-author.ts';
import { botActor } from '../../src/core/moderation/audit.ts';
import type { StoredStory } from '../../src/core/story/stored-story.ts';
import { unknownStory } from '../../src/core/story/story.ts';
import { openStore } from '../../src/edge/store/open.ts';
import { systemClock } from '../../src/edge/system/clock.ts';
import { commentDelivery, storyDelivery, storyId } from '../../src/newsroom/outbox/keys.ts';
import { newDiscussion } from '../../src/newsroom/stories/new-discussion.ts';
import { syncDeclaredFeeds } from '../../src/newsroom/subscriptions/declared-feeds.ts';
import { declared, silent } from './declared.ts';
import type { Past } from './fill.ts';

const sentence =
  'The harbour board put off its ruling on the new pier, and the fishers had asked. ';

/** The keys of the copied deliveries. */
export type Sample = Awaited<ReturnType<typeof storeSample>>;

/** Has the store itself write one of each row. */
export async function storeSample({ file, channels }: Past) {
  const now = Date.now();
  const store = await openStore({ url: `sqlite:${file}`, now: Date.now, log: silent });
  try {
    await syncDeclaredFeeds({ store, clock: systemClock }, declared(channels));
    const [subscription] = await store.feeds.listSubscriptionsIn(channels[0]?.guildId ?? '');
    if (!subscription) throw new Error('there is no subscription');
    const { guildId, channelId } = subscription;
    const url = 'https://paper-1.example/2026/11/harbour-board-puts-off-its-ruling';
    const story: StoredStory = {
      id: storyId(subscription.feedId, 'sample'),
      feedId: subscription.feedId,
      identity: 'sample',
      feedHash: 'rWcmW1zZl0Q3Tq1mYwJx9g',
      story: {
        ...unknownStory,
        headline: sentence,
        url,
        summary: sentence.repeat(4),
        publishedAt: now,
      },
      fromFeed: { ...unknownStory, headline: sentence, url, summary: sentence.repeat(4) },
      correctedAt: null,
      withdrawnAt: null,
      firstSeenAt: now,
      enrichAt: null,
      enrichAttempts: 1,
    };
    await store.feeds.saveStories({ stories: [story] });
    const discussion: Discussion = {
      ...newDiscussion(story, subscription, now),
      source: { name: 'comment-feed', ref: { url: `${url}/comments.xml`, page: url } },
      readAt: now,
    };
    await store.discussions.add(discussion);
    const comment = {
      id: 'comment-1',
      parentId: null,
      author: 'Nia Okafor',
      authorUrl: null,
      avatarUrl: null,
      body: { html: `<p>${sentence.repeat(2)}</p>` },
      publishedAt: now,
      editedAt: null,
      url: `${url}#comment-1`,
      deleted: false,
    };
    const key = 'sample-comment';
    const stored = {
      discussionId: discussion.id,
      key,
      source: 'comment-feed',
      origin: 'sample',
      comment,
      authorKey: commentAuthor(comment, url)?.key ?? null,
      hash: 'rWcmW1zZl0Q3Tq1mYwJx9g',
      state: 'live',
      missing: 0,
      parts: 1,
      hidden: false,
      pack: null,
      quiet: false,
      ordinal: now,
    } as const;
    await store.discussions.saveComments([stored]);
    const place = { guildId, channelId, ordinal: now * 1_000 };
    const wishes = [
      {
        ...place,
        key: storyDelivery(story.id, channelId),
        subject: { kind: 'story', storyId: story.id },
      },
      {
        ...place,
        key: commentDelivery(key, 0),
        subject: { kind: 'comment', commentKey: key, part: 0 },
      },
    ] as const;
    await store.deliveries.want(wishes, now);
    await store.audit.append({
      guildId,
      at: now,
      actor: botActor,
      action: 'discussion.open',
      subject: discussion.id,
      channelId,
      storyId: story.id,
    });
    return { storyDelivery: wishes[0].key, commentDelivery: wishes[1].key };
  } finally {
    await store.close();
  }
}
