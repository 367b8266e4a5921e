import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from './command.ts';
import { isManager, isModerator } from './permissions.ts';

const forReaders = [
  '**Wirethread** brings the news and its discussion into this server.',
  'Each story has its credits and a button to its source. Comments on the article appear in its thread; they are mirrored one way, so what you write here stays here.',
  '- *Report as abuse* under a comment tells the moderators; nobody learns who reported.',
  '- `/flag` reports any message by its link, also in a closed discussion.',
  '- `/flags mine` tells what became of your reports.',
];

const forModerators = [
  '',
  'For moderators:',
  '- right-click a message → Apps → **Flag message** opens a case on it',
  '- `/flags queue` lists the cases that wait; their cards have the buttons to rule',
  '- `/discussion status | close | reopen | extend`, best used in its thread',
];

const forManagers = [
  '',
  'For those who manage the server:',
  '- `/feed add | list | show | retry | remove | test`: the feeds and how they are doing',
  '- `/feed edit`: filters, roles, wording, quiet hours, digest, language …, with a preview',
  '- `/feed import | export`: many feeds at once, as OPML',
  '- `/settings show | set | clear`: begin with `moderators-channel`',
];

export const help: SlashCommand = {
  body: new SlashCommandBuilder()
    .setName('help')
    .setDescription('What Wirethread does and which commands it has for you')
    .setContexts(InteractionContextType.Guild)
    .toJSON(),

  async run(interaction, context) {
    const lines = [
      ...forReaders,
      ...((await isModerator(interaction, context)) ? forModerators : []),
      ...(isManager(interaction) ? forManagers : []),
    ];
    await interaction.reply({ content: lines.join('\n'), flags: MessageFlags.Ephemeral });
  },
};
