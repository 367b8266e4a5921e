import {
  createWebhook,
  deleteWebhook,
  editWebhookMessage,
  executeWebhook,
  listWebhooks,
  webhookByToken,
  webhookMessage,
  webhookView,
} from '../world/webhooks.ts';
import type { WebhookDraft } from '../world/webhooks.ts';
import type { Id, Message, Webhook } from '../world/model.ts';
import { removeMessage } from '../world/posting.ts';
import { messageView } from '../world/views.ts';
import { refusedMessageEdit, refusedWebhook, refusedWebhookExecute } from '../rules/index.ts';
import { isSnowflake } from '../world/snowflake.ts';
import { invalidField } from '../world/refusal.ts';
import { interactionMessageRoutes } from './interaction-messages.ts';
import { existingParts } from './messages.ts';
import type { Answer, Call, ExtraLimit, Route } from './route.ts';
import { accepted, idOf, noContent, ok, textOf } from './route.ts';

function callerOf({ application }: Call) {
  return { userId: application.botUserId, applicationId: application.id };
}

function create(call: Call): Answer {
  const body = accepted(call.body, refusedWebhook) as { name: string };
  const caller = callerOf(call);
  return ok(webhookView(createWebhook(call.world, caller, idOf(call, 'channel'), body), caller));
}

function list(call: Call): Answer {
  return ok(listWebhooks(call.world, callerOf(call), idOf(call, 'channel')));
}

function remove(call: Call): Answer {
  deleteWebhook(call.world, call.application.botUserId, idOf(call, 'webhook'));
  return noContent;
}

function webhookOf(call: Call): Webhook {
  return webhookByToken(call.world, idOf(call, 'webhook'), textOf(call, 'token'));
}

function threadOf({ query }: Call): Id | null {
  const threadId = query.get('thread_id');
  if (threadId === null || isSnowflake(threadId)) return threadId;
  const message = `Value "${threadId}" is not snowflake.`;
  throw invalidField('thread_id', 'NUMBER_TYPE_COERCE', message);
}

function shown(call: Call, message: Message): Answer {
  return ok(messageView(call.world, message));
}

/** Without `wait=true` nothing is answered. */
function execute(call: Call): Answer {
  const webhook = webhookOf(call);
  const draft = accepted(call.body, refusedWebhookExecute) as WebhookDraft;
  const message = executeWebhook(call.world, webhook, threadOf(call), draft);
  return call.query.get('wait') === 'true' ? shown(call, message) : noContent;
}

function target(call: Call): Message {
  return webhookMessage(call.world, webhookOf(call), threadOf(call), idOf(call, 'message'));
}

function edit(call: Call): Answer {
  const message = target(call);
  const draft = accepted(call.body, (body) => refusedMessageEdit(body, existingParts(message)));
  editWebhookMessage(call.world, message, draft as WebhookDraft);
  return shown(call, message);
}

function removeTarget(call: Call): Answer {
  removeMessage(call.world, target(call));
  return noContent;
}

const isWebhook = (call: Call) => call.world.webhooks.has(call.params['webhook'] ?? '');

/** Observed, not documented: all webhooks of a channel together post 30 times a minute. */
function channelLimit(call: Call): ExtraLimit | null {
  const webhook = call.world.webhooks.get(call.params['webhook'] ?? '');
  return webhook ? { key: `webhooks:${webhook.channel_id}`, calls: 30, perMs: 60_000 } : null;
}

const messagePath = '/webhooks/:webhook/:token/messages/:message';

/** By method and template: what a route of interactions' answers does for a webhook. */
const ofWebhooks: Readonly<Record<string, Partial<Route> & Pick<Route, 'handler'>>> = {
  'POST /webhooks/:webhook/:token': { handler: execute, extraLimit: channelLimit },
  [`PATCH ${messagePath}`]: { handler: edit },
};

/** An application's id and an interaction's token take a webhook's place in the same paths. */
const sharedRoutes = interactionMessageRoutes.map((route): Route => {
  const own = ofWebhooks[`${route.method} ${route.template}`];
  if (!own) return route;
  const { extraLimit = route.extraLimit } = own;
  return {
    ...route,
    ...(extraLimit && { extraLimit }),
    handler: (call) => (isWebhook(call) ? own.handler(call) : route.handler(call)),
  };
});

/** The webhooks of channels, and the answers to interactions. */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', template: '/channels/:channel/webhooks', handler: create },
  { method: 'GET', template: '/channels/:channel/webhooks', handler: list },
  { method: 'DELETE', template: '/webhooks/:webhook', handler: remove },
  ...sharedRoutes,
  {
    method: 'GET',
    template: messagePath,
    tokenInPath: true,
    handler: (call) => shown(call, target(call)),
  },
  { method: 'DELETE', template: messagePath, tokenInPath: true, handler: removeTarget },
];
