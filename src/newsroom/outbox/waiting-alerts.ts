import { z } from 'zod';
import type { Snowflake } from '../../core/ids.ts';
import { Alert } from '../../core/moderation/alert.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { dayMs } from '../../core/time/duration.ts';

/** An alert for a guild that has no moderators' channel. */
const WaitingAlert = z.object({ episode: z.string(), alert: Alert });
export type WaitingAlert = z.infer<typeof WaitingAlert>;

const mostWaiting = 20;
const waitForMs = 30 * dayMs;
const keyOf = (guildId: Snowflake) => `waiting-alerts:${guildId}`;

/** Alerts that wait until a moderators' channel is chosen, the oldest first. */
export async function waitingAlerts(
  { texts }: Pick<Ledger, 'texts'>,
  guildId: Snowflake,
): Promise<WaitingAlert[]> {
  const stored = await texts.get(keyOf(guildId));
  return stored === null ? [] : z.array(WaitingAlert).parse(JSON.parse(stored));
}

/** The newest 20 wait, for 30 days after the last; a second one of an episode changes nothing. */
export async function keepAlert(
  ledger: Pick<Ledger, 'texts'>,
  guildId: Snowflake,
  waiting: WaitingAlert,
): Promise<void> {
  const before = await waitingAlerts(ledger, guildId);
  if (before.some(({ episode }) => episode === waiting.episode)) return;
  const alerts = [...before, waiting].slice(-mostWaiting);
  await ledger.texts.save(keyOf(guildId), JSON.stringify(alerts), waitForMs);
}

/** Returns the waiting alerts, which wait no more. */
export async function takeWaitingAlerts(
  ledger: Pick<Ledger, 'texts'>,
  guildId: Snowflake,
): Promise<WaitingAlert[]> {
  const alerts = await waitingAlerts(ledger, guildId);
  if (alerts.length > 0) await ledger.texts.delete(keyOf(guildId));
  return alerts;
}
