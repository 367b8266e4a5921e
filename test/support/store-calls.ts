import type { Ledger, Store } from '../../src/core/ports/ledger.ts';

/**
 * The same store, which names each call of a ledger's method to `called`, within transactions too. A
 * transaction itself is one call more.
 */
export function countedStore(store: Store, called: (name: string) => void): Store {
  return {
    ...countedLedger(store, called),
    transaction: (work) => {
      called('transaction');
      return store.transaction((ledger) => work(countedLedger(ledger, called)));
    },
    correctDueTimes: () => {
      called('correctDueTimes');
      return store.correctDueTimes();
    },
    onDue: (hear) => store.onDue(hear),
    // It asks no database.
    backupMark: () => store.backupMark(),
    figures: () => {
      called('figures');
      return store.figures();
    },
    deleteExpired: () => {
      called('deleteExpired');
      return store.deleteExpired();
    },
    close: () => store.close(),
  };
}

function countedLedger(ledger: Ledger, called: (name: string) => void): Ledger {
  const counted = <P extends keyof Ledger>(part: P): Ledger[P] =>
    new Proxy(ledger[part], {
      get(methods, name, receiver): unknown {
        const method: unknown = Reflect.get(methods, name, receiver);
        if (typeof method !== 'function') return method;
        return (...values: unknown[]): unknown => {
          called(`${part}.${String(name)}`);
          return Reflect.apply(method, methods, values);
        };
      },
    });
  return {
    guilds: counted('guilds'),
    feeds: counted('feeds'),
    channelStories: counted('channelStories'),
    digests: counted('digests'),
    deliveries: counted('deliveries'),
    discussions: counted('discussions'),
    cases: counted('cases'),
    mutes: counted('mutes'),
    readers: counted('readers'),
    rules: counted('rules'),
    audit: counted('audit'),
    summaries: counted('summaries'),
    retention: counted('retention'),
    settings: counted('settings'),
    validators: counted('validators'),
    access: counted('access'),
    hubs: counted('hubs'),
    texts: counted('texts'),
  };
}
