import { z } from 'zod';

/** A person named in a credit, with the place they worked from when the line says it. */
export const Contributor = z.object({ name: z.string(), place: z.string().nullable() });
export type Contributor = z.infer<typeof Contributor>;

/**
 * Who made a story, by what they did. `verbatim` keeps a credit line that could not be read, as it
 * stands: better shown whole than guessed at.
 */
export const Credits = z.object({
  byline: z.array(Contributor),
  reporting: z.array(Contributor),
  additionalReporting: z.array(Contributor),
  writing: z.array(Contributor),
  editing: z.array(Contributor),
  photography: z.array(Contributor),
  compiling: z.array(Contributor),
  verbatim: z.array(z.string()),
});
export type Credits = z.infer<typeof Credits>;

export const noCredits: Credits = {
  byline: [],
  reporting: [],
  additionalReporting: [],
  writing: [],
  editing: [],
  photography: [],
  compiling: [],
  verbatim: [],
};

/** A photo's credit: "Credit: Agency/First Last" has both, either may be missing. */
export const PhotoCredit = z.object({
  photographer: z.string().nullable(),
  agency: z.string().nullable(),
});
export type PhotoCredit = z.infer<typeof PhotoCredit>;
