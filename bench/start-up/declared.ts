import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { Log } from '../../src/core/ports/log.ts';
import type { WantedFeed } from '../../src/newsroom/subscriptions/subscribe.ts';

export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** A feed for each channel. Nothing is asked of them. */
export function declared(
  channels: readonly { guildId: string; channelId: string }[],
): (WantedFeed & { url: string })[] {
  return channels.map((place, index) => ({
    url: `https://paper-${index + 1}.example/feed.xml`,
    ...place,
    settings: defaultSubscriptionSettings,
  }));
}
