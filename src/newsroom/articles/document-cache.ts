import type { z } from 'zod';
import type { Ports } from '../ports.ts';

/** The document of that schema which is kept as a fact; `null` when there is none, or another. */
export async function cachedDocument<T>(
  { store }: Ports,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const text = await store.facts.get(key);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export async function cacheDocument(
  { store }: Ports,
  key: string,
  document: unknown,
  ttlMs: number,
): Promise<void> {
  await store.facts.save(key, JSON.stringify(document), ttlMs);
}

const underWay = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * The outcome of `work`, shared with whoever asks for the same key while it is under way. The key
 * names what is done; work under one key always has the same type of outcome.
 */
export async function singleFlight<T>(
  { store }: Ports,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const works = underWay.get(store) ?? new Map<string, Promise<unknown>>();
  underWay.set(store, works);
  const begun = works.get(key) ?? work().finally(() => works.delete(key));
  works.set(key, begun);
  return (await begun) as T;
}
