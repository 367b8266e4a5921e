import { statedCount, writtenNumber } from '../../core/discussion/comment-count.ts';
import type { CommentSystem } from '../../core/story/comment-system.ts';
import { isElement, type Element } from '../../markup/nodes.ts';
import { partedText } from '../../markup/parted-text.ts';
import type { Scan } from '../../markup/scan.ts';
import { markupWords } from '../../text/markup-words.ts';

/** How a comment system is recognised in a page's source. */
interface Marks {
  system: CommentSystem;
  /** One of them is in every mark, in lower case: they are all searched at once. */
  parts: readonly string[];
  /** What only a page that shows its comments has. */
  sure: RegExp;
  /** A mention, which counts where the page speaks of comments. */
  mention?: RegExp;
}

/**
 * The first that fits is taken, so a system that others replaced stands last. Sources: the embedding
 * instructions of each system.
 */
const systems: readonly Marks[] = [
  {
    system: 'disqus',
    parts: ['disqus'],
    sure: /\bdisqus_(?:thread|shortname|config|identifier)\b|\.disqus\.com\/(?:embed|count)\b|\bid=["']?disqus/iu,
  },
  {
    system: 'coral',
    parts: ['coral', 'static/embed', 'assets/js/embed'],
    sure: /\bcoral[-_](?:talk|thread|stream|embed|comments)|\bCoral\.createStreamEmbed\b|\b(?:talk|coral)[\w.-]{0,60}\/(?:static|assets\/js)\/embed\b/iu,
    mention: /\.coralproject\.net\b/iu,
  },
  {
    system: 'viafoura',
    parts: ['viafoura', 'vf-'],
    sure: /\bvf-(?:conversations|widget|tray-trigger)\b|\bcdn\.viafoura\b|\bviafoura-comments?\b|\bviafouraComments(?:&quot;|")\s?:\s?(?:&quot;|")?true/iu,
    mention: /\bviafoura\b/iu,
  },
  {
    system: 'openweb',
    parts: ['spotim', 'spot.im', 'spot-im', 'openweb'],
    sure: /\bdata-spotim-|\bspotim-module\b|\bspot-im-(?:conversation|replies)|\blauncher\.spot\.im\b|\bopenwebEnabled\s?=\s?true/iu,
    mention: /\bspot\.im\b|\bopenweb\b/iu,
  },
  { system: 'hyvor', parts: ['hyvor'], sure: /\bhyvor-talk-comments\b|\btalk\.hyvor\.com\b/iu },
  {
    system: 'vuukle',
    parts: ['vuukle'],
    sure: /\bvuukle-comments?\b|\bcdn\.vuukle\.com\b/iu,
    mention: /\bvuukle/iu,
  },
  {
    system: 'fastcomments',
    parts: ['fastcomments'],
    sure: /\bfastcomments(?:-widget|ui|\.com\/js)/iu,
  },
  {
    system: 'insticator',
    parts: ['insticator'],
    sure: /\binsticator-commenting\b|\binsticator commenting\b/iu,
    mention: /\binsticator\b/iu,
  },
  { system: 'remark42', parts: ['remark'], sure: /\bremark_config\b|\bid=["']?remark42\b/iu },
  { system: 'isso', parts: ['isso'], sure: /\bdata-isso=|\bid=["']?isso-thread\b/iu },
  { system: 'giscus', parts: ['giscus'], sure: /\bgiscus\.app\/client\.js/iu },
  { system: 'utterances', parts: ['utteranc'], sure: /\butteranc\.es\/client\.js/iu },
  {
    system: 'discourse',
    parts: ['discourse'],
    sure: /\bdiscourseEmbedUrl\b|\bid=["']?discourse-comments\b/iu,
  },
  {
    system: 'facebook',
    parts: ['fb-comments', 'fb:comments'],
    sure: /\bclass=["']?[^"'<>]{0,200}\bfb-comments\b|<fb:comments\b/iu,
  },
  {
    system: 'wordpress',
    parts: ['wp-comments-post', 'commentform', 'comment-respond'],
    sure: /\/wp-comments-post\.php\b|\bid=["']?commentform\b|\bcomment-respond\b/iu,
  },
  {
    system: 'livefyre',
    parts: ['livefyre'],
    sure: /\blivefyre-(?:comments|url|article|embed)|\blivefyre\.com\//iu,
    mention: /\blivefyre/iu,
  },
];

/** What a page says of comments that it does not hold itself. */
export interface NamedSystem {
  system: CommentSystem;
  /** Where on the page they are shown; `null` when it is not known. */
  fragment: string | null;
  /** In an element that shows it; `null` when the page does not say. */
  count: number | null;
}

const nouns = new Set(
  'comments commenting kommentare kommentarbereich leserkommentare commentaires comentarios comentários commenti reacties kommentarer cmts'.split(
    ' ',
  ),
);
const singular = new Set('comment kommentar commentaire comentario commento reactie'.split(' '));
const parts = new Set(
  'section list container wrapper area box form app module thread count counter button btn teaser link stream counts number bubble'.split(
    ' ',
  ),
);
const notOurs = new Set('policy recent latest most popular card headline related'.split(' '));
/** A quick look at names, before they are split into words. */
const mayNameComments = /om+ent|reactie|cmts/iu;
/** Attributes in which sites name their parts. */
const naming = ['class', 'id', 'data-testid', 'data-test-id', 'data-component', 'data-module'];

/** True for words that name a place for comments, or a button or count that leads there. */
function namesComments(words: ReadonlySet<string>): boolean {
  let isNoun = false;
  let isSingular = false;
  let isPart = false;
  for (const word of words) {
    if (notOurs.has(word)) return false;
    isNoun ||= nouns.has(word);
    isSingular ||= singular.has(word);
    isPart ||= parts.has(word);
  }
  return isNoun || (isSingular && isPart);
}

/** True inside of menus and of links to other pages: they lead to other stories' comments. */
function leadsAway(element: Element): boolean {
  let at: Element | null = element;
  for (let up = 0; at && up < 12; up += 1) {
    if (at.name === 'nav') return true;
    const { href } = at.attribs;
    if (at.name === 'a' && href !== undefined && !href.includes('#')) return true;
    at = at.parent && isElement(at.parent) ? at.parent : null;
  }
  return false;
}

/** A number with a few words around it. */
const amongWords =
  /^\D{0,20}?(\d(?:[\d.,'’\s]{0,14}\d)?(?: ?(?:k|m|mil|tsd|mio|mln|тыс|млн|万)(?!\p{L}))?)\D{0,20}$/iu;
const mostPieces = 4;

/** The number that an element shows, which its words say are comments; of two, that of its noun. */
function countOf(element: Element, page: Scan): number | null {
  const { from, to } = page.rangeOf(element);
  const shown = to - from <= mostPieces ? partedText(page.pieces.slice(from, to)) : '';
  for (const text of [element.attribs['aria-label'], element.attribs['data-count'], shown]) {
    const line = (text ?? '').slice(0, 60).trim();
    const count = statedCount(line) ?? writtenNumber(amongWords.exec(line)?.[1] ?? '');
    if (count !== null) return count;
  }
  return null;
}

/** Where a page has its comments, by the words of its elements' names; `null` when nowhere. */
function namedPlace(page: Scan): Omit<NamedSystem, 'system'> | null {
  let place: Omit<NamedSystem, 'system'> | null = null;
  for (const element of page.elements) {
    const { attribs } = element;
    const names = naming.flatMap((name) => attribs[name] ?? []);
    const href = attribs['href']?.startsWith('#') ? attribs['href'].slice(1) : null;
    const leads = href !== null && mayNameComments.test(href) && namesComments(markupWords(href));
    const isNamed =
      names.some((name) => mayNameComments.test(name)) && namesComments(markupWords(...names));
    if (!leads && !isNamed) continue;
    if (element.name === 'body' || element.name === 'html' || leadsAway(element)) continue;
    place ??= { fragment: null, count: null };
    place.fragment ??= (href === '' ? null : href) ?? attribs['id'] ?? null;
    place.count ??= countOf(element, page);
    if (place.fragment !== null && place.count !== null) break;
  }
  return place;
}

const marksOf = new Map(systems.flatMap((marks) => marks.parts.map((part) => [part, marks])));
const anyPart = new RegExp(
  [...marksOf.keys()].map((part) => part.replaceAll('.', String.raw`\.`)).join('|'),
  'gi',
);
/** No mark begins or ends farther from its part. UTF-16 units. */
const longestMark = { before: 300, after: 100 };

/** The passages of a source that may have a system's marks, by system. */
function passages(source: string): Map<Marks, string[]> {
  const ranges = new Map<Marks, { from: number; to: number }[]>();
  for (const { 0: part, index } of source.matchAll(anyPart)) {
    const marks = marksOf.get(part.toLowerCase());
    if (!marks) continue;
    const found = ranges.get(marks) ?? [];
    ranges.set(marks, found);
    const last = found.at(-1);
    const to = index + part.length + longestMark.after;
    if (last && index - longestMark.before <= last.to) last.to = to;
    else found.push({ from: Math.max(0, index - longestMark.before), to });
  }
  const passagesOf = (found: readonly { from: number; to: number }[]) =>
    found.map(({ from, to }) => source.slice(from, to));
  return new Map([...ranges].map(([marks, found]) => [marks, passagesOf(found)]));
}

/** The comment system that a page's source names, or one of the site's own; `null` for neither. */
export function readCommentSystem(source: string, page: Scan): NamedSystem | null {
  const place = namedPlace(page);
  const where = place ?? { fragment: null, count: null };
  const found = passages(source);
  const first = (isMark: (marks: Marks, passage: string) => boolean) =>
    systems.find((marks) => found.get(marks)?.some((passage) => isMark(marks, passage)));
  const sure = first((marks, passage) => marks.sure.test(passage));
  const mentioned =
    sure || !place ? null : first((marks, passage) => marks.mention?.test(passage) === true);
  const system = sure?.system ?? mentioned?.system ?? (place ? 'own' : null);
  return system === null ? null : { system, ...where };
}
