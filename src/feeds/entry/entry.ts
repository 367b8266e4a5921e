import { decodeHTML } from 'entities';
import type { FeedElement } from '../tree/element.ts';
import { dateOf, firstNamed, htmlOf, named, titleOf, valueOf } from './elements.ts';
import { articleAddress, commentCountOf, commentLinksOf, enclosureAddress } from './addresses.ts';
import { bylinesOf } from './bylines.ts';
import type { FeedItem } from './feed-item.ts';
import { isOnlyLinks } from './links-only.ts';
import { brokenLines } from '../markup/plain-lines.ts';
import { withGrouped } from './pictures.ts';
import { photoOf, type PhotoCredits } from './photo.ts';
import { submissionOf } from './submission.ts';
import { topicsOf } from './topics.ts';
import { untrackedUrl } from '../../text/url.ts';

const titles = ['rss:title', 'atom:title', 'dc:title', 'dcterms:title', 'media:title'];
const identities = ['rss:guid', 'atom:id', 'rdf:about'];
const updates = ['atom:updated', 'atom:modified', 'dcterms:modified'];
const publications = [
  'rss:pubdate',
  'atom:published',
  'atom:issued',
  'dc:date',
  'dcterms:issued',
  'dcterms:available',
  'dcterms:date',
  'dcterms:created',
  'atom:created',
];
const longestOpening = 2_000;

/**
 * The fields of one RSS item or Atom entry; `null` for those that are missing or unreadable.
 * `photoCredits` stores the photo credits that were read in this document.
 */
export function feedItem(entry: readonly FeedElement[], photoCredits: PhotoCredits): FeedItem {
  const { headline, paper } = withoutPaper(
    firstNamed(entry, titles, titleOf),
    firstNamed(entry, ['rss:source'], titleOf),
  );
  const updatedAt = firstNamed(entry, updates, dateOf);
  const guid = firstNamed(entry, identities, valueOf);
  const url = articleAddress(entry);
  const texts = textsOf(entry);
  const { leads } = texts;
  const submission = submissionOf(leads);
  const links = commentLinksOf(entry);
  const base = entry[0]?.base ?? '';
  return {
    guid,
    url,
    enclosure: url === null ? enclosureAddress(entry) : null,
    headline,
    paper,
    leads: leads.filter((html) => !isOnlyLinks(html, headline)),
    opening: (guid ?? url ?? headline) === null ? openingOf(leads) : null,
    publishedAt: firstNamed(entry, publications, dateOf) ?? updatedAt,
    updatedAt,
    bylines: bylinesOf(entry, submission.author),
    topics: topicsOf(entry),
    photo: photoOf(entry, texts, headline, photoCredits),
    commentCount: commentCountOf(entry) ?? submission.commentCount,
    commentLinks: {
      ...links,
      page: links.page ?? untrackedUrl(submission.commentsPage ?? '', base),
    },
  };
}

/** "Ferry returns - The Harbour Ledger" of a search for news, whose `source` is the paper (RSS 2.0). */
function withoutPaper(
  headline: string | null,
  source: string | null,
): { headline: string | null; paper: string | null } {
  if (headline === null || source === null || !headline.endsWith(source)) {
    return { headline, paper: null };
  }
  const before = headline.slice(0, -source.length);
  const cut = before.replace(/\s[-–—|]\s$/u, '').trim();
  return cut === '' || cut.length === before.trim().length
    ? { headline, paper: null }
    : { headline: cut, paper: source };
}

/** The texts of an item, the summary first. */
const textNames = [
  'rss:description',
  'atom:summary',
  'content:encoded',
  'atom:content',
  'xhtml:body',
  'dc:description',
  'dcterms:abstract',
  'dcterms:description',
  'itunes:summary',
  'googleplay:description',
  'itunes:subtitle',
];

const textRanks: ReadonlyMap<string, number> = new Map(textNames.map((name, rank) => [name, rank]));

/** The texts of an item. That of its media, which mostly describes a picture, only without others. */
function textsOf(entry: readonly FeedElement[]): { leads: string[]; isTextOfMedia: boolean } {
  const leads = leadsOf(entry.filter(isText).sort(byTextRank));
  if (leads.length > 0) return { leads, isTextOfMedia: false };
  return { leads: leadsOf(named(withGrouped(entry), 'media:description')), isTextOfMedia: true };
}

function isText({ name }: FeedElement): boolean {
  return textRanks.has(name);
}

function byTextRank(a: FeedElement, b: FeedElement): number {
  return (textRanks.get(a.name) ?? 0) - (textRanks.get(b.name) ?? 0);
}

/** How a text begins, for an item that has nothing else to tell it by. */
export function openingOf(leads: readonly string[]): string | null {
  return leads[0]?.slice(0, longestOpening) ?? null;
}

/** The beginning of markup that was escaped once too often. */
const escapedMarkup =
  /^&lt;(?:p|div|span|a|br|img|b|strong|em|i|ul|h[1-6]|figure|table)(?: |&gt;|\/)/i;

function leadsOf(elements: readonly FeedElement[]): string[] {
  const leads: string[] = [];
  for (const element of elements) {
    const html = htmlOf(element);
    if (html === null) continue;
    const isEscaped = html.startsWith('&') && escapedMarkup.test(html);
    leads.push(isEscaped ? decodeHTML(html) : brokenLines(html));
  }
  return leads;
}
