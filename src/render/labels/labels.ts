import type { CreditHeadings } from './credit-headings.ts';

/** A label for each plural form of the language (CLDR's names); each contains `{count}`. */
export type PluralLabel = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * A message's own words in one language. A name in braces is replaced by a value; each
 * label has the same names in every language.
 */
export interface Labels {
  /** A story, its buttons and its small print. */
  story: {
    read: string;
    /** The button that leads to the thread; a number may follow. */
    discuss: string;
    /** The button that leads to the comments on the site; a number may follow. */
    comments: string;
    untitled: string;
    published: string;
    corrected: string;
    /** The headline of a story that its publisher withdrew, struck through. */
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
    edited: string;
    deleted: string;
    underReview: string;
    removed: string;
    /** In place of the comments of an author whom the moderators muted. */
    muted: string;
  };
  discussion: {
    heading: string;
    mirrorNote: string;
    policy: string;
    openUntil: string;
    closedAt: string;
    closingSoon: string;
    staysOpen: string;
    extended: string;
    closed: string;
    closedByModerator: string;
    keptOpen: string;
    keptOpenUntil: string;
    moreComments: PluralLabel;
  };
  /** One message for several stories, and the notice about skipped stories. */
  digest: {
    untitled: string;
    heading: string;
    stories: PluralLabel;
    more: PluralLabel;
    skipped: PluralLabel;
    onSite: string;
  };
}
