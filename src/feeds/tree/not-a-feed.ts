import { Parser } from 'htmlparser2';
import { shownAddress } from '../../text/masked-url.ts';
import { absoluteUrl } from '../../text/url.ts';

/** Why a document is no feed, and what to give instead, for a person. */
export function notAFeed(text: string, firstElement: string | null, address: string): string {
  const name = localName(firstElement ?? '');
  if (text.trim() === '') {
    return 'The address answers with an empty document. A feed (RSS or Atom) was expected.';
  }
  if (name === 'html' || /^\s*<!doctype html/i.test(text)) return webPage(text, address);
  if (name === 'opml') {
    return 'This is an OPML list of feeds, not a feed. Give the address of one feed from the list.';
  }
  if (name === 'urlset' || name === 'sitemapindex') {
    return 'This is a sitemap, not a feed. Give the address of the RSS or Atom feed of the site.';
  }
  if (/^\s*<(?:\?xml|rss\b|feed\b|rdf:)/i.test(text) && firstElement === null) {
    return 'The document breaks off before its feed begins. Try again later, or check the address.';
  }
  if (/^\s*<\?xml/i.test(text)) {
    return `This is an XML document (<${name.slice(0, 40)}>), but neither RSS nor Atom. Give the address of a feed.`;
  }
  if (/<(?:head|body|div|p|title)[\s>]/i.test(text.slice(0, 20_000))) return webPage(text, address);
  return 'The document is neither RSS nor Atom nor JSON Feed. Give the address of a feed.';
}

function webPage(text: string, address: string): string {
  const feed = linkedFeed(text, address);
  const where = feed
    ? `The page names this one: ${shownAddress(feed)}`
    : 'It is often linked on the page as “RSS” or “Feed”.';
  return `This is a web page, not a feed. Give the address of the site's RSS or Atom feed instead. ${where}`;
}

/** The feed that a page links to in its head (`<link rel="alternate">`). */
function linkedFeed(html: string, address: string): string | null {
  let found: string | null = null;
  let elements = 0;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      elements += 1;
      const isFeed = /^application\/(?:(?:rss|atom)\+xml|feed\+json)/i.test(type.trim());
      if (name === 'link' && isFeed && /\balternate\b/i.test(rel)) {
        found = absoluteUrl(href, address);
      }
      if (found !== null || name === 'body' || elements > 1_000) parser.pause();
    },
  });
  parser.write(html.slice(0, 500_000));
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
