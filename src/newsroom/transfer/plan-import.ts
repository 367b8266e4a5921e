import { RequestError } from '../../core/errors.ts';
import type { FeedAccess } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import { mergedRules } from '../../core/moderation/merged-rules.ts';
import type { MutedAuthor } from '../../core/moderation/muted-author.ts';
import type { Reader } from '../../core/moderation/reader.ts';
import { type ModerationRules, mostWatched, noRules } from '../../core/moderation/rules.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { guildSettings } from '../outbox/moderators.ts';
import { type SettingsChange, settingNames } from '../moderation/change-settings.ts';
import { mostMuted } from '../moderation/mute-author.ts';
import type { Ports } from '../ports.ts';
import { changedSettings } from '../subscriptions/declared-feeds.ts';
import { addressOf, newSubscription } from '../subscriptions/subscribe.ts';
import type { ServerFile, TransferredFeed } from './server-file.ts';

/** What becomes of one feed of the file. */
export type PlannedFeed =
  | { state: 'new'; subscription: Subscription; access: FeedAccess | null }
  /** `changed` names the settings. */
  | { state: 'changed'; before: Subscription; subscription: Subscription; changed: string }
  | { state: 'same' | 'declared'; subscription: Subscription }
  /** Its password or cookie is not in the file. */
  | { state: 'closed'; url: string; channelId: Snowflake };

/** What an import changes: only what differs from what is stored. */
export interface ImportPlan {
  guildId: Snowflake;
  settings: SettingsChange;
  feeds: PlannedFeed[];
  /** All rules as they will be; `null` when they are so already. `changed` names the parts. */
  rules: { after: ModerationRules; changed: string[] } | null;
  mutes: MutedAuthor[];
  bans: Reader[];
}

/** Reads only. @throws RequestError for a file that does not fit what is stored */
export async function planImport(
  ports: Pick<Ports, 'clock'>,
  ledger: Ledger,
  file: ServerFile,
  guildId: Snowflake,
): Promise<ImportPlan> {
  const there = await ledger.feeds.listSubscriptionsIn(guildId);
  const feeds = new Map<string, PlannedFeed>();
  for (const feed of file.feeds) {
    const planned = await planFeed(ports, ledger, feed, { guildId, there });
    const key =
      planned.state === 'closed' ? `${feed.channelId} ${feed.url}` : planned.subscription.id;
    if (!feeds.has(key)) feeds.set(key, planned);
  }
  return {
    guildId,
    settings: await changesOf(ledger, file, guildId),
    feeds: [...feeds.values()],
    rules: planRules((await ledger.rules.get(guildId)) ?? noRules, file.rules ?? noRules),
    mutes: await planMutes(ledger, file, guildId),
    bans: await planBans(ledger, file, guildId),
  };
}

async function planFeed(
  ports: Pick<Ports, 'clock'>,
  ledger: Ledger,
  { url, channelId, addedBy, addedAt, settings, access }: TransferredFeed,
  { guildId, there }: { guildId: Snowflake; there: readonly Subscription[] },
): Promise<PlannedFeed> {
  if (access === 'left-out') {
    const before = await closedFeed(ledger, there, url, channelId);
    return before ? edited(before, settings) : { state: 'closed', url, channelId };
  }
  const wanted = { url, ...(access && { access }), guildId, channelId, settings };
  const made = await newSubscription(ports, ledger, wanted, 'command', addedBy);
  const before = await ledger.feeds.getSubscription(made.id);
  if (before && before.guildId !== guildId) {
    throw new RequestError(
      `Channel ${channelId} belongs to server ${before.guildId}, not to ${guildId}: replace it in the file with a channel of that server.`,
    );
  }
  if (before) return edited(before, settings);
  const subscription = { ...made, addedAt: Math.min(addedAt, made.addedAt) };
  return { state: 'new', subscription, access: addressOf(wanted).access };
}

/** The channel's feed with that address that has a password or cookie. */
async function closedFeed(
  { access }: Pick<Ledger, 'access'>,
  there: readonly Subscription[],
  url: string,
  channelId: Snowflake,
): Promise<Subscription | null> {
  for (const one of there) {
    const isMeant = one.channelId === channelId && one.url === url;
    if (isMeant && (await access.get(one.feedId))) return one;
  }
  return null;
}

function edited(before: Subscription, settings: Subscription['settings']): PlannedFeed {
  if (before.origin === 'config') return { state: 'declared', subscription: before };
  const changed = changedSettings(before.settings, settings);
  if (changed === '') return { state: 'same', subscription: before };
  return { state: 'changed', before, subscription: { ...before, settings }, changed };
}

/** A setting that the file has not replaces nothing. */
async function changesOf(
  ledger: Ledger,
  { settings }: ServerFile,
  guildId: Snowflake,
): Promise<SettingsChange> {
  const own = await guildSettings(ledger, guildId);
  const names = Object.keys(settingNames) as (keyof typeof settingNames)[];
  const given = names.filter((name) => {
    const value = settings?.[name] ?? null;
    return value !== null && value !== own[name];
  });
  return Object.fromEntries(given.map((name) => [name, settings?.[name]]));
}

function planRules(own: ModerationRules, added: ModerationRules): ImportPlan['rules'] {
  const after = mergedRules(own, added);
  const count = after.watched.length;
  if (count > mostWatched) {
    throw new RequestError(
      `The server would watch ${count} patterns; ${mostWatched} are possible: remove some with /rules, or from the file.`,
    );
  }
  const stored = new Set(own.watched.map((one) => JSON.stringify(one)));
  const parts = ['firstComment', 'repeatOffender', 'slowMode'] as const;
  const names = {
    firstComment: 'first comment',
    repeatOffender: 'repeat offender',
    slowMode: 'slow mode',
  };
  const changed = [
    ...after.watched
      .filter((one) => !stored.has(JSON.stringify(one)))
      .map(({ kind, pattern, action }) => `${kind} "${pattern}": ${action}`),
    ...parts
      .filter((part) => JSON.stringify(own[part]) !== JSON.stringify(after[part]))
      .map((part) => names[part]),
  ];
  return changed.length === 0 ? null : { after, changed };
}

async function planMutes(
  { mutes }: Pick<Ledger, 'mutes'>,
  file: ServerFile,
  guildId: Snowflake,
): Promise<MutedAuthor[]> {
  const own = await mutes.list(guildId, mostMuted);
  const keys = new Set(own.map(({ authorKey }) => authorKey));
  const added = new Map(
    file.mutes
      .filter(({ authorKey }) => !keys.has(authorKey))
      .map((muted) => [muted.authorKey, { guildId, ...muted }]),
  );
  if (added.size > 0 && keys.size + added.size > mostMuted) {
    throw new RequestError(
      `The server would mute ${keys.size + added.size} authors; ${mostMuted} are possible: take some out of the file.`,
    );
  }
  return [...added.values()];
}

async function planBans(
  { readers }: Pick<Ledger, 'readers'>,
  file: ServerFile,
  guildId: Snowflake,
): Promise<Reader[]> {
  const added = new Map<Snowflake, Reader>();
  for (const { userId, ...reportBan } of file.bans) {
    const reader = await readers.get(guildId, userId);
    if (!reader.reportBan) added.set(userId, { ...reader, reportBan });
  }
  return [...added.values()];
}
