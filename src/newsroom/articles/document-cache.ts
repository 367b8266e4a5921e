import type { z } from 'zod';
import type { Ports } from '../ports.ts';

/** `null` when nothing is cached, or something that does not match the schema. */
export async function cachedDocument<T>(
  { store }: Ports,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const text = await store.texts.get(key);
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
  await store.texts.save(key, JSON.stringify(document), ttlMs);
}

const inFlight = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Runs `work` once at a time for each key: callers that come while it runs get the same result. All
 * work with one key must have the same type of result.
 */
export async function singleFlight<T>(
  { store }: Ports,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const byKey = inFlight.get(store) ?? new Map<string, Promise<unknown>>();
  inFlight.set(store, byKey);
  const running = byKey.get(key) ?? work().finally(() => byKey.delete(key));
  byKey.set(key, running);
  return (await running) as T;
}
