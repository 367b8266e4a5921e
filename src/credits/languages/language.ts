import type { CreditRole } from '../../core/story/credits.ts';

/** What a credit says was done; `other` is work that has no role of its own and is told verbatim. */
export type Work = CreditRole | 'other';

/**
 * One language of credit lines. Words are in lower case, alternatives parted by "|" (phrases) or a
 * space (single words).
 */
export interface CreditLanguage {
  /** Words that follow a work and precede its people. */
  by: string;
  /** Phrases at the start of a line that signs a story: "by", "a cura di". */
  signed?: string;
  and: string;
  with?: string;
  /** Words before the place a person worked from. */
  in: string;
  /** Words before an employer or an edition. */
  for?: string;
  /** Words that make reporting additional. */
  more?: string;
  /** Work that needs a word of `by`, or a colon, before its people. */
  works: Partial<Record<Work, string>>;
  /** Work whose people may follow at once: "Reportage Ana Ruiz". */
  bare?: Partial<Record<Work, string>>;
  /** Phrases that end in their own link: "with files from". */
  whole?: Partial<Record<Work, string>>;
  /** What a person did to a story, said after the name: "contributed to this report". */
  verbs?: Partial<Record<Work, string>>;
  /** What such a verb may have after it. */
  objects?: string;
}
