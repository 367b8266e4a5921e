import { FetchError, ReadError, RequestError } from '../../core/errors.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import type { FeedAccess } from '../../core/feed/feed.ts';
import type { FeedDocument } from '../../core/story/story.ts';
import { minuteMs } from '../../core/time/duration.ts';
import {
  feedsOfPage,
  type KnownSite,
  knownSite,
  type PageFeeds,
  pastedAddress,
  usualFeeds,
} from '../../feeds/index.ts';
import { labelsIn, requestError } from '../../render/index.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { type FeedAddress, feedAddress, plainHttp } from '../feeds/feed-address.ts';
import { feedRequest } from '../feeds/feed-request.ts';
import type { Ports } from '../ports.ts';

/** Requests in one search for a site's feed. */
const mostRequests = 12;
/** No request begins later. Discord takes an answer for 15 minutes, but people wait less. */
const searchForMs = 3 * minuteMs;

/** A found feed; `document` is `null` when it was not fetched. */
export interface FoundFeed extends FeedAddress {
  title: string | null;
  document: FeedDocument | null;
}

/** `links` is `null` when the answer is neither a feed nor a document that names feeds. */
type Answered =
  { document: FeedDocument } | { links: PageFeeds | null; url: string; error: ReadError };

/**
 * The feed at what a person typed or pasted, or the feeds of its site when it is a web page. Several
 * when the page declares several and none is its own: these are not fetched.
 * @throws RequestError, FetchError, ReadError with a message for the person
 */
export async function findFeeds(
  ports: Ports,
  typed: string,
  signal: AbortSignal,
): Promise<FoundFeed[]> {
  const pasted = pastedAddress(typed);
  const address = feedAddress(pasted);
  const site = knownSite(address.url);
  const { site: name = '', refusal, advice } = site ?? {};
  if (refusal !== undefined)
    throw requestError(({ sites }) => sites.refused[refusal]({ site: name }));
  const search = new Search(ports, address, signal);
  try {
    return (await search.atKnownSite(site)) ?? (await search.atPage(plainHttp(pasted)));
  } catch (error) {
    const isForPerson = error instanceof RequestError || error instanceof FetchError;
    if (advice === undefined || !isForPerson) throw error;
    const textIn = (language: Language) =>
      error instanceof RequestError ? error.textIn(language) : error.message;
    throw new RequestError(
      (language) => `${textIn(language)} ${labelsIn(language).sites.advice[advice]}`,
      { cause: error },
    );
  }
}

class Search {
  private readonly tried: string[] = [];
  private readonly until: number;
  private readonly ports: Ports;
  private address: FeedAddress;
  private readonly signal: AbortSignal;

  constructor(ports: Ports, address: FeedAddress, signal: AbortSignal) {
    this.ports = ports;
    this.address = address;
    this.signal = signal;
    this.until = ports.clock.now() + searchForMs;
  }

  /** By what is known of the site; `null` where that does not lead to a feed. */
  async atKnownSite(site: KnownSite | null): Promise<FoundFeed[] | null> {
    const { page, lookup, feeds = [] } = site ?? {};
    if (page !== undefined && page !== this.address.url) {
      const found = await this.namedBy(page);
      if (found) return found;
    }
    if (lookup !== undefined) {
      const found = await this.namedBy(lookup);
      if (found) return found;
    }
    return this.firstFeed(feeds.map(untitled), 'with stories');
  }

  /** At a web page; `plain` is its address by http when none was typed. */
  async atPage(plain: string | null): Promise<FoundFeed[]> {
    const first = await this.firstAnswer(plain);
    if ('document' in first.answered) {
      const { document } = first.answered;
      return [{ ...this.address, url: first.url, title: document.title, document }];
    }
    const { links, url, error } = first.answered;
    if (links === null) throw error;
    this.tried.push(first.url);
    const found =
      (await this.offered(links, url)) ??
      (await this.firstFeed(links.linked.slice(0, 3))) ??
      (await this.onPagesOf(links)) ??
      (await this.firstFeed(ownFirst(url).map(untitled))) ??
      (await this.namedBy(new URL('/', url).href)) ??
      (await this.firstFeed(usualFeeds(url).map(untitled)));
    if (found) return found;
    const [asked = first.url, ...others] = this.tried;
    const tried = others.map((one) => `<${shownAddress(one)}>`).join(', ');
    throw requestError((labels) =>
      labels.feed.refused.noFeedFound({ address: shownAddress(asked), tried }),
    );
  }

