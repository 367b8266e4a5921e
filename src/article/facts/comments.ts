import { z } from 'zod';
import { statedCount } from '../../core/discussion/comment-count.ts';
import { CommentLinks, type CommentPolicy } from '../../core/story/story.ts';
import { countIn, objectsOf, textIn, typesOf } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { oneLine, textOf, type Page } from '../page/page.ts';

/** The addresses of the comments, as the page gives them. */
export const PageCommentLinks = CommentLinks.extend({
  /** An Atom feed of the comments, which has the tree of replies. */
  atomFeed: z.string().nullable(),
});
export type PageCommentLinks = z.infer<typeof PageCommentLinks>;

const section =
  '#comments, .comments, .comments-area, .comment-section, #commentsection, #discussion';
const onPage =
  '#comments .comment, .comment-list .comment, .commentlist li, .comments .comment, [itemprop="comment"]';
const readerComments = '.comment, [itemprop~="comment"]';
const policyMark =
  '.comment-policy, #comment-policy, .comments-policy, .commentPolicy, .commenting-policy';
const policyWords =
  /\b(?:comment(?:s|ing)? (?:policy|guidelines|rules)|house rules|community (?:guidelines|standards|rules))\b/iu;
const policyOpening = /^we (?:welcome|encourage|invite) (?:your |readers’ |reader )?comments\b/iu;

/** The publisher's comment policy and the page that holds all of it. */
export function readCommentPolicy(page: Page): CommentPolicy | null {
  const { $ } = page;
  const marked = $(policyMark).first();
  const paragraph =
    marked.length > 0
      ? marked
      : $('p')
          .filter((_, element) => {
            const opening = oneLine($(element).text().slice(0, 500), 100) ?? '';
            return policyOpening.test(opening) && !page.isIn(element, readerComments);
          })
          .first();
  const links = (paragraph.length > 0 ? paragraph.find('a[href]') : $('a[href]')).toArray();
  const link =
    links.find((element) => policyWords.test(oneLine($(element).text(), 200) ?? '')) ??
    (paragraph.length > 0 ? links.at(-1) : undefined);
  const url = link ? page.address($(link).attr('href')) : null;
  const text = textOf(paragraph, 1500) ?? (link ? oneLine($(link).text(), 200) : null);
  if (text === null) return null;
  return paragraph.length > 0 || url !== null ? { text, url } : null;
}

export function readCommentCount(page: Page, { article }: LinkedArticle): number | null {
  const { $ } = page;
  const stated = countIn(article['commentCount']);
  if (stated !== null) return stated;
  for (const statistic of objectsOf(article['interactionStatistic'])) {
    const [kind] = objectsOf(statistic['interactionType']);
    const named = kind ? typesOf(kind).join() : (textIn(statistic['interactionType']) ?? '');
    const count = countIn(statistic['userInteractionCount']);
    if (named.includes('CommentAction') && count !== null) return count;
  }
  const microdata = $('[itemprop="commentCount"]').first();
  const marked = countIn(microdata.attr('content') ?? textOf(microdata, 20));
  if (marked !== null) return marked;
  const headings = `${section.replaceAll(/[^,]+/gu, (one) => `${one} h2, ${one} h3, ${one} h4`)}, .comments-title, .comment-count, .comments-count, .commentCount, .comments-link, a[href*="#comments"], h2, h3, h4`;
  for (const element of $(headings).slice(0, 60).toArray()) {
    const count = statedCount(oneLine($(element).text(), 60));
    if (count !== null) return count;
  }
  return null;
}

/** True when the page itself holds comments, or the place where they are written. */
export function hasComments({ $ }: Page): boolean {
  return $(onPage).length > 0 || $(section).find('form').length > 0;
}

/** WordPress offers its whole site's comments beside the post's own. */
function isWholeSite(url: string): boolean {
  return /^(?:\/[^/]+)?\/comments\/(?:feed|default|atom)/u.test(new URL(url).pathname);
}

export function readCommentLinks(page: Page, { article }: LinkedArticle): PageCommentLinks {
  const { $ } = page;
  const found: PageCommentLinks = { feed: null, atomFeed: null, page: null };
  for (const element of $('link[rel][href]').slice(0, 200).toArray()) {
    const { rel = '', type = '', title = '', href = '' } = element.attribs;
    const rels = rel.toLowerCase().split(/\s+/u);
    const url = page.address(href);
    if (url === null || isWholeSite(url)) continue;
    const ofReplies = rels.includes('replies');
    const ofComments = rels.includes('alternate') && /comments?\b/iu.test(`${title} ${href}`);
    if (!ofReplies && !ofComments) continue;
    if (/atom\+xml/iu.test(type)) found.atomFeed ??= url;
    else if (/rss\+xml/iu.test(type)) found.feed ??= url;
    else if (ofReplies) found.page ??= url;
  }
  found.feed ??= found.atomFeed;
  found.page ??= page.address(textIn(article['discussionUrl']) ?? undefined);
  if (found.page === null && !hasComments(page)) {
    found.page = page.address(
      $('a[rel~="discussion"], a.comments-link, .comments-link a').attr('href'),
    );
  }
  return found;
}
