import { z } from 'zod';

/** A person named in a credit. `place` is where they worked, if the line says so. */
export const Contributor = z.object({ name: z.string(), place: z.string().nullable() });
export type Contributor = z.infer<typeof Contributor>;

const People = z.array(Contributor);
/** A role that stories stored by older versions do not have. */
const LaterRole = People.default([]);

/**
 * Who made a story, by role. `verbatim` has the credit lines that could not be parsed, unchanged: they
 * are shown whole instead of guessed at.
 */
export const Credits = z.object({
  byline: People,
  reporting: People,
  additionalReporting: People,
  writing: People,
  editing: People,
  photography: People,
  compiling: People,
  research: LaterRole,
  graphics: LaterRole,
  illustration: LaterRole,
  video: LaterRole,
  translation: LaterRole,
  verbatim: z.array(z.string()),
});
export type Credits = z.infer<typeof Credits>;

export type CreditRole = Exclude<keyof Credits, 'verbatim'>;

/** Every role, in the order of a credit line. */
export const creditRoles = [
  'byline',
  'reporting',
  'additionalReporting',
  'writing',
  'compiling',
  'editing',
  'translation',
  'research',
  'photography',
  'video',
  'graphics',
  'illustration',
] as const satisfies readonly CreditRole[];

export const noCredits: Credits = {
  byline: [],
  reporting: [],
  additionalReporting: [],
  writing: [],
  editing: [],
  photography: [],
  compiling: [],
  research: [],
  graphics: [],
  illustration: [],
  video: [],
  translation: [],
  verbatim: [],
};

/** A photo's credit: "Credit: Agency/First Last" has both; either may be missing. */
export const PhotoCredit = z.object({
  photographer: z.string().nullable(),
  agency: z.string().nullable(),
});
export type PhotoCredit = z.infer<typeof PhotoCredit>;
