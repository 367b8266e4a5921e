/** The result of one test file, written as JSON. */
export interface Tally {
  checked: number;
  mismatches: string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder for this run's tallies. */
    answerTallies: string;
  }
}
