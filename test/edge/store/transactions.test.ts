import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { WriteConflict } from '../../../src/core/errors.ts';
import type { Ledger, Store } from '../../../src/core/ports/ledger.ts';
import { compiled } from '../../support/compiled.ts';
import { feedId, harbour, newStoreFile, noon, subscription, wanted } from './stores.ts';

const leaseMs = 60_000;

/** A promise and the function that resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test('a failed transaction is undone in every ledger', async () => {
  const { store } = await newStoreFile();
  const failing = store.transaction(async (ledger) => {
    await ledger.feeds.addSubscription(subscription(), noon);
    await ledger.deliveries.want([wanted('a')], noon);
    await ledger.texts.save('fact', 'known');
    expect(await ledger.deliveries.get('a')).not.toBeNull();
    throw new Error('a story could not be stored');
  });
  await expect(failing).rejects.toThrow('a story could not be stored');
  expect(await store.feeds.listSubscriptionsIn(null)).toEqual([]);
  expect(await store.deliveries.get('a')).toBeNull();
  expect(await store.texts.get('fact')).toBeNull();
});

test('a transaction that another change came before is undone and runs again', async () => {
  const { store } = await newStoreFile();
  let tries = 0;
  const saved = await store.transaction(async ({ texts }) => {
    tries += 1;
    const before = await texts.get('count');
    await texts.save('count', `${before ?? ''}x`);
    if (tries < 3) throw new WriteConflict('the count was changed');
    return tries;
  });
  expect(saved).toBe(3);
  expect(await store.texts.get('count')).toBe('x');
});

test('a transaction is given up after five conflicts', async () => {
  const { store } = await newStoreFile();
  let tries = 0;
  const conflicting = store.transaction(async ({ texts }) => {
    tries += 1;
    await texts.save('count', 'x');
    throw new WriteConflict('the count was changed');
  });
  await expect(conflicting).rejects.toThrow(WriteConflict);
  expect(tries).toBe(5);
  expect(await store.texts.get('count')).toBeNull();
});

test('a failed part of a transaction undoes only itself', async () => {
  const { store } = await newStoreFile();
  await store.transaction(async (ledger) => {
    await ledger.texts.save('before', 'kept');
    const unbindable = { ...wanted('b'), ordinal: undefined as unknown as number };
    await expect(ledger.deliveries.want([wanted('a'), unbindable], noon)).rejects.toThrow();
    await ledger.texts.save('after', 'kept');
  });
  expect(await store.deliveries.get('a')).toBeNull();
  expect(await store.texts.get('before')).toBe('kept');
  expect(await store.texts.get('after')).toBe('kept');
});

test('one failed call of several at once undoes only itself', async () => {
  const { store, raw } = await newStoreFile();
  raw().exec(`CREATE TRIGGER no_b BEFORE INSERT ON document WHEN NEW.key = 'b'
    BEGIN SELECT RAISE(ABORT, 'not b'); END`);
  const calls = ['a', 'b', 'c'].map((key) => store.texts.save(key, 'kept'));
  const outcomes = (await Promise.allSettled(calls)).map(({ status }) => status);
  expect(outcomes).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await store.texts.get('a')).toBe('kept');
  expect(await store.texts.get('c')).toBe('kept');
});

test('calls made at once are done in order, also around a transaction', async () => {
  const { store } = await newStoreFile();
  await store.feeds.addSubscription(subscription(), noon);
  const feed = await store.feeds.getFeed(feedId);
  if (!feed) throw new Error('it was just added');
  const read: (string | null | undefined)[] = [];
  const look = async () => void read.push((await store.feeds.getFeed(feedId))?.title);
  await Promise.all([
    store.feeds.saveFeed({ ...feed, title: 'One' }),
    look(),
    store.transaction((ledger) => ledger.feeds.saveFeed({ ...feed, title: 'Two' })),
    look(),
    store.feeds.saveFeed({ ...feed, title: 'Three' }),
    look(),
  ]);
  expect(read).toEqual(['One', 'Two', 'Three']);
});

test('a claimed poll, which does not wait for the disk, is visible to others and after closing', async () => {
  const { store, again } = await newStoreFile();
  await store.feeds.addSubscription(subscription(), noon);
  const claimed = await store.feeds.claimDueFeed(noon, leaseMs);
  const other = await again();
  expect(await other.feeds.claimDueFeed(noon, leaseMs)).toBeNull();
  await store.close();
  expect(await other.feeds.claimDueFeed(noon + leaseMs, leaseMs)).toMatchObject({
    fence: (claimed?.fence ?? 0) + 1,
  });
});

test('calls made before the store is closed are still done', async () => {
  const { store, again } = await newStoreFile();
  const other = await again();
  const added = store.feeds.addSubscription(subscription(), noon);
  await store.close();
  expect(await added).toBe(true);
  expect(await other.feeds.claimDueFeed(noon, leaseMs)).not.toBeNull();
  await expect(store.texts.get('a')).rejects.toThrow('the store is closed');
});

test('other calls wait for the end of a transaction and see all of it', async () => {
  const { store } = await newStoreFile();
  const begun = gate();
  const goOn = gate();
  const order: string[] = [];
  const working = store.transaction(async (ledger) => {
    await ledger.texts.save('a', '1');
    begun.open();
    await goOn.opened;
    await ledger.texts.save('b', '1');
    order.push('first');
  });
  await begun.opened;
  const reading = store.texts.get('a').then((value) => order.push(`read ${value}`));
  const second = store.transaction(async (ledger) => {
    order.push(`second ${await ledger.texts.get('b')}`);
  });
  goOn.open();
  await Promise.all([working, reading, second]);
  expect(order).toEqual(['first', 'read 1', 'second 1']);
});

test('a transaction that uses another ledger fails instead of waiting forever', async () => {
  const { store } = await newStoreFile();
  const waiting = store.transaction(async () => store.texts.get('a'));
  await expect(waiting).rejects.toThrow(/must use the ledger that it was given/);
  const nested = store.transaction(async () => store.transaction(async () => 1));
  await expect(nested).rejects.toThrow(/must use the ledger that it was given/);
  expect(await store.texts.get('a')).toBeNull();
});

test('a ledger that is used after its transaction throws', async () => {
  const { store } = await newStoreFile();
  let kept: Ledger | undefined;
  await store.transaction(async (ledger) => {
    kept = ledger;
  });
  await expect(kept?.texts.get('a')).rejects.toThrow(/transaction that has ended/);
  await expect(kept?.deliveries.want([wanted('a')], noon)).rejects.toThrow(/has ended/);
  await store
    .transaction(async (ledger) => {
      kept = ledger;
      throw new Error('undone');
    })
    .catch(() => {});
  await expect(kept?.texts.save('a', 'b')).rejects.toThrow(/has ended/);
});

test('calls that a transaction does not await are still part of it', async () => {
  const { store } = await newStoreFile();
  let unwaited: Promise<void> | undefined;
  await store.transaction(async (ledger) => {
    unwaited = ledger.deliveries.want([wanted('a'), wanted('b')], noon);
  });
  await unwaited;
  expect(await store.deliveries.countOpen(harbour)).toBe(2);
});

test('two handles on one file never claim the same work', async () => {
  const { store, again } = await newStoreFile();
  const channels = Array.from({ length: 40 }, (_, index) =>
    String(300000000000001000 + index * 64),
  );
  await store.deliveries.want(
    channels.flatMap((channelId) => [0, 1].map((n) => wanted(`${channelId}/${n}`, { channelId }))),
    noon,
  );
  for (const channelId of channels)
    await store.feeds.addSubscription(subscription({ channelId }), noon);
  const claimAll = async (handle: Store) => {
    const keys: string[] = [];
    for (;;) {
      const claimed = await handle.deliveries.claimChannel(noon, leaseMs, 5);
      if (!claimed) return keys;
      keys.push(...claimed.run.map(({ key }) => key));
    }
  };
  const other = await again();
  const claimed = (await Promise.all([store, other, store, other].map(claimAll))).flat();
  expect(claimed).toHaveLength(80);
  expect(new Set(claimed).size).toBe(80);
  const polls = await Promise.all(
    [store, other].map((each) => each.feeds.claimDueFeed(noon, leaseMs)),
  );
  expect(polls.filter((poll) => poll !== null)).toHaveLength(1);
});

test('a transaction of one handle waits for that of another', async () => {
  const { store, again } = await newStoreFile();
  const other = await again();
  const begun = gate();
  const goOn = gate();
  const first = store.transaction(async (ledger) => {
    const seen = await ledger.cases.nextNumber(harbour);
    begun.open();
    await goOn.opened;
    return [seen, await ledger.cases.nextNumber(harbour)];
  });
  await begun.opened;
  const second = other.transaction((ledger) => ledger.cases.nextNumber(harbour));
  // The second runs into the lock before the first may go on.
  setImmediate(goOn.open);
  expect(await Promise.all([first, second])).toEqual([[1, 2], 3]);
});

/** A process that stores pairs of facts and waits in the middle of the last. */
const writer = `
  const { openStore } = await import(process.argv[1]);
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const store = await openStore({ url: 'sqlite:' + process.argv[2], now: () => 0, log });
  for (let pair = 0; pair <= 20; pair += 1) {
    await store.transaction(async (ledger) => {
      await ledger.texts.save('left', String(pair));
      await ledger.cases.nextNumber('pairs');
      if (pair === 20) {
        console.log('midway');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      }
      await ledger.texts.save('right', String(pair));
    });
  }
`;

test('after a process is killed in a transaction, all earlier transactions are saved and nothing of that one', async () => {
  const { store, file, raw } = await newStoreFile();
  await store.close();
  const open = compiled(new URL('../../../src/edge/store/open.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', writer, pathToFileURL(open).href, file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [said] = await once(createInterface({ input: child.stdout }), 'line');
  expect(said).toBe('midway');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const values = raw().prepare('SELECT key, value FROM document ORDER BY key').all();
  expect(values).toEqual([
    { key: 'left', value: '{"value":"19"}' },
    { key: 'right', value: '{"value":"19"}' },
  ]);
  expect(raw().prepare('SELECT last FROM case_number').get()).toEqual({ last: 20 });
  expect(raw().prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
});
