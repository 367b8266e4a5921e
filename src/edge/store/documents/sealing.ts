import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { UnixMs } from '../../../core/time/duration.ts';
import { type Sql, StoreError } from '../sql.ts';
import { documents } from './keyv-adapter.ts';

/** The namespaces with passwords, cookies and the secrets of hubs: no others are sealed. */
const secretNamespaces: readonly string[] = ['access', 'hubs'];

export const isSecret = (namespace: string): boolean => secretNamespaces.includes(namespace);

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** A document that only a key opens: the IV, the tag and the text, in base64. */
const Sealed = z.strictObject({ sealed: z.string() });

/** Encrypts documents before they are stored. */
export interface Sealing {
  /** `place` is the document's namespace and key: elsewhere it does not open. */
  seal(place: string, document: unknown): unknown;
  /** A document that was stored before there was a key is returned as it is. @throws StoreError */
  open(place: string, stored: unknown): unknown;
}

/**
 * Sealing with AES-256-GCM. The first key seals; the others open what they sealed before. Without a
 * key documents are stored as they are.
 * @param keys of 32 bytes each
 */
export function sealing(keys: readonly Uint8Array[]): Sealing {
  const [own] = keys;
  return {
    seal(place, document) {
      if (!own) return document;
      const iv = randomBytes(ivBytes);
      const encrypting = createCipheriv(cipher, own, iv).setAAD(Buffer.from(place));
      const text = Buffer.concat([encrypting.update(JSON.stringify(document)), encrypting.final()]);
      const sealed = Buffer.concat([iv, encrypting.getAuthTag(), text]).toString('base64');
      return { sealed } satisfies z.infer<typeof Sealed>;
    },
    open: (place, stored) => openedWith(keys, place, stored).document,
  };
}

/** The document and the key that opened it; `null` for one that was not sealed. @throws StoreError */
function openedWith(
  keys: readonly Uint8Array[],
  place: string,
  stored: unknown,
): { document: unknown; key: Uint8Array | null } {
  const read = Sealed.safeParse(stored);
  if (!read.success) return { document: stored, key: null };
  const bytes = Buffer.from(read.data.sealed, 'base64');
  for (const key of keys) {
    const text = opened(bytes, key, place);
    if (text !== null) return { document: JSON.parse(text) as unknown, key };
  }
  throw new StoreError(
    keys.length === 0
      ? 'the database holds passwords of feeds that are encrypted: set STORE_KEY to the key that they were encrypted with'
      : 'STORE_KEY is not the key that the passwords of feeds in the database were encrypted with: set it to that key, or to both, "NEW OLD", to change it',
  );
}

/** `null` when it was sealed with another key, for another place, or changed since. */
function opened(bytes: Buffer, key: Uint8Array, place: string): string | null {
  if (bytes.length < ivBytes + tagBytes) return null;
  const decrypting = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const text = decrypting.update(bytes.subarray(ivBytes + tagBytes));
    return Buffer.concat([text, decrypting.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/**
 * Seals with the first key what was stored without one, or with another one. Returns the count.
 * @throws StoreError when there is a document that no key opens
 */
export async function sealAll(
  sql: Sql,
  keys: readonly Uint8Array[],
  now: () => UnixMs,
): Promise<number> {
  const [own] = keys;
  const all = sealing(keys);
  let sealed = 0;
  for (const namespace of secretNamespaces) {
    const keyv = documents(sql, namespace, now);
    const entries = keyv.iterator?.(undefined) as AsyncGenerator<[string, unknown]>;
    for await (const [name, stored] of entries) {
      const place = `${namespace}:${name}`;
      const { document, key } = openedWith(keys, place, stored);
      if (!own || key === own) continue;
      await keyv.set(name, all.seal(place, document));
      sealed += 1;
    }
  }
  return sealed;
}
