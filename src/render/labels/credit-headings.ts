import type { CreditRole } from '../../core/story/credits.ts';

/** How each credit is worded in one language, `{names}` for the people: "Reporting: {names}". */
export type CreditHeadings = Readonly<Record<CreditRole, string>>;

export const englishCreditHeadings: CreditHeadings = {
  byline: 'By {names}',
  reporting: 'Reporting: {names}',
  additionalReporting: 'Additional reporting: {names}',
  writing: 'Writing: {names}',
  compiling: 'Compiling: {names}',
  editing: 'Editing: {names}',
  translation: 'Translation: {names}',
  research: 'Research: {names}',
  photography: 'Photography: {names}',
  video: 'Video: {names}',
  graphics: 'Graphics: {names}',
  illustration: 'Illustration: {names}',
};
