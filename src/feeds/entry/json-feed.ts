import { z } from 'zod';
import type { HubLink } from '../../core/feed/hub.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { ReadError } from '../../core/errors.ts';
import { cleanText } from '../markup/plain-text.ts';
import { escapedHtml } from '../markup/plain-lines.ts';
import type { Photo } from '../../core/story/story.ts';
import { splitCaption } from '../../credits/photo/caption.ts';
import { isStoryPhoto } from '../../text/site-picture.ts';
import { newest } from './newest.ts';
import { openingOf } from './entry.ts';
import { picturesInText } from './pictures.ts';
import { distinctTopics } from './topics.ts';
import { untrackedUrl, absoluteUrl } from '../../text/url.ts';
import type { ParsedFeed, FeedItem } from './feed-item.ts';

const text = z.string().nullish().catch(null);
const list = z.array(z.unknown()).catch([]);
const Author = z.object({ name: text });
const people = z.union([z.array(z.unknown()), Author.transform((author) => [author])]).catch([]);
const Attachment = z.object({ url: z.string(), mime_type: z.string().catch('') });

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) and the single `author` of 1.0. */
const JsonFeed = z.object({
  /** A URL by the standard; some feeds give only the number. */
  version: z.string().regex(/jsonfeed\.org\/version\/|^\s*1(?:\.[01])?\s*$/),
  title: text,
  home_page_url: text,
  feed_url: text,
  hubs: list,
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

const JsonHub = z.object({ type: z.string(), url: z.string() });

const JsonDates = JsonItem.pick({ date_published: true, date_modified: true });

/** Items after these are left out. */
const mostItems = 5_000;
const mostAuthors = 50;

/** Reads a JSON Feed; one bad item is left out. @throws ReadError for other JSON */
export function readJsonFeed(json: string, base: string): ParsedFeed {
  const feed = JsonFeed.safeParse(parsed(json));
  if (!feed.success) {
    throw new ReadError(
      'This is JSON, but not a JSON Feed. Give the address of an RSS, Atom or JSON feed.',
    );
  }
  const { title, home_page_url, language, authors, author, items, hubs, feed_url } = feed.data;
  const feedNames = namesIn([...authors, author]);
  const chosen = newest(items.slice(0, mostItems), dateIn);
  return {
    title: cleanText(title ?? '') || null,
    siteUrl: absoluteUrl(home_page_url ?? '', base),
    language: language?.trim() || null,
    ttlMs: null,
    withdrawn: [],
    hub: hubIn(hubs, feed_url),
    complete: false,
    leftOut: items.length - chosen.length,
    items: chosen.flatMap((item) => {
      const read = JsonItem.safeParse(item);
      return read.success ? [feedItem(read.data, feedNames, base)] : [];
    }),
  };
}

/** JSON Feed 1.1, "Subscribing to Real-time Notifications". */
function hubIn(hubs: readonly unknown[], topic: string | null | undefined): Partial<HubLink> {
  const hub = hubs
    .slice(0, 20)
    .map((one) => JsonHub.safeParse(one).data)
    .find((one) => one?.type.toLowerCase() === 'websub');
  return { ...(hub && { hub: hub.url }), ...(topic != null && { topic }) };
}

/** When an item that is not checked yet was published, or changed. */
function dateIn(item: unknown): number | null {
  const { date_published, date_modified } = JsonDates.safeParse(item).data ?? {};
  return parsePublicationDate(date_published ?? '') ?? parsePublicationDate(date_modified ?? '');
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
  const attachments = item.attachments.flatMap((one) => Attachment.safeParse(one).data ?? []);
  const guid = item.id?.trim() || null;
  const url =
    untrackedUrl(item.url ?? '', base) ??
    absoluteId(item.id ?? '', base) ??
    untrackedUrl(item.external_url ?? '', base);
  const headline = cleanText(item.title ?? '') || null;
  const leads = [
    escapedHtml(item.summary ?? ''),
    item.content_html ?? '',
    escapedHtml(item.content_text ?? ''),
  ].filter((lead) => lead.trim() !== '');
  const recording = attachments.find(({ mime_type }) => !mime_type.startsWith('image/'));
  return {
    guid,
    url,
    enclosure: url === null ? absoluteUrl(recording?.url ?? '', base) : null,
    headline,
    paper: null,
    leads,
    opening: (guid ?? url ?? headline) === null ? openingOf(leads) : null,
    publishedAt: parsePublicationDate(item.date_published ?? '') ?? updatedAt,
    updatedAt,
    bylines: names.length > 0 ? names : feedNames,
    topics: distinctTopics(item.tags.filter((tag) => typeof tag === 'string')),
    photo: photoOf(item, attachments, leads, base),
    commentCount: null,
    commentLinks: { feed: null, page: null },
  };
}

function photoOf(
  { image, banner_image }: z.infer<typeof JsonItem>,
  attachments: readonly z.infer<typeof Attachment>[],
  leads: readonly string[],
  base: string,
): Photo | null {
  const attached = attachments.find(({ mime_type }) => mime_type.startsWith('image/'));
  const written = [image, banner_image, attached?.url].map((one) => absoluteUrl(one ?? '', base));
  const url = written.find((one) => one !== null && isStoryPhoto(one, null)) ?? null;
  if (url !== null) return { url, caption: null, credit: null };
  const [picture] = picturesInText(leads, base);
  return picture ? { url: picture.url, ...splitCaption(picture.caption ?? '') } : null;
}

function namesIn(authors: readonly unknown[]): string[] {
  return authors
    .slice(0, mostAuthors)
    .flatMap((author) => cleanText(Author.safeParse(author).data?.name ?? '') || []);
}

function absoluteId(id: string, base: string): string | null {
  return /^https?:\/\//i.test(id) ? untrackedUrl(id, base) : null;
}
