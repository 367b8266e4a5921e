import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { type Labels, requestError } from '../../render/index.ts';
import { storyKey } from '../../text/canonical-url.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { restartedFeed } from '../feeds/feed-health.ts';
import { addressTyped } from '../feeds/feed-address.ts';
import { auditFeed } from '../outbox/audit-lines.ts';
import type { Ports } from '../ports.ts';

const mostListed = 10;
const longestShown = 200;
/** A subscription's id. */
const subscriptionForm = /^[\w-]{22}$/;
const notHere = () => requestError((labels) => labels.feed.refused.notHere);

/**
 * The subscriptions of a server that a person may mean: the one with that id; or else those with that
 * address, whole or as Wirethread shows it; or else those with that title; or else those of that site.
 */
export async function subscriptionsMeant(
  { feeds }: Pick<Ledger, 'feeds'>,
  guildId: Snowflake,
  typed: string,
): Promise<Subscription[]> {
  const subscriptions = await feeds.listSubscriptionsIn(guildId);
  const chosen = subscriptions.filter(({ id }) => id === typed);
  if (chosen.length > 0) return chosen;
  const wanted = addressKey(typed);
  const sameAddress = subscriptions.filter(
    ({ url }) =>
      shownAddress(url) === typed.trim() || (wanted !== null && addressKey(url) === wanted),
  );
  if (sameAddress.length > 0) return sameAddress;
  const titled: Subscription[] = [];
  for (const subscription of subscriptions) {
    const feed = await feeds.getFeed(subscription.feedId);
    if (feed?.title && titleKey(feed.title) === titleKey(typed)) titled.push(subscription);
  }
  if (titled.length > 0) return titled;
  const site = wanted !== null && isSite(typed) ? hostOf(typed) : null;
  return site === null ? [] : subscriptions.filter(({ url }) => hostOf(url) === site);
}

const titleKey = (title: string) => title.replace(/\s+/gu, ' ').trim().toLowerCase();

/** The same for all spellings of an address: with or without its scheme, "www." and a last slash. */
function addressKey(typed: string): string | null {
  const url = addressTyped(typed);
  return url === null ? null : (storyKey(url) ?? hostOf(url));
}

function hostOf(typed: string): string | null {
  const url = addressTyped(typed);
  return url === null ? null : new URL(url).host.replace(/^www\./, '');
}

/** True for the address of a site's first page. */
function isSite(typed: string): boolean {
  const url = addressTyped(typed);
  return url !== null && storyKey(url) === null;
}

/**
 * The only subscription of those that fit what a person typed.
 * @throws RequestError when there is none, or more than one
 */
export function theOneMeant(fitting: readonly Subscription[], typed: string): Subscription {
  const [one, ...others] = fitting;
  if (one && others.length === 0) return one;
  if (one) throw requestError((labels) => severalFit(fitting, labels));
  if (subscriptionForm.test(typed)) throw notHere();
  throw requestError(({ feed }) => feed.refused.unknown({ typed: shownText(typed) }));
}

function severalFit(fitting: readonly Subscription[], { feed, units }: Labels): string {
  const lines = fitting
    .slice(0, mostListed)
    .map(({ url, channelId }) => `- <${shownText(url)}> in <#${channelId}>`);
  const rest = fitting.length - lines.length;
  return [
    feed.refused.severalFit({ number: fitting.length }),
    ...lines,
    ...(rest > 0 ? [units.andMore({ count: rest })] : []),
  ].join('\n');
}

/** Without what could be read as markdown, as this is no place to escape it. */
function shownText(typed: string): string {
  const shown = shownAddress(typed.trim()).replace(/[`*|\n<>]/g, '');
  return shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown;
}

/** @throws RequestError when the server has no subscription with that id */
export async function ownSubscription(
  { feeds }: Pick<Ledger, 'feeds'>,
  guildId: Snowflake,
  id: string,
): Promise<Subscription> {
  const subscription = await feeds.getSubscription(id);
  if (subscription?.guildId === guildId) return subscription;
  throw notHere();
}

/** Polls a paused or failing feed at once, and then as often as usual: `by` asked for it. */
export async function retryFeed(
  { store, clock }: Ports,
  guildId: Snowflake,
  id: string,
  by: Snowflake,
): Promise<Subscription> {
  return store.transaction(async (ledger) => {
    const subscription = await ownSubscription(ledger, guildId, id);
    const feed = await ledger.feeds.getFeed(subscription.feedId);
    if (feed) await ledger.feeds.saveFeed(restartedFeed(feed, clock.now()));
    await auditFeed(ledger, subscription, { at: clock.now(), actor: by, action: 'feed.retried' });
    return subscription;
  });
}
