import { z } from 'zod';
import type { OperatorKeys } from '../src/sources/index.ts';
import { isWebAddress, nonEmptyText } from './checks.ts';

const apiKey = nonEmptyText('the key alone, as its site shows it', (text) =>
  /^[\x21-\x7e]{1,500}$/.test(text),
);

/** The keys of comment systems, as the environment has them. */
export const keySettings = {
  DISQUS_API_KEY: apiKey.optional(),
  GITHUB_TOKEN: apiKey.optional(),
  REDDIT_CLIENT_ID: apiKey.optional(),
  REDDIT_CLIENT_SECRET: apiKey.optional(),
  CORAL_TOKENS: nonEmptyText(
    'the address of each Coral with its token, as "https://talk.example.org=TOKEN", several of them with a space between',
    (text) => coralTokens(text) !== null,
  ).optional(),
};

const KeyEnvironment = z.object(keySettings);
type KeyEnvironment = z.infer<typeof KeyEnvironment>;

/** Tokens by the origins of their servers; `null` for a text that is not written so. */
function coralTokens(text: string): Record<string, string> | null {
  const pairs = text.split(/\s+/u).map((pair): [string, string] | null => {
    const at = pair.indexOf('=');
    const [address, token] = [pair.slice(0, Math.max(0, at)), pair.slice(at + 1)];
    const isUsable = isWebAddress(address) && /^[\x21-\x7e]{1,1500}$/u.test(token);
    return isUsable ? [new URL(address).origin, token] : null;
  });
  const found = pairs.filter((pair) => pair !== null);
  return found.length === pairs.length ? Object.fromEntries(found) : null;
}

/** What is wrong with the keys together. */
export function keyProblems(env: KeyEnvironment): string[] {
  const { REDDIT_CLIENT_ID: id, REDDIT_CLIENT_SECRET: secret } = env;
  if ((id === undefined) === (secret === undefined)) return [];
  const missing = id === undefined ? 'REDDIT_CLIENT_ID' : 'REDDIT_CLIENT_SECRET';
  return [`${missing} is missing: Reddit needs both, from reddit.com/prefs/apps`];
}

export function operatorKeysOf(env: KeyEnvironment): OperatorKeys {
  const { REDDIT_CLIENT_ID: id, REDDIT_CLIENT_SECRET: secret } = env;
  const coral = coralTokens(env.CORAL_TOKENS ?? '');
  return {
    ...(env.DISQUS_API_KEY !== undefined && { disqus: env.DISQUS_API_KEY }),
    ...(env.GITHUB_TOKEN !== undefined && { github: env.GITHUB_TOKEN }),
    ...(id !== undefined && secret !== undefined && { reddit: `${id}:${secret}` }),
    ...(coral && { coral }),
  };
}
