import { type PostingChannel, forumTagIds } from '../../core/delivery/channel.ts';
import { type Subscription, SubscriptionSettings } from '../../core/feed/subscription.ts';
import { type FilterReason, filterReason } from '../../core/story/filter-reason.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { auditFeed } from '../outbox/audit-lines.ts';
import { noticeDelivery } from '../outbox/keys.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { renderStory, requestError } from '../../render/index.ts';
import type { Ports } from '../ports.ts';
import { rescheduleWaiting } from './reschedule-waiting.ts';
import { ownSubscription } from './own-subscription.ts';
import { settingsFor, targetChannel } from '../channels/target-channel.ts';
import { moved, moveWaiting, refuseDouble } from './move-subscription.ts';

/** Stored stories that changed filters are tested on. */
const storiesTried = 20;

export interface WantedEdit {
  change: (settings: SubscriptionSettings, channel: PostingChannel) => SubscriptionSettings;
  /** `null` for one that stays in its channel. */
  moveTo: Snowflake | null;
}

/** A subscription before and after a change. `channel` is the one after it. */
export interface Edit {
  before: Subscription;
  after: Subscription;
  channel: PostingChannel;
}

/** A channel that the bot cannot see any more counts as a text channel. */
export async function channelOf(
  { discord }: Pick<Ports, 'discord'>,
  { channelId }: Pick<Subscription, 'channelId'>,
  signal: AbortSignal,
): Promise<PostingChannel> {
  const channel = await discord.channel(channelId, signal);
  return channel ?? { kind: 'text', name: '', tags: [], requiresTag: false };
}

/**
 * A change of settings, not stored.
 * @throws RequestError for a feed that is not there or is declared by file
 */
export async function planEdit(
  ports: Ports,
  guildId: Snowflake,
  id: string,
  { change, moveTo }: WantedEdit,
  signal: AbortSignal,
): Promise<Edit> {
  const before = await ownSubscription(ports.store, guildId, id);
  refuseDeclared(before);
  if (moveTo !== null) await refuseDouble(ports.store, before, moveTo);
  const channel =
    moveTo === null
      ? await channelOf(ports, before, signal)
      : await targetChannel(ports, moveTo, '/feed edit', signal);
  return { before, after: edited(before, channel, { change, moveTo }), channel };
}

function edited(
  subscription: Subscription,
  channel: PostingChannel,
  { change, moveTo }: WantedEdit,
): Subscription {
  const there = moveTo === null ? subscription : moved(subscription, moveTo);
  const before = moveTo === null ? there.settings : withoutForeignTag(there.settings, channel);
  const wanted = settingsFor(channel, change(before, channel));
  return { ...there, settings: SubscriptionSettings.parse(wanted) };
}

/** A forum has its own tags. */
function withoutForeignTag(
  settings: SubscriptionSettings,
  { tags }: PostingChannel,
): SubscriptionSettings {
  if (tags.some(({ id }) => id === settings.forumTagId)) return settings;
  return { ...settings, forumTagId: null };
}

function refuseDeclared({ origin }: Subscription): void {
  if (origin !== 'config') return;
  throw requestError((labels) => labels.feed.refused.declaredEdit);
}

/**
 * Changes a subscription's settings and channel, with audit lines that name the changed ones. Posted
 * stories stay as and where they are; waiting stories follow. A paused channel is tried again.
 * @throws RequestError for a feed that is not there (any more), is declared by file, or is in the new
 *   channel already
 */