  /** The feeds that a page declares: the one that is its own, or all of them to choose from. */
  private async offered({ named }: PageFeeds, page: string): Promise<FoundFeed[] | null> {
    const own = feedsOfPage(named, page);
    if (own.length > 1) {
      return own.map((link) => ({ ...link, access: this.accessFor(link.url), document: null }));
    }
    return this.firstFeed(own);
  }

  /** What a page says that it belongs to: its canonical address, the channel of a video. */
  private async onPagesOf({ pages }: PageFeeds): Promise<FoundFeed[] | null> {
    for (const page of pages) {
      const site = knownSite(page);
      const feeds = await this.firstFeed((site?.feeds ?? []).map(untitled));
      const found = feeds ?? (await this.namedBy(page));
      if (found) return found;
    }
    return null;
  }

  /** The feeds that another page names, or the feed that it is. */
  private async namedBy(page: string): Promise<FoundFeed[] | null> {
    const answer = await this.answer(page);
    if (answer === null) return null;
    if ('document' in answer) return [this.found(page, answer.document)];
    return answer.links && this.offered(answer.links, answer.url);
  }

  /** The first that can be read; where only those with stories are wanted, an empty one if all are. */
  private async firstFeed(
    candidates: readonly { url: string; title: string | null }[],
    wanted: 'any' | 'with stories' = 'any',
  ): Promise<FoundFeed[] | null> {
    let empty: FoundFeed | null = null;
    for (const { url, title } of candidates) {
      const answer = await this.answer(url);
      if (answer === null || !('document' in answer)) continue;
      const found = this.found(url, answer.document, title);
      if (wanted === 'any' || answer.document.stories.length > 0) return [found];
      empty ??= found;
    }
    return empty && [empty];
  }

  private found(url: string, document: FeedDocument, title: string | null = null): FoundFeed {
    return { url, access: this.accessFor(url), title: document.title ?? title, document };
  }

  private accessFor(url: string): FeedAccess | null {
    const isSame = new URL(url).origin === new URL(this.address.url).origin;
    return isSame ? this.address.access : null;
  }

  /** `null` when it was tried before, cannot be fetched, or the search has taken enough. */
  private async answer(url: string): Promise<Answered | null> {
    const isOver = this.tried.length >= mostRequests || this.ports.clock.now() >= this.until;
    if (isOver || this.tried.includes(url)) return null;
    this.tried.push(url);
    try {
      return await this.answered(url, this.accessFor(url));
    } catch (error) {
      this.signal.throwIfAborted();
      if (error instanceof FetchError) return null;
      throw error;
    }
  }

  /** Without a typed scheme https is tried first, then http if there is no answer. */
  private async firstAnswer(plain: string | null): Promise<{ url: string; answered: Answered }> {
    const { url, access } = this.address;
    try {
      return { url, answered: await this.answered(url, access) };
    } catch (error) {
      const noAnswer =
        error instanceof FetchError && (error.fault === 'unreachable' || error.fault === 'timeout');
      if (plain === null || !noAnswer) throw error;
      const { href } = new URL(plain);
      this.address = { url: href, access };
      return { url: href, answered: await this.answered(href, access) };
    }
  }

  private async answered(url: string, access: FeedAccess | null): Promise<Answered> {
    const { ports, signal } = this;
    const answer = await ports.fetch(feedRequest(url, access), signal);
    try {
      return { document: await ports.parsers.feed(answer, signal) };
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      return { links: await ports.parsers.feedLinks(answer, signal), url: answer.url, error };
    }
  }
}

const untitled = (url: string) => ({ url, title: null });

/** The usual addresses of the page itself and of its folder. */
function ownFirst(page: string): string[] {
  const root = new URL('/', page).href;
  return usualFeeds(page).filter((url) => new URL('.', url).href !== root);
}
