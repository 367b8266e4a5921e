import { foldedName } from '../../core/discussion/comment-author.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { DiscussionId, Snowflake } from '../../core/ids.ts';
import { requestError } from '../../render/index.ts';
import type { Ports } from '../ports.ts';

const mostAuthors = 25;

/**
 * The newest comment of each author whose name begins so, those who wrote last first. Without a
 * beginning only those of the discussion.
 */
export async function authorsNamed(
  { store }: Pick<Ports, 'store'>,
  place: { guildId: Snowflake; discussionId: DiscussionId | null },
  typed: string,
): Promise<StoredComment[]> {
  const start = foldedName(typed);
  if (start === '' && place.discussionId === null) return [];
  return store.discussions.listAuthors(place, start, mostAuthors);
}

/** Comments of the authors of exactly this name, one of each. */
export async function authorsOfName(
  ports: Pick<Ports, 'store'>,
  guildId: Snowflake,
  name: string,
): Promise<StoredComment[]> {
  const found = await authorsNamed(ports, { guildId, discussionId: null }, name);
  return found.filter(({ comment }) => foldedName(comment.author) === foldedName(name));
}

/**
 * The key of the comment that a message in Discord shows.
 * @throws RequestError for a message without a comment, or with many
 */
export async function commentOfMessage(
  { store }: Pick<Ports, 'store'>,
  guildId: Snowflake,
  messageId: Snowflake,
): Promise<string> {
  const delivery = await store.deliveries.getByMessage(messageId);
  if (delivery?.guildId === guildId) {
    if (delivery.subject.kind === 'comment') return delivery.subject.commentKey;
    if (delivery.subject.kind === 'pack') {
      const live = (await store.discussions.listPack(delivery.key)).filter(
        ({ state }) => state === 'live',
      );
      const [first, second] = live;
      if (first && !second) return first.key;
      throw requestError((labels) => labels.mutes.manyComments);
    }
  }
  throw requestError((labels) => labels.mutes.noComment);
}
