import { forumOf, messageChannelId } from '../channels/forum-post.ts';
import { type Attempt, endAttempt, type NextStep } from './attempt.ts';
import { lostMessage } from './lost-message.ts';
import { deletePosted, type Posted } from './personas.ts';

const removalReason = 'Removed at the source, or by a moderator';

/** Deletes the message, or the one that an earlier attempt posted: there is nothing to show. */
export async function deleteMessage(attempt: Attempt): Promise<NextStep> {
  const { ports, delivery, signal } = attempt;
  const { revision } = delivery;
  const forum = await forumOf(ports, delivery, signal);
  const posted = delivery.message ?? (await lostMessage(attempt, forum));
  if (
    posted &&
    !(await removePosted(attempt, posted, messageChannelId(attempt, posted.id, forum)))
  ) {
    return 'released';
  }
  const ending = { kind: 'shown', revision, message: null } as const;
  return endAttempt(attempt, ports.store, ending, 'continue');
}

/** Deletes a message that cannot stay as it is; another is posted in its place, at the end. */
export async function replace(attempt: Attempt, message: Posted): Promise<NextStep> {
  const { ports, channelId } = attempt;
  if (!(await removePosted(attempt, message, channelId))) return 'released';
  return endAttempt(attempt, ports.store, { kind: 'replaced' }, 'continue');
}

/** The intent is stored first: wanted again before there is an answer, the message may be gone. */
async function removePosted(
  { ports, lease, delivery, signal }: Attempt,
  posted: Posted,
  channelId: string,
): Promise<boolean> {
  const { deliveries } = ports.store;
  if (!(await deliveries.removing(lease, delivery.key, posted, ports.clock.now()))) return false;
  await deletePosted(ports, channelId, posted, removalReason, signal);
  return true;
}
