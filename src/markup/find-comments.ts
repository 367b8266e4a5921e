import { statedCount } from '../core/discussion/comment-count.ts';
import { isCommentHeading } from './comment-words.ts';
import { CommentUnits, type FoundComment } from './comment-units.ts';
import { isElement, type ChildNode, type Element } from './nodes.ts';
import { partedText } from './parted-text.ts';
import type { Range, Scan } from './scan.ts';

/** A part of a page that has comments, or is meant for them. */
export interface CommentSection {
  comments: readonly FoundComment[];
  /** All of its text, its heading's included. */
  range: Range;
  /** What its heading says; `null` without a number. */
  count: number | null;
}

/** Neighbouring nodes that may hold comments. */
interface Region {
  host: Element;
  nodes: readonly ChildNode[];
  range: Range;
  count: number | null;
  evidence: 'heading' | 'counted heading' | 'words';
}

const sectionNouns = new Set(
  'comments commentaires comentarios commenti kommentare comentários reacties kommentarer discussion discussions disqus respond responses livefyre'.split(
    ' ',
  ),
);
const sectionParts = new Set(
  'list section thread threads area container wrapper block box stream module feed wrap'.split(' '),
);
const noSections = new Set(['html', 'body', 'main', 'article']);
const headingTags = new Set('h1 h2 h3 h4 h5 h6 th legend caption dt summary'.split(' '));
const headingWords = new Set('title heading header headline count counter label'.split(' '));
const mostRegions = 20;
const longestHeading = 80;
/** Longer texts are comments only where their markup says so. */
const longestUnmarked = 4_000;

/** A quick look at names, before they are split into words: each noun has one of these. */
const mayNameSection = /om+ent|coment|reacties|discussion|disqus|respon[ds]|livefyre/iu;

/** True for words that say an element is for comments. They are evidence, and decide nothing alone. */
function namesSection(words: ReadonlySet<string>): boolean {
  for (const word of words) if (sectionNouns.has(word)) return true;
  if (!words.has('comment')) return false;
  for (const word of words) if (sectionParts.has(word)) return true;
  return false;
}

function wordRegions(page: Scan, headline: number): Region[] {
  const regions: Region[] = [];
  let end = 0;
  for (const element of page.elements) {
    if (regions.length >= mostRegions) break;
    const range = page.rangeOf(element);
    if (
      range.to <= end ||
      noSections.has(element.name) ||
      (range.from <= headline && headline < range.to)
    )
      continue;
    const { class: names = '', id = '' } = element.attribs;
    const isNamed =
      (mayNameSection.test(names) && namesSection(page.wordsOf(element))) ||
      (mayNameSection.test(id) && namesSection(page.idWordsOf(element)));
    if (!isNamed) continue;
    regions.push({ host: element, nodes: element.children, range, count: null, evidence: 'words' });
    end = range.to;
  }
  return regions;
}

/** A line that says that comments follow. */
interface Heading {
  line: Range;
  count: number | null;
  isSure: boolean;
}

function headingIn(line: Range, page: Scan): Heading | null {
  if (line.to - line.from > 8) return null;
  const pieces = page.pieces.slice(line.from, line.to);
  const text = partedText(pieces);
  if (text === '' || text.length > longestHeading) return null;
  const count = statedCount(text);
  if (count === null && !isCommentHeading(text)) return null;
  const [first] = pieces;
  const isSure = first !== undefined && isHeadingHolder(first.holder, page);
  const isLink = pieces.some(
    ({ link, isButton }) => isButton || (link !== null && !link.attribs['href']?.startsWith('#')),
  );
  return !isSure && (isLink || count === null) ? null : { line, count, isSure };
}

function isHeadingHolder(holder: Element | null, page: Scan): boolean {
  let element = holder;
  for (let up = 0; element && up < 4; up += 1) {
    if (headingTags.has(element.name)) return true;
    const words = page.wordsOf(element);
    for (const word of words) if (headingWords.has(word)) return true;
    element = element.parent && 'attribs' in element.parent ? element.parent : null;
  }
  return false;
}

/** What follows a heading in the smallest element that has times after it. */
function regionAfter({ line, count }: Heading, page: Scan): Region | null {
  const first = page.pieces[line.from];
  let element = first?.holder ?? null;
  for (let up = 0; element && up < 400; up += 1) {
    const range = page.rangeOf(element);
    const after = { from: line.to, to: range.to };
    if (after.to > after.from && page.stamps(after) > 0) {
      const nodes = element.children.filter((node) => page.rangeOf(node).from >= line.to);
      const evidence = count === null ? 'heading' : 'counted heading';
      return { host: element, nodes, range: { from: line.from, to: range.to }, count, evidence };
    }
    element = element.parent && isElement(element.parent) ? element.parent : null;
  }
  return null;
}

