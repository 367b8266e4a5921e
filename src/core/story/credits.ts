import { z } from 'zod';

/** A person named in a credit, with the place they worked from when the line says it. */
export const Contributor = z.object({ name: z.string(), place: z.string().nullable() });
export type Contributor = z.infer<typeof Contributor>;

const People = z.array(Contributor);
/** A role that stories stored by older versions do not have. */
const LaterRole = People.default([]);

/**
 * Who made a story, by what they did. `verbatim` keeps a credit line that could not be read, as it
 * stands: better shown whole than guessed at.
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

/** Every role, in the order in which a credit line is told. */
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

/** A photo's credit: "Credit: Agency/First Last" has both, either may be missing. */
export const PhotoCredit = z.object({
  photographer: z.string().nullable(),
  agency: z.string().nullable(),
});
export type PhotoCredit = z.infer<typeof PhotoCredit>;
