import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { Desk } from '../command.ts';

export type Asked = ChatInputCommandInteraction<'cached'>;

/** One subcommand of `/feed`. It is run by managers only, its answer deferred and theirs alone. */
export interface FeedSubcommand {
  name: string;
  body: (subcommand: SlashCommandSubcommandBuilder) => SlashCommandSubcommandBuilder;
  run: (interaction: Asked, desk: Desk) => Promise<void>;
  /** For its own options; for one called "feed", or left out, the server's feeds are offered. */
  autocomplete?: (interaction: AutocompleteInteraction<'cached'>, desk: Desk) => Promise<void>;
}
