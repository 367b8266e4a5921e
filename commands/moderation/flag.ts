import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { ReportReason, reportReasonLabels } from '../../src/core/moderation/case.ts';
import { flaggedMessage } from '../../src/newsroom/moderation/flagged-content.ts';
import { report } from '../../src/newsroom/moderation/report.ts';
import { mayRead } from '../channel-access.ts';
import type { SlashCommand } from '../command.ts';
import { OptionRefused } from '../refusals.ts';
import { receiptText } from './report-modal.ts';

const linkForm =
  /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d{15,20})\/(\d{15,20})\/(\d{15,20})\/?$/;

/** Reports a message by its link, even where Discord lets nobody press a button: in a locked thread. */
export const flag: SlashCommand = {
  body: new SlashCommandBuilder()
    .setName('flag')
    .setDescription('Report a message to the moderators by its link')
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option
        .setName('link')
        .setDescription('Link to the message (right-click → Copy Message Link)')
        .setRequired(true)
        .setMaxLength(200),
    )
    .addStringOption((option) =>
      option
        .setName('reason')
        .setDescription('What is wrong with it')
        .setRequired(true)
        .addChoices(
          ReportReason.options.map((value) => ({ value, name: reportReasonLabels[value] })),
        ),
    )
    .addStringOption((option) =>
      option
        .setName('details')
        .setDescription('Anything the moderators should know')
        .setMaxLength(1000),
    )
    .toJSON(),

  async run(interaction, { ports, signal }) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const link = linkForm.exec(interaction.options.getString('link', true).trim());
    const [, guildId, channelId = '', messageId = ''] = link ?? [];
    if (guildId !== interaction.guildId) {
      throw new OptionRefused(
        'link',
        'This is not a link to a message in this server. Right-click the message, choose Copy Message Link, and paste the link.',
      );
    }
    const message = (await mayRead(interaction.guild, channelId, interaction.member))
      ? await ports.discord.message(channelId, messageId, signal)
      : null;
    if (!message) {
      throw new RequestError('This message does not exist, or you cannot see its channel.');
    }
    const chosen = ReportReason.safeParse(interaction.options.getString('reason', true));
    if (!chosen.success) throw new RequestError('Choose one of the reasons in the list.');
    const reason = chosen.data;
    const details = interaction.options.getString('details');
    const flagged = await flaggedMessage(ports, interaction.guildId, message);
    const fields = { reporterId: interaction.user.id, kind: 'reader', reason, details } as const;
    const receipt = await report(ports, interaction.guildId, flagged, fields);
    await interaction.editReply(receiptText(receipt));
  },
};
