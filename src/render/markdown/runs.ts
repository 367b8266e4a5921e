/** The formatting of a run of text, as bits. */
export const mark = { strong: 1, emphasis: 2, strike: 4, code: 8, spoiler: 16 } as const;

export interface Run {
  text: string;
  /** Bits of {@link mark}. */
  marks: number;
  /** A safe address. Neighbouring runs of the same link share one object. */
  link: { url: string } | null;
}

export type Line =
  | { kind: 'text'; quoted: boolean; lead: string; runs: Run[] }
  | { kind: 'code'; quoted: boolean; text: string }
  | { kind: 'gap'; quoted: boolean };
