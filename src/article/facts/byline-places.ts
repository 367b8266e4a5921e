import { markupWords } from '../../text/markup-words.ts';
import { setOfAll } from '../../languages/words.ts';
import { beginsSigned } from '../../credits/line/prefilter.ts';
import { sharedWords } from '../text/shared-words.ts';
import {
  isElement,
  isText,
  oneLine,
  type ChildNode,
  type Element,
  type Page,
} from '../page/page.ts';

/** Where a byline is: between headline and text, before the headline, or after much of the text. */
export type Zone = 'head' | 'before' | 'late';

export interface BylinePlace {
  element: Element;
  zone: Zone;
  /** Its markup calls it a byline; else only an author's name, or its text begins with "By". */
  kind: 'byline' | 'author' | 'line';
}

const mostVisits = 30_000;
const mostPlaces = 40;
/** So much text after the headline, in UTF-16 units, and the article has begun. */
const textBeforeLate = 500;
const longestLine = 150;
/** An element with more text is more than a byline. */
const longestByline = 600;

/** Elements that hold no byline; in lower case. */
const passedOver = new Set(
  'nav footer form script style template svg figure figcaption button select noscript iframe head'.split(
    ' ',
  ),
);
const authorWords = setOfAll(({ credits }) => credits?.works?.byline);
/** A quick look at the names in markup, before they are split into words. */
const mayName = new RegExp(
  [
    'by.?line',
    ...[...authorWords].filter((word) => /^[a-z]{4,}$/u.test(word)).map((word) => word.slice(0, 4)),
  ].join('|'),
  'iu',
);
/** Parts of a page with authors of their own. */
const apart =
  /^(?:comments?|commentlist|kommentare?|replies|related|teasers?|recommend\w*|popular|trending|sidebar|newsletter|promo|carousel|latest|widget|captions?|photo\w*|images?|figure|picture|avatar|gallery|video|player|social|share|sharing|tags?|menu|breadcrumbs?|bio|biography|modal|popup|tooltip)$/u;
const mayBeApart =
  /comment|komment|repl|relat|teaser|recom|popular|trend|sideb|newsl|promo|carous|latest|widget|caption|photo|image|figure|pictur|avatar|gallery|video|player|social|shar|tag|menu|breadc|bio|modal|popup|tooltip/iu;

function namesIn({ attribs }: Element): string[] {
  const { class: classes, id, itemprop, rel } = attribs;
  return [classes, id, itemprop, rel, attribs['data-testid'], attribs['data-component']]
    .concat(attribs['data-test'], attribs['data-qa'], attribs['data-gtm'])
    .filter((name) => name !== undefined && name !== '')
    .map((name) => (name ?? '').slice(0, 300));
}

/** The heading that is the article's, and all that it is in. */
function headingOf({ $, meta }: Page): { heading: Element | null; around: ReadonlySet<unknown> } {
  const title = meta('og:title', 'twitter:title') ?? oneLine($('title').first().text(), 300) ?? '';
  const headings = $('h1').slice(0, 6).toArray().filter(isElement);
  const scored = headings.map((element) =>
    sharedWords(oneLine($(element).text(), 300) ?? '', title),
  );
  const best = scored.indexOf(Math.max(...scored));
  const heading = headings[best] ?? null;
  const around = new Set<unknown>();
  for (let node = heading?.parent; node; node = node.parent) around.add(node);
  return { heading, around };
}

/** Text of an element, cut soon after `longest` units or 80 nodes. */
function shortText(element: Element, longest: number): string {
  const pending: ChildNode[] = [element];
  let text = '';
  for (let visits = 0; visits < 80 && text.length <= longest; visits += 1) {
    const node = pending.pop();
    if (node === undefined) break;
    if (isText(node)) text += node.data.slice(0, longest * 2);
    else if (isElement(node)) {
      text += ' ';
      for (let child = node.lastChild; child; child = child.prev) pending.push(child);
    }
  }
  return text;
}

function isLine(element: Element): boolean {
  const { name } = element;
  if (!/^(?:p|div|span|li|address|cite|em|i|h[2-6]|small|strong|b|td)$/u.test(name)) return false;
  const text = shortText(element, longestLine).trim();
  return text.length > 4 && text.length < longestLine && beginsSigned(text);
}

/** What class names and the like say of an element. */
interface Named {
  isApart: boolean;
  kind: BylinePlace['kind'] | null;
}

/** "hasnt-bio", "is-not-video": what an element does not have. */
const without = /(?:^|\s)(?:hasnt|has-no|no|non|not|is-not|without)-\S+/giu;
/** A byline is called by its date, and by the count of comments that is in it. */
const dated = new Set(['date', 'datetime', 'timestamp', 'dateline']);

function namedBy(written: string): Named {
  const names = written.replaceAll(without, ' ');
  if (!mayName.test(names) && !mayBeApart.test(names)) return { isApart: false, kind: null };
  const words = markupWords(names);
  const isByline =
    words.has('byline') || words.has('bylines') || (words.has('by') && words.has('line'));
  const isAuthor = [...words].some((word) => authorWords.has(word));
  return {
    isApart: !isByline && [...words].some((word) => apart.test(word)) && !isAny(words, dated),
    kind: isByline ? 'byline' : isAuthor ? 'author' : null,
  };
}

function isAny(words: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  for (const word of words) if (list.has(word)) return true;
  return false;
}

function kindOf(element: Element, { kind }: Named): BylinePlace['kind'] | null {
  if (kind !== null && shortText(element, longestByline).trim().length <= longestByline)
    return kind;
  return isLine(element) ? 'line' : null;
}

/** What a node is inside of: a line may hold a name's element. */
type Within = 'name' | 'line' | null;

/** The places of a page that may sign its article, in the order of the page; takes time by its size. */
export function bylinePlaces(page: Page): BylinePlace[] {
  const { heading, around } = headingOf(page);
  const places: BylinePlace[] = [];
  const known = new Map<string, Named>();
  let visits = 0;
  let zone: Zone = heading === null ? 'head' : 'before';
  let text = 0;
  const pending: { node: ChildNode; within: Within }[] = [];
  const enter = (parent: { lastChild: ChildNode | null }, within: Within) => {
    for (let child = parent.lastChild; child; child = child.prev)
      pending.push({ node: child, within });
  };
  const root = page.$.root().get(0);
  if (root) enter(root, null);
  while (pending.length > 0 && visits < mostVisits && places.length < mostPlaces) {
    visits += 1;
    const next = pending.pop();
    if (next === undefined) break;
    const { node, within } = next;
    if (!isElement(node) || passedOver.has(node.name)) continue;
    if (node === heading) {
      zone = 'head';
      continue;
    }
    const names = namesIn(node).join(' ');
    const said = known.get(names) ?? namedBy(names);
    known.set(names, said);
    const isAround = around.has(node);
    if (!isAround && (said.isApart || (node.name === 'aside' && said.kind === null))) continue;
    if (node.name === 'p' && zone === 'head') {
      text += shortText(node, textBeforeLate).trim().length;
      if (text > textBeforeLate) zone = 'late';
    }
    const kind = isAround || within === 'name' ? null : kindOf(node, said);
    if (kind && !(kind === 'line' && within === 'line')) places.push({ element: node, zone, kind });
    enter(node, kind === null ? within : kind === 'line' ? 'line' : 'name');
  }
  return places;
}
