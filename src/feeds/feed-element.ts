import { Attributes, noAttributes } from './attributes.ts';
import type { Scope } from './names.ts';

/** An element of a feed that the mapping reads, under its canonical name ("dc:creator"). */
export interface FeedElement {
  readonly name: string;
  /** Names canonical ("thr:count", "href"); values decoded, cut at the limits of the reading. */
  readonly attributes: Attributes;
  /** Its own character data, decoded; that of elements inside it is not in it. */
  text: string;
  /** What stands between its tags as it was written, when that has elements in it. */
  markup: string | null;
  /** The address that relative links in it are resolved against (`xml:base`). */
  readonly base: string;
  /** Those that the mapping reads; only what {@link hasElements} has any. */
  readonly children: FeedElement[];
}

/** RSS elements that hold text alone: a new element inside one means its end tag was forgotten. */
const textOnly = new Set(['rss:title', 'rss:link', 'rss:guid', 'rss:pubdate', 'rss:comments']);

const containers = new Set(['atom:author', 'rss:author', 'media:group', 'media:content']);

const noChildren: FeedElement[] = [];

export function holdsTextAlone(name: string): boolean {
  return textOnly.has(name);
}

/** Whether elements inside one of this name are read by themselves; in all others they are markup. */
export function hasElements(name: string): boolean {
  return containers.has(name);
}

export function newElement(
  name: string,
  attributes: Attributes,
  scope: Scope,
  base: string,
): FeedElement {
  return {
    name,
    attributes: canonicalAttributes(attributes, scope),
    text: '',
    markup: null,
    base,
    children: hasElements(name) ? [] : noChildren,
  };
}

/** An RSS 1.0 item's identity is an attribute of the item itself: it becomes an element of ours. */
export function entryStart(attributes: Attributes, scope: Scope, base: string): FeedElement[] {
  const text = canonicalAttributes(attributes, scope).get('rdf:about');
  return text ? [{ ...newElement('rdf:about', noAttributes, scope, base), text }] : [];
}

function canonicalAttributes(attributes: Attributes, scope: Scope): Attributes {
  if (!attributes.hasPrefix()) return attributes;
  const canonical = new Attributes();
  for (const [name, value] of attributes.all()) canonical.add(scope.attributeName(name), value);
  return canonical;
}
