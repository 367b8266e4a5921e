import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { ReportReason } from '../../src/core/moderation/case.ts';
import { flaggedMessage } from '../../src/newsroom/moderation/flagged-content.ts';
import { countReports } from '../../src/newsroom/discussions/slow-down.ts';
import { report } from '../../src/newsroom/moderation/report.ts';
import { labelsFor, requestError } from '../../src/render/index.ts';
import { mayRead } from '../channel-access.ts';
import type { SlashCommand } from '../command.ts';
import { choice, described } from '../localized.ts';
import { optionRefused } from '../refusals.ts';
import { receiptAnswer } from './receipt.ts';
import { linkedMessage } from '../message-link.ts';

/** Reports a message by its link, even where Discord lets nobody press a button: in a locked thread. */
export const flag: SlashCommand = {
  body: described(new SlashCommandBuilder().setName('flag'), ({ report }) => report.commands.flag)
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      described(option.setName('link'), ({ report: { commands } }) => commands.link)
        .setRequired(true)
        .setMaxLength(200),
    )
    .addStringOption((option) =>
      described(option.setName('reason'), ({ report: { commands } }) => commands.reason)
        .setRequired(true)
        .addChoices(
          ReportReason.options.map((value) => choice(value, ({ report }) => report.reasons[value])),
        ),
    )
    .addStringOption((option) =>
      described(
        option.setName('details'),
        ({ report: { commands } }) => commands.details,
      ).setMaxLength(1000),
    )
    .toJSON(),

  async run(interaction, { ports, signal }) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const link = linkedMessage(interaction.options.getString('link', true), interaction.guildId);
    if (!link) {
      throw optionRefused('link', (labels) => labels.report.refusals.notLink);
    }
    const { channelId, messageId } = link;
    const message = (await mayRead(interaction.guild, channelId, interaction.member))
      ? await ports.discord.message(channelId, messageId, signal)
      : null;
    if (!message) {
      throw requestError((labels) => labels.report.refusals.unseen);
    }
    const chosen = ReportReason.safeParse(interaction.options.getString('reason', true));
    if (!chosen.success) throw requestError((labels) => labels.report.refusals.noReason);
    const reason = chosen.data;
    const details = interaction.options.getString('details');
    const flagged = await flaggedMessage(ports, interaction.guildId, message);
    const fields = { reporterId: interaction.user.id, kind: 'reader', reason, details } as const;
    const receipt = await report(ports, interaction.guildId, flagged, fields);
    const { subject } = flagged;
    const labels = labelsFor(interaction);
    await interaction.editReply(receiptAnswer(receipt, { reason, subject }, labels));
    await countReports(ports, interaction.guildId, subject, signal);
  },
};
