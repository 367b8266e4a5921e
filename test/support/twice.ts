import type { Store } from '../../src/core/ports/ledger.ts';

/** How many transactions ran, and how many of them ran twice. */
export interface TransactionCounts {
  run: number;
  twice: number;
}

class RolledBack extends Error {}

/**
 * From now on each transaction of the store is executed, rolled back and executed again, as after a
 * conflict with another change. One whose first execution throws is rolled back by that.
 */
export function runTransactionsTwice(store: Store): TransactionCounts {
  const counts: TransactionCounts = { run: 0, twice: 0 };
  const transaction = store.transaction.bind(store);
  store.transaction = async (work) => {
    counts.run += 1;
    try {
      await transaction(async (ledger) => {
        await work(ledger);
        throw new RolledBack();
      });
    } catch (error) {
      if (error instanceof RolledBack) counts.twice += 1;
    }
    return transaction(work);
  };
  return counts;
}
