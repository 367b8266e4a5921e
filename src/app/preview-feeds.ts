import { errorText } from '../core/errors.ts';
import type { Feed } from '../core/feed/feed.ts';
import { defaultSubscriptionSettings, type Subscription } from '../core/feed/subscription.ts';
import type { Clock } from '../core/ports/clock.ts';
import { secondMs } from '../core/time/duration.ts';
import { findFeeds } from '../newsroom/subscriptions/find-feeds.ts';
import { addSubscription, type WantedFeed } from '../newsroom/subscriptions/subscribe.ts';
import type { Ports } from '../newsroom/ports.ts';
import type { DemoServer } from '../preview/demo-server.ts';
import type { Narrator } from '../preview/narration.ts';
import type { Notice } from '../preview/page/index.ts';
import { shownAddress } from '../text/masked-url.ts';

/** How often the state of the feeds is read from the store. */
const watchEveryMs = secondMs;

/** Adds the preview's feeds, and knows which of them cannot be read. */
export class PreviewFeeds {
  private readonly demo: DemoServer;
  private readonly clock: Clock;
  /** Addresses whose feed is being looked for. */
  private readonly wanted = new Set<string>();
  /** Why no feed was found, by its address: says more than why the bot could not read it then. */
  private readonly notFound = new Map<string, string>();
  private failing: Notice[] = [];

  constructor(demo: DemoServer, clock: Clock) {
    this.demo = demo;
    this.clock = clock;
  }

  /** What the page should say of the feeds. */
  get notices(): readonly Notice[] {
    const looking = [...this.wanted].map((typed) => ({
      text: `Looking for a feed at ${shownAddress(typed)}`,
      againAt: null,
    }));
    return [...looking, ...this.failing];
  }

  /** Adds a feed as the moderator's command does, so that visitors can change and remove it. */
  async add(ports: Ports, wanted: WantedFeed): Promise<Subscription | null> {
    return ports.store.transaction((ledger) =>
      addSubscription(ports, ledger, wanted, this.demo.moderator.id),
    );
  }

  /**
   * Adds the feed at an address, or the first feed of a website. A feed that cannot be read is added
   * as it is, so that it is tried again later; the error is printed, and said on the page.
   */
  async find(
    ports: Ports,
    typed: string,
    { write }: Pick<Narrator, 'write'>,
    signal: AbortSignal,
  ): Promise<void> {
    const { guildId, newsChannelId: channelId } = this.demo;
    const place = { guildId, channelId, settings: defaultSubscriptionSettings };
    const print = (text: string) => write(`  ${shownAddress(typed)}\n    ${text}\n`);
    this.wanted.add(typed);
    try {
      const [found, ...others] = await findFeeds(ports, typed, signal);
      if (!found) throw new Error('No feed was found there.');
      const { url, access } = found;
      await this.add(ports, { ...place, url, ...(access && { access }) });
      if (others.length > 0 || !found.document || shownAddress(url) !== shownAddress(typed)) {
        const rest = others.map((other) => shownAddress(other.url)).join(', ');
        print(
          `is a website; the preview shows its feed ${shownAddress(url)}${rest && `. It also has ${rest}`}`,
        );
      }
    } catch (error) {
      if (signal.aborted) return;
      print(errorText(error));
      const subscription = await this.add(ports, { ...place, url: typed });
      if (subscription) this.notFound.set(subscription.url, errorText(error));
    } finally {
      this.wanted.delete(typed);
    }
  }

  /** Keeps the notices up to date until the signal aborts. */
  async watch({ store }: Ports, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const subscriptions = await store.feeds.listSubscriptionsIn(this.demo.guildId);
      const ids = new Set(subscriptions.map(({ feedId }) => feedId));
      const feeds = await Promise.all([...ids].map((id) => store.feeds.getFeed(id)));
      this.failing = feeds.flatMap((feed) =>
        feed && this.isFailing(feed) ? this.notice(feed) : [],
      );
      await this.clock.sleep(watchEveryMs, signal);
    }
  }

  private isFailing({ url, initialised, lastError }: Feed): boolean {
    if (initialised && lastError === null) this.notFound.delete(url);
    return lastError !== null || this.notFound.has(url);
  }

  private notice({ url, lastError, nextPoll, state }: Feed): Notice {
    const why = this.notFound.get(url) ?? lastError ?? '';
    const text = `The feed ${shownAddress(url)} cannot be read. ${why}`;
    return state.paused
      ? { text: `${text} It is paused until /feed retry.`, againAt: null }
      : { text, againAt: nextPoll };
  }
}
