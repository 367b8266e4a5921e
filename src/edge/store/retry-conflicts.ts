import { WriteConflict } from '../../core/errors.ts';

/** How often a transaction is tried in all. */
const mostTries = 5;

/** Runs a transaction again when another change came before its own, on what is stored then. */
export async function retryConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof WriteConflict) || tries === mostTries) throw error;
    }
  }
}
