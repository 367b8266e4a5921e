import type { Snowflake } from '../ids.ts';

/** Kinds of channels that stories can be posted in. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'thread';

export interface ForumTag {
  id: Snowflake;
  name: string;
}

/** The parts of a channel that decide how stories are posted in it. */
export interface PostingChannel {
  kind: ChannelKind;
  name: string;
  /** A forum's tags; empty for other kinds. */
  tags: ForumTag[];
  /** The forum refuses posts without a tag. */
  requiresTag: boolean;
}

/** Discord's limit for one post. */
const mostTags = 5;

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_-]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/**
 * The forum tags that match a story's topics, without case and accents, in the order of the topics,
 * at most five. If none matches: the tag `otherwise`, if it still exists.
 */
export function forumTagIds(
  topics: readonly string[],
  tags: readonly ForumTag[],
  otherwise: Snowflake | null,
): Snowflake[] {
  const byName = new Map(tags.map(({ id, name }) => [folded(name), id]));
  const fitting = new Set(topics.flatMap((topic) => byName.get(folded(topic)) ?? []));
  if (fitting.size > 0) return [...fitting].slice(0, mostTags);
  return tags.some(({ id }) => id === otherwise) && otherwise !== null ? [otherwise] : [];
}

/** True when comments can be mirrored there: a thread cannot contain threads. */
export function supportsDiscussions({ kind }: Pick<PostingChannel, 'kind'>): boolean {
  return kind !== 'thread';
}
