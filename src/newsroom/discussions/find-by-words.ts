import { type Discussion, discussionStates } from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ports } from '../ports.ts';

/** A discussion with its story's headline. */
export interface NamedDiscussion {
  discussion: Discussion;
  headline: string | null;
}

/** The newest discussions of a server that are looked through. */
const mostLooked = 500;

/**
 * A server's discussions whose headlines have words that begin with all of these, in any order, without
 * case and accents; the newest first. Only those whose headline is exactly that, if there are any.
 */
export async function discussionsByWords(
  { store }: Pick<Ports, 'store'>,
  guildId: Snowflake,
  typed: string,
): Promise<NamedDiscussion[]> {
  const found = await store.discussions.listInGuild(guildId, discussionStates, mostLooked);
  const named = found.filter(({ headline }) => hasWords(headline ?? '', typed));
  const whole = wordsIn(typed).join(' ');
  const exact = named.filter(({ headline }) => wordsIn(headline ?? '').join(' ') === whole);
  return exact.length > 0 ? exact : named;
}

/** True when a text has words that begin with each of the typed ones; nothing typed fits any text. */
export function hasWords(text: string, typed: string): boolean {
  const words = wordsIn(text);
  return wordsIn(typed).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

const longest = 300;

function wordsIn(text: string): string[] {
  return text
    .slice(0, longest)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
