import { MessageFlags } from 'discord.js';
import { flaggedComment, flaggedMessage, report } from '../src/newsroom/report.ts';
import { RequestError } from '../src/core/errors.ts';
import type { ComponentHandler, Desk } from './command.ts';
import { receiptWords, reportModal, reportTold } from './report-modal.ts';

/**
 * *Report as abuse*: the button `report:<comment>` asks for the reason, and the modals
 * `report:<comment>` and `report:message:<channel>:<message>:<kind>` take the report.
 */
export const reportDesk: ComponentHandler = {
  prefix: 'report',

  async click(interaction) {
    await interaction.showModal(reportModal(interaction.customId, 'Report this comment'));
  },

  async submit(interaction, desk) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const [, first = '', channelId, messageId, kind] = interaction.customId.split(':');
    const flagged =
      channelId && messageId
        ? await messageNow(channelId, messageId, desk)
        : await flaggedComment(desk.ports, first);
    const receipt = await report(desk.ports, interaction.guildId, flagged, {
      reporterId: interaction.user.id,
      kind: kind === 'moderator' ? 'moderator' : 'reader',
      ...reportTold(interaction),
    });
    await interaction.editReply(receiptWords(receipt));
  },
};

async function messageNow(channelId: string, messageId: string, { ports, signal }: Desk) {
  const message = await ports.discord.message(channelId, messageId, signal);
  if (!message) throw new RequestError('This message is gone already: it needs no report.');
  return flaggedMessage(ports, message);
}
