import { FeedAccess } from '../../core/feed/feed.ts';
import { requestError } from '../../render/index.ts';
import { shownAddress } from '../../text/masked-url.ts';

/** In characters of the normalised URL. */
export const longestAddress = 4_000;

/** A feed's URL and credentials; `access` is `null` for a public feed. */
export interface FeedAddress {
  url: string;
  access: FeedAccess | null;
}

/** A host and what may follow it, without a scheme: "example.org", "example.org:8080/news". */
const bareForm = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,10}(?::\d{1,5})?(?:[/?#]|$)/u;

/** An address as a person typed it, in full; `null` for text that is none on the web. */
export function addressTyped(text: string): string | null {
  return typedUrl(text)?.href ?? null;
}

function typedUrl(text: string): URL | null {
  const typed = text.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, '');
  const written = bareForm.test(typed) ? `https://${typed}` : typed.replace(/^feed:/i, 'https:');
  const url = URL.canParse(written) ? new URL(written) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null;
}

/** Normalises an address; credentials in it are moved to `access`. @throws RequestError */
export function feedAddress(text: string, access: FeedAccess | null = null): FeedAddress {
  const url = typedUrl(text);
  if (!url) {
    const typed = shownAddress(text).slice(0, 100);
    throw requestError((labels) => labels.feed.refused.notAnAddress({ typed }));
  }
  if (url.href.length > longestAddress) {
    throw requestError(({ feed }) => feed.refused.addressTooLong({ number: longestAddress }));
  }
  const username = unescaped(url.username) || (access?.username ?? null);
  const password = unescaped(url.password) || (access?.password ?? null);
  const opened = FeedAccess.parse({ ...access, username, password });
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url: url.href, access: isOpen(opened) ? null : opened };
}

/** The same by http, for an address that was typed without a scheme; `null` for any other. */
export function plainHttp(text: string): string | null {
  return bareForm.test(text.trim()) ? `http://${text.trim()}` : null;
}

function isOpen({ username, password, cookie, userAgent, ignoreCache }: FeedAccess): boolean {
  return (username ?? password ?? cookie ?? userAgent) === null && !ignoreCache;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
