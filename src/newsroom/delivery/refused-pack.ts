import { z } from 'zod';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import { refreshReplies, wantComments } from '../outbox/comment-messages.ts';
import { type Attempt, endAttempt, type NextStep } from './attempt.ts';
import { packBody } from './comment-body.ts';

/**
 * After Discord refused a packed message for what it says, as AutoMod does for the words of one
 * comment: its comments get messages of their own, so that only the refused one is missing. Out of a
 * posted one go those alone whose text has changed. `null` when none can go: the message fails whole.
 */
export async function unpackRefused(attempt: Attempt): Promise<NextStep | null> {
  const { ports, delivery, channelId, signal } = attempt;
  const { subject, message, key } = delivery;
  if (subject.kind !== 'pack') return null;
  const posted = message && (await ports.discord.message(channelId, message.id, signal));
  return ports.store.transaction(async (ledger) => {
    const now = ports.clock.now();
    const discussion = await ledger.discussions.get(subject.discussionId);
    // A closed discussion takes no new message: what it shows stays as it is.
    if (!discussion || (message && discussion.state === 'closed')) return null;
    const packed = await ledger.discussions.listPack(key);
    const body = message && (await packBody(ledger, { ...delivery, subject }));
    const leaving = message ? changedComments(packed, body, posted?.components ?? []) : packed;
    if (leaving.length === 0) return null;
    const alone = leaving.map((row) => ({ ...row, pack: null }));
    await ledger.discussions.saveComments(alone);
    const live = alone.filter(({ state }) => state === 'live');
    await wantComments(ledger, discussion, live, now);
    await refreshReplies(ledger, live, now);
    ports.log.info({ key, comments: alone.length }, 'pack.divided');
    const found = { found: message?.id ?? null, foundBy: message?.webhookId };
    const ending = {
      kind: 'later',
      notBefore: now,
      error: null,
      uncounted: true,
      ...found,
    } as const;
    // The comments come before the next message of the channel.
    return endAttempt(attempt, ledger, ending, 'stop-run');
  });
}

/** The comments whose texts differ from those in Discord. Placeholders are ours: nobody refuses them. */
function changedComments(
  packed: readonly StoredComment[],
  body: MessageBody | null,
  posted: readonly unknown[],
): StoredComment[] {
  const before = textsOf(posted);
  const after = textsOf(body?.components ?? []);
  return packed.filter(({ key }) => {
    const button = `report:${key}`;
    const wanted = after.get(button);
    return wanted && !wanted.isPlaceholder && wanted.text !== before.get(button)?.text;
  });
}

/** A comment in a packed message, ours or as Discord has it. */
const PackedComment = z.object({
  components: z.tuple([z.object({ content: z.string() })]),
  accessory: z.object({ custom_id: z.string(), disabled: z.boolean().default(false) }),
});

/** The texts of a packed message by the ids of the buttons beside them. */
function textsOf(
  components: readonly unknown[],
): Map<string, { text: string; isPlaceholder: boolean }> {
  const sections = components.flatMap((one) => PackedComment.safeParse(one).data ?? []);
  return new Map(
    sections.map(({ components: [{ content }], accessory }) => [
      accessory.custom_id,
      { text: content.trim(), isPlaceholder: accessory.disabled },
    ]),
  );
}
