import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { flaggedMessage, saveMessageText } from '../../src/newsroom/moderation/flagged-content.ts';
import type { MessageCommand } from '../command.ts';
import { requireModerator } from '../permissions.ts';
import { reportModal } from './report-modal.ts';

/** Apps → *Flag message*: a moderator opens a case on a member's message or a mirrored comment. */
export const flagMessage: MessageCommand = {
  body: new ContextMenuCommandBuilder()
    .setName('Flag message')
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .toJSON(),

  async run(interaction, context) {
    const { targetMessage: target, user } = interaction;
    await requireModerator(interaction, target.channelId, context);
    await flaggedMessage(context.ports, interaction.guildId, {
      id: target.id,
      channelId: target.channelId,
      authorId: target.author.id,
      authorName: target.author.displayName,
      content: target.content,
      embeds: [],
      components: [],
    });
    await saveMessageText(context.ports, target.id, user.id, target.content);
    const customId = `report:message:${target.channelId}:${target.id}:moderator`;
    await interaction.showModal(reportModal(customId, 'Flag this message'));
  },
};
