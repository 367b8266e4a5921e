import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { FlagSubject } from '../../core/moderation/case.ts';
import { minuteMs } from '../../core/time/duration.ts';
import { commentText, requestError } from '../../render/index.ts';
import { shortHash } from '../../text/hash.ts';
import { firstDelivery } from '../outbox/comment-messages.ts';
import type { Ports } from '../ports.ts';

/** A comment or message that can be reported, with its current text. */
export interface Flagged {
  subject: FlagSubject;
  text: string;
  /** Identifies the text: each edit has another. */
  textRevision: string;
}

/** The refusal of a report on a comment that its publisher or a moderator deleted. */
export const commentGone = () => requestError((labels) => labels.report.refusals.gone);

/** The comment of a report button. @throws RequestError when it is not in a thread of this server */
export async function flaggedComment(
  { store }: Ports,
  guildId: Snowflake,
  key: string,
): Promise<Flagged> {
  const stored = await store.discussions.getComment(key);
  const discussion = stored && (await store.discussions.get(stored.discussionId));
  if (!stored || discussion?.guildId !== guildId) {
    throw requestError((labels) => labels.report.refusals.expired);
  }
  const delivery = await firstDelivery(store, stored);
  if (stored.state !== 'live' || stored.comment.deleted || !delivery?.message) {
    throw commentGone();
  }
  return {
    subject: {
      kind: 'comment',
      discussionId: stored.discussionId,
      commentKey: key,
      origin: stored.origin,
      authorName: stored.comment.author,
      authorKey: stored.authorKey,
      channelId: delivery.channelId,
      messageId: delivery.message.id,
      url: stored.comment.url,
    },
    text: commentText(stored.comment.body),
    textRevision: stored.hash,
  };
}

/** The mirrored comment, or the member's text, of a message. @throws RequestError */
export async function flaggedMessage(
  ports: Ports,
  guildId: Snowflake,
  message: DiscordMessage,
): Promise<Flagged> {
  const delivery = await ports.store.deliveries.getByMessage(message.id);
  if (delivery?.subject.kind === 'comment') {
    return flaggedComment(ports, guildId, delivery.subject.commentKey);
  }
  if (delivery?.subject.kind === 'pack') {
    const live = (await ports.store.discussions.listPack(delivery.key)).filter(
      ({ state }) => state === 'live',
    );
    const [first, second] = live;
    if (first && !second) return flaggedComment(ports, guildId, first.key);
    throw requestError((labels) => labels.report.refusals.packed);
  }
  const isOurs = message.authorId === ports.discord.botId() || message.webhookId !== undefined;
  if (!delivery && isOurs) {
    throw requestError((labels) => labels.report.refusals.ownOld);
  }
  if (delivery) {
    throw requestError((labels) => labels.report.refusals.botMessage);
  }
  const { channelId, id: messageId, authorId, authorName, content } = message;
  return {
    subject: { kind: 'message', channelId, messageId, authorId, authorName },
    text: content,
    textRevision: shortHash(content),
  };
}

/** How long a moderator may take to fill in the modal of a flag. */
const modalMs = 15 * minuteMs;
const textKey = (messageId: Snowflake, by: Snowflake) => `flagging:${messageId}:${by}`;

/**
 * Saves a message's text until its flag's modal is submitted. Without the Message Content intent,
 * Discord sends the text only with the command on the message.
 */
export async function saveMessageText(
  { store }: Ports,
  messageId: Snowflake,
  by: Snowflake,
  text: string,
): Promise<void> {
  if (text !== '') await store.texts.save(textKey(messageId, by), text, modalMs);
}

/** Returns the saved text and deletes it; empty when there is none. */
export async function takeMessageText(
  { store }: Ports,
  messageId: Snowflake,
  by: Snowflake,
): Promise<string> {
  const text = await store.texts.get(textKey(messageId, by));
  await store.texts.delete(textKey(messageId, by));
  return text ?? '';
}
