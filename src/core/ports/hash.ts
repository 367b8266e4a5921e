/** A short stable hash, 22 characters of base64url: nonces, keys, revisions. */
export type ShortHash = (content: string | Uint8Array) => string;
