import type { FeedAccess } from '../../core/feed/feed.ts';
import type { FetchRequest } from '../../core/ports/fetcher.ts';
import { secondMs } from '../../core/time/duration.ts';

const feedAccept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';
const feedMaxBytes = 5_000_000;
const feedTimeoutMs = 20 * secondMs;

/** The request for a feed, with its credentials. `conditions` are headers such as `If-None-Match`. */
export function feedRequest(
  url: string,
  access: FeedAccess | null,
  conditions: Record<string, string> = {},
): FetchRequest {
  return {
    url: access ? withCredentials(url, access) : url,
    accept: feedAccept,
    headers: {
      ...conditions,
      ...(access?.cookie && { cookie: access.cookie }),
      ...(access?.userAgent && { 'user-agent': access.userAgent }),
    },
    maxBytes: feedMaxBytes,
    timeoutMs: feedTimeoutMs,
  };
}

function withCredentials(address: string, { username, password }: FeedAccess): string {
  const url = new URL(address);
  url.username = encodeURIComponent(username ?? '');
  url.password = encodeURIComponent(password ?? '');
  return url.href;
}
