import { demandCleanText } from './automod.ts';
import { flatComponents } from './components.ts';
import type { Composing, Draft } from './compose.ts';
import { composedMessage } from './compose.ts';
import type { Channel, Fields, Id, Message, User, Webhook } from './model.ts';
import { channelTypes, isThread, threadTypes } from './model.ts';
import { demandPostTags, enterThread, newThread } from './threads.ts';
import { placeMessage } from './posting.ts';
import { invalidField, refusal } from './refusal.ts';
import { demandThreadRoom } from './thread-cap.ts';
import { newUser } from './views.ts';
import type { World } from './world.ts';

export interface WebhookDraft extends Draft {
  username?: string | null;
  avatar_url?: string | null;
  thread_name?: string | null;
  applied_tags?: Id[] | null;
}

/** @throws 10015 no such webhook, 50027 wrong token */
export function webhookWithToken(world: World, id: Id, token: string): Webhook {
  const webhook = world.webhooks.get(id);
  if (!webhook) throw refusal('unknownWebhook');
  if (webhook.token !== token) throw refusal('invalidWebhookToken');
  return webhook;
}

export function webhookView(webhook: Webhook): Fields {
  return { ...webhook, user: { ...webhook.user } };
}

function persona(webhook: Webhook, draft: WebhookDraft): User {
  const user = newUser(webhook.id, draft.username ?? webhook.name, true);
  return { ...user, discriminator: '0000' };
}

/**
 * The channel that is posted into: the webhook's own, or a thread of it.
 * @throws 10003, 50083, 220001 to 220003
 */
function destination(
  world: World,
  webhook: Webhook,
  threadId: Id | null,
  threadName: string | null,
): Channel {
  const parent = world.channel(webhook.channel_id);
  const forum = parent.type === channelTypes.forum;
  if (forum && threadId && threadName) throw refusal('webhookHasTwoThreads');
  if (forum && !threadId && !threadName) throw refusal('webhookNeedsThread');
  if (!forum && threadName) throw refusal('webhookOpensForumPostsOnly');
  if (!threadId) return parent;
  const thread = world.channel(threadId);
  if (!isThread(thread) || thread.parent_id !== parent.id) throw refusal('unknownChannel');
  const { archived, locked } = thread.thread_metadata;
  if (archived && locked) throw refusal('threadArchived');
  return thread;
}

/** Buttons with a custom_id and selects: what somebody would have to answer. */
const interactive = new Set([3, 5, 6, 7, 8]);

/** What of a draft's components goes along. @throws 50035 for a stranger's interactive ones */
function carried(webhook: Webhook, draft: WebhookDraft, withComponents: boolean): WebhookDraft {
  const { components, ...plain } = draft;
  if (webhook.application_id !== null) return draft;
  if (!withComponents || !components) return plain;
  const parts = flatComponents(components);
  if (parts.some((part) => interactive.has(part.type) || (part.type === 2 && part.custom_id))) {
    throw invalidField(
      'components',
      'WEBHOOK_INTERACTIVE_COMPONENTS',
      'Only an application can be asked for an answer',
    );
  }
  return draft;
}

/**
 * Posts through a webhook, into its channel, a thread of it, or as a forum's new post
 * (`thread_name`). A webhook has no permissions, so it also wakes an archived thread; it cannot
 * reply. Only an application's own webhook carries interactive components; others carry the plain
 * ones, and those only with `withComponents`.
 */
export function postThroughWebhook(
  world: World,
  webhook: Webhook,
  given: WebhookDraft,
  how: { threadId: Id | null; withComponents: boolean },
): Message {
  const channel = destination(world, webhook, how.threadId, given.thread_name ?? null);
  const draft = carried(webhook, given, how.withComponents);
  const guild = world.guild(webhook.guild_id);
  demandCleanText(world, guild.id, draft);
  const sender = { world, guild, author: persona(webhook, draft), mayMentionAll: true };
  const signed = {
    webhook_id: webhook.id,
    ...(webhook.application_id ? { application_id: webhook.application_id } : {}),
  };
  if (given.thread_name) return postInForum(webhook, sender, given.thread_name, draft, signed);
  const message = composedMessage({ ...sender, channelId: channel.id }, draft, signed);
  placeMessage(world, message);
  return message;
}

/** A forum's post: a thread and its first message, of one id. */
function postInForum(
  webhook: Webhook,
  sender: Omit<Composing, 'channelId'>,
  name: string,
  draft: WebhookDraft,
  signed: Partial<Message>,
): Message {
  const { world } = sender;
  const root = world.rootOf(world.channel(webhook.channel_id));
  const tags = draft.applied_tags ?? [];
  demandPostTags(root, tags);
  demandThreadRoom(world, root.guild_id, threadTypes.public);
  const id = world.nextId();
  const own = { id, type: threadTypes.public, ownerId: webhook.id };
  const thread = newThread(world, root, { name }, own);
  thread.applied_tags = [...tags];
  enterThread(world, thread);
  const message = composedMessage({ ...sender, channelId: id }, draft, {
    ...signed,
    id,
    position: 0,
  });
  root.last_message_id = id;
  placeMessage(world, message);
  return message;
}
