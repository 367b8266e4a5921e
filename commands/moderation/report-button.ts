import { MessageFlags } from 'discord.js';
import {
  flaggedComment,
  flaggedMessage,
  takeMessageText,
} from '../../src/newsroom/moderation/flagged-content.ts';
import { report } from '../../src/newsroom/moderation/report.ts';
import { RequestError } from '../../src/core/errors.ts';
import type { ComponentHandler, CommandContext } from '../command.ts';
import { requireModerator } from '../permissions.ts';
import { receiptText, reportModal, reportFields } from './report-modal.ts';

/**
 * *Report as abuse*: the button `report:<comment>` asks for the reason, and the modals
 * `report:<comment>` and `report:message:<channel>:<message>:<kind>` take the report.
 */
export const reportButton: ComponentHandler = {
  prefix: 'report',

  async click(interaction, context) {
    await flaggedComment(context.ports, interaction.customId.split(':')[1] ?? '');
    await interaction.showModal(reportModal(interaction.customId, 'Report this comment'));
  },

  async submit(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const [, first = '', channelId, messageId, kind] = interaction.customId.split(':');
    if (kind === 'moderator') await requireModerator(interaction, context);
    const flagged =
      channelId && messageId
        ? await messageNow(channelId, messageId, interaction.user.id, context)
        : await flaggedComment(context.ports, first);
    const receipt = await report(context.ports, interaction.guildId, flagged, {
      reporterId: interaction.user.id,
      kind: kind === 'moderator' ? 'moderator' : 'reader',
      ...reportFields(interaction),
    });
    await interaction.editReply(receiptText(receipt));
  },
};

/** Discord may leave the text out here; then it is the text that Apps → *Flag message* stored. */
async function messageNow(
  channelId: string,
  messageId: string,
  userId: string,
  { ports, signal }: CommandContext,
) {
  const message = await ports.discord.message(channelId, messageId, signal);
  if (!message) throw new RequestError('This message is already deleted, so it needs no report.');
  const content = message.content || (await takeMessageText(ports, messageId, userId));
  return flaggedMessage(ports, { ...message, content });
}
