import type { Alert } from '../../core/moderation/alert.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Snowflake } from '../../core/ids.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { ordinalAt } from './keys.ts';

/** A guild's settings, with defaults for what it did not set. */
export async function guildSettings(
  ledger: Pick<Ledger, 'settings'>,
  guildId: Snowflake,
): Promise<GuildSettings> {
  return (await ledger.settings.get(guildId)) ?? GuildSettings.parse({});
}

/**
 * Posts an alert in the moderators' channel, if the guild has set one. `episode` deduplicates: a
 * second alert with the same one changes nothing.
 */
export async function alertModerators(
  ledger: Ledger,
  guildId: Snowflake,
  episode: string,
  alert: Alert,
  now: UnixMs,
): Promise<void> {
  const { moderatorsChannelId } = await guildSettings(ledger, guildId);
  const key = `alert:${guildId}:${episode}`;
  if (!moderatorsChannelId || (await ledger.deliveries.get(key))) return;
  const wanted = { key, kind: 'alert', guildId, channelId: moderatorsChannelId } as const;
  const subject = JSON.stringify(alert);
  await ledger.deliveries.want([{ ...wanted, subject, ordinal: ordinalAt(now, 0) }], now);
}

/** Has a case's card posted in the moderators' channel, or edited when it was posted before. */
export async function wantCard(
  ledger: Ledger,
  guildId: Snowflake,
  caseNumber: number,
  key: string,
  now: UnixMs,
): Promise<void> {
  const { moderatorsChannelId } = await guildSettings(ledger, guildId);
  if (!moderatorsChannelId) return;
  const card = { key, kind: 'card', guildId, channelId: moderatorsChannelId } as const;
  await ledger.deliveries.want(
    [{ ...card, subject: String(caseNumber), ordinal: ordinalAt(now, 0) }],
    now,
  );
}
