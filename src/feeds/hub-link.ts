import type { HubLink } from '../core/feed/hub.ts';
import { absoluteUrl } from '../text/url.ts';

const longestHeader = 8_000;

/** The addresses of an HTTP `Link` header by their relation (RFC 8288, section 3). */
function linksIn(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, href = '', parameters = ''] of header
    .slice(0, longestHeader)
    .matchAll(/<([^<>]{1,2000})>([^<]{0,500})/gu)) {
    const rel = /;\s{0,9}rel\s{0,9}=\s{0,9}"?([\w\s.-]{1,100})/iu.exec(parameters)?.[1] ?? '';
    for (const one of rel.trim().toLowerCase().split(/\s+/u)) {
      if (!found.has(one)) found.set(one, href);
    }
  }
  return found;
}

/**
 * The hub of a feed: by the headers of its answer, else by what the document says. The topic is the
 * address that the publisher gives as its own, else where it was read (WebSub, section 4).
 */
export function hubLink(
  headers: Readonly<Record<string, string>>,
  document: { hub?: string | undefined; topic?: string | undefined },
  url: string,
): HubLink | null {
  const links = linksIn(headers['link'] ?? '');
  const hub = absoluteUrl(links.get('hub') ?? document.hub ?? '', url);
  if (hub === null) return null;
  const self = links.has('hub') ? links.get('self') : document.topic;
  return { hub, topic: absoluteUrl(self ?? '', url) ?? url };
}
