import { z } from 'zod';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { ReadError } from '../../core/errors.ts';
import { cleanText, escapedHtml } from '../markup/plain-text.ts';
import { distinctTopics } from './topics.ts';
import { untrackedUrl, absoluteUrl } from '../../text/url.ts';
import type { ParsedFeed, FeedItem } from './feed-item.ts';

const text = z.string().nullish().catch(null);
const list = z.array(z.unknown()).catch([]);
const Author = z.object({ name: text });
const people = z.union([z.array(z.unknown()), Author.transform((author) => [author])]).catch([]);
const Attachment = z.object({ url: z.string(), mime_type: z.string().startsWith('image/') });

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) and the single `author` of 1.0. */
const JsonFeed = z.object({
  /** A URL by the standard; some feeds give only the number. */
  version: z.string().regex(/jsonfeed\.org\/version\/|^\s*1(?:\.[01])?\s*$/),
  title: text,
  home_page_url: text,
  language: text,
  authors: people,
  author: z.unknown().optional(),
  items: list,
});

const JsonItem = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  authors: people,
  author: z.unknown().optional(),
  tags: list,
  attachments: list,
});

/** Reads a JSON Feed; one bad item is left out. @throws ReadError for other JSON */
export function readJsonFeed(json: string, base: string): ParsedFeed {
  const feed = JsonFeed.safeParse(parsed(json));
  if (!feed.success) {
    throw new ReadError(
      'This is JSON, but not a JSON Feed. Give the address of an RSS, Atom or JSON feed.',
    );
  }
  const { title, home_page_url, language, authors, author, items } = feed.data;
  const feedNames = namesIn([...authors, author]);
  return {
    title: cleanText(title ?? '') || null,
    siteUrl: absoluteUrl(home_page_url ?? '', base),
    language: language?.trim() || null,
    ttlMs: null,
    withdrawn: [],
    complete: false,
    items: items.flatMap((item) => {
      const read = JsonItem.safeParse(item);
      return read.success ? [feedItem(read.data, feedNames, base)] : [];
    }),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function feedItem(item: z.infer<typeof JsonItem>, feedNames: string[], base: string): FeedItem {
  const updatedAt = parsePublicationDate(item.date_modified ?? '');
  const names = namesIn([...item.authors, item.author]);
  const image = imageOf(item, base);
  return {
    guid: item.id?.trim() || null,
    url:
      untrackedUrl(item.url ?? '', base) ??
      absoluteId(item.id ?? '', base) ??
      untrackedUrl(item.external_url ?? '', base),
    headline: cleanText(item.title ?? '') || null,
    leads: [
      escapedHtml(item.summary ?? ''),
      item.content_html ?? '',
      escapedHtml(item.content_text ?? ''),
    ].filter((lead) => lead.trim() !== ''),
    publishedAt: parsePublicationDate(item.date_published ?? '') ?? updatedAt,
    updatedAt,
    bylines: names.length > 0 ? names : feedNames,
    topics: distinctTopics(item.tags.filter((tag) => typeof tag === 'string')),
    photo: image === null ? null : { url: image, caption: null, credit: null },
    commentCount: null,
    commentLinks: { feed: null, page: null },
  };
}

function imageOf(item: z.infer<typeof JsonItem>, base: string): string | null {
  const attached = item.attachments.flatMap((one) => Attachment.safeParse(one).data?.url ?? []);
  const written = item.image ?? item.banner_image ?? attached[0] ?? '';
  return absoluteUrl(written, base);
}

function namesIn(authors: readonly unknown[]): string[] {
  return authors.flatMap((author) => cleanText(Author.safeParse(author).data?.name ?? '') || []);
}

function absoluteId(id: string, base: string): string | null {
  return /^https?:\/\//i.test(id) ? untrackedUrl(id, base) : null;
}
