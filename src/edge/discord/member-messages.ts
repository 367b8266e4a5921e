import { type Client, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';
import type { MemberMessage } from '../../core/moderation/member-message.ts';

/** Types of messages that people write: a message, and a reply. */
const writtenTypes = [0, 19];

const Written = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string(),
  type: z.number(),
  content: z.string().default(''),
  webhook_id: z.string().optional(),
  edited_timestamp: z.string().nullish(),
  author: z.object({
    id: z.string(),
    username: z.string(),
    global_name: z.string().nullish(),
    bot: z.boolean().default(false),
  }),
  member: z.object({ roles: z.array(z.string()), joined_at: z.string().nullish() }),
});

/**
 * What a member wrote in a thread, of the packet of its event; `null` for anything else: bots,
 * webhooks, other channels, Discord's own messages, and updates that no person made.
 * @see https://docs.discord.com/developers/events/gateway-events#message-create
 */
export function memberMessage(
  client: Client,
  packet: Readonly<Record<string, unknown>>,
  isEdit: boolean,
): MemberMessage | null {
  const channel = client.channels.cache.get(String(packet['channel_id']));
  if (!channel?.isThread()) return null;
  const { data } = Written.safeParse(packet);
  if (!data || data.author.bot || data.webhook_id !== undefined) return null;
  if (!writtenTypes.includes(data.type) || (isEdit && !data.edited_timestamp)) return null;
  const { author, member } = data;
  const joinedAt = Date.parse(member.joined_at ?? '');
  return {
    id: data.id,
    guildId: data.guild_id,
    channelId: data.channel_id,
    authorId: author.id,
    authorName: author.global_name ?? author.username,
    content: data.content,
    joinedAt: Number.isNaN(joinedAt) ? null : joinedAt,
    roleIds: member.roles,
    mayModerate: mayModerate(client, data.guild_id, author.id, member.roles),
    isEdit,
  };
}

function mayModerate(
  client: Client,
  guildId: string,
  userId: string,
  roleIds: readonly string[],
): boolean {
  const guild = client.guilds.cache.get(guildId);
  if (guild?.ownerId === userId) return true;
  const roles = [guildId, ...roleIds].flatMap((id) => guild?.roles.cache.get(id) ?? []);
  return roles.some(({ permissions }) => permissions.has(PermissionFlagsBits.ManageMessages));
}
