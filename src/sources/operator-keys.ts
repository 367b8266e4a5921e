/** How a key of the operator's goes along with a request. */
type KeyUse =
  /** As a parameter of the address. */
  | { as: 'query'; name: string }
  | { as: 'bearer' }
  /** Exchanged at `tokenUrl` for a token that goes along in its place (RFC 6749, section 4.4). */
  | { as: 'token'; tokenUrl: string };

/** `origin` is the only server that gets the key; `null` where the operator names the servers. */
interface OperatorKeyKind {
  origin: string | null;
  use: KeyUse;
  /** Where the operator sets it. */
  setting: string;
}

/** The keys that sources may ask for, by their names in the configuration. */
export const operatorKeys = {
  disqus: {
    origin: 'https://disqus.com',
    use: { as: 'query', name: 'api_key' },
    setting: 'DISQUS_API_KEY',
  },
  github: {
    origin: 'https://api.github.com',
    use: { as: 'bearer' },
    setting: 'GITHUB_TOKEN',
  },
  reddit: {
    origin: 'https://oauth.reddit.com',
    use: { as: 'token', tokenUrl: 'https://www.reddit.com/api/v1/access_token' },
    setting: 'REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET',
  },
  coral: { origin: null, use: { as: 'bearer' }, setting: 'CORAL_TOKENS' },
} as const satisfies Record<string, OperatorKeyKind>;

export type OperatorKey = keyof typeof operatorKeys;

export interface OperatorKeys {
  readonly disqus?: string;
  readonly github?: string;
  /** "ID:SECRET" of an application. */
  readonly reddit?: string;
  /** By the origin of each Coral. */
  readonly coral?: Readonly<Record<string, string>>;
}

/** A key that goes along with a request. */
export interface UsedKey {
  key: string;
  use: KeyUse;
}

/** The key for an address; `null` where none is given for its server. */
export function keyFor(url: string, name: OperatorKey, keys: OperatorKeys): UsedKey | null {
  const { origin } = new URL(url);
  const kind: OperatorKeyKind = operatorKeys[name];
  const given = keys[name];
  const key = typeof given === 'object' ? ownValue(given, origin) : given;
  if (key === undefined || (kind.origin !== null && kind.origin !== origin)) return null;
  return { key, use: kind.use };
}

/** The servers that a key is given for: their origins. */
export function keyedOrigins(keys: OperatorKeys): string[] {
  return (Object.keys(operatorKeys) as OperatorKey[]).flatMap((name) => {
    const given = keys[name];
    if (given === undefined) return [];
    return typeof given === 'object' ? Object.keys(given) : (operatorKeys[name].origin ?? []);
  });
}

function ownValue(of: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
