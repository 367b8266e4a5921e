import type { Draft } from './compose.ts';
import { composedMessage } from './compose.ts';
import type { Fields, Id, Message, User, Webhook } from './model.ts';
import { isThread } from './model.ts';
import { placeMessage } from './posting.ts';
import { invalidField, refusal } from './refusal.ts';
import { newUser } from './views.ts';
import type { World } from './world.ts';

export interface WebhookDraft extends Draft {
  username?: string | null;
  avatar_url?: string | null;
  thread_name?: string | null;
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
 * Posts through a webhook, into its channel or a thread of it. A webhook has no permissions, so it
 * also wakes an archived thread; it cannot reply. Only an application's own webhook carries
 * interactive components, others drop them.
 */
export function postThroughWebhook(
  world: World,
  webhook: Webhook,
  draft: WebhookDraft,
  how: { threadId: Id | null; withComponents: boolean },
): Message {
  const parent = world.channel(webhook.channel_id);
  const channel = how.threadId ? world.channel(how.threadId) : parent;
  if (how.threadId && (!isThread(channel) || channel.parent_id !== webhook.channel_id)) {
    throw refusal('unknownChannel');
  }
  if (!isThread(channel) && channel.type === 15) {
    throw invalidField('thread_id', 'BASE_TYPE_REQUIRED', 'A forum takes webhook posts in threads');
  }
  if (isThread(channel)) {
    const { archived, locked } = channel.thread_metadata;
    if (archived && locked) throw refusal('threadArchived');
  }
  const { components, ...plain } = draft;
  const carried = how.withComponents || webhook.application_id !== null;
  const message = composedMessage(
    {
      world,
      guild: world.guild(parent.guild_id),
      channelId: channel.id,
      author: persona(webhook, draft),
      mayMentionAll: true,
    },
    carried && components ? { ...plain, components } : plain,
    {
      webhook_id: webhook.id,
      ...(webhook.application_id ? { application_id: webhook.application_id } : {}),
    },
  );
  placeMessage(world, message);
  return message;
}
