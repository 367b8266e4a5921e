/** What a stretch of text is in a comment's markup. */
export const mark = { strong: 1, emphasis: 2, strike: 4, code: 8 } as const;

export interface Run {
  text: string;
  /** Bits of {@link mark}. */
  marks: number;
  /** A safe address, and which link it is: neighbours of one link belong together. */
  link: { url: string } | null;
}

export type Line =
  | { kind: 'text'; quoted: boolean; lead: string; runs: Run[] }
  | { kind: 'code'; quoted: boolean; text: string }
  | { kind: 'gap'; quoted: boolean };