/** How much of a page is taken for comments: by its heading, its names, and what each comment shows. */
function isCredible(comments: readonly FoundComment[], region: Region, page: Scan): boolean {
  if (comments.length === 0) return false;
  const most = (holds: (comment: FoundComment) => boolean) =>
    comments.filter(holds).length * 2 > comments.length;
  const isMarked = most(({ element }) => element !== null && page.marked.has(element));
  if (!isMarked && most(({ fields }) => fields.linked > 0.6)) return false;
  // A button for comments at an article's head: what follows is the article.
  if (!isMarked && most(({ fields }) => lengthOf(fields.text, page) > longestUnmarked))
    return false;
  const isCounted = region.count !== null && region.count >= comments.length && region.count > 0;
  const signs = [
    region.evidence !== 'words',
    isCounted,
    region.evidence === 'words' ||
      namesSection(page.wordsOf(region.host)) ||
      namesSection(page.idWordsOf(region.host)),
    most(({ fields }) => fields.actions > 0),
    most(({ fields }) => fields.hasVerb),
    isMarked || most(({ element }) => element !== null && namesComment(page.wordsOf(element))),
  ];
  return signs.filter(Boolean).length >= 2;
}

function lengthOf(text: readonly number[], { pieces }: Scan): number {
  return text.reduce((sum, at) => sum + (pieces[at]?.length ?? 0), 0);
}

function namesComment(words: ReadonlySet<string>): boolean {
  return (
    words.has('comment') ||
    words.has('kommentar') ||
    words.has('comentario') ||
    words.has('commentaire')
  );
}

function readRegion(region: Region, page: Scan): CommentSection | null {
  for (const isStrict of [true, false]) {
    const comments = new CommentUnits(page, isStrict).read(region.host, region.nodes, null);
    if (isCredible(comments, region, page))
      return { comments, range: region.range, count: region.count };
  }
  return null;
}

/** What a page says of its comments. */
export interface CommentsOnPage {
  /** `null` when none can be read. */
  section: CommentSection | null;
  /** The parts that are meant for comments, read or not. */
  places: readonly Range[];
  /** The number in a heading, when no comments are read. */
  count: number | null;
}

/**
 * The comments that stand in a page. A section is recognised by a heading or by the words of its
 * names; its comments by being of one shape, each with a name, a time and a text; and at least two
 * signs must agree.
 */
export function findComments(page: Scan): CommentsOnPage {
  const headline = headlinePiece(page);
  const headings = page.lines.flatMap((line) => headingIn(line, page) ?? []).slice(-mostRegions);
  const regions = [
    ...wordRegions(page, headline),
    ...headings.flatMap((heading) => regionAfter(heading, page) ?? []),
  ];
  let section: CommentSection | null = null;
  for (const region of regions) {
    // It would be read again: by its heading and by its name.
    if (section && section.range.from < region.range.to && region.range.from < section.range.to)
      continue;
    const read = readRegion(region, page);
    if (read && (section === null || read.comments.length > section.comments.length))
      section = read;
  }
  const places = [
    ...(section ? [section.range] : []),
    ...regions.filter(({ evidence }) => evidence === 'words').map(({ range }) => range),
    ...headings.filter(({ isSure }) => isSure).map(({ line }) => placeOf(line, page)),
  ];
  const counted = headings.find(({ count, isSure }) => isSure && count !== null);
  return { section, places, count: section?.count ?? counted?.count ?? null };
}

/** A heading, and what follows it in the element around it. */
function placeOf(line: Range, page: Scan): Range {
  let element = page.pieces[line.from]?.holder ?? null;
  for (let up = 0; element && up < 6; up += 1) {
    const { to } = page.rangeOf(element);
    if (to > line.to) return { from: line.from, to };
    element = element.parent && isElement(element.parent) ? element.parent : null;
  }
  return line;
}

/** The first piece of the article's headline: no comments stand around it. */
function headlinePiece(page: Scan): number {
  const heading = page.elements.find(({ name }) => name === 'h1');
  return heading ? page.rangeOf(heading).from : -1;
}

/** For each piece, 1 when it stands in a comment. */
export function commentPieces(page: Scan, { section }: CommentsOnPage): Uint8Array {
  const marks = new Uint8Array(page.pieces.length);
  for (const { nodes } of section?.comments ?? []) {
    for (const node of nodes) {
      const { from, to } = page.rangeOf(node);
      marks.fill(1, from, to);
    }
  }
  return marks;
}
