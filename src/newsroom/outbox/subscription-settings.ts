import type { Language } from '../../core/feed/channel-options.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import {
  defaultSubscriptionSettings,
  type SubscriptionSettings,
} from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';

/** The settings of a discussion's feed in its channel. */
export async function settingsOf(
  { feeds }: Pick<Ledger, 'feeds'>,
  { subscriptionId }: Pick<Discussion, 'subscriptionId'>,
): Promise<SubscriptionSettings> {
  const subscription = await feeds.getSubscription(subscriptionId);
  return subscription?.settings ?? defaultSubscriptionSettings;
}

/** The language of a discussion's messages: that of its feed in this channel. */
export async function languageOf(
  ledger: Pick<Ledger, 'feeds'>,
  discussion: Pick<Discussion, 'subscriptionId'>,
): Promise<Language> {
  return (await settingsOf(ledger, discussion)).language;
}

/** In milliseconds; `null` for no end, 0 when the feed was removed from the channel. */
export async function commentPeriod(
  ledger: Pick<Ledger, 'feeds'>,
  { subscriptionId }: Pick<Discussion, 'subscriptionId'>,
): Promise<number | null> {
  const subscription = await ledger.feeds.getSubscription(subscriptionId);
  return subscription ? subscription.settings.commentPeriodMs : 0;
}
