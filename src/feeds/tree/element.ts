import { Attributes, noAttributes } from '../markup/attributes.ts';
import type { ElementName, Scope } from './namespaces.ts';
import { absoluteUrl } from '../../text/url.ts';

/** An element that is read, under its usual prefix ("dc:creator"). */
export interface FeedElement {
  readonly name: string;
  /** Names under their usual prefix ("thr:count", "href"); values decoded and limited in length. */
  readonly attributes: Attributes;
  /** Its own text, decoded, without that of elements inside it. */
  text: string;
  /** The markup between its tags, when it contains elements. */
  markup: string | null;
  /** Relative addresses in it are resolved against this one (`xml:base`). */
  readonly base: string;
  /** The elements in it that are read; only with contents of "elements". */
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

/** The identity of an RSS 1.0 item is its attribute `rdf:about`, given here as an element. */
export function identityElement(attributes: Attributes, scope: Scope, base: string): FeedElement[] {
  const text = canonicalAttributes(attributes, scope).get('rdf:about');
  return text ? [{ ...newElement(itemAddress, noAttributes, scope, base), text }] : [];
}

function canonicalAttributes(attributes: Attributes, scope: Scope): Attributes {
  if (!attributes.hasPrefix()) return attributes;
  const canonical = new Attributes();
  for (const [name, value] of attributes.all()) canonical.add(scope.attributeName(name), value);
  return canonical;
}

/** The address that relative ones in an element are resolved against. */
export function baseOf(attributes: Attributes, outer: string): string {
  const written = attributes.get('xml:base');
  return (written && absoluteUrl(written, outer)) || outer;
}
