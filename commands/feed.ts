import {
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { requestError } from '../src/render/index.ts';
import type { SlashCommand } from './command.ts';
import { add } from './feed/add.ts';
import { edit } from './feed/edit.ts';
import { exportList } from './feed/export.ts';
import { feedChoices, subscriptionChoices } from './feed/feed-choices.ts';
import { importList } from './feed/import.ts';
import { list } from './feed/list.ts';
import { remove } from './feed/remove.ts';
import { retry } from './feed/retry.ts';
import { show } from './feed/show.ts';
import type { FeedSubcommand } from './feed/subcommand.ts';
import { test } from './feed/test.ts';
import { described } from './localized.ts';
import { isManager, requireManager } from './permissions.ts';

const subcommands = [
  add,
  edit,
  list,
  show,
  retry,
  remove,
  test,
  importList,
  exportList,
] satisfies readonly FeedSubcommand[];

const byName = new Map<string, FeedSubcommand>(subcommands.map((one) => [one.name, one]));

const builder = described(
  new SlashCommandBuilder().setName('feed'),
  (labels) => labels.commands.feed.description,
)
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
for (const { name, body } of subcommands) {
  builder.addSubcommand((subcommand) => body(subcommand.setName(name)));
}

export const feed: SlashCommand = {
  body: builder.toJSON(),

  async run(interaction, context) {
    requireManager(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const subcommand = byName.get(interaction.options.getSubcommand());
    if (!subcommand) throw requestError((labels) => labels.refusals.older);
    await subcommand.run(interaction, context);
  },

  async autocomplete(interaction, context) {
    if (!isManager(interaction)) return interaction.respond([]);
    const own = byName.get(interaction.options.getSubcommand())?.autocomplete;
    if (own && interaction.options.getFocused(true).name !== 'feed')
      return own(interaction, context);
    const { name } = interaction.options.getFocused(true);
    const suggested = name === 'feed' ? subscriptionChoices : feedChoices;
    await interaction.respond(await suggested(interaction, context));
  },
};
