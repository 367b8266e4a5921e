import type { FeedElement } from './element.ts';
import type { Contents, ElementName, Scope } from './namespaces.ts';

/** "outer": outside the feed; "skipped": markup inside a field, or an element that nothing reads. */
export type ElementKind = 'outer' | 'feed' | 'channel' | 'entry' | 'skipped' | Contents;

/** An element whose end tag has not been reached. */
export interface OpenElement {
  readonly named: ElementName;
  readonly kind: ElementKind;
  readonly element: FeedElement | null;
  readonly scope: Scope;
  readonly base: string;
  readonly innerStart: number;
}

export function isEntryOpen(open: OpenElement): boolean {
  return open.kind === 'entry';
}
