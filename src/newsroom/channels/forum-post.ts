import { type PostingChannel, forumTagIds } from '../../core/delivery/channel.ts';
import type { Delivery, DeliveryKind } from '../../core/delivery/delivery.ts';
import { defaultSubscriptionSettings } from '../../core/feed/subscription.ts';
import { type Snowflake, StoryId } from '../../core/ids.ts';
import type { MessageBody, DiscordMessage } from '../../core/delivery/message-body.ts';
import { errorText } from '../../core/errors.ts';
import { dayMs } from '../../core/time/duration.ts';
import { bodyTitle, threadName } from '../../render/index.ts';
import type { Ports } from '../ports.ts';

/** How long after a correction a post is renamed. */
const renameForMs = dayMs;

/** Kinds of deliveries that are never a forum post of their own. */
const neverPosts: ReadonlySet<DeliveryKind> = new Set([
  'comment',
  'notice',
  'card',
  'alert',
  'removal',
]);

/** The forum that a delivery is posted in; `null` where it is a message of its channel. */
export async function forumOf(
  { discord }: Pick<Ports, 'discord'>,
  { kind, channelId }: Pick<Delivery, 'kind' | 'channelId'>,
  signal: AbortSignal,
): Promise<PostingChannel | null> {
  if (neverPosts.has(kind)) return null;
  const channel = await discord.channel(channelId, signal);
  return channel?.kind === 'forum' ? channel : null;
}

/**
 * The channel of a message in Discord's API. In a forum it is the post's thread, which has the same
 * id as its first message; the delivery's own channel is the forum.
 */
export function messageChannelId(
  { channelId }: Pick<Delivery, 'channelId'>,
  messageId: Snowflake,
  forum: PostingChannel | null,
): Snowflake {
  return forum ? messageId : channelId;
}

/**
 * Renames a forum post after its story's headline was corrected. Only for a day, so that a name that
 * a moderator gave stays. A post that Discord does not rename keeps its name.
 */
export async function renameCorrectedPost(
  { store, discord, clock, log }: Ports,
  { kind, subject, channelId }: Pick<Delivery, 'kind' | 'subject' | 'channelId'>,
  postId: Snowflake,
  signal: AbortSignal,
): Promise<void> {
  const stored = kind === 'story' ? await store.feeds.getStory(StoryId.parse(subject)) : null;
  if (!stored?.correctedAt || clock.now() - stored.correctedAt > renameForMs) return;
  const subscriptions = await store.feeds.listSubscriptionsOf(stored.feedId);
  const subscription = subscriptions.find((candidate) => candidate.channelId === channelId);
  const { language } = subscription?.settings ?? defaultSubscriptionSettings;
  const name = threadName(stored.story, language);
  try {
    const post = await discord.channel(postId, signal);
    if (post && post.name !== name) await discord.renameThread(postId, name, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    log.info({ postId, error: errorText(error) }, 'post.not-renamed');
  }
}

/** Creates a forum post, named after its story's headline and tagged with its topics. */
export async function postInForum(
  { store, discord }: Ports,
  { kind, guildId, channelId, subject }: Delivery,
  body: MessageBody,
  forum: PostingChannel,
  signal: AbortSignal,
): Promise<DiscordMessage> {
  const stored = kind === 'story' ? await store.feeds.getStory(StoryId.parse(subject)) : null;
  const here = (await store.feeds.listSubscriptionsIn(guildId)).filter(
    (subscription) => subscription.channelId === channelId,
  );
  const subscription = here.find(({ feedId }) => feedId === stored?.feedId) ?? here[0];
  const { language, forumTagId } = subscription?.settings ?? defaultSubscriptionSettings;
  const name = stored ? threadName(stored.story, language) : bodyTitle(body, language);
  const tagIds = forumTagIds(stored?.story.topics ?? [], forum.tags, forumTagId);
  return discord.postInForum(channelId, { name, body, tagIds }, signal);
}
