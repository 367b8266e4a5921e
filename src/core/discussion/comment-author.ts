import { storyKey } from '../../text/canonical-url.ts';
import { shortHash } from '../../text/hash.ts';
import type { Comment } from './comment.ts';

/** Who wrote a comment at its source. */
export interface CommentAuthor {
  /** The same for all comments of this author, in every discussion. Stored. */
  key: string;
  name: string;
  /** The author's page at the source; `null` for an author who is known by name only. */
  profileUrl: string | null;
  /** The host of the profile, or of the article that the name is used at: "paper.example". */
  site: string;
}

/** Of what is compared: a name is no longer. */
const longestName = 200;

/**
 * The author of a comment: identified by the address of a profile where the source has one, which names
 * the source too, else by the name at the article's site. `null` for a comment without a name.
 * Stored: a change of how a key is made loses which authors are muted.
 */
export function commentAuthor(
  { author, authorUrl, url }: Pick<Comment, 'author' | 'authorUrl' | 'url'>,
  articleUrl: string | null,
): CommentAuthor | null {
  const name = author.slice(0, longestName).trim();
  const profile = authorUrl === null ? null : storyKey(authorUrl);
  if (profile !== null) {
    const key = shortHash(JSON.stringify(['profile', profile]));
    return { key, name: name || profile, profileUrl: authorUrl, site: hostOf(profile) };
  }
  const folded = foldedName(name);
  if (folded === '') return null;
  const address = [articleUrl, url].flatMap((one) =>
    one === null ? [] : (storyKey(one) ?? []),
  )[0];
  const site = address === undefined ? '' : hostOf(address);
  const key = shortHash(JSON.stringify(['name', site, folded]));
  return { key, name, profileUrl: null, site };
}

/** A name as names are compared: without case, without how it is spaced. */
export function foldedName(name: string): string {
  return name.slice(0, longestName).normalize('NFKC').toLowerCase().split(/\s+/u).join(' ').trim();
}

const hostOf = (key: string) => key.split(/[/?#]/u, 1)[0] ?? '';
