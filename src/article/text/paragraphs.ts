import { splitDateline } from '../../credits/dateline/dateline.ts';
import { listOf } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { cleanMarkup } from './clean-markup.ts';
import { textWithin } from '../page/text-within.ts';
import { sharedWords } from './shared-words.ts';
import { isOutside } from '../page/outside.ts';
import { isElement, oneLine, withoutMarkup, type Page, type Selection } from '../page/page.ts';
import { densest, isProse, looseBlocks, textBefore, type Block } from './loose-text.ts';

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
/** A text that is sold shows no more of it. */
const longestTeaser = 700;
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
      found.push(...textBefore(element));
      if (text === null) return;
      found.push(text);
      linked += oneLine(inside.find('a').text())?.length ?? 0;
    });
  return textOf(found, linked);
}

/** The text in a scope that no paragraph holds. */
function looseIn(page: Page, scope: Selection): Block[] {
  const [element] = scope.toArray();
  if (element === undefined || !isElement(element)) return [];
  const isLeftOut = (inside: typeof element) =>
    page.isIn(inside, outside) || isOutside(page, inside);
  return looseBlocks(element, isLeftOut).filter(isProse);
}

function textOfBlocks(blocks: readonly Block[]): Text {
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  return textOf(
    blocks.slice(0, mostParagraphs).map(({ text }) => text),
    linked,
  );
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

/** What the first paragraph is called where it stands before the others, apart. */
const leadWords = ['lead', 'lede'];
const mostBeside = 4;
const longestLead = 1_000;
/** A standfirst says what the text says once more: it shares more of its words. */
const fewShared = 0.4;

/** The first paragraph where it stands before the body in an element of its own. */
function leadBefore(page: Page, body: Selection, [first]: readonly string[]): string[] {
  const before = body.prevAll().slice(0, mostBeside).toArray();
  for (const element of before) {
    if (/^h\d$/u.test(element.name)) break;
    const words = page.words(element);
    if (!leadWords.some((word) => words.has(word)) || page.isIn(element, outside)) continue;
    const text = textWithin(element, longestLead);
    const isLead =
      text.length >= leastLength && text.length < longestLead && isProse({ text, linked: 0 });
    if (isLead && first !== undefined && sharedWords(text, first) < fewShared) return [text];
  }
  return [];
}

/** What is sold may show only how it begins, though linked data have all of it. */
function wholeText(page: Page, body: Selection, text: Text, inData: unknown): string[] {
  const { paragraphs } = text;
  if (text.length < longestTeaser) {
    const all = inLines(inData);
    if (all.length > 2 * text.length) return all.paragraphs;
  }
  return [...leadBefore(page, body, paragraphs), ...leadInHeading(page, body), ...paragraphs];
}

/** A first paragraph that is marked as a heading: it begins with a dateline, as no heading does. */
function leadInHeading(page: Page, body: Selection): string[] {
  const [heading] = body.find('p, h2, h3').slice(0, 1).toArray();
  if (heading === undefined || heading.name === 'p' || page.isIn(heading, outside)) return [];
  const text = textWithin(heading, longestLead);
  const isLead = text.length >= leastLength && isProse({ text, linked: 0 });
  return isLead && splitDateline(text) !== null ? [text] : [];
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
    const body = page.$(selector).first();
    const text = inScope(page, body);
    if (isGood(text)) return wholeText(page, body, text, article['articleBody']);
    if (text.length > best.length) best = text;
  }
  const inData = inLines(article['articleBody']);
  if (isGood(inData)) return inData.paragraphs;
  for (const selector of bodies) {
    const loose = textOfBlocks(looseIn(page, page.$(selector).first()));
    if (isGood(loose)) return loose.paragraphs;
  }
  const all = inScope(page, page.$.root());
  const found = await readable(page);
  if (isGood(found)) return found.paragraphs;
  const loose = textOfBlocks(densest(looseIn(page, page.$('body, html').last())));
  if (isGood(loose)) return loose.paragraphs;
  return [best, all, found].find(({ length }) => length >= leastLength)?.paragraphs ?? [];
}
