import type { MemberMessage } from '../../core/moderation/member-message.ts';
import { applyMemberRules } from '../moderation/member-rules.ts';
import type { Ports } from '../ports.ts';
import type { MessageCounter } from './message-counter.ts';
import { countMessage } from './slow-down.ts';

/**
 * A member wrote, or edited, a message in a thread. It is counted for slow mode; with the Message
 * Content intent the rules of the server look at it, when the thread is a discussion's.
 */
export async function onMemberMessage(
  ports: Ports,
  counter: MessageCounter,
  message: MemberMessage,
  signal: AbortSignal,
): Promise<void> {
  if (message.mayModerate) return;
  if (!message.isEdit) await countMessage(ports, counter, message.channelId, signal);
  if (ports.readsMemberMessages && message.content !== '') await applyMemberRules(ports, message);
}
