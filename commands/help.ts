import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { labelsFor } from '../src/render/index.ts';
import type { SlashCommand } from './command.ts';
import { nextSteps } from './next-steps.ts';
import { withinMessage } from './options.ts';
import { isManager, isModerator } from './permissions.ts';

const forReaders = [
  '**Wirethread** brings news and its discussion into this server.',
  'Each story shows its credits and links to its source. Comments from the article appear in its thread. What you write here stays in Discord.',
  '- *Report as abuse* under a comment reports it to the moderators. Nobody sees who reported it.',
  '- `/flag` reports any message by its link, even in a closed discussion.',
  '- `/flags mine` shows the results of your reports.',
];

const forModerators = [
  '',
  'For moderators:',
  '- right-click a message → Apps → **Flag message**: open a case on it',
  '- `/flags queue | show`: the cases that wait for a ruling. Rule with the buttons of their cards.',
  '- `/audit list | export`: who did what, and when; as a file for senior moderators',
  '- `/discussion status | close | reopen | extend`: best used in the thread of a story',
];

const forManagers = [
  '',
  'For managers of the server:',
  '- `/feed add | list | show | retry | remove | test`: the feeds and their state',
  '- `/feed edit`: filters, roles, text above stories, quiet hours, digest, language, channel …, with a preview',
  '- `/feed import | export`: many feeds at once, as OPML',
  '- `/settings show | set | clear`: the moderators’ channel and roles, limits on reports',
];

/** What is left to do, above the commands. */
function stepLines(steps: readonly string[]): string[] {
  if (steps.length === 0) return [];
  return ['**To do next:**', ...steps.map((step, index) => `${index + 1}. ${step}`), ''];
}

export const help: SlashCommand = {
  body: new SlashCommandBuilder()
    .setName('help')
    .setDescription('Show what Wirethread does and the commands that you can use')
    .setContexts(InteractionContextType.Guild)
    .toJSON(),

  async run(interaction, context) {
    const manages = isManager(interaction);
    const lines = [
      ...(manages ? stepLines(await nextSteps(interaction.guild, context)) : []),
      ...forReaders,
      ...((await isModerator(interaction, interaction.channelId, context)) ? forModerators : []),
      ...(manages ? forManagers : []),
    ];
    await interaction.reply({
      content: withinMessage(lines, labelsFor(interaction)),
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    });
  },
};
