import type { LinkedData } from './json-ld.ts';
import { isElement, isText, oneLine, type ChildNode, type Element, type Page } from './page.ts';

/** Properties that are asked for: the rest of a page's microdata is passed over. */
const asked = new Set(
  (
    'headline alternativeHeadline name author creator editor contributor datePublished dateModified image thumbnailUrl caption ' +
    'creditText copyrightHolder copyrightNotice url contentUrl width articleBody articleSection keywords commentCount ' +
    'interactionStatistic interactionCount interactionType userInteractionCount dateline description discussionUrl mainEntityOfPage'
  ).split(' '),
);
const mostItems = 200;
const mostValues = 2_000;
const longestText = { body: 20_000, other: 2_000 };
/** Readers' words, and pages that are only pointed to: not properties of the article around them. */
const apart = /^(?:comment|review|relatedLink|isPartOf|hasPart)$/u;
const readersClass = /(?:^|\s)(?:comments?|comment-list|commentlist|related|teaser)(?:\s|$)/u;

/** Properties whose value is where an element leads; that of others is what it says. */
const addressed = new Set(
  'image thumbnailUrl url contentUrl discussionUrl mainEntityOfPage interactionType'.split(' '),
);
const addressOf: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  audio: 'src',
  video: 'src',
  source: 'src',
  iframe: 'src',
  embed: 'src',
  object: 'data',
};

function words(text: string | undefined): string[] {
  return (text ?? '').slice(0, 500).split(/\s+/u).filter(Boolean).slice(0, 10);
}

/** The last part of a schema.org name, in any of its writings; `null` for other vocabularies. */
function schemaName(name: string): string | null {
  const bare = name.replace(/^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)/iu, '');
  return /^[a-z]{1,60}$/iu.test(bare) ? bare : null;
}

function names(...texts: (string | undefined)[]): string[] {
  return texts
    .flatMap(words)
    .map(schemaName)
    .filter((name) => name !== null);
}

const propertiesOf = ({ attribs }: Element) => names(attribs['itemprop'], attribs['property']);

function isItem({ attribs }: Element): boolean {
  return 'itemscope' in attribs || 'typeof' in attribs;
}

function textWithin(element: Element, longest: number): string | null {
  const pieces: string[] = [];
  let length = 0;
  const pending: ChildNode[] = [element];
  while (pending.length > 0 && length < longest) {
    const node = pending.pop();
    if (node === undefined) break;
    if (isText(node)) {
      const piece = node.data.slice(0, longest - length);
      pieces.push(piece);
      length += piece.length;
    } else if (isElement(node) && node.name !== 'script') {
      if (/^(?:p|div|li|h\d)$/u.test(node.name)) pieces.push('\n');
      for (const child of node.children.toReversed()) pending.push(child);
    }
  }
  return pieces.join('');
}

function valueOf(element: Element, property: string): string | null {
  const { name, attribs } = element;
  const address = addressed.has(property) ? attribs[addressOf[name] ?? ''] : undefined;
  const said = attribs['content'] ?? address;
  if (said !== undefined) return said.slice(0, longestText.other);
  const machine = name === 'time' ? attribs['datetime'] : attribs['value'];
  if (machine !== undefined) return machine.slice(0, 200);
  if (property === 'articleBody') return textWithin(element, longestText.body);
  return oneLine(textWithin(element, longestText.other), longestText.other);
}

type Item = Record<string, unknown>;

function newItem({ attribs }: Element): Item {
  const item: Item = { '@type': names(attribs['itemtype'], attribs['typeof']) };
  const id = attribs['itemid'] ?? attribs['resource'] ?? attribs['about'];
  if (id) item['@id'] = id.slice(0, longestText.other);
  return item;
}

function add(item: Item, property: string, value: unknown): void {
  const before = item[property];
  if (before === undefined) item[property] = value;
  else if (!Array.isArray(before)) item[property] = [before, value];
  else if (before.length < 50) before.push(value);
}

/** The number of comments as schema.org's first years had it: "UserComments:12". */
function withCount(item: Item): LinkedData {
  for (const count of [item['interactionCount']].flat()) {
    const said = typeof count === 'string' ? /^UserComments:(\d{1,9})$/u.exec(count)?.[1] : null;
    if (said) return { commentCount: said, ...item };
  }
  return item;
}

/**
 * The page's items of schema.org in microdata or RDFa Lite, in the shape of JSON-LD, those that are
 * no property of another. Properties that nothing here asks for, and what readers wrote, are left
 * out. https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/
 */
export function microdata({ $ }: Page): LinkedData[] {
  const roots: Item[] = [];
  const pending: { node: ChildNode; item: Item | null }[] = [];
  const referred = new Set<string>();
  let items = 0;
  let values = 0;
  let ids: ReadonlyMap<string, Element> | null = null;
  const byId = () =>
    (ids ??= new Map(
      $('[id]')
        .toArray()
        .reverse()
        .map((element) => [element.attribs['id'] ?? '', element]),
    ));
  const enter = (nodes: readonly ChildNode[], item: Item | null) => {
    for (const node of nodes.toReversed()) pending.push({ node, item });
  };
  enter($.root().get(0)?.children ?? [], null);
  while (pending.length > 0 && items < mostItems && values < mostValues) {
    const { node, item } = pending.pop() ?? {};
    if (!node || !isElement(node)) continue;
    const { attribs } = node;
    if (readersClass.test((attribs['class'] ?? '').slice(0, 500))) continue;
    const properties = propertiesOf(node);
    if (properties.some((property) => apart.test(property))) continue;
    const named = properties.filter((property) => asked.has(property));
    values += properties.length;
    const inner = isItem(node) ? newItem(node) : null;
    if (inner && !(item && properties.length > 0)) roots.push(inner);
    if (item) for (const property of named) add(item, property, inner ?? valueOf(node, property));
    if (inner) {
      items += 1;
      for (const id of words(attribs['itemref'])) {
        const element = referred.has(id) ? undefined : byId().get(id);
        referred.add(id);
        if (element) enter([element], inner);
      }
    }
    enter(node.children, inner ?? item ?? null);
  }
  return roots.map(withCount);
}
