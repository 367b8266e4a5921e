import type { CheerioAPI } from 'cheerio/slim';

export type ChildNode = ReturnType<CheerioAPI['root']>[number]['children'][number];
export type Element = Extract<ChildNode, { attribs: object }>;
export type TextNode = ChildNode & { data: string };
/** An element or a document. */
export type ParentNode = NonNullable<ChildNode['parent']>;

export function isElement(node: ChildNode | ParentNode): node is Element {
  return 'attribs' in node;
}

/** True for text alone: a comment is none. */
export function isText(node: ChildNode): node is TextNode {
  return 'data' in node && node.nodeType === 3;
}

const unread = new Set(
  'script style template noscript svg head title select option iframe object math textarea'.split(
    ' ',
  ),
);

/** False for elements whose text nobody reads on the page. */
export function isRead({ name }: Element): boolean {
  return !unread.has(name);
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** True for an element that ends the line before it and its own last one. */
export function breaksLine({ name }: Element): boolean {
  return !inline.has(name);
}
