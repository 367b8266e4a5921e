import type { CreditHeadings } from './credit-headings.ts';

/** A label by number, as the language's plural rules name the forms; each says `{count}`. */
export type PluralLabel = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * A message's own words in one language. A word in braces stands for what is fillLabel in; every
 * language has the same ones in each label.
 */
export interface Labels {
  /** A story, its buttons and its small print. */
  story: {
    read: string;
    discuss: string;
    discussCount: string;
    untitled: string;
    published: string;
    corrected: string;
    /** The headline of a story that its publisher took back, struck out. */
    withdrawn: string;
    withdrawnAt: string;
    photo: string;
    topics: string;
  };
  credits: CreditHeadings;
  comment: {
    report: string;
    view: string;
    anonymous: string;
    noText: string;
    continues: string;
    underReview: string;
    removed: string;
  };
  discussion: {
    heading: string;
    mirrorNote: string;
    policy: string;
    openUntil: string;
    closingSoon: string;
    staysOpen: string;
    extended: string;
    closed: string;
    moreComments: PluralLabel;
  };
  /** One message for several stories, and what a reading left out. */
  digest: {
    untitled: string;
    heading: string;
    stories: PluralLabel;
    more: PluralLabel;
    skipped: PluralLabel;
    onSite: string;
  };
}
