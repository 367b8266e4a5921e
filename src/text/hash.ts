import { hash } from 'node:crypto';

/** The first 132 bits of SHA-256 as 22 characters of base64url: nonces, keys, revisions. */
export function shortHash(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

/** The first `length` hexadecimal digits of SHA-256, at most 64. */
export function hexHash(content: string | Uint8Array, length: number): string {
  return hash('sha256', content, 'hex').slice(0, length);
}

/** The first 30 bits of SHA-256 as a number. */
export function hash30(content: string): number {
  return Number.parseInt(hexHash(content, 8), 16) >>> 2;
}

/** SHA-1 in hexadecimal, where a system of others names things by it. Never for secrets. */
export function sha1(content: string): string {
  return hash('sha1', content, 'hex');
}
