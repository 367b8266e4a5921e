import type { Webhook } from '../world/model.ts';
import { isThread } from '../world/model.ts';
import { accessOf, demand } from '../world/access.ts';
import { refusal } from '../world/refusal.ts';
import { webhookView, webhookWithToken } from '../world/webhook-posting.ts';
import { refusedWebhookCreate } from '../rules/index.ts';
import { access } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, noContent, ok, textOf } from './route.ts';

const mostPerChannel = 15;

function ofChannel(call: Call, channelId: string): Webhook[] {
  return [...call.world.webhooks.values()].filter((one) => one.channel_id === channelId);
}

function create(call: Call): Answer {
  const where = access(call);
  if (isThread(where.channel) || where.channel.type === 4) throw refusal('wrongChannelType');
  demand(where, 'ManageWebhooks');
  const { name } = accepted(call.body, refusedWebhookCreate) as { name: string };
  if (ofChannel(call, where.channel.id).length >= mostPerChannel) throw refusal('tooManyWebhooks');
  const id = call.world.nextId();
  const webhook: Webhook = {
    id,
    type: 1,
    guild_id: where.guild.id,
    channel_id: where.channel.id,
    application_id: call.application.id,
    name: name.trim(),
    avatar: null,
    token: Buffer.from(`webhook:${id}:${'local-discord-'.repeat(3)}`).toString('base64url'),
    user: call.world.user(call.application.botUserId),
  };
  call.world.webhooks.set(id, webhook);
  tellUpdate(call, webhook);
  return ok(webhookView(webhook));
}

function tellUpdate(call: Call, webhook: Webhook): void {
  const { guild_id, channel_id } = webhook;
  call.world.tell({
    name: 'WEBHOOKS_UPDATE',
    guildId: guild_id,
    channelId: channel_id,
    data: { guild_id, channel_id },
  });
}

function list(call: Call): Answer {
  const where = access(call);
  demand(where, 'ManageWebhooks');
  return ok(ofChannel(call, where.channel.id).map(webhookView));
}

/** By id alone a webhook is for those who manage webhooks in its channel. */
function managed(call: Call): Webhook {
  const webhook = call.world.webhooks.get(idOf(call, 'webhook'));
  if (!webhook) throw refusal('unknownWebhook');
  const self = call.application.botUserId;
  demand(accessOf(call.world, self, webhook.channel_id), 'ManageWebhooks');
  return webhook;
}

function byToken(call: Call): Webhook {
  return webhookWithToken(call.world, idOf(call, 'webhook'), textOf(call, 'token'));
}

function remove(call: Call, webhook: Webhook): Answer {
  call.world.webhooks.delete(webhook.id);
  tellUpdate(call, webhook);
  return noContent;
}

function withoutUser(webhook: Webhook): object {
  const { user: _, ...rest } = webhookView(webhook);
  return rest;
}

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', template: '/channels/:channel/webhooks', handler: create },
  { method: 'GET', template: '/channels/:channel/webhooks', handler: list },
  {
    method: 'GET',
    template: '/webhooks/:webhook',
    handler: (call) => ok(webhookView(managed(call))),
  },
  {
    method: 'DELETE',
    template: '/webhooks/:webhook',
    handler: (call) => remove(call, managed(call)),
  },
  {
    method: 'GET',
    template: '/webhooks/:webhook/:token',
    tokenInPath: true,
    handler: (call) => ok(withoutUser(byToken(call))),
  },
  {
    method: 'DELETE',
    template: '/webhooks/:webhook/:token',
    tokenInPath: true,
    handler: (call) => remove(call, byToken(call)),
  },
];
