import type { ExpectedCredits } from '../credits/line/credit-lines.table.ts';

/** What newspapers print in one language, and what is read from it. Every name and text is invented. */
export interface NewspaperTable {
  /** People as "Ana Ruiz" or "Ana Ruiz@Lagos"; `null` where the line is no credit line. */
  creditLines: readonly (readonly [line: string, credits: ExpectedCredits])[];
  bylines: readonly (readonly [field: string, ...people: string[]])[];
  photoCredits: readonly (readonly [
    line: string,
    photographer: string | null,
    agency: string | null,
  ])[];
  /** Leads and their dateline; `null` where a lead only looks dated. The rest is `rest`. */
  datelines: readonly (readonly [
    lead: string,
    dateline: { place: string | null; agency: string | null } | null,
  ])[];
  /** The sentence that every lead above goes on with. */
  rest: string;
  /** Two sentences of a story that each line of boilerplate is put after. */
  story: string;
  boilerplate: readonly string[];
  /** Lines that read like boilerplate and are part of the story. */
  notBoilerplate: readonly string[];
  /** Lines that only date the text. */
  dateNotes: readonly string[];
  /** Texts, by their sentences. */
  sentences: readonly (readonly string[])[];
  /** Publication dates as pages print them, and the instant in ISO 8601. */
  dates: readonly (readonly [text: string, instant: string])[];
}
