import { type ButtonInteraction, MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import {
  flaggedComment,
  flaggedMessage,
  takeMessageText,
} from '../../src/newsroom/moderation/flagged-content.ts';
import { countReports } from '../../src/newsroom/discussions/slow-down.ts';
import { report } from '../../src/newsroom/moderation/report.ts';
import { labelsFor, requestError } from '../../src/render/index.ts';
import { mayRead } from '../channel-access.ts';
import type { ComponentHandler, CommandContext } from '../command.ts';
import { requireModerator } from '../permissions.ts';
import { receiptAnswer } from './receipt.ts';
import { reportModal, reportFields } from './report-modal.ts';

/**
 * *Report as abuse*: the button `report:<comment>` asks for the reason, and the modals
 * `report:<comment>` and `report:message:<channel>:<message>:<kind>` take the report.
 */
export const reportButton: ComponentHandler = {
  prefix: 'report',

  async click(interaction, context) {
    const flagged = await flaggedComment(
      context.ports,
      interaction.guildId,
      interaction.customId.split(':')[1] ?? '',
    );
    await requireReader(interaction, flagged.subject.channelId);
    const labels = labelsFor(interaction);
    const { comment } = labels.report.titles;
    await interaction.showModal(reportModal(interaction.customId, comment, labels));
  },

  formAgain: (customId, typed, labels) =>
    reportModal(customId, labels.report.titles.message, labels, typed),

  async submit(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const [, first = '', channelId, messageId, kind] = interaction.customId.split(':');
    if (channelId) await requireReader(interaction, channelId);
    if (kind === 'moderator') await requireModerator(interaction, channelId ?? null, context);
    const flagged =
      channelId && messageId
        ? await messageNow(interaction, channelId, messageId, context)
        : await flaggedComment(context.ports, interaction.guildId, first);
    await requireReader(interaction, flagged.subject.channelId);
    const fields = reportFields(interaction);
    const receipt = await report(context.ports, interaction.guildId, flagged, {
      reporterId: interaction.user.id,
      kind: kind === 'moderator' ? 'moderator' : 'reader',
      ...fields,
    });
    const about = { reason: fields.reason, subject: flagged.subject };
    await interaction.editReply(receiptAnswer(receipt, about, labelsFor(interaction)));
    await countReports(context.ports, interaction.guildId, flagged.subject, context.signal);
  },
};

/** The `custom_id` may be another server's. @throws RequestError to those who cannot read the channel */
async function requireReader(
  { guild, member }: ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'>,
  channelId: string,
): Promise<void> {
  if (await mayRead(guild, channelId, member)) return;
  throw requestError((labels) => labels.report.refusals.unseen);
}

/** Discord may leave the text out here; then it is the text that Apps → *Flag message* stored. */
async function messageNow(
  { guildId, user }: ModalSubmitInteraction<'cached'>,
  channelId: string,
  messageId: string,
  { ports, signal }: CommandContext,
) {
  const message = await ports.discord.message(channelId, messageId, signal);
  if (!message) throw requestError((labels) => labels.report.refusals.deleted);
  const content = message.content || (await takeMessageText(ports, messageId, user.id));
  return flaggedMessage(ports, guildId, { ...message, content });
}
