import type { CheerioAPI } from 'cheerio/slim';
import { commentFields } from '../../markup/comment-fields.ts';
import type { FoundComment } from '../../markup/comment-units.ts';
import { bareName } from '../../markup/comment-words.ts';
import { isElement, type ChildNode, type Element } from '../../markup/nodes.ts';
import type { Scan } from '../../markup/scan.ts';
import { oneLine } from '../comment-text.ts';
import { mostComments } from '../source.ts';
import type { PageComment, SelectedFields } from './comments.ts';
import type { Layout } from './layouts.ts';

type Owners = ReadonlyMap<ChildNode, Element>;

/** The comment that each node inside of one belongs to: the innermost. */
function ownersOf(root: Element['parent'], comments: ReadonlySet<ChildNode>): Owners {
  const owners = new Map<ChildNode, Element>();
  const pending = [...(root?.children ?? [])];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isElement(node)) continue;
    const owner = comments.has(node) ? node : owners.get(node);
    for (const child of node.children) {
      if (owner) owners.set(child, owner);
      pending.push(child);
    }
  }
  return owners;
}

/** A selector that is relative to the comment, as one for the whole page. */
function absolute(selector: string, comment: string): string {
  const scoped = selector.trim().replaceAll(':scope', `:is(${comment})`);
  return /^[>+~]/u.test(scoped) ? `:is(${comment}) ${scoped}` : scoped;
}

/** Each comment's first element for a field; earlier selectors of a list before later ones. */
function fieldOf(
  $: CheerioAPI,
  { comment }: Layout,
  selector: string | undefined,
  owners: Owners,
): Map<Element, Element> {
  const found = new Map<Element, Element>();
  if (selector === undefined) return found;
  for (const one of selector.includes('(') ? [selector] : selector.split(', ')) {
    const own = new Map<Element, Element>();
    for (const element of $(absolute(one, comment)).toArray()) {
      const owner = owners.get(element);
      if (owner && !own.has(owner) && isElement(element)) own.set(owner, element);
    }
    for (const [owner, element] of own) if (!found.has(owner)) found.set(owner, element);
  }
  return found;
}

/** The comments that the operator's selectors find; what they leave open is read by structure. */
export function selectedComments($: CheerioAPI, layout: Layout, page: Scan): PageComment[] {
  const elements = $(layout.comment).slice(0, mostComments).toArray().filter(isElement);
  const owners = ownersOf($.root().get(0) ?? null, new Set(elements));
  const field = (selector: string | undefined) => fieldOf($, layout, selector, owners);
  const [authors, texts, times] = [field(layout.author), field(layout.text), field(layout.time)];
  const [permalinks, parents] = [field(layout.permalink), field(layout.parent)];
  const own = ownPieces(page, owners, new Set(elements));
  const byElement = new Map<Element, FoundComment>();
  return elements.map((element) => {
    const [author, text, time] = [authors, texts, times].map((map) => map.get(element));
    const pieces = own.get(element) ?? [];
    const isOf = (part: Element | undefined) => (at: number) => {
      const range = part && page.rangeOf(part);
      return range !== undefined && at >= range.from && at < range.to;
    };
    const stamp = pieces.find(isOf(time)) ?? pieces.find((at) => page.pieces[at]?.stamp) ?? -1;
    const fields = commentFields(pieces, stamp, page);
    if (text) fields.text = pieces.filter(isOf(text)).filter((at) => !page.pieces[at]?.isButton);
    else fields.text = fields.text.filter((at) => !isOf(author)(at) && !isOf(time)(at));
    if (text) fields.opening = null;
    const outer = owners.get(element);
    const found: FoundComment = {
      nodes: [element],
      element,
      parent: (outer && byElement.get(outer)) ?? null,
      fields,
      stamp,
      time: page.pieces[stamp]?.stamp?.time ?? '',
    };
    byElement.set(element, found);
    const textAt = (part: Element) =>
      oneLine(
        pieces
          .filter(isOf(part))
          .map((at) => page.pieces[at]?.text ?? '')
          .join(''),
      );
    const selected: SelectedFields = {
      ...(author && { author: bareName(textAt(author)) }),
      ...(text && { text }),
      ...(time && { times: timeForms(time, textAt(time)) }),
      ...reference('permalink', permalinks.get(element)),
      ...parentOf(parents.get(element), textAt),
    };
    return { found, selected };
  });
}

function timeForms({ attribs }: Element, text: string): string[] {
  const stated = [attribs['datetime'], attribs['content'], attribs['title'], text];
  return stated.flatMap((form) => (form === undefined ? [] : [oneLine(form)]));
}

function reference(name: 'permalink', element: Element | undefined) {
  const link = element?.attribs['href'] ?? firstLink(element);
  return link === undefined ? {} : { [name]: link };
}

function firstLink(element: Element | undefined): string | undefined {
  const inner = element?.children.slice(0, 20).find((node) => isElement(node) && node.name === 'a');
  return inner && isElement(inner) ? inner.attribs['href'] : undefined;
}

function parentOf(element: Element | undefined, textAt: (element: Element) => string) {
  if (!element) return {};
  const { attribs } = element;
  const fragment = attribs['href']?.split('#')[1];
  return { parent: attribs['data-parent-id'] ?? fragment ?? textAt(element) };
}

/** The pieces of each comment, without those of the comments inside it. */
function ownPieces(
  page: Scan,
  owners: Owners,
  comments: ReadonlySet<ChildNode>,
): Map<Element, number[]> {
  const own = new Map<Element, number[]>();
  page.pieces.forEach(({ node }, at) => {
    const owner = comments.has(node) && isElement(node) ? node : owners.get(node);
    if (!owner) return;
    const pieces = own.get(owner) ?? [];
    pieces.push(at);
    own.set(owner, pieces);
  });
  return own;
}
