import type { DeliveryOf } from '../../core/delivery/delivery.ts';
import type { Feed } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { renderDigest, renderSkippedStories } from '../../render/index.ts';
import type { Draft } from './draft.ts';

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
export async function digestDraft(
  ledger: Ledger,
  { subject }: DeliveryOf<'digest'>,
): Promise<Draft | null> {
  const { subscriptionId, storyIds, more } = subject;
  const source = await sourceOf(ledger, subscriptionId);
  if (!source) return null;
  const { subscription, feed } = source;
  const { language, mentionRoleIds } = subscription.settings;
  const stored = await Promise.all(storyIds.map((id) => ledger.feeds.getStory(id)));
  const stories = stored.flatMap((found) => (found?.withdrawnAt === null ? [found.story] : []));
  if (stories.length === 0) return null;
  const body = renderDigest(stories, {
    feedTitle: feed.title,
    siteUrl: homePage(stories.at(-1)?.url ?? feed.url),
    language,
    more,
    mentionRoleIds,
  });
  return { body, subscription, story: null, threadId: null };
}

export async function skippedStoriesDraft(
  ledger: Ledger,
  { subject }: DeliveryOf<'skipped-stories'>,
): Promise<Draft | null> {
  const { subscriptionId, count, siteUrl } = subject;
  const source = await sourceOf(ledger, subscriptionId);
  if (!source) return null;
  const { subscription, feed } = source;
  const { language } = subscription.settings;
  const body = renderSkippedStories({ count, feedTitle: feed.title, siteUrl, language });
  return { body, subscription, story: null, threadId: null };
}

function homePage(url: string): string | null {
  return URL.canParse(url) ? new URL('/', url).href : null;
}
