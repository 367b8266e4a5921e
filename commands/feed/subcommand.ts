import type { AutocompleteInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { CommandContext, SlashInteraction } from '../command.ts';

/** One subcommand of `/feed`. It is run by managers only, its answer deferred and theirs alone. */
export interface FeedSubcommand {
  name: string;
  body: (subcommand: SlashCommandSubcommandBuilder) => SlashCommandSubcommandBuilder;
  run: (interaction: SlashInteraction, context: CommandContext) => Promise<void>;
  /** For its own options; for one called "feed", or left out, the server's feeds are offered. */
  autocomplete?: (
    interaction: AutocompleteInteraction<'cached'>,
    context: CommandContext,
  ) => Promise<void>;
}
