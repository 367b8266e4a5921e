import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from 'discord.js';
import { flaggedMessage, saveMessageText } from '../../src/newsroom/moderation/flagged-content.ts';
import { labelsFor } from '../../src/render/index.ts';
import type { MessageCommand } from '../command.ts';
import { isModerator } from '../permissions.ts';
import { reportModal } from './report-modal.ts';

/**
 * Apps → *Flag message*: anybody reports a member's message or a mirrored comment; a moderator's flag
 * counts double.
 */
export const flagMessage: MessageCommand = {
  body: new ContextMenuCommandBuilder()
    .setName('Flag message')
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .toJSON(),

  async run(interaction, context) {
    const { targetMessage: target, user, applicationId } = interaction;
    const { webhookId } = target;
    // Answers to commands have the application's own id there.
    const isPersona = target.applicationId === applicationId && webhookId !== applicationId;
    await flaggedMessage(context.ports, interaction.guildId, {
      id: target.id,
      channelId: target.channelId,
      authorId: target.author.id,
      authorName: target.author.displayName,
      content: target.content,
      embeds: [],
      components: [],
      ...(isPersona && webhookId !== null && { webhookId }),
    });
    await saveMessageText(context.ports, target.id, user.id, target.content);
    const moderates = await isModerator(interaction, target.channelId, context);
    const kind = moderates ? 'moderator' : 'reader';
    const customId = `report:message:${target.channelId}:${target.id}:${kind}`;
    const labels = labelsFor(interaction);
    await interaction.showModal(reportModal(customId, labels.report.titles.flag, labels));
  },
};
