import { FeedAccess } from '../src/core/feed/feed.ts';
import type { Access } from './feed-entry.ts';

/** The environment, without what is empty in it. */
export type Environment = Readonly<Record<string, string | undefined>>;

const named = /^\$([A-Z][A-Z\d_]*)$/;
const headerText = /^[\x20-\x7e]{1,4000}$/;
const secrets = ['username', 'password', 'cookie', 'userAgent'] as const;

/** A value from the file, or from the environment variable that it names; `null` if that is not set. */
function secretOf(text: string, environment: Environment): string | null {
  const [, name] = named.exec(text) ?? [];
  if (name !== undefined) return environment[name] ?? null;
  return text.startsWith('$$') ? text.slice(1) : text;
}

/** What cannot be used of a feed's access as the environment fills it, with what to do; no value. */
export function accessProblems(access: Access, key: string, environment: Environment): string[] {
  return secrets.flatMap((part) => {
    const written = access[part];
    if (written === undefined) return [];
    const secret = secretOf(written, environment);
    if (secret === null) {
      return [
        `${key}.${part} names an environment variable that is not set: set it, or begin the value with "$$" if it is meant as it stands`,
      ];
    }
    const fits =
      part === 'password' ||
      (headerText.test(secret) && (part !== 'username' || !secret.includes(':')));
    return fits
      ? []
      : [
          `${key}.${part}, or the environment variable that it names, has characters that cannot be sent`,
        ];
  });
}

/** A feed's access with what the environment fills in. */
export function accessFrom(access: Access, environment: Environment): FeedAccess {
  const secret = (part: (typeof secrets)[number]) => {
    const written = access[part];
    return written === undefined ? null : secretOf(written, environment);
  };
  return FeedAccess.parse({
    username: secret('username'),
    password: secret('password'),
    cookie: secret('cookie'),
    userAgent: secret('userAgent'),
    ignoreCache: access.ignoreCache ?? false,
  });
}
