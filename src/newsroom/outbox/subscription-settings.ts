import type { Language } from '../../core/feed/channel-options.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import { defaultSubscriptionSettings } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';

/** In which language a discussion's messages are worded: its feed's in this channel. */
export async function languageOf(
  { feeds }: Pick<Ledger, 'feeds'>,
  { subscriptionId }: Pick<Discussion, 'subscriptionId'>,
): Promise<Language> {
  const subscription = await feeds.getSubscription(subscriptionId);
  return (subscription?.settings ?? defaultSubscriptionSettings).language;
}

/** In milliseconds; `null` never ends. A feed that was removed ends its discussions at once. */
export async function commentPeriod(
  ledger: Pick<Ledger, 'feeds'>,
  { subscriptionId }: Pick<Discussion, 'subscriptionId'>,
): Promise<number | null> {
  const subscription = await ledger.feeds.getSubscription(subscriptionId);
  return subscription ? subscription.settings.commentPeriodMs : 0;
}
