/** What one test file found of its answers; kept as JSON, one file of it a test file. */
export interface Tally {
  checked: number;
  /** Successful answers of routes that the description does not have. */
  notDescribed: number;
  mismatches: string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder for this run's tallies, '' when the description is missing. */
    answerTallies: string;
  }
}
