import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { DeliveryOf, OpenDelivery } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { SubjectKind } from '../../core/delivery/subject.ts';
import { defaultSubscriptionSettings, type Subscription } from '../../core/feed/subscription.ts';
import { postedAt, type Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { matchesFilters } from '../../core/story/filter.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { messageUrl, renderAlert, renderStory, renderSummary } from '../../render/index.ts';
import { caseCard } from '../outbox/case-card.ts';
import { guildSettings } from '../outbox/moderators.ts';
import { pingBody } from '../outbox/pings.ts';
import type { Attempt } from './attempt.ts';
import { commentBody, packBody } from './comment-body.ts';
import { digestDraft, skippedStoriesDraft } from './digest-bodies.ts';
import type { Draft } from './draft.ts';
import { noticeBody } from './notice-body.ts';
import { privateBody } from './private-body.ts';

/** What a message depends on beside the store. */
interface Place {
  inForum: boolean;
  now: UnixMs;
  serverName: string | null;
  /** Not under a commenter's name. */
  asBot: boolean;
}

/** The place of an attempt's message; `forum` is the one that it is a post of. */
export function placeOf({ ports, delivery, asBot }: Attempt, forum: PostingChannel | null): Place {
  const { discord, clock } = ports;
  const serverName = discord.serverName(delivery.guildId);
  return { inForum: forum !== null, now: clock.now(), serverName, asBot: asBot ?? false };
}

type DraftFor<K extends SubjectKind> = (
  ledger: Ledger,
  delivery: DeliveryOf<K>,
  place: Place,
) => Promise<Draft | null>;

/** One function for each kind of message. */
const drafts: { readonly [K in SubjectKind]: DraftFor<K> } = {
  story: storyDraft,
  digest: digestDraft,
  'skipped-stories': skippedStoriesDraft,
  comment: async (ledger, delivery, { asBot }) => {
    const found = await commentBody(ledger, delivery, asBot);
    return found && { ...found, subscription: null, story: null, threadId: null };
  },
  pack: async (ledger, delivery) => ownDraft(await packBody(ledger, delivery)),
  notice: async (ledger, delivery, { now }) => ownDraft(await noticeBody(ledger, delivery, now)),
  card: async (ledger, { guildId, subject }) =>
    ownDraft(await caseCard(ledger, guildId, subject.caseNumber)),
  alert: async (ledger, { guildId, subject }) => {
    const { language } = await guildSettings(ledger, guildId);
    return ownDraft(renderAlert(subject.alert, language));
  },
  ping: async (ledger, delivery) => ownDraft(await pingBody(ledger, delivery)),
  summary: async (ledger, { guildId, subject: { month, figures } }) => {
    const { language } = await guildSettings(ledger, guildId);
    return ownDraft(renderSummary(month, figures, language));
  },
  removal: async () => null,
  private: async (ledger, delivery, { serverName }) =>
    ownDraft(await privateBody(ledger, delivery, serverName)),
  timeout: async () => null,
};

function ownDraft(body: MessageBody | null): Draft | null {
  return body && { body, subscription: null, story: null, threadId: null };
}

/**
 * A delivery's message; `null` when there should be none: its story was withdrawn, its comment
 * removed, its discussion closed.
 */
export async function messageDraft(
  ledger: Ledger,
  delivery: OpenDelivery,
  place: Place,
): Promise<Draft | null> {
  const draft = drafts[delivery.subject.kind] as DraftFor<SubjectKind>;
  return draft(ledger, delivery, place);
}

async function storyDraft(
  ledger: Ledger,
  { subject, guildId, channelId, message }: DeliveryOf<'story'>,
  { inForum }: { inForum: boolean },
): Promise<Draft | null> {
  const posting = await ledger.feeds.getPosting(subject.storyId, channelId);
  if (!posting) return null;
  const { story, feed, subscription, discussion } = posting;
  if (message === null && !isWanted(subscription, story)) return null;
  const settings = subscription?.settings ?? defaultSubscriptionSettings;
  const threadId = discussion?.state === 'detached' ? null : (discussion?.threadId ?? null);
  const body = renderStory(story.story, {
    // A forum post is in its discussion's thread already.
    threadUrl: inForum ? null : threadId && messageUrl(guildId, threadId),
    commentCount: discussion?.total ?? story.story.commentCount,
    mentionRoleIds: settings.mentionRoleIds,
    corrected: correctedSince(message?.id ?? null, story.correctedAt),
    withdrawn: story.withdrawnAt,
    feedTitle: feed?.title ?? null,
    language: settings.language,
    contentTemplate: settings.contentTemplate,
    inForum,
  });
  return { body, subscription, story, threadId };
}

/** Whether a waiting story is still to be posted: not withdrawn, and its channel takes it. */
function isWanted(subscription: Subscription | null, { story, withdrawnAt }: StoredStory) {
  return (
    withdrawnAt === null && !!subscription && matchesFilters(subscription.settings.filters, story)
  );
}

/** `null` when the correction came before the message was posted: readers never saw the old text. */
function correctedSince(messageId: Snowflake | null, correctedAt: UnixMs | null): UnixMs | null {
  if (messageId === null || correctedAt === null) return null;
  return correctedAt > postedAt(messageId) ? correctedAt : null;
}
