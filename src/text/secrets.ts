import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of so many bytes, in hexadecimal digits. */
export function randomSecret(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** The HMAC (RFC 2104) of a body, in hexadecimal digits. */
export function hmacOf(
  body: Uint8Array,
  secret: string,
  method: 'sha1' | 'sha256' | 'sha384' | 'sha512',
): string {
  return createHmac(method, secret).update(body).digest('hex');
}

/** Compares in a time that does not depend on where the two differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
