/** A comment as the markup of its page describes it. Each value is as the page has it. */
export interface MarkedComment {
  /** What the page calls it, the best first: an id only where it is unique. */
  names: readonly string[];
  /** The comment that it answers. */
  parent: MarkedComment | null;
  author: string;
  /** Its text as HTML. */
  html: string;
  published: string;
  modified: string;
  url: string;
  deleted: boolean;
}

/** A page's comments in its order. */
export interface MarkedComments {
  comments: readonly MarkedComment[];
  /** How many there are, as the page says it beside them; `null` when it does not. */
  count: number | null;
  isCut: boolean;
}

export const longestValue = 2_000;

/** A count: digits, perhaps with separators. */
export function countIn(text: string): number | null {
  const digits = text.slice(0, 40).replaceAll(/[,. ]/gu, '');
  return /^\d{1,9}$/u.test(digits) ? Number(digits) : null;
}

/** True for https://schema.org/creativeWorkStatus of a post that was removed and has answers. */
export function isDeletedStatus(text: string): boolean {
  return /^(?:https?:\/\/schema\.org\/)?deleted$/iu.test(text.trim());
}
