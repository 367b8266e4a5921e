import type { Delivery } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Feed } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { renderDigest, renderSkippedStories } from '../../render/index.ts';
import { DigestSubject, SkippedStoriesSubject } from '../outbox/subjects.ts';

interface Source {
  subscription: Subscription;
  feed: Feed;
}

/** `null` when the channel no longer has the feed. */
async function sourceOf(ledger: Ledger, subscriptionId: string): Promise<Source | null> {
  const subscription = await ledger.feeds.getSubscription(subscriptionId);
  const feed = subscription && (await ledger.feeds.getFeed(subscription.feedId));
  return feed && { subscription, feed };
}

/** A digest without the stories that were withdrawn meanwhile; `null` when no story is left. */
export async function digestBody(
  ledger: Ledger,
  { subject }: Delivery,
): Promise<MessageBody | null> {
  const { subscriptionId, storyIds, more }: DigestSubject = DigestSubject.parse(
    JSON.parse(subject),
  );
  const source = await sourceOf(ledger, subscriptionId);
  if (!source) return null;
  const { settings } = source.subscription;
  const stored = await Promise.all(storyIds.map((id) => ledger.feeds.getStory(id)));
  const stories = stored.flatMap((found) => (found?.withdrawnAt === null ? [found.story] : []));
  if (stories.length === 0) return null;
  return renderDigest(stories, {
    feedTitle: source.feed.title,
    siteUrl: homePage(stories.at(-1)?.url ?? source.feed.url),
    language: settings.language,
    more,
    mentionRoleIds: settings.mentionRoleIds,
  });
}

export async function skippedStoriesBody(
  ledger: Ledger,
  { subject }: Delivery,
): Promise<MessageBody | null> {
  const { subscriptionId, count, siteUrl }: SkippedStoriesSubject = SkippedStoriesSubject.parse(
    JSON.parse(subject),
  );
  const source = await sourceOf(ledger, subscriptionId);
  return (
    source &&
    renderSkippedStories({
      count,
      feedTitle: source.feed.title,
      siteUrl,
      language: source.subscription.settings.language,
    })
  );
}

function homePage(url: string): string | null {
  return URL.canParse(url) ? new URL('/', url).href : null;
}
