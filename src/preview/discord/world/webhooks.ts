import type { GuildChannel, Id, User, Webhook } from './model.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

export function webhooksOf(world: World, of: { channelId?: Id; guildId?: Id }): Webhook[] {
  return [...world.webhooks.values()].filter(
    (one) =>
      (of.channelId === undefined || one.channel_id === of.channelId) &&
      (of.guildId === undefined || one.guild_id === of.guildId),
  );
}

function tellWebhooks(world: World, guildId: Id, channelId: Id): void {
  world.tell({
    name: 'WEBHOOKS_UPDATE',
    guildId,
    channelId,
    data: { guild_id: guildId, channel_id: channelId },
  });
}

/** @throws 30007 when the channel has all it may have, 30058 when the guild has */
function demandRoom(world: World, channel: GuildChannel): void {
  const { webhooksPerChannel, webhooksPerGuild } = world.limits;
  if (webhooksOf(world, { channelId: channel.id }).length >= webhooksPerChannel) {
    throw refusal('tooManyWebhooks');
  }
  if (webhooksOf(world, { guildId: channel.guild_id }).length >= webhooksPerGuild) {
    throw refusal('tooManyGuildWebhooks');
  }
}

/** A webhook of an application, or of a person where `applicationId` is `null`. */
export function makeWebhook(
  world: World,
  channel: GuildChannel,
  given: { name: string; user: User; applicationId: Id | null },
): Webhook {
  demandRoom(world, channel);
  const id = world.nextId();
  const webhook: Webhook = {
    id,
    type: 1,
    guild_id: channel.guild_id,
    channel_id: channel.id,
    application_id: given.applicationId,
    name: given.name.trim(),
    avatar: null,
    token: Buffer.from(`webhook:${id}:${'local-discord-'.repeat(3)}`).toString('base64url'),
    user: given.user,
  };
  world.webhooks.set(id, webhook);
  tellWebhooks(world, channel.guild_id, channel.id);
  return webhook;
}

/** Renames a webhook or moves it to another channel of its guild. @throws 30007 */
export function changeWebhook(
  world: World,
  webhook: Webhook,
  change: { name?: string; channel?: GuildChannel },
): void {
  const from = webhook.channel_id;
  const to = change.channel;
  if (to && to.id !== from) {
    demandRoom(world, to);
    webhook.channel_id = to.id;
    tellWebhooks(world, webhook.guild_id, to.id);
  }
  if (change.name !== undefined) webhook.name = change.name.trim();
  tellWebhooks(world, webhook.guild_id, from);
}

export function deleteWebhook(world: World, webhook: Webhook): void {
  world.webhooks.delete(webhook.id);
  tellWebhooks(world, webhook.guild_id, webhook.channel_id);
}
