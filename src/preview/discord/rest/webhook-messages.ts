import { anyMessage, deleteAnswer, editAnswer, postAnswer } from '../world/interaction-answers.ts';
import type { Draft } from '../world/compose.ts';
import { continuable } from '../world/interactions.ts';
import type { Interaction } from '../world/interaction-model.ts';
import type { Message, Webhook } from '../world/model.ts';
import { isThread } from '../world/model.ts';
import { removeMessages, rewriteMessage } from '../world/posting.ts';
import { refusal } from '../world/refusal.ts';
import { messageView } from '../world/views.ts';
import type { WebhookDraft } from '../world/webhook-posting.ts';
import { postThroughWebhook, webhookWithToken } from '../world/webhook-posting.ts';
import { refusedMessageEdit, refusedWebhookExecute } from '../rules/index.ts';
import { existingParts, oldEditLimit } from './messages.ts';
import type { Answer, Call, ExtraLimit, Route } from './route.ts';
import { accepted, idOf, noContent, ok, textOf } from './route.ts';

/** Who writes through a webhook's address: an answered interaction, or a webhook. */
type Sender =
  { kind: 'interaction'; interaction: Interaction } | { kind: 'webhook'; webhook: Webhook };

function senderOf(call: Call): Sender {
  const id = idOf(call, 'webhook');
  const token = textOf(call, 'token');
  if (call.world.applications.has(id)) {
    return { kind: 'interaction', interaction: continuable(call.world, id, token) };
  }
  return { kind: 'webhook', webhook: webhookWithToken(call.world, id, token) };
}

function shown(call: Call, message: Message): Message {
  return messageView(call.world, message, call.params['webhook']);
}

/** A follow-up right after a deferral takes the deferral's place. */
function followUp(call: Call, interaction: Interaction, draft: Draft): Message {
  const { world } = call;
  const { originalId, answer } = interaction;
  const deferredReply = answer?.kind === 'deferred' && originalId !== interaction.sourceMessageId;
  if (interaction.waiting && deferredReply && originalId) {
    const original = anyMessage(world, interaction.channelId, originalId);
    editAnswer(world, interaction, original, draft);
    return original;
  }
  interaction.waiting = false;
  const followUpOf = originalId ?? interaction.id;
  return postAnswer(world, interaction, draft, { followUpOf });
}

function post(call: Call): Answer {
  const sender = senderOf(call);
  const draft = accepted(call.body, refusedWebhookExecute) as WebhookDraft;
  if (sender.kind === 'interaction') {
    return ok(shown(call, followUp(call, sender.interaction, draft)));
  }
  const message = postThroughWebhook(call.world, sender.webhook, draft, {
    threadId: call.query.get('thread_id'),
    withComponents: call.query.get('with_components') === 'true',
  });
  return call.query.get('wait') === 'true' ? ok(shown(call, message)) : noContent;
}

/** The message a path names, which must be the sender's own. */
function target(call: Call, sender: Sender): Message {
  const name = textOf(call, 'message');
  if (sender.kind === 'interaction') {
    const { interaction } = sender;
    const id = name === '@original' ? (interaction.originalId ?? '') : idOf(call, 'message');
    const message = anyMessage(call.world, interaction.channelId, id);
    const own = message.author.id === botOf(call, interaction);
    if (!own) throw refusal('unknownMessage');
    return message;
  }
  const { webhook } = sender;
  const threadId = call.query.get('thread_id');
  const message = call.world.message(threadId ?? webhook.channel_id, idOf(call, 'message'));
  if (message.webhook_id !== webhook.id) throw refusal('unknownMessage');
  return message;
}

function botOf(call: Call, interaction: Interaction): string {
  return call.world.applications.get(interaction.applicationId)?.botUserId ?? '';
}

function edit(call: Call): Answer {
  const sender = senderOf(call);
  const message = target(call, sender);
  const draft = accepted(call.body, (body) =>
    refusedMessageEdit(body, existingParts(message)),
  ) as Draft;
  if (sender.kind === 'interaction') {
    editAnswer(call.world, sender.interaction, message, draft);
  } else {
    const channel = call.world.channel(message.channel_id);
    if (isThread(channel) && channel.thread_metadata.archived) throw refusal('threadArchived');
    rewriteMessage(call.world, message, draft, true);
  }
  return ok(shown(call, message));
}

function remove(call: Call): Answer {
  const sender = senderOf(call);
  const message = target(call, sender);
  if (sender.kind === 'interaction') deleteAnswer(call.world, sender.interaction, message);
  else removeMessages(call.world, message.channel_id, [message.id]);
  return noContent;
}

/** All webhooks of a channel share thirty posts a minute; answers to interactions do not count. */
function channelLimit(call: Call): ExtraLimit | null {
  const webhook = call.world.webhooks.get(textOf(call, 'webhook'));
  if (!webhook) return null;
  const key = `webhooks:${webhook.channel_id}`;
  return { key, calls: 30, perMs: 60_000, scope: 'shared' };
}

const messagePath = '/webhooks/:webhook/:token/messages/:message';

export const webhookMessageRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/webhooks/:webhook/:token',
    tokenInPath: true,
    handler: post,
    limits: [{ calls: 5, perMs: 2_000 }],
    extraLimit: channelLimit,
  },
  {
    method: 'GET',
    template: messagePath,
    tokenInPath: true,
    handler: (call) => ok(shown(call, target(call, senderOf(call)))),
  },
  {
    method: 'PATCH',
    template: messagePath,
    tokenInPath: true,
    handler: edit,
    extraLimit: oldEditLimit,
  },
  { method: 'DELETE', template: messagePath, tokenInPath: true, handler: remove },
];
