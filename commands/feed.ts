import {
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import type { SlashCommand } from './command.ts';
import { add } from './feed/add.ts';
import { edit } from './feed/edit.ts';
import { feedSuggestions } from './feed/feed-suggestions.ts';
import { list } from './feed/list.ts';
import { remove } from './feed/remove.ts';
import type { FeedSubcommand } from './feed/subcommand.ts';
import { test } from './feed/test.ts';
import { isManager, requireManager } from './gates.ts';

const subcommands = [add, edit, list, remove, test] satisfies readonly FeedSubcommand[];

const byName = new Map<string, FeedSubcommand>(subcommands.map((one) => [one.name, one]));

const builder = new SlashCommandBuilder()
  .setName('feed')
  .setDescription('The feeds whose stories are posted here')
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
for (const { name, body } of subcommands) {
  builder.addSubcommand((subcommand) => body(subcommand.setName(name)));
}

export const feed: SlashCommand = {
  body: builder.toJSON(),

  async run(interaction, desk) {
    requireManager(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const asked = byName.get(interaction.options.getSubcommand());
    if (!asked) throw new RequestError('This command is of another version: use `/help`.');
    await asked.run(interaction, desk);
  },

  async autocomplete(interaction, desk) {
    if (!isManager(interaction)) return interaction.respond([]);
    const own = byName.get(interaction.options.getSubcommand())?.autocomplete;
    if (own) return own(interaction, desk);
    return feedSuggestions(interaction, desk);
  },
};
