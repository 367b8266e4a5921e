import type { GuildChannel, Id, Webhook } from '../world/model.ts';
import { isThread } from '../world/model.ts';
import type { Access } from '../world/access.ts';
import { accessOf, demand } from '../world/access.ts';
import { refusal } from '../world/refusal.ts';
import { webhookView, webhookWithToken } from '../world/webhook-posting.ts';
import { changeWebhook, deleteWebhook, makeWebhook, webhooksOf } from '../world/webhooks.ts';
import { refusedWebhookCreate, refusedWebhookUpdate } from '../rules/index.ts';
import { access } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, noContent, ok, textOf } from './route.ts';
import { standingWith } from './authorisation.ts';

/** A channel that can have webhooks. @throws 50024 */
function hookable({ channel }: Access): GuildChannel {
  if (isThread(channel) || channel.type === 4) throw refusal('wrongChannelType');
  return channel;
}

function create(call: Call): Answer {
  const where = access(call);
  const channel = hookable(where);
  demand(where, 'ManageWebhooks');
  const { name } = accepted(call.body, refusedWebhookCreate) as { name: string };
  const { id, botUserId } = call.application;
  const user = call.world.user(botUserId);
  const webhook = makeWebhook(call.world, channel, { name, user, applicationId: id });
  return ok(webhookView(webhook));
}

function list(call: Call): Answer {
  const where = access(call);
  demand(where, 'ManageWebhooks');
  return ok(webhooksOf(call.world, { channelId: where.channel.id }).map(webhookView));
}

function listOfGuild(call: Call): Answer {
  const { guild } = standingWith(call, 'ManageWebhooks');
  return ok(webhooksOf(call.world, { guildId: guild.id }).map(webhookView));
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
  deleteWebhook(call.world, webhook);
  return noContent;
}

interface Change {
  name?: string | null;
  channel_id?: string | null;
}

function target(call: Call, webhook: Webhook, channelId: Id): GuildChannel {
  const where = accessOf(call.world, call.application.botUserId, channelId);
  demand(where, 'ManageWebhooks');
  if (where.guild.id !== webhook.guild_id) throw refusal('unknownChannel');
  return hookable(where);
}

function changeManaged(call: Call): Answer {
  const webhook = managed(call);
  const { name, channel_id } = accepted(call.body, refusedWebhookUpdate) as Change;
  const channel = channel_id ? target(call, webhook, channel_id) : null;
  changeWebhook(call.world, webhook, {
    ...(name ? { name } : {}),
    ...(channel ? { channel } : {}),
  });
  return ok(webhookView(webhook));
}

function changeByToken(call: Call): Answer {
  const webhook = byToken(call);
  const { name } = accepted(call.body, refusedWebhookUpdate) as Change;
  changeWebhook(call.world, webhook, name ? { name } : {});
  return ok(withoutUser(webhook));
}

function withoutUser(webhook: Webhook): object {
  const { user: _, ...rest } = webhookView(webhook);
  return rest;
}

const byId = '/webhooks/:webhook';
const withToken = '/webhooks/:webhook/:token';

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', template: '/channels/:channel/webhooks', handler: create },
  { method: 'GET', template: '/channels/:channel/webhooks', handler: list },
  { method: 'GET', template: '/guilds/:guild/webhooks', handler: listOfGuild },
  { method: 'GET', template: byId, handler: (call) => ok(webhookView(managed(call))) },
  { method: 'PATCH', template: byId, handler: changeManaged },
  { method: 'DELETE', template: byId, handler: (call) => remove(call, managed(call)) },
  {
    method: 'GET',
    template: withToken,
    tokenInPath: true,
    handler: (call) => ok(withoutUser(byToken(call))),
  },
  { method: 'PATCH', template: withToken, tokenInPath: true, handler: changeByToken },
  {
    method: 'DELETE',
    template: withToken,
    tokenInPath: true,
    handler: (call) => remove(call, byToken(call)),
  },
];
