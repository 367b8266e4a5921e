import { expect, onTestFinished, test } from 'vitest';
import { Agent, request } from 'undici';
import { addressPolicy, AddressRefused } from '../../../src/edge/http/address-policy.ts';
import { guardedConnect } from '../../../src/edge/http/guarded-connect.ts';
import { newspaper } from './servers.ts';

/** Fetches from a name whose answers in DNS are these, one after another. */
async function ofName(...answers: string[][]) {
  const asked: (string | undefined)[] = [];
  const paper = await newspaper((incoming, response) => {
    asked.push(incoming.socket.localAddress);
    response.setHeader('connection', 'close').end('ashore');
  });
  // The outer harbour stands for the internet, the inner one for the operator's own network.
  const policy = addressPolicy(['127.0.0.1/32']);
  const connect = guardedConnect(policy, 5_000, (_name, _options, callback) => {
    const addresses = answers.length > 1 ? answers.shift() : answers[0];
    callback(
      null,
      (addresses ?? []).map((address) => ({ address, family: 4 })),
    );
  });
  const dispatcher = new Agent({ connect });
  onTestFinished(() => dispatcher.close());
  const { port } = new URL(paper);
  const fetchOnce = async () => {
    const { body } = await request(`http://harbour.example:${port}/`, { dispatcher });
    return body.text();
  };
  return { fetchOnce, asked };
}

const outside = '127.0.0.1';
const inside = '127.0.0.2';

test('a name that leads elsewhere the second time is refused then', async () => {
  const { fetchOnce, asked } = await ofName([outside], [inside]);
  expect(await fetchOnce()).toBe('ashore');
  await expect(fetchOnce()).rejects.toThrow(AddressRefused);
  expect(asked).toEqual([outside]);
});

test('of a name with an address outside and one inside, only the one outside is used', async () => {
  const { fetchOnce, asked } = await ofName([inside, outside]);
  expect(await fetchOnce()).toBe('ashore');
  expect(asked).toEqual([outside]);
});
