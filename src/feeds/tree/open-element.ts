import type { FeedElement } from './element.ts';
import type { Contents, ElementName, Scope } from './namespaces.ts';

/** "outer": outside the feed; "passed-over": markup, or what nothing reads. */
export type Kind = 'outer' | 'feed' | 'channel' | 'entry' | 'passed-over' | Contents;

/** An element whose end has not come yet. */
export interface Opened {
  readonly named: ElementName;
  readonly kind: Kind;
  readonly element: FeedElement | null;
  readonly scope: Scope;
  readonly base: string;
  readonly innerStart: number;
}

export function isEntryOpen(opened: Opened): boolean {
  return opened.kind === 'entry';
}
