import type { Snowflake } from '../../core/ids.ts';
import type { Case } from '../../core/moderation/case.ts';
import { standingOf } from '../../core/moderation/standing.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { ordinalAt } from '../outbox/keys.ts';
import { updateCopies } from './standing.ts';

/**
 * Removes, restores, hides or shows what a case is about: a comment in all channels of its guild. A
 * member's message is not restored.
 */
export async function carryOutRuling(ledger: Ledger, ruled: Case, at: UnixMs): Promise<void> {
  const { guildId, subject } = ruled;
  if (subject.kind === 'comment') await updateCopies(ledger, guildId, subject.origin, at);
  else if (standingOf([ruled]) === 'removed') await removeMessage(ledger, ruled, subject, at);
}

async function removeMessage(
  ledger: Ledger,
  { guildId, number, version }: Case,
  { channelId, messageId }: { channelId: Snowflake; messageId: Snowflake },
  at: UnixMs,
): Promise<void> {
  const key = `removal:${guildId}:${number}:${version}`;
  const subject = { kind: 'removal', messageId } as const;
  await ledger.deliveries.want(
    [{ key, guildId, channelId, subject, ordinal: ordinalAt(at, 0) }],
    at,
  );
}