export async function editSubscription(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { before: planned, channel }: Pick<Edit, 'before' | 'channel'>,
  wanted: WantedEdit,
  changed: readonly string[],
  by: Snowflake,
): Promise<Edit> {
  const now = clock.now();
  return store.transaction(async (ledger) => {
    // Read again: another manager may have changed another setting meanwhile.
    const before = await ownSubscription(ledger, planned.guildId, planned.id);
    refuseDeclared(before);
    if (wanted.moveTo !== null) await refuseDouble(ledger, before, wanted.moveTo);
    const after = edited(before, channel, wanted);
    await ledger.feeds.saveSubscription(after);
    if (wanted.moveTo !== null) await moveWaiting(ledger, before, after, now);
    await followSettings(ledger, before, after, now);
    const deed = { at: now, actor: by };
    if (wanted.moveTo !== null) {
      const reason = `from ${before.channelId} to ${after.channelId}`;
      await auditFeed(ledger, after, { ...deed, action: 'feed.moved', reason });
    }
    if (changed.length > 0) {
      const reason = changed.join(', ');
      await auditFeed(ledger, after, { ...deed, action: 'feed.edited', reason });
    }
    return { before, after, channel };
  });
}

/** What waits follows a subscription's settings, which are stored; its channel is tried again. */
export async function followSettings(
  ledger: Ledger,
  before: Subscription,
  after: Subscription,
  now: UnixMs,
): Promise<void> {
  if (after.settings.pollEveryMs < before.settings.pollEveryMs) {
    await ledger.feeds.pollNow(after.feedId, now);
  }
  await ledger.deliveries.deletePause(after.channelId);
  await rescheduleWaiting(ledger, after, now);
  if (after.settings.commentPeriodMs !== before.settings.commentPeriodMs) {
    await refreshNotices(ledger, after, now);
  }
}

/** More than the open discussions of any server. */
const mostOpen = 10_000;

/** The notices of open discussions say until when they are open. */
async function refreshNotices(
  { discussions, deliveries }: Ledger,
  { guildId, id: subscriptionId }: Subscription,
  now: UnixMs,
): Promise<void> {
  const open = await discussions.listInGuild(guildId, ['open', 'closing-soon'], mostOpen);
  for (const { discussion } of open) {
    if (discussion.subscriptionId !== subscriptionId) continue;
    const notices = ['policy', 'warning'].map((notice) => noticeDelivery(discussion.id, notice));
    await deliveries.refresh(notices, now);
    await discussions.save(discussion, now);
  }
}

/** How a feed's stored stories look with changed settings. */
export interface Preview {
  /** The newest story that passes the filters, as it would be posted; `null` when none does. */
  body: MessageBody | null;
  /** How many stories the filters were tested on, at most 20, and how many pass. */
  tried: number;
  taken: number;
  /** The newest story and why the filters exclude it, if they do. */
  obstacle: { story: StoredStory; reason: FilterReason } | null;
  /** Names of the tags of the forum post; `null` outside forums. */
  tags: string[] | null;
}

export async function previewEdit(
  { store }: Pick<Ports, 'store'>,
  { after: { feedId, settings }, channel }: Pick<Edit, 'after' | 'channel'>,
): Promise<Preview> {
  const stories = await store.feeds.listRecentStories(feedId, storiesTried);
  const judged = stories.map((story) => ({
    story,
    reason: filterReason(settings.filters, story.story),
  }));
  const taken = judged.filter(({ reason }) => reason === null);
  const feed = await store.feeds.getFeed(feedId);
  const [newest] = judged;
  const shown = taken[0]?.story;
  return {
    body: shown
      ? renderStory(shown.story, {
          threadUrl: null,
          commentCount: shown.story.commentCount,
          mentionRoleIds: settings.mentionRoleIds,
          corrected: shown.correctedAt,
          withdrawn: null,
          feedTitle: feed?.title ?? null,
          language: settings.language,
          contentTemplate: settings.contentTemplate,
          inForum: channel.kind === 'forum',
        })
      : null,
    tried: judged.length,
    taken: taken.length,
    tags: shown && channel.kind === 'forum' ? tagNames(shown, settings, channel) : null,
    obstacle: newest?.reason ? { story: newest.story, reason: newest.reason } : null,
  };
}

function tagNames(
  { story }: StoredStory,
  { forumTagId }: SubscriptionSettings,
  { tags }: PostingChannel,
): string[] {
  const fitting = forumTagIds(story.topics, tags, forumTagId);
  return tags.filter(({ id }) => fitting.includes(id)).map(({ name }) => name);
}
