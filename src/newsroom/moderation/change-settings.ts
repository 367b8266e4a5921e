import type { Snowflake } from '../../core/ids.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { alertModerators, guildSettings, moveAlerts, wantCard } from '../outbox/moderators.ts';
import { takeWaitingAlerts } from '../outbox/waiting-alerts.ts';
import type { Ports } from '../ports.ts';
import { planSummary } from './monthly-summary.ts';

/** More than the cases that wait in any server. */
const mostQueued = 10_000;
const mostFormerChannels = 5;

/** The settings that people change. */
type Changeable = Omit<GuildSettings, 'version' | 'formerModeratorsChannelIds'>;
export type SettingsChange = Partial<Changeable>;

/** What each setting is called by people: its option of `/settings set`. */
export const settingNames: Readonly<Record<keyof Changeable, string>> = {
  moderatorsChannelId: 'moderators-channel',
  moderatorRoleId: 'moderator-role',
  seniorRoleId: 'senior-role',
  alertRoleId: 'alert-role',
  alertEveryMinutes: 'alert-every',
  language: 'language',
  hideThreshold: 'hide-after',
  reportsPerHour: 'reports-per-hour',
  evidenceDays: 'evidence-days',
  transparencyChannelId: 'transparency-channel',
  timeZone: 'time-zone',
};

/**
 * Saves changes of a guild's settings. Returns all of its settings. The cards of open cases and
 * unsent alerts follow the moderators' channel, also when the one before was deleted. A new language
 * is the language of the waiting cards too.
 */
export async function changeSettings(
  ports: Pick<Ports, 'store' | 'clock' | 'discord'>,
  guildId: Snowflake,
  changes: SettingsChange,
  by: Snowflake,
  signal: AbortSignal,
): Promise<GuildSettings> {
  const now = ports.clock.now();
  const deleted =
    changes.moderatorsChannelId === undefined ? [] : await deletedChannels(ports, guildId, signal);
  return ports.store.transaction((ledger) =>
    saveSettings(ledger, guildId, changes, { deleted, by, now }),
  );
}

/** The same in a transaction; `deleted` are moderators' channels that are there no more. */
export async function saveSettings(
  ledger: Ledger,
  guildId: Snowflake,
  changes: SettingsChange,
  { deleted, by, now }: { deleted: readonly Snowflake[]; by: string; now: UnixMs },
): Promise<GuildSettings> {
  const before = await guildSettings(ledger, guildId);
  const changed = GuildSettings.parse({ ...before, ...changes });
  const left = channelsOf(before).filter((channel) => channel !== changed.moderatorsChannelId);
  changed.formerModeratorsChannelIds = left
    .filter((channel) => !deleted.includes(channel))
    .slice(0, mostFormerChannels);
  await ledger.settings.save(guildId, changed);
  const channelId = changes.moderatorsChannelId;
  if (channelId) await moveToChannel(ledger, guildId, { channelId, left, deleted }, now);
  if (channelId || changed.language !== before.language) await wantCards(ledger, guildId, now);
  if (changed.transparencyChannelId !== before.transparencyChannelId || changes.timeZone) {
    await planSummary(ledger, guildId, changed, now);
  }
  const reason = changesText(before, changed, changes);
  const line = { guildId, at: now, actor: by, subject: guildId, version: null, reason };
  await ledger.audit.append({ ...line, action: 'settings.changed' });
  return changed;
}

/** The moderators' channel and those before it. */
function channelsOf(settings: GuildSettings): Snowflake[] {
  const { moderatorsChannelId: current, formerModeratorsChannelIds: former } = settings;
  return current === null ? former : [current, ...former.filter((channel) => channel !== current)];
}

async function deletedChannels(
  { store, discord }: Pick<Ports, 'store' | 'discord'>,
  guildId: Snowflake,
  signal: AbortSignal,
): Promise<Snowflake[]> {
  const deleted: Snowflake[] = [];
  for (const channel of channelsOf(await guildSettings(store, guildId))) {
    if ((await discord.channel(channel, signal)) === null) deleted.push(channel);
  }
  return deleted;
}

/** Has the alerts posted there that no channel got, those that waited for one included. */
async function moveToChannel(
  ledger: Ledger,
  guildId: Snowflake,
  move: { channelId: Snowflake; left: readonly Snowflake[]; deleted: readonly Snowflake[] },
  now: UnixMs,
): Promise<void> {
  for (const channel of move.left) {
    const from = { channelId: channel, deleted: move.deleted.includes(channel) };
    await moveAlerts(ledger, from, move.channelId, now);
  }
  for (const { episode, alert } of await takeWaitingAlerts(ledger, guildId)) {
    await alertModerators(ledger, guildId, episode, alert, now);
  }
}

/** Has the cards of all waiting cases posted, or edited. */
async function wantCards(ledger: Ledger, guildId: Snowflake, now: UnixMs): Promise<void> {
  for (const { number } of await ledger.cases.listQueue(guildId, mostQueued)) {
    await wantCard(ledger, guildId, number, now);
  }
}

/** "hide-after: 3 → 5, moderators-channel: none → <#123>". */
function changesText(before: GuildSettings, after: GuildSettings, given: SettingsChange): string {
  const valueOf = (settings: GuildSettings, key: keyof Changeable) => {
    const value = settings[key];
    if (value === null) return 'none';
    if (key.endsWith('ChannelId')) return `<#${value}>`;
    return key.endsWith('RoleId') ? `<@&${value}>` : String(value);
  };
  return (Object.keys(given) as (keyof Changeable)[])
    .map((key) => `${settingNames[key]}: ${valueOf(before, key)} → ${valueOf(after, key)}`)
    .join(', ');
}
