import { listOf } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { cleanMarkup } from './clean-markup.ts';
import { oneLine, withoutMarkup, type Page, type Selection } from '../page/page.ts';

const bodies = [
  '[itemprop~="articleBody"], [property~="schema:articleBody"]',
  '#articleText, #article-body, #articleBody, #story-body, #storytext',
  '.article-body, .article__body, .article-content, .story-body, .story-text, .entry-content, .post-content, .articlebody',
  'article',
  'main',
];
const outside =
  'aside, nav, header, footer, form, figure, figcaption, blockquote.twitter-tweet, #comments, .comments, .comment, .comment-policy, ' +
  '.related, .related-topics, .caption, .wp-caption, .photo-credit, .credit, .byline, .share, .newsletter, [hidden]';
const mostParagraphs = 200;
/** Less text than this is a teaser at best, where there may be an article elsewhere on the page. */
const goodLength = 250;
const leastLength = 60;
const longestBody = 20_000;

interface Text {
  paragraphs: string[];
  length: number;
  /** The length of its text in links. */
  linked: number;
}

const noText: Text = { paragraphs: [], length: 0, linked: 0 };

function textOf(paragraphs: readonly string[], linked = 0): Text {
  return { paragraphs: [...paragraphs], length: paragraphs.join(' ').length, linked };
}

function isGood({ length, linked }: Text): boolean {
  return length >= goodLength && linked < length / 2;
}

function inScope(page: Page, scope: Selection): Text {
  const found: string[] = [];
  let linked = 0;
  scope
    .find('p')
    .slice(0, mostParagraphs)
    .each((_, element) => {
      const inside = page.$(element);
      if (page.isIn(element, outside)) return;
      const text = oneLine(inside.text());
      if (text === null) return;
      found.push(text);
      linked += oneLine(inside.find('a').text())?.length ?? 0;
    });
  return textOf(found, linked);
}

/** The paragraphs of an `articleBody`, which should be plain text and is often markup. */
function inLines(value: unknown): Text {
  const [body] = listOf(value);
  if (typeof body !== 'string') return noText;
  const lines = body
    .slice(0, longestBody)
    .replaceAll(/<\/p>|<br ?\/?>|\u2028/giu, '\n')
    .split(/\n+/u)
    .slice(0, mostParagraphs)
    .map((line) => withoutMarkup(line));
  return textOf(lines.filter((line) => line !== null));
}

async function readable(page: Page): Promise<Text> {
  const { readableParagraphs } = await import('./readability.ts');
  const found = readableParagraphs(cleanMarkup(page, outside)).map((text) => oneLine(text));
  return textOf(found.filter((text) => text !== null).slice(0, mostParagraphs));
}

/**
 * The article's paragraphs as plain text, without what stands between them: from the elements that
 * news pages keep it in; where those hold little but links, from its linked data; else as
 * Readability finds it, which is loaded at its first use; else all the page's paragraphs.
 */
export async function articleParagraphs(page: Page, { article }: LinkedArticle): Promise<string[]> {
  let best = noText;
  for (const selector of bodies) {
    const text = inScope(page, page.$(selector).first());
    if (isGood(text)) return text.paragraphs;
    if (text.length > best.length) best = text;
  }
  const inData = inLines(article['articleBody']);
  if (isGood(inData)) return inData.paragraphs;
  const all = inScope(page, page.$.root());
  const found = await readable(page);
  if (isGood(found)) return found.paragraphs;
  return [best, all, found].find(({ length }) => length >= leastLength)?.paragraphs ?? [];
}
