import { isElement, isText, type ChildNode, type Element, type Page } from '../page/page.ts';

/** What a reader of the article's text is given at most: it reads the same text several times. */
const bounds = { elements: 4_000, depth: 50, length: 300_000, attribute: 100, escapes: 2_000 };
const keptAttributes = ['class', 'id', 'role', 'itemprop'] as const;
const leftOut = new Set(
  'script style template svg noscript iframe object button select textarea input form nav aside footer head title img picture video audio figure'.split(
    ' ',
  ),
);
const notShown = /display:\s{0,3}none|visibility:\s{0,3}hidden/iu;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** A parser makes a node of every escape, so there are bounds to them too. */
function escaper(): (text: string) => string {
  let written = 0;
  return (text) =>
    text.replaceAll(/[&<"]/gu, (mark) => {
      written += 1;
      return written > bounds.escapes ? ' ' : (escapes[mark] ?? mark);
    });
}

function openTag({ name, attribs }: Element, escaped: (text: string) => string): string {
  const kept = keptAttributes.flatMap((attribute) => {
    const value = attribs[attribute]?.slice(0, bounds.attribute);
    return value ? [` ${attribute}="${escaped(value)}"`] : [];
  });
  return `<${name}${kept.join('')}${name === 'a' ? ' href="/"' : ''}>`;
}

function isLeftOut(element: Element, isOutside: (element: Element) => boolean): boolean {
  const { name, attribs } = element;
  return (
    leftOut.has(name) ||
    'hidden' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    notShown.test((attribs['style'] ?? '').slice(0, 500)) ||
    isOutside(element)
  );
}

/**
 * The page's text with its structure and nothing else: no scripts, forms, pictures or addresses, a
 * few short attributes, elements too deep dissolved in what is around them, cut at 4,000 elements
 * or 300,000 characters. Takes time by the page's size.
 */
export function cleanMarkup(page: Page, outside: string): string {
  const { $ } = page;
  const isOutside = (element: Element) => page.isIn(element, outside);
  const pieces: string[] = [];
  const escaped = escaper();
  let elements = 0;
  let length = 0;
  /** What is still to be written, last first: nodes with their depth, and end tags. */
  const pending: ({ node: ChildNode; depth: number } | string)[] = [];
  const put = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  let endsWithSpace = false;
  /**
   * White space as one space, across neighbouring nodes: Readability searches long runs of it in time by
   * the square of their length.
   */
  const folded = (text: string) => {
    const short = text.slice(0, bounds.length - length).replaceAll(/[^\S\u2028]+/gu, ' ');
    const rest = endsWithSpace && short.startsWith(' ') ? short.slice(1) : short;
    if (rest !== '') endsWithSpace = rest.endsWith(' ');
    return rest;
  };
  const enter = (nodes: readonly ChildNode[], depth: number) => {
    for (const node of nodes.toReversed()) pending.push({ node, depth });
  };
  enter($.root().get(0)?.children ?? [], 0);
  while (pending.length > 0 && elements < bounds.elements && length < bounds.length) {
    const next = pending.pop();
    if (next === undefined) break;
    if (typeof next === 'string') {
      put(next);
    } else if (isText(next.node)) {
      put(escaped(folded(next.node.data)).replaceAll('\u2028', '<br>'));
    } else if (isElement(next.node)) {
      const { node, depth } = { node: next.node, depth: next.depth };
      if (isLeftOut(node, isOutside)) continue;
      const isShown = depth < bounds.depth && /^(?!html$|body$)[a-z][a-z0-6]*$/u.test(node.name);
      if (isShown) {
        elements += 1;
        put(openTag(node, escaped));
        pending.push(`</${node.name}>`);
      }
      enter(node.children, depth + 1);
    }
  }
  return pieces.join('');
}
