import { type PostingChannel, forumTagIds } from '../../core/delivery/channel.ts';
import type { OpenDelivery } from '../../core/delivery/delivery.ts';
import type { DiscordMessage, MessageBody } from '../../core/delivery/message-body.ts';
import { kindRules, type SubjectKind } from '../../core/delivery/subject.ts';
import { defaultSubscriptionSettings, type Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { bodyTitle, threadName, withMark } from '../../render/index.ts';
import type { Ports } from '../ports.ts';

/** What a forum post is made of. `story` and `subscription` are `null` when it has none. */
interface Post {
  body: MessageBody;
  story: StoredStory | null;
  subscription: Subscription | null;
}

/** The forum that a message of this kind is a post of; `null` where it is a message of its channel. */
export async function forumOf(
  { discord }: Pick<Ports, 'discord'>,
  { subject, channelId }: { subject: { kind: SubjectKind }; channelId: Snowflake },
  signal: AbortSignal,
): Promise<PostingChannel | null> {
  if (!kindRules[subject.kind].opensPost) return null;
  const channel = await discord.channel(channelId, signal);
  return channel?.kind === 'forum' ? channel : null;
}

/**
 * The channel of a message in Discord's API. In a forum it is the post's thread, which has the same
 * id as its first message; the delivery's own channel is the forum.
 */
export function messageChannelId(
  { channelId }: Pick<OpenDelivery, 'channelId'>,
  messageId: Snowflake,
  forum: PostingChannel | null,
): Snowflake {
  return forum ? messageId : channelId;
}

/** Creates a forum post with a mark, named after its story's headline and tagged with its topics. */
export async function postInForum(
  { discord }: Pick<Ports, 'discord'>,
  { channelId }: Pick<OpenDelivery, 'channelId'>,
  { body, story, subscription }: Post,
  mark: number,
  forum: PostingChannel,
  signal: AbortSignal,
): Promise<DiscordMessage> {
  const { language, forumTagId } = subscription?.settings ?? defaultSubscriptionSettings;
  const name = story ? threadName(story.story, language) : bodyTitle(body, language);
  const tagIds = forumTagIds(story?.story.topics ?? [], forum.tags, forumTagId);
  return discord.postInForum(channelId, { name, body: withMark(body, mark), tagIds }, signal);
}
