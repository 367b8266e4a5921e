import { shortHash } from '../../text/hash.ts';
import type { Comment } from './comment.ts';

/** By comment: thousands are compared several times in one look. */
const hashes = new WeakMap<Comment, string>();

/** The hash of what readers see of a comment. It is stored: a change of how it is made edits every message. */
export function commentHash(comment: Comment): string {
  const known = hashes.get(comment);
  if (known !== undefined) return known;
  const { author, body, deleted } = comment;
  const hash = deleted
    ? 'deleted'
    : shortHash(`${author}\n${'html' in body ? body.html : JSON.stringify(body)}`);
  hashes.set(comment, hash);
  return hash;
}

/** Saves a hash that was made in another thread. */
export function rememberHash(comment: Comment, hash: string): void {
  hashes.set(comment, hash);
}
