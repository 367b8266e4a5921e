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
  return [toDo, ...steps.map((step, index) => `${index + 1}. ${step}`)];
}

/** A group of commands. Embeds have room for them all in each language; a message's text has not. */
function section({ heading, ...lines }: Readonly<Record<string, string>>) {
  return {
    ...(heading !== undefined && { title: heading }),
    description: Object.values(lines).join('\n'),
  };
}

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
    const steps = manages ? await nextSteps(interaction.guild, labels, context) : [];
    const moderates = await isModerator(interaction, interaction.channelId, context);
    const groups = [
      label.readers,
      ...(moderates ? [label.moderators] : []),
      ...(manages ? [label.managers] : []),
    ];
    await interaction.reply({
      content: withinMessage(stepLines(steps, label), labels),
      embeds: groups.map(section),
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    });
  },
};
