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

export type SlashInteraction = ChatInputCommandInteraction<'cached'>;

/** What a command works with. `signal` aborts when the bot stops. */
export interface CommandContext {
  ports: Ports;
  log: Log;
  signal: AbortSignal;
}

export interface SlashCommand {
  body: RESTPostAPIApplicationCommandsJSONBody;
  run(interaction: SlashInteraction, context: CommandContext): Promise<void>;
  autocomplete?(
    interaction: AutocompleteInteraction<'cached'>,
    context: CommandContext,
  ): Promise<void>;
}

export interface MessageCommand {
  body: RESTPostAPIApplicationCommandsJSONBody;
  run(
    interaction: MessageContextMenuCommandInteraction<'cached'>,
    context: CommandContext,
  ): Promise<void>;
}

/** Buttons, select menus and modals whose `custom_id` begins with `prefix` and a colon. */
export interface ComponentHandler {
  prefix: string;
  click?: (interaction: ButtonInteraction<'cached'>, context: CommandContext) => Promise<void>;
  choose?: (
    interaction: StringSelectMenuInteraction<'cached'>,
    context: CommandContext,
  ) => Promise<void>;
  submit?: (
    interaction: ModalSubmitInteraction<'cached'>,
    context: CommandContext,
  ) => Promise<void>;
}
