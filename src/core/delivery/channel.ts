import type { Snowflake } from '../ids.ts';

/** Kinds of channels that stories can be posted in. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'thread';

export interface ForumTag {
  id: Snowflake;
  name: string;
}

/** A channel as what is posted there depends on it. */
export interface PostingChannel {
  kind: ChannelKind;
  name: string;
  /** What a forum's posts can be marked with; none elsewhere. */
  tags: ForumTag[];
  /** A forum that takes no post without a tag. */
  requiresTag: boolean;
}

/** Discord's limit on the tags of one post. */
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
 * The tags of a forum that a story's topics name, compared whole without case and accents, in the
 * order of the topics and at most five; else the owner's tag for such stories, if it still exists.
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

/** Whether a story's comments can be mirrored there: a thread has no thread of its own. */
export function supportsDiscussions({ kind }: Pick<PostingChannel, 'kind'>): boolean {
  return kind !== 'thread';
}
