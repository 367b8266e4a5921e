import type { Feed, FeedAccess, FeedState } from '../../core/feed/feed.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { FetchResponse } from '../../core/ports/fetcher.ts';
import { longestAddress } from './feed-address.ts';

/** Polls in a row that must lead to the same new address. */
const pollsToMove = 3;

/**
 * The feed's move after one more answer. A move begins with an answer that has a document (`wasRead`),
 * as a 304 proves nothing about a new address. A feed with a password or cookie moves only within its
 * host, and not from https to http.
 */
export function movingAfter(
  feed: Feed,
  access: FeedAccess | null,
  answer: FetchResponse,
  wasRead: boolean,
): FeedState['moving'] {
  const url = answer.permanentUrl;
  if (url === null || url === feed.url || url.length > longestAddress) return null;
  const isSecret =
    access !== null && (access.username ?? access.password ?? access.cookie) !== null;
  if (isSecret && !mayTakeSecrets(new URL(feed.url), new URL(url))) return null;
  const before = feed.state.moving?.url === url ? feed.state.moving.polls : 0;
  return { url, polls: wasRead || before > 0 ? Math.min(before + 1, pollsToMove) : 0 };
}

function mayTakeSecrets(from: URL, to: URL): boolean {
  return to.host === from.host && (to.protocol === from.protocol || to.protocol === 'https:');
}

/** Whether the next answer must have a document, to prove a new address. */
export function needsDocument({ state }: Feed): boolean {
  return state.moving?.polls === 0;
}

export function hasMoved({ state }: Feed): boolean {
  return state.moving?.polls === pollsToMove;
}

/**
 * The feed at its new address; its id stays. It does not move when channels have another feed at
 * that address.
 */
export async function movedFeed(ledger: Ledger, feed: Feed): Promise<Feed> {
  const url = feed.state.moving?.url;
  const state = { ...feed.state, moving: null };
  if (!url || (await isReadAt(ledger, url))) return { ...feed, state };
  return { ...feed, url, state: { ...state, movedFrom: feed.url } };
}

async function isReadAt({ feeds }: Ledger, url: string): Promise<boolean> {
  for (const { id } of await feeds.listFeedsAt(url)) {
    if ((await feeds.listSubscriptionsOf(id)).length > 0) return true;
  }
  return false;
}
