import type { Channel, Fields, Id, Message, Thread, Webhook } from './model.ts';
import { channelTypes, isThread } from './model.ts';
import type { Access } from './access.ts';
import { accessOf, demand } from './access.ts';
import type { Draft } from './compose.ts';
import { composedMessage } from './compose.ts';
import { placeMessage, rewriteMessage } from './posting.ts';
import { invalidField, refusal } from './refusal.ts';
import { newUser } from './views.ts';
import type { World } from './world.ts';

/** What a message through a webhook may have beside its body. */
export interface WebhookDraft extends Draft {
  username?: string | null;
  avatar_url?: string | null;
  thread_name?: string | null;
}

/** Who calls with a bot token: only its own webhooks' tokens are shown to it. */
interface Caller {
  userId: Id;
  applicationId: Id;
}

/** @throws 50001, 50013, 50024 for a thread or a category */
function managed(world: World, userId: Id, channelId: Id): Access {
  const access = accessOf(world, userId, channelId);
  if (isThread(access.channel) || access.channel.type === channelTypes.category) {
    throw refusal('wrongChannelType');
  }
  demand(access, 'ManageWebhooks');
  return access;
}

function webhooksOf(world: World, channelId: Id): Webhook[] {
  return [...world.webhooks.values()].filter((one) => one.channel_id === channelId);
}

function announceWebhooks(world: World, { guild_id, channel_id }: Webhook): void {
  const data = { guild_id, channel_id };
  world.emit({ name: 'WEBHOOKS_UPDATE', guildId: guild_id, channelId: channel_id, data });
}

/** @throws 30007 when the channel has as many as it may */
export function createWebhook(
  world: World,
  { userId, applicationId }: Caller,
  channelId: Id,
  { name }: { name: string },
): Webhook {
  const { guild } = managed(world, userId, channelId);
  if (webhooksOf(world, channelId).length >= world.limits.webhooks) {
    throw refusal('tooManyWebhooks');
  }
  const id = world.nextId();
  const webhook: Webhook = {
    id,
    type: 1,
    guild_id: guild.id,
    channel_id: channelId,
    name: name.trim(),
    avatar: null,
    token: Buffer.from(`webhook:${id}:${'local-discord-'.repeat(2)}`).toString('base64url'),
    user: world.user(userId),
    application_id: applicationId,
  };
  world.webhooks.set(id, webhook);
  announceWebhooks(world, webhook);
  return webhook;
}

/** A webhook as a bot gets it: one of another application without its token. */
export function webhookView(
  webhook: Webhook,
  { applicationId }: Pick<Caller, 'applicationId'>,
): Fields {
  const { token, ...rest } = structuredClone(webhook);
  const isForeign = webhook.application_id !== null && webhook.application_id !== applicationId;
  return isForeign ? rest : { ...rest, token };
}

export function listWebhooks(world: World, caller: Caller, channelId: Id): Fields[] {
  managed(world, caller.userId, channelId);
  return webhooksOf(world, channelId).map((webhook) => webhookView(webhook, caller));
}

/** @throws 10015 unknown, 50013 without Manage Webhooks in its channel */
export function deleteWebhook(world: World, userId: Id, webhookId: Id): void {
  const webhook = world.webhooks.get(webhookId);
  if (!webhook) throw refusal('unknownWebhook');
  managed(world, userId, webhook.channel_id);
  removeWebhook(world, webhook);
}

/** What it posted stays; nobody can edit that any more. */
export function removeWebhook(world: World, webhook: Webhook): void {
  world.webhooks.delete(webhook.id);
  announceWebhooks(world, webhook);
}

/** The webhook that a token belongs to. @throws 10015 unknown, 50027 for a wrong token */
export function webhookByToken(world: World, id: Id, token: string): Webhook {
  const webhook = world.webhooks.get(id);
  if (!webhook) throw refusal('unknownWebhook');
  if (webhook.token !== token) throw refusal('invalidWebhookToken');
  return webhook;
}

/** Where a webhook posts: its channel, or a thread of it. @throws 10003 for a thread of another channel */
function placeOf(world: World, webhook: Webhook, threadId: Id | null): Channel {
  if (threadId === null) return world.channel(webhook.channel_id);
  const thread = world.channel(threadId);
  if (!isThread(thread) || thread.parent_id !== webhook.channel_id) throw refusal('unknownChannel');
  return thread;
}

/**
 * A webhook un-archives a thread as a member does, but has no Manage Threads: it posts in no locked one.
 * That is the strict reading of Discord's rule for locked threads; whether webhooks are excepted from it
 * is not documented.
 * @see https://github.com/discord/discord-api-docs/pull/5919
 */
function demandWritable(thread: Thread, action: 'post' | 'edit'): void {
  const { archived, locked } = thread.thread_metadata;
  if (archived && (locked || action === 'edit')) throw refusal('threadArchived');
  if (locked) throw refusal('threadLocked');
}

function avatarHash(world: World, address: string): string {
  let hash = 7;
  for (const letter of address) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  const name = hash.toString(16).padStart(32, '0');
  world.avatars.set(name, address);
  return name;
}

/**
 * Posts through a webhook. Its permissions are its own: those of who made it, or calls, do not count.
 * It takes no nonce, and answers no message.
 */
export function executeWebhook(
  world: World,
  webhook: Webhook,
  threadId: Id | null,
  draft: WebhookDraft,
): Message {
  const channel = placeOf(world, webhook, threadId);
  const { username, avatar_url: address, thread_name: threadName } = draft;
  const { message_reference: _, nonce: _nonce, ...rest } = draft;
  if (isThread(channel)) demandWritable(channel, 'post');
  else if (channel.type === channelTypes.forum) {
    if (!threadName) throw refusal('webhookNeedsThread');
    throw invalidField('thread_name', 'UNSUPPORTED', 'Posts by webhooks are not available here');
  } else if (threadName) throw refusal('webhookOpensNoThread');
  const author = {
    ...newUser(webhook.id, username?.trim() || webhook.name, true),
    discriminator: '0000',
    avatar: address ? avatarHash(world, address) : webhook.avatar,
  };
  const message = composedMessage(
    {
      world,
      guild: world.guild(webhook.guild_id),
      channelId: channel.id,
      author,
      mayMentionAll: true,
    },
    rest,
    {
      webhook_id: webhook.id,
      ...(webhook.application_id ? { application_id: webhook.application_id } : {}),
    },
  );
  placeMessage(world, message);
  return message;
}

/** A message that this webhook posted there. @throws 10008 for any other */
export function webhookMessage(
  world: World,
  webhook: Webhook,
  threadId: Id | null,
  messageId: Id,
): Message {
  const message = world.message(placeOf(world, webhook, threadId).id, messageId);
  if (message.webhook_id !== webhook.id) throw refusal('unknownMessage');
  return message;
}

export function editWebhookMessage(world: World, message: Message, draft: Draft): void {
  const channel = world.channel(message.channel_id);
  if (isThread(channel)) demandWritable(channel, 'edit');
  rewriteMessage(world, message, draft, true);
}
