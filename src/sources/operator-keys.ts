/** How a key of the operator's goes along with a request: to one server only. */
interface KeyUse {
  origin: string;
  query?: string;
  /** As "Bearer KEY". */
  header?: string;
}

/** The keys that sources may ask for, by their names in the configuration. */
export const operatorKeys = {
  disqus: { origin: 'https://disqus.com', query: 'api_key' },
  github: { origin: 'https://api.github.com', header: 'authorization' },
} as const satisfies Record<string, KeyUse>;

export type OperatorKey = keyof typeof operatorKeys;
export type OperatorKeys = Readonly<Partial<Record<OperatorKey, string>>>;

/** A request's address and headers with the key; without it for any other server. */
export function withKey(
  url: string,
  name: OperatorKey,
  keys: OperatorKeys,
): { url: string; headers: Record<string, string> } {
  const use: KeyUse = operatorKeys[name];
  const key = keys[name];
  const address = new URL(url);
  if (key === undefined || address.origin !== use.origin) return { url, headers: {} };
  if (use.query !== undefined) address.searchParams.set(use.query, key);
  const headers = use.header === undefined ? {} : { [use.header]: `Bearer ${key}` };
  return { url: address.href, headers };
}
