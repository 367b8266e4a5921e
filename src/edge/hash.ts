import { createHash } from 'node:crypto';
import type { ShortHash } from '../core/ports.ts';

/** The first 132 bits of SHA-256. */
export const shortHash: ShortHash = (content) =>
  createHash('sha256').update(content).digest('base64url').slice(0, 22);
