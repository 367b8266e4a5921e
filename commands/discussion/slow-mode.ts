import type { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Discussion } from '../../src/core/discussion/discussion.ts';
import { secondMs } from '../../src/core/time/duration.ts';
import { setSlowMode } from '../../src/newsroom/discussions/slow-mode.ts';
import { durationIn, labelsFor, timestamp } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { chosenLength, everyOption, forOption } from '../slow-mode-options.ts';

export function slowModeSubcommand(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  return described(subcommand.setName('slow-mode'), ({ slowMode }) => slowMode.commands.discussion)
    .addIntegerOption(everyOption)
    .addStringOption((option) => forOption(option, ({ slowMode }) => slowMode.commands.for))
    .addStringOption((option) =>
      described(
        option.setName('story').setAutocomplete(true),
        ({ commands }) => commands.discussion.story,
      ),
    );
}

/** `/discussion slow-mode` */
export async function slowDiscussion(
  interaction: SlashInteraction,
  { id }: Discussion,
  { ports, signal }: CommandContext,
): Promise<void> {
  const seconds = interaction.options.getInteger('every', true);
  const wanted = { seconds, forMs: chosenLength(interaction.options) };
  const { threadId, slowMode } = await setSlowMode(ports, id, wanted, interaction.user.id, signal);
  const labels = labelsFor(interaction);
  const text = labels.slowMode;
  const thread = `<#${threadId}>`;
  const every = durationIn(labels, seconds * secondMs);
  const { until, before } = slowMode;
  const now = seconds === 0 ? text.off({ thread }) : text.set({ thread, every });
  const later =
    until === null
      ? ''
      : before === 0
        ? text.thenOff({ time: timestamp(until, 'f') })
        : text.thenBack({
            time: timestamp(until, 'f'),
            every: durationIn(labels, before * secondMs),
          });
  await interaction.editReply([now, later].filter(Boolean).join(' '));
}
