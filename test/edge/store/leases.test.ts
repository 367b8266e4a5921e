import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../src/core/ports/ledger.ts';
import { compiled } from '../../support/compiled.ts';
import { begin, leaseMs, message, send } from './sending.ts';
import { discussion, newStore, newStoreFile, noon, subscription, wanted } from './stores.ts';

/** Leases all that is due, says so, and waits to be killed. */
const holder = `
  const [openStore, file] = process.argv.slice(1);
  const { openStore: open } = await import(openStore);
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const store = await open({ url: 'sqlite:' + file, now: () => ${noon}, log });
  const channel = await store.deliveries.claimChannel(${noon}, ${leaseMs}, 10);
  await store.deliveries.begin(channel, channel.run[0].key, ${noon});
  await store.feeds.claimDueFeed(${noon}, ${leaseMs});
  await store.discussions.claimDue(${noon}, ${leaseMs});
  console.log('leased');
  setInterval(() => {}, 1000);
`;

async function leasedElsewhere(file: string) {
  const open = compiled(new URL('../../../src/edge/store/open.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', holder, pathToFileURL(open).href, file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(createInterface({ input: child.stdout }), 'line');
  expect(said).toBe('leased');
  return child;
}

async function withWork(store: Store): Promise<void> {
  await store.feeds.addSubscription(subscription(), noon);
  await store.discussions.add(discussion('quay'));
  await store.deliveries.want([wanted('ferry')], noon);
  await send(store);
  await store.deliveries.refresh(['ferry'], noon);
}

const dueAtOnce = async (store: Store) => ({
  channel: (await store.deliveries.claimChannel(noon, leaseMs, 10))?.run[0]?.attempts,
  feed: (await store.feeds.claimDueFeed(noon, leaseMs)) !== null,
  discussion: (await store.discussions.claimDue(noon, leaseMs))?.storyMessageId,
});

test('the work of a killed process goes on at once, its attempt counted', async () => {
  const { store, file, again } = await newStoreFile();
  await withWork(store);
  await store.close();
  const child = await leasedElsewhere(file);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await dueAtOnce(await again())).toEqual({
    channel: { count: 1, firstAt: noon },
    feed: true,
    discussion: message,
  });
});

test('the leases of a process that still runs are kept', async () => {
  const { store, file, again } = await newStoreFile();
  await withWork(store);
  await store.close();
  await leasedElsewhere(file);
  expect(await dueAtOnce(await again())).toEqual({
    channel: undefined,
    feed: false,
    discussion: undefined,
  });
});

test('a process that began beside another one still counts after that one ended', async () => {
  const { store, again } = await newStore();
  const second = await again();
  await store.close();
  await second.deliveries.want([wanted('ferry')], noon);
  const { lease } = await begin(second);
  const third = await again();
  expect(await third.deliveries.claimChannel(noon, leaseMs, 10)).toBeNull();
  const shown = { kind: 'shown', revision: 1, message: { id: message, hash: 'h' } } as const;
  expect(await second.deliveries.end(lease, 'ferry', shown, { now: noon, release: true })).toBe(
    true,
  );
});
