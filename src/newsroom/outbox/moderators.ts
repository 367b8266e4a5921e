import type { Ledger } from '../../core/ports/ledger.ts';
import type { Snowflake } from '../../core/ids.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { ordinalAt } from './keys.ts';

/** A guild's settings, its defaults where it set nothing. */
export async function guildSettings(
  ledger: Pick<Ledger, 'settings'>,
  guildId: Snowflake,
): Promise<GuildSettings> {
  return (await ledger.settings.get(guildId)) ?? GuildSettings.parse({});
}

/**
 * Tells the moderators something once: `episode` names the occasion, and a second alert on the
 * same one changes nothing. Without a moderators' channel nothing is said.
 */
export async function alertModerators(
  ledger: Ledger,
  guildId: Snowflake,
  episode: string,
  text: string,
  now: UnixMs,
): Promise<void> {
  const { moderatorsChannelId } = await guildSettings(ledger, guildId);
  const key = `alert:${guildId}:${episode}`;
  if (!moderatorsChannelId || (await ledger.deliveries.get(key))) return;
  const alert = { key, kind: 'alert', guildId, channelId: moderatorsChannelId } as const;
  await ledger.deliveries.want([{ ...alert, subject: text, ordinal: ordinalAt(now, 0) }], now);
}

/** Sends a case's card, or shows it anew when it was sent. */
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
