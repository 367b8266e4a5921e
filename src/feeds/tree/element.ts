import { Attributes, noAttributes } from '../markup/attributes.ts';
import type { ElementName, Scope } from './namespaces.ts';
import { absoluteUrl } from '../../text/url.ts';

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
  /** Those that the mapping reads; only an element with contents of "elements" has any. */
  readonly children: FeedElement[];
}

const noChildren: FeedElement[] = [];

export function newElement(
  { name, contents }: Pick<ElementName, 'name' | 'contents'>,
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
    children: contents === 'elements' ? [] : noChildren,
  };
}

const itemAddress = { name: 'rdf:about', contents: null };

/** An RSS 1.0 item's identity is an attribute of the item itself: it becomes an element of ours. */
export function entryStart(attributes: Attributes, scope: Scope, base: string): FeedElement[] {
  const text = canonicalAttributes(attributes, scope).get('rdf:about');
  return text ? [{ ...newElement(itemAddress, noAttributes, scope, base), text }] : [];
}

function canonicalAttributes(attributes: Attributes, scope: Scope): Attributes {
  if (!attributes.hasPrefix()) return attributes;
  const canonical = new Attributes();
  for (const [name, value] of attributes.all()) canonical.add(scope.attributeName(name), value);
  return canonical;
}

/** What relative addresses in an element are resolved against. */
export function baseOf(attributes: Attributes, outer: string): string {
  const written = attributes.get('xml:base');
  return (written && absoluteUrl(written, outer)) || outer;
}
