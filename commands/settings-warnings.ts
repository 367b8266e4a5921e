import { PermissionFlagsBits } from 'discord.js';
import type { GuildSettings } from '../src/core/moderation/guild-settings.ts';
import { labelsFor } from '../src/render/index.ts';
import type { SlashInteraction } from './command.ts';

/** What does not work, or not as was meant, with what `/settings set` was just given. */
export function settingsWarnings(interaction: SlashInteraction, settings: GuildSettings): string[] {
  return [
    ...openChannelWarning(interaction),
    ...silentRoleWarning(interaction, settings),
    ...hiddenCommandsWarning(interaction),
  ];
}

/** What is shown in the moderators' channel is not for everybody. */
function openChannelWarning(interaction: SlashInteraction): string[] {
  const { options, guild } = interaction;
  const channelId = options.getChannel('moderators-channel')?.id;
  const channel = channelId && guild.channels.cache.get(channelId);
  if (
    !channel ||
    !channel.permissionsFor(guild.roles.everyone).has(PermissionFlagsBits.ViewChannel)
  )
    return [];
  const { openChannel } = labelsFor(interaction).settings;
  return [`⚠️ ${openChannel({ channel: `<#${channelId}>` })}`];
}

/** A role that Discord would mention without notifying its members. */
function silentRoleWarning(
  interaction: SlashInteraction,
  { moderatorsChannelId }: GuildSettings,
): string[] {
  const { options, guild } = interaction;
  const role = options.getRole('alert-role');
  const { me } = guild.members;
  const channel = guild.channels.cache.get(moderatorsChannelId ?? '');
  const permissions = me && (channel?.permissionsFor(me) ?? me.permissions);
  const mayMention = permissions?.has(PermissionFlagsBits.MentionEveryone);
  if (!role || role.mentionable || mayMention) return [];
  return [`⚠️ ${labelsFor(interaction).feed.edit.silentRoles({ roles: `<@&${role.id}>` })}`];
}

/** Moderators by their role alone do not see the commands whose default is Manage Messages. */
function hiddenCommandsWarning(interaction: SlashInteraction): string[] {
  const { options, guild } = interaction;
  const role = guild.roles.cache.get(options.getRole('moderator-role')?.id ?? '');
  if (!role || role.permissions.has(PermissionFlagsBits.ManageMessages)) return [];
  const { hiddenCommands } = labelsFor(interaction).settings;
  return [`⚠️ ${hiddenCommands({ role: `<@&${role.id}>` })}`];
}
