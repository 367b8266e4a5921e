import type { OpenElement } from './open-element.ts';
import { absoluteUrl } from '../../text/url.ts';

/** What the relative addresses of a document are resolved against. */
export interface DocumentBase {
  url: string;
  /** A response header named it, so that no link in the document is a better one. */
  isNamed: boolean;
}

/**
 * The base of each element: the nearest `xml:base`, else what the response named, else the site's
 * address (the first link of an RSS channel), else the document's own.
 */
export class Bases {
  private readonly document: DocumentBase;
  private site: string | null = null;

  constructor(document: DocumentBase) {
    this.document = document;
  }

  /** The base inside an open element. */
  inside(open: OpenElement | undefined): string {
    const base = open?.base ?? this.document.url;
    return base === this.document.url ? (this.site ?? base) : base;
  }

  /** True when this element, closed inside `outer`, is the site's address. */
  takesSite({ element }: OpenElement, outer: OpenElement | undefined): boolean {
    const isLink = element?.name === 'rss:link' && outer?.kind === 'channel';
    if (!isLink || this.document.isNamed || this.site !== null) return false;
    this.site = absoluteUrl(element.text, element.base);
    return this.site !== null;
  }
}
