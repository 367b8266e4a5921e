import { statedCount } from '../../core/discussion/comment-count.ts';
import type { CommentsOnPage } from '../../markup/find-comments.ts';
import { isElement, type Element } from '../../markup/nodes.ts';
import type { Piece, Range, Scan } from '../../markup/scan.ts';
import { closingSentence } from './closed-discussion.ts';
import { oneLine } from '../comment-text.ts';
import type { PageComment } from './comments.ts';

/** What a page says around its comments. */
export interface Around {
  closing: string | null;
  count: number | null;
  hasMorePages: boolean;
  hasForm: boolean;
}

/** The closing note of a theme is a sentence or three. */
const longestNote = 600;
const longestHeading = 500;
const mostFollowing = 5;
const pageWords = new Set('pagination pager navigation nav paging pages'.split(' '));
const closedWords = new Set(['closed', 'geschlossen', 'cerrados', 'fermes']);
const commentNouns = new Set(['comment', 'comments', 'commenting', 'discussion', 'kommentare']);
const formWords = new Set(['comment', 'comments', 'commentform', 'respond', 'reply', 'kommentar']);
const moreWords =
  /^(?:(?:load|show|view|see|read) (?:all|more)|more|older|newer|next|previous|weitere|mehr|ältere|neuere|plus de|voir (?:plus|tous)|suivants?|más|ver (?:más|todos))(?!\p{L}).{0,50}$/iu;

interface Line {
  text: string;
  pieces: readonly Piece[];
}

/** The lines in the parts of a page that are for comments, but in no comment. */
function linesAround(
  page: Scan,
  comments: readonly PageComment[],
  places: readonly Range[],
): Line[] {
  const isOutside = new Uint8Array(page.pieces.length);
  for (const { from, to } of places) isOutside.fill(1, from, to);
  for (const { found } of comments) {
    for (const node of found.nodes) {
      const { from, to } = page.rangeOf(node);
      isOutside.fill(0, from, to);
    }
  }
  return page.lines
    .filter(({ from }) => isOutside[from] === 1)
    .map(({ from, to }) => {
      const pieces = page.pieces.slice(from, to);
      const isLong = pieces.reduce((sum, { length }) => sum + length, 0) > 3_000;
      return { pieces, text: isLong ? '' : oneLine(pieces.map(({ text }) => text).join('')) };
    });
}

/** What follows a list of comments beside it. */
function following(page: Scan, comments: readonly PageComment[]): Range[] {
  const list = comments[0]?.found.nodes[0]?.parent;
  if (!list || !isElement(list)) return [];
  const ranges = [page.rangeOf(list)];
  let next = list.next;
  for (let count = 0; next && count < mostFollowing; next = next.next) {
    if (!isElement(next)) continue;
    ranges.push(page.rangeOf(next));
    count += 1;
  }
  return ranges;
}

function hasAny(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of words) if (wanted.has(word)) return true;
  return false;
}

/** Themes name the closing note so, whatever its words are. */
function namedNote(page: Scan): string | null {
  for (const element of page.elements) {
    const words = page.wordsOf(element);
    if (!hasAny(words, closedWords) || !hasAny(words, commentNouns)) continue;
    const { from, to } = page.rangeOf(element);
    if (to === from || to - from > 10) continue;
    const text = oneLine(
      page.pieces
        .slice(from, to)
        .map((piece) => piece.text)
        .join(''),
    );
    if (text !== '' && text.length <= longestNote && !namesNothingElse(words)) return text;
  }
  return null;
}

/** "comments-closed" on a wrapper of everything is no note. */
function namesNothingElse(words: ReadonlySet<string>): boolean {
  return words.has('section') || words.has('area');
}

function noteIn(lines: readonly Line[], page: Scan): string | null {
  for (const { text } of lines) {
    const sentence = closingSentence(text);
    if (sentence !== null) return sentence;
  }
  for (const element of page.elements) {
    const { class: classes } = element.attribs;
    if (!classes || !/no-?comments/iu.test(classes.slice(0, 300))) continue;
    const { from, to } = page.rangeOf(element);
    const text = oneLine(
      page.pieces
        .slice(from, Math.min(to, from + 10))
        .map((piece) => piece.text)
        .join(''),
    );
    const sentence = closingSentence(text);
    if (sentence !== null) return sentence;
  }
  return null;
}

function countIn(lines: readonly Line[], page: Scan): number | null {
  const property = page.elements.find(({ attribs }) =>
    /(?:^|\s)commentCount(?:\s|$)/u.test((attribs['itemprop'] ?? '').slice(0, 200)),
  );
  if (property) {
    const { from, to } = page.rangeOf(property);
    const stated =
      property.attribs['content'] ??
      page.pieces
        .slice(from, Math.min(to, from + 3))
        .map(({ text }) => text)
        .join('');
    if (/^\s*\d{1,9}\s*$/u.test(stated)) return Number(stated);
  }
  for (const { text } of lines) {
    const count = text.length > longestHeading ? null : statedCount(text);
    if (count !== null) return count;
  }
  return null;
}

function leadsOn({ link, isButton, holder, text }: Piece, page: Scan): boolean {
  if (link === null && !isButton) return false;
  if (/(?:^|\s)(?:next|prev)(?:\s|$)/u.test((link?.attribs['rel'] ?? '').slice(0, 100)))
    return true;
  if (moreWords.test(oneLine(text).slice(0, 80))) return true;
  let element: Element | null = holder;
  for (let up = 0; element && up < 4; up += 1) {
    if (hasAny(page.wordsOf(element), pageWords)) return true;
    element = element.parent && isElement(element.parent) ? element.parent : null;
  }
  return false;
}

/** True when comments can be written: in a form that is named so, or in one where they stand. */
function hasForm(page: Scan, places: readonly Range[]): boolean {
  return page.forms.some(({ element, at, hasTextField }) => {
    const around =
      element.parent && isElement(element.parent) ? [element, element.parent] : [element];
    const isNamed = around.some(
      (one) => hasAny(page.wordsOf(one), formWords) || hasAny(page.idWordsOf(one), formWords),
    );
    const isIn = places.length === 0 || places.some(({ from, to }) => at >= from && at <= to);
    return isNamed || (hasTextField && isIn);
  });
}

export function readAround(
  page: Scan,
  onPage: CommentsOnPage,
  comments: readonly PageComment[],
): Around {
  const places = [...onPage.places, ...following(page, comments)];
  const lines = linesAround(page, comments, places);
  return {
    closing: namedNote(page) ?? noteIn(lines, page),
    count: onPage.section?.count ?? countIn(lines, page) ?? onPage.count,
    hasMorePages: lines.some(({ pieces }) => pieces.some((piece) => leadsOn(piece, page))),
    hasForm: hasForm(page, places),
  };
}
