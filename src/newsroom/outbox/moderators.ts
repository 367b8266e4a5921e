import type { Delivery, Wish } from '../../core/delivery/delivery.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Snowflake, StoryId } from '../../core/ids.ts';
import type { Alert } from '../../core/moderation/alert.ts';
import { type Case, commentSubject } from '../../core/moderation/case.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { cardDelivery, ordinalAt } from './keys.ts';
import { keepAlert } from './waiting-alerts.ts';

/** A guild's settings, with defaults for what it did not set. */
export async function guildSettings(
  ledger: Pick<Ledger, 'settings'>,
  guildId: Snowflake,
): Promise<GuildSettings> {
  return (await ledger.settings.get(guildId)) ?? GuildSettings.parse({});
}

/**
 * Posts an alert in the moderators' channel; without one it waits until one is chosen. `episode`
 * deduplicates: a second alert with the same one changes nothing.
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
  if (await ledger.deliveries.get(key)) return;
  if (!moderatorsChannelId) return keepAlert(ledger, guildId, { episode, alert });
  const subject = { kind: 'alert', alert } as const;
  const channelId = moderatorsChannelId;
  const ordinal = ordinalAt(now, 0);
  await ledger.deliveries.want([{ key, guildId, channelId, subject, ordinal }], now);
}

/** Why Discord takes no cards and alerts in a moderators' channel; `null` while it does. */
export async function moderatorsChannelTrouble(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  { moderatorsChannelId }: GuildSettings,
): Promise<string | null> {
  const pause = moderatorsChannelId && (await deliveries.getPause(moderatorsChannelId));
  return pause ? pause.reason : null;
}

/**
 * Has a case's card posted in the moderators' channel, or edited when it was posted before. Its card
 * in a channel that was the moderators' before is removed.
 */
export async function wantCard(
  ledger: Ledger,
  guildId: Snowflake,
  caseNumber: number,
  now: UnixMs,
): Promise<void> {
  const settings = await guildSettings(ledger, guildId);
  const { moderatorsChannelId: channelId, formerModeratorsChannelIds } = settings;
  const keyIn = (channel: Snowflake) => cardDelivery(guildId, caseNumber, channel);
  await ledger.deliveries.remove(formerModeratorsChannelIds.map(keyIn), now);
  if (!channelId) return;
  const subject = { kind: 'card', caseNumber } as const;
  const ordinal = ordinalAt(now, 0);
  await ledger.deliveries.want(
    [{ key: keyIn(channelId), guildId, channelId, subject, ordinal }],
    now,
  );
}

/** Has the cards of a comment's cases edited: its message is in Discord again. */
export async function refreshCards(
  ledger: Ledger,
  guildId: Snowflake,
  origin: string,
  now: UnixMs,
): Promise<void> {
  const cases = await ledger.cases.listBySubject(guildId, commentSubject(origin));
  await editCards(ledger, guildId, cases, now);
}

/** Has the cards edited that name a story by its headline, which was corrected. */
export async function refreshCardsOfStory(
  ledger: Ledger,
  storyId: StoryId,
  now: UnixMs,
  atMostEveryMs: number,
): Promise<void> {
  const cases = await ledger.cases.listOfStory(storyId);
  for (const guildId of new Set(cases.map((one) => one.guildId))) {
    const ofGuild = cases.filter((one) => one.guildId === guildId);
    await editCards(ledger, guildId, ofGuild, now, atMostEveryMs);
  }
}

/** Has the card of a case edited that shows whether the member was notified of the ruling. */
export async function refreshPrivateOnCard(
  ledger: Ledger,
  { guildId, subject }: Pick<Delivery, 'guildId' | 'subject'>,
  now: UnixMs,
): Promise<void> {
  if (subject.kind !== 'private' || subject.topic !== 'ruling') return;
  await editCards(ledger, guildId, [{ number: subject.caseNumber }], now);
}

async function editCards(
  ledger: Ledger,
  guildId: Snowflake,
  cases: readonly Pick<Case, 'number'>[],
  now: UnixMs,
  atMostEveryMs?: number,
): Promise<void> {
  const { moderatorsChannelId: channelId } = await guildSettings(ledger, guildId);
  if (!channelId) return;
  const keys = cases.map(({ number }) => cardDelivery(guildId, number, channelId));
  await ledger.deliveries.refresh(keys, now, atMostEveryMs);
}

/**
 * Has alerts and pings that were never posted in a channel posted in another one. Ends everything else in the
 * channel before if it was deleted.
 */
export async function moveAlerts(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  from: { channelId: Snowflake; deleted: boolean },
  to: Snowflake,
  now: UnixMs,
): Promise<void> {
  const unsent = await deliveries.listUnsent(from.channelId);
  if (from.deleted) await deliveries.endChannel(from.channelId);
  const moved = unsent.flatMap(({ key, guildId, subject, ordinal, notBefore }): Wish[] => {
    if (subject.kind === 'ping') {
      return [{ key, guildId, channelId: to, subject, ordinal, notBefore }];
    }
    if (subject.kind !== 'alert' || isAbout(subject.alert, from.channelId)) return [];
    return [{ key, guildId, channelId: to, subject, ordinal }];
  });
  await deliveries.want(moved, now);
}

/** Who reads it in another channel has done already what it asks for. */
function isAbout(alert: Alert, channelId: Snowflake): boolean {
  return alert.kind === 'channel-paused' && alert.channelId === channelId;
}
