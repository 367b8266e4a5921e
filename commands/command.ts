import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Log } from '../src/core/ports/log.ts';
import type { Ports } from '../src/newsroom/ports.ts';

/** What a command works with. `signal` aborts when the bot is told to stop. */
export interface Desk {
  ports: Ports;
  log: Log;
  signal: AbortSignal;
}

export interface SlashCommand {
  body: RESTPostAPIApplicationCommandsJSONBody;
  run(interaction: ChatInputCommandInteraction<'cached'>, desk: Desk): Promise<void>;
  autocomplete?(interaction: AutocompleteInteraction<'cached'>, desk: Desk): Promise<void>;
}

export interface MessageCommand {
  body: RESTPostAPIApplicationCommandsJSONBody;
  run(interaction: MessageContextMenuCommandInteraction<'cached'>, desk: Desk): Promise<void>;
}

/** Buttons, select menus and modals whose `custom_id` begins with `prefix` and a colon. */
export interface ComponentHandler {
  prefix: string;
  click?: (interaction: ButtonInteraction<'cached'>, desk: Desk) => Promise<void>;
  choose?: (interaction: StringSelectMenuInteraction<'cached'>, desk: Desk) => Promise<void>;
  submit?: (interaction: ModalSubmitInteraction<'cached'>, desk: Desk) => Promise<void>;
}
