import type { StoredStory } from '../../core/story/stored-story.ts';
import { matchesFilters } from '../../core/story/filter.ts';
import type { DigestSubject } from '../outbox/subjects.ts';
import { digestDelivery, ordinalAt } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';

/** So many of a digest's stories are rendered, the rest counted. */
const mostListed = 20;

/**
 * Has the digest posted that is longest due; `false` when none is. What was gathered and the message
 * change hands in one transaction: it is posted once, whatever breaks in between. Stories withdrawn
 * meanwhile, or shut out by filters set meanwhile, are left out; with none left nothing is posted. A channel that gave its feed up may be
 * told its stories another time.
 */
export async function postNextDigest({ store, clock, log }: Ports): Promise<boolean> {
  const now = clock.now();
  const due = await store.digests.getDue(now);
  if (!due) return false;
  const { subscriptionId, channelId, dueAt } = due;
  const posted = await store.transaction(async (ledger) => {
    const ids = await ledger.digests.take(subscriptionId, dueAt);
    const subscription = await ledger.feeds.getSubscription(subscriptionId);
    if (!subscription) {
      await ledger.channelStories.release(channelId, ids);
      return 0;
    }
    const stories: StoredStory[] = [];
    for (const id of ids) {
      const story = await ledger.feeds.getStory(id);
      if (story?.withdrawnAt !== null) continue;
      if (matchesFilters(subscription.settings.filters, story.story)) stories.push(story);
    }
    if (stories.length === 0) return 0;
    const storyIds = stories.slice(0, mostListed).map(({ id }) => id);
    const about: DigestSubject = {
      subscriptionId,
      storyIds,
      more: stories.length - storyIds.length,
    };
    const digest = {
      key: digestDelivery(subscriptionId, dueAt),
      kind: 'digest',
      guildId: subscription.guildId,
      channelId,
      subject: JSON.stringify(about),
      ordinal: ordinalAt(now, 0),
    } as const;
    await ledger.deliveries.want([digest], now);
    return stories.length;
  });
  log.info({ subscriptionId, dueAt, stories: posted }, 'digest.posted');
  return true;
}
