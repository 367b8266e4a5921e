import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { hostSlots } from '../../../src/edge/http/host-slots.ts';
import { faultOf, fetcherFor, newspaper } from './servers.ts';

const never = new AbortController().signal;

test('one host gets at most two requests at once', async () => {
  let most = 0;
  const open = new Set<ServerResponse>();
  const harbour = await newspaper((_, response) => {
    open.add(response);
    most = Math.max(most, open.size);
    // Whoever could be asked at the same time has been by the turn after next of the event loop.
    setImmediate(() =>
      setImmediate(() => {
        open.delete(response);
        response.end('page');
      }),
    );
  });
  const fetch = fetcherFor();
  const pages = Array.from({ length: 12 }, (_, page) => fetch({ url: `${harbour}/${page}` }));
  expect(await Promise.all(pages)).toHaveLength(12);
  expect(most).toBe(2);
});

/** Tasks that the test ends by name, and the order in which they began. */
function works() {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    began,
    work: (name: string) => () =>
      new Promise<string>((resolve) => {
        began.push(name);
        ends.set(name, () => resolve(name));
      }),
    end: (name: string) => ends.get(name)?.(),
  };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

test('a host with a long queue does not delay other hosts', async () => {
  const slots = hostSlots({ perHost: 1, total: 2 });
  const { began, work, end } = works();
  void slots('slow.example', work('slow 1'), never);
  void slots('slow.example', work('slow 2'), never);
  void slots('slow.example', work('slow 3'), never);
  void slots('quick.example', work('quick 1'), never);
  await settled();
  expect(began).toEqual(['slow 1', 'quick 1']);
  end('quick 1');
  await settled();
  expect(began).toEqual(['slow 1', 'quick 1']);
  end('slow 1');
  await settled();
  expect(began).toEqual(['slow 1', 'quick 1', 'slow 2']);
});

test('hosts are served in turn when all slots are in use', async () => {
  const slots = hostSlots({ perHost: 2, total: 1 });
  const { began, work, end } = works();
  for (const name of ['a 1', 'a 2', 'a 3', 'b 1']) {
    void slots(`${name[0]}.example`, work(name), never);
  }
  for (const name of ['a 1', 'a 2', 'b 1', 'a 3']) {
    await settled();
    end(name);
  }
  expect(began[0]).toBe('a 1');
  expect(began.indexOf('b 1')).toBeLessThan(began.indexOf('a 3'));
  expect([...began].sort()).toEqual(['a 1', 'a 2', 'a 3', 'b 1']);
});

test('an aborted wait leaves the queue for the next one', async () => {
  const slots = hostSlots({ perHost: 1, total: 1 });
  const { began, work, end } = works();
  const stop = new AbortController();
  void slots('a.example', work('first'), never);
  const waiting = slots('a.example', work('second'), stop.signal);
  const third = slots('a.example', work('third'), never);
  const reason = new Error('no more');
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await settled();
  end('first');
  await settled();
  end('third');
  expect(await third).toBe('third');
  expect(began).toEqual(['first', 'third']);
});

test('a task that fails frees its slot', async () => {
  const slots = hostSlots({ perHost: 1, total: 1 });
  const failure = new Error('refused');
  await expect(slots('a.example', () => Promise.reject(failure), never)).rejects.toBe(failure);
  expect(await slots('a.example', () => Promise.resolve('served'), never)).toBe('served');
});

test('a request that waits too long for its turn is not sent, and leaves its place to the next one', async () => {
  const asked: string[] = [];
  const held: ServerResponse[] = [];
  let onHeld = () => {};
  const bothHeld = new Promise<void>((resolve) => (onHeld = resolve));
  const harbour = await newspaper(({ url = '' }, response) => {
    asked.push(url);
    if (url.startsWith('/slow')) held.push(response);
    else response.end('page');
    if (held.length === 2) onHeld();
  });
  const fetch = fetcherFor();
  const slow = ['/slow1', '/slow2'].map((path) => fetch({ url: harbour + path }));
  await bothHeld;
  const impatient = await faultOf(fetch({ url: `${harbour}/impatient`, queueMs: 1 }));
  const patient = fetch({ url: `${harbour}/patient`, queueMs: 60_000 });
  for (const response of held) response.end('page');
  await Promise.all([...slow, patient]);
  expect(impatient.fault).toBe('busy');
  expect(impatient.message).toContain(`${new URL(harbour).host} was not asked`);
  expect(asked).toEqual(['/slow1', '/slow2', '/patient']);
});
