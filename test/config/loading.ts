import { expect } from 'vitest';
import { ConfigError } from '../../config/errors.ts';
import { loadConfig } from '../../config/load.ts';
import type { ConfigInput } from '../../config/load.ts';
export const guildId = '100000000000000001';
export const channelId = '100000000000000002';
/** A feed with only an address and a channel. */
export const harbour = { url: 'https://harbour.example/feed.xml', guildId, channelId };
interface Given {
  file?: unknown;
  text?: string;
  env?: ConfigInput['env'];
  argv?: string[];
}

export function load({ file = {}, text = JSON.stringify(file), env = {}, argv = [] }: Given) {
  return loadConfig({ argv, env, readFile: () => Promise.resolve(text) });
}

/** What is wrong with it, one line for each problem. @throws when it is accepted */
export async function problemsOf(given: Given): Promise<readonly string[]> {
  const thrown: unknown = await load(given).catch((error: unknown) => error);
  if (!(thrown instanceof ConfigError)) throw new Error('it was accepted', { cause: thrown });
  expect(thrown.message.split('\n')).toEqual(thrown.problems);
  return thrown.problems;
}

/** Reads a file that does not exist. */
export function absent(): Promise<string> {
  return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
}
