import { FetchError, ReadError, RequestError } from '../../core/errors.ts';
import type { FeedAccess } from '../../core/feed/feed.ts';
import { shownAddress } from '../../text/masked-url.ts';
import type { FeedDocument } from '../../core/story/story.ts';
import { minuteMs } from '../../core/time/duration.ts';
import { type PageFeeds, usualFeeds } from '../../feeds/index.ts';
import { type FeedAddress, feedAddress, plainHttp } from '../feeds/feed-address.ts';
import { feedRequest } from '../feeds/feed-request.ts';
import type { Ports } from '../ports.ts';

/** Requests in one search for a site's feed. */
const mostRequests = 8;
/** No request begins later. Discord takes an answer for 15 minutes, but people wait less. */
const searchForMs = 3 * minuteMs;

/** A found feed; `document` is `null` when it was not fetched. */
export interface FoundFeed extends FeedAddress {
  title: string | null;
  document: FeedDocument | null;
}

/** `links` is `null` when the answer is neither a feed nor a web page. */
type Answered =
  { document: FeedDocument } | { links: PageFeeds | null; url: string; error: ReadError };

/**
 * The feed at an address that a person typed, or the feeds of the site when it is a web page. Several
 * when the page declares several: these are not fetched.
 * @throws RequestError, FetchError, ReadError with a message for the person
 */
export async function findFeeds(
  ports: Ports,
  typed: string,
  signal: AbortSignal,
): Promise<FoundFeed[]> {
  const until = ports.clock.now() + searchForMs;
  const address = feedAddress(typed);
  const first = await firstAnswer(ports, address, plainHttp(typed), signal);
  if ('document' in first.answered) {
    return [
      { ...address, url: first.url, title: first.answered.document.title, ...first.answered },
    ];
  }
  const { links, url, error } = first.answered;
  if (links === null) throw error;
  const { named, linked } = links;
  const accessFor = (feed: string) => (sameOrigin(feed, first.url) ? address.access : null);
  if (named.length > 1) {
    return named.map((link) => ({ ...link, access: accessFor(link.url), document: null }));
  }
  const tried: string[] = [];
  for (const candidate of [...named, ...linked.slice(0, 3), ...usualFeeds(url).map(untitled)]) {
    if (tried.length >= mostRequests - 1 || ports.clock.now() >= until) break;
    if (tried.includes(candidate.url) || candidate.url === first.url) continue;
    tried.push(candidate.url);
    const access = accessFor(candidate.url);
    const document = await documentAt(ports, candidate.url, access, signal);
    if (document) {
      const title = document.title ?? candidate.title;
      return [{ url: candidate.url, access, title, document }];
    }
  }
  throw new RequestError(
    `${shownAddress(first.url)} is a web page, and no feed of its site was found. Tried: ${tried.map((one) => `<${shownAddress(one)}>`).join(', ')}. Look for “RSS” or “Feed” on the page, and give that address.`,
  );
}

const untitled = (url: string) => ({ url, title: null });

function sameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}

/** Without a typed scheme https is tried first, then http if there is no answer. */
async function firstAnswer(
  ports: Ports,
  { url, access }: FeedAddress,
  plain: string | null,
  signal: AbortSignal,
): Promise<{ url: string; answered: Answered }> {
  try {
    return { url, answered: await answered(ports, url, access, signal) };
  } catch (error) {
    const noAnswer =
      error instanceof FetchError && (error.fault === 'unreachable' || error.fault === 'timeout');
    if (plain === null || !noAnswer) throw error;
    const { href } = new URL(plain);
    return { url: href, answered: await answered(ports, href, access, signal) };
  }
}

async function answered(
  ports: Ports,
  url: string,
  access: FeedAccess | null,
  signal: AbortSignal,
): Promise<Answered> {
  const answer = await ports.fetch(feedRequest(url, access), signal);
  try {
    return { document: await ports.parsers.feed(answer, signal) };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { links: await ports.parsers.feedLinks(answer, signal), url: answer.url, error };
  }
}

async function documentAt(
  ports: Ports,
  url: string,
  access: FeedAccess | null,
  signal: AbortSignal,
): Promise<FeedDocument | null> {
  try {
    const answer = await answered(ports, url, access, signal);
    return 'document' in answer ? answer.document : null;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FetchError) return null;
    throw error;
  }
}
