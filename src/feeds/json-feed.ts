import { z } from 'zod';
import { parsePublicationDate } from '../core/dates.ts';
import { ReadError } from '../core/errors.ts';
import { cleanText, escapedHtml } from './plain-text.ts';
import { distinctTopics } from './topics.ts';
import { readerAddress, resolvedAddress } from './web-address.ts';
import type { WrittenFeed, WrittenStory } from './written-story.ts';

const text = z.string().nullish().catch(null);
const list = z.array(z.unknown()).catch([]);
const Author = z.object({ name: text });

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), and 1.0's single `author`. */
const JsonFeed = z.object({
  version: z.string().includes('jsonfeed.org/version/'),
  title: text,
  home_page_url: text,
  language: text,
  authors: list,
  items: list,
});

const JsonStory = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  authors: list,
  author: Author.nullish().catch(null),
  tags: list,
});

/** Reads a JSON Feed. Throws `ReadError` for other JSON; one bad item is left out. */
export function readJsonFeed(json: string, base: string): WrittenFeed {
  const feed = JsonFeed.safeParse(parsed(json));
  if (!feed.success) {
    throw new ReadError(
      'This is JSON, but not a JSON Feed. Give the address of an RSS, Atom or JSON feed.',
    );
  }
  const { title, home_page_url, language, authors, items } = feed.data;
  return {
    title: cleanText(title ?? '') || null,
    siteUrl: resolvedAddress(home_page_url ?? '', base),
    language: language?.trim() || null,
    ttlMs: null,
    withdrawn: [],
    complete: false,
    stories: items.flatMap((item) => {
      const story = JsonStory.safeParse(item);
      return story.success ? [writtenStory(story.data, authors, base)] : [];
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

function writtenStory(
  item: z.infer<typeof JsonStory>,
  feedAuthors: readonly unknown[],
  base: string,
): WrittenStory {
  const updatedAt = parsePublicationDate(item.date_modified ?? '');
  const own = item.authors.length > 0 ? item.authors : [item.author];
  const authors = namesIn(own);
  const image = resolvedAddress(item.image ?? item.banner_image ?? '', base);
  return {
    guid: item.id?.trim() || null,
    url: readerAddress(item.url ?? '', base) ?? absoluteId(item.id ?? '', base),
    headline: cleanText(item.title ?? '') || null,
    leads: [
      escapedHtml(item.summary ?? ''),
      item.content_html ?? '',
      escapedHtml(item.content_text ?? ''),
    ].filter((lead) => lead.trim() !== ''),
    publishedAt: parsePublicationDate(item.date_published ?? '') ?? updatedAt,
    updatedAt,
    bylines: authors.length > 0 ? authors : namesIn(feedAuthors),
    topics: distinctTopics(item.tags.filter((tag) => typeof tag === 'string')),
    photo: image === null ? null : { url: image, caption: null, credit: null },
    commentCount: null,
    commentLinks: { feed: null, page: null },
  };
}

function namesIn(authors: readonly unknown[]): string[] {
  return authors.flatMap((author) => cleanText(Author.safeParse(author).data?.name ?? '') || []);
}

function absoluteId(id: string, base: string): string | null {
  return /^https?:\/\//i.test(id) ? readerAddress(id, base) : null;
}
