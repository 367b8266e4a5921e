import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { monthAt, monthsLater, summaryDue } from '../../src/core/moderation/monthly-summary.ts';
import { monthFigures } from '../../src/newsroom/moderation/monthly-summary.ts';
import { guildSettings } from '../../src/newsroom/outbox/moderators.ts';
import {
  labelsFor,
  languageFor,
  monthName,
  renderSummary,
  timestamp,
} from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { choice, described } from '../localized.ts';

export function summarySubcommand(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  return described(
    subcommand.setName('summary'),
    ({ summary }) => summary.commands.summary,
  ).addStringOption((option) =>
    described(
      option.setName('month').addChoices(
        choice('current', ({ summary }) => summary.choices.current),
        choice('last', ({ summary }) => summary.choices.last),
      ),
      ({ summary }) => summary.commands.month,
    ),
  );
}

/** `/audit summary`: what the monthly summary says of a month, before or after everyone reads it. */
export async function previewSummary(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<void> {
  const { guildId, options } = interaction;
  const { store, clock } = ports;
  const settings = await guildSettings(store, guildId);
  const { timeZone, transparencyChannelId, language } = settings;
  const current = monthAt(timeZone, clock.now());
  const isLast = options.getString('month') === 'last';
  const month = isLast ? monthsLater(current, -1) : current;
  const figures = await monthFigures(store, guildId, timeZone, month);
  const { summary } = labelsFor(interaction);
  const above =
    transparencyChannelId === null
      ? summary.off
      : isLast
        ? summary.previewLast({ month: monthName(month, languageFor(interaction)) })
        : summary.previewOf({
            channel: `<#${transparencyChannelId}>`,
            time: timestamp(summaryDue(timeZone, month), 'f'),
          });
  // In the server's language, as everyone will read it.
  const body = renderSummary(month, figures, language);
  await interaction.editReply({
    content: `${above}\n\n${body.content ?? ''}`,
    allowedMentions: { parse: [] },
  });
}
