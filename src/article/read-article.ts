import { z } from 'zod';
import { withAgency } from '../credits/merge.ts';
import { Story } from '../core/story/story.ts';
import { articleParagraphs } from './text/paragraphs.ts';
import { readLead } from './text/lead.ts';
import { readCredits } from './facts/credits.ts';
import { readDates } from './facts/dates.ts';
import {
  readCommentCount,
  readCommentLinks,
  readCommentPolicy,
  readShownComments,
  PageCommentLinks,
} from './facts/comments.ts';
import { textIn } from './page/json-ld.ts';
import { linkedArticle, type LinkedArticle } from './page/linked-article.ts';
import { readPage, type FetchedPage, type Page } from './page/page.ts';
import { readTopics } from './facts/topics.ts';
import { readHeadline } from './facts/headline.ts';
import { PagePhoto } from './photo/page-photo.ts';
import { readPhoto } from './photo/read-photo.ts';

/** What a page says about its story: plain text, absolute addresses, `null` for what it lacks. */
export const ArticleFacts = Story.extend({
  /** The canonical address, which may be another page's; else where the page was read. */
  url: z.string(),
  photo: PagePhoto.nullable(),
  commentLinks: PageCommentLinks,
  /** The page itself has comments, or a form for them. */
  commentsOnPage: z.boolean(),
  /** The address that the page was read at, after redirects. */
  readAt: z.string(),
  /** `url` is the page's own canonical address. */
  namesItself: z.boolean(),
});
export type ArticleFacts = z.infer<typeof ArticleFacts>;

/** The canonical address, unless it is the front page, which some sites give by mistake. */
function canonicalUrl(page: Page, { article }: LinkedArticle): string | null {
  const said = [
    page.$('link[rel~="canonical"]').attr('href'),
    page.meta('og:url'),
    textIn(article['url']),
  ];
  const front = new URL('/', page.url).href;
  const addresses = said.map((href) => page.address(href ?? undefined));
  return addresses.find((url) => url !== null && url !== front) ?? null;
}

/**
 * Reads an article's page: JSON-LD first, then Open Graph and `meta`, then the classes and the
 * habits of news pages. No page makes it throw; what a page lacks is `null`.
 */
export async function readArticle(fetched: FetchedPage): Promise<ArticleFacts> {
  const page = readPage(fetched);
  const linked = linkedArticle(page);
  const canonical = canonicalUrl(page, linked);
  const shown = readShownComments(page);
  const heading = readHeadline(page, linked);
  const headline = heading.text;
  const paragraphs = await articleParagraphs(page, linked);
  const { published, updated } = readDates(page, linked, paragraphs, headline);
  const photo = readPhoto(page, linked, heading);
  const caption = photo?.caption ?? null;
  const { summary, dateline } = readLead(page, linked, paragraphs, headline, caption);
  const { credits, agency } = readCredits(page, linked, paragraphs);
  return {
    headline,
    url: canonical ?? page.url,
    summary,
    publishedAt: published,
    updatedAt: updated,
    dateline: withAgency(dateline, agency),
    photo,
    topics: readTopics(
      page,
      linked,
      heading.element,
      credits.byline.map(({ name }) => name),
      [headline, ...paragraphs].join(' '),
    ),
    credits,
    commentPolicy: readCommentPolicy(page),
    commentCount: readCommentCount(page, linked) ?? shown.elsewhere?.count ?? null,
    commentLinks: readCommentLinks(page, linked, shown),
    commentsOnPage: shown.isOnPage,
    readAt: page.url,
    namesItself: canonical !== null,
  };
}
