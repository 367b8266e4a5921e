import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { type Labels, labelsFor } from '../src/render/index.ts';
import type { SlashCommand } from './command.ts';
import { described } from './localized.ts';
import { nextSteps } from './next-steps.ts';
import { withinMessage } from './options.ts';
import { isManager, isModerator } from './permissions.ts';

/** What is left to do, above the commands. */
function stepLines(steps: readonly string[], { toDo }: Labels['help']): string[] {
  if (steps.length === 0) return [];
  return [toDo, ...steps.map((step, index) => `${index + 1}. ${step}`), ''];
}

/** The lines of a group of commands, below an empty line. */
const section = (lines: Readonly<Record<string, string>>) => ['', ...Object.values(lines)];

export const help: SlashCommand = {
  body: described(
    new SlashCommandBuilder().setName('help'),
    (labels) => labels.commands.help.description,
  )
    .setContexts(InteractionContextType.Guild)
    .toJSON(),

  async run(interaction, context) {
    const labels = labelsFor(interaction);
    const { help: label } = labels;
    const manages = isManager(interaction);
    const lines = [
      ...(manages ? stepLines(await nextSteps(interaction.guild, labels, context), label) : []),
      ...Object.values(label.readers),
      ...((await isModerator(interaction, interaction.channelId, context))
        ? section(label.moderators)
        : []),
      ...(manages ? section(label.managers) : []),
    ];
    await interaction.reply({
      content: withinMessage(lines, labels),
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    });
  },
};
