import { AttachmentBuilder, type SlashCommandSubcommandBuilder } from 'discord.js';
import { dayMs } from '../../src/core/time/duration.ts';
import { countCases } from '../../src/newsroom/moderation/count-cases.ts';
import {
  caseChart,
  chartAlternative,
  languageFor,
  renderStatistics,
} from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { requireModerator } from '../permissions.ts';

const usualDays = 30;

export function statsSubcommand(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  return described(
    subcommand.setName('stats'),
    (labels) => labels.statistics.commands.stats,
  ).addIntegerOption((option) =>
    described(
      option.setName('days').setMinValue(1).setMaxValue(365),
      (labels) => labels.statistics.commands.days,
    ),
  );
}

/** `/flags stats`, its reply deferred: the figures of whole days in UTC, today's included, as a chart and as text. */
export async function stats(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  await requireModerator(interaction, null, context);
  const { ports } = context;
  const { guildId, options } = interaction;
  const days = options.getInteger('days') ?? usualDays;
  const until = Math.floor(ports.clock.now() / dayMs) * dayMs + dayMs;
  const statistics = await countCases(ports.store, guildId, until - days * dayMs, until);
  const waiting = await ports.store.cases.countWaiting(guildId);
  const language = languageFor(interaction);
  const isEmpty = statistics.counts.every(({ opened, ruled }) => opened + ruled === 0);
  const png = isEmpty ? null : await ports.pictures.png(caseChart(statistics.counts));
  const chart = png && {
    name: 'cases.png',
    description: chartAlternative(statistics.counts, language),
  };
  await interaction.editReply({
    content: renderStatistics(statistics, waiting, language),
    files: png && chart ? [new AttachmentBuilder(Buffer.from(png), chart)] : [],
    allowedMentions: { parse: [] },
  });
}
