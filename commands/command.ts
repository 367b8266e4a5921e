import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  InteractionEditReplyOptions,
  InteractionReplyOptions,
  MessageContextMenuCommandInteraction,
  MessageFlags,
  ModalBuilder,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Log } from '../src/core/ports/log.ts';
import type { Ports } from '../src/newsroom/ports.ts';
import type { Labels } from '../src/render/index.ts';

type Typed = ChatInputCommandInteraction<'cached'>;

export type SlashOptions = Pick<
  Typed['options'],
  | 'data'
  | 'getAttachment'
  | 'getBoolean'
  | 'getChannel'
  | 'getInteger'
  | 'getMember'
  | 'getRole'
  | 'getString'
  | 'getSubcommand'
  | 'getUser'
>;

/** A slash command as it was typed, or as it was corrected and used again. */
export interface SlashInteraction extends Pick<
  Typed,
  | 'channel'
  | 'channelId'
  | 'deferred'
  | 'guild'
  | 'guildId'
  | 'guildLocale'
  | 'id'
  | 'locale'
  | 'member'
  | 'replied'
  | 'user'
> {
  options: SlashOptions;
  deferReply(how: { flags: MessageFlags.Ephemeral }): Promise<unknown>;
  editReply(answer: string | InteractionEditReplyOptions): Promise<unknown>;
  reply(answer: InteractionReplyOptions): Promise<unknown>;
}

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
  /** The modal of a `custom_id`, with what was typed in its fields before it was refused. */
  formAgain?: (
    customId: string,
    typed: ReadonlyMap<string, string>,
    labels: Labels,
  ) => ModalBuilder;
}

/** Buttons and modals in the bot's private messages: there is no server and no member. */
export interface PrivateHandler {
  prefix: string;
  click: (interaction: ButtonInteraction, context: CommandContext) => Promise<void>;
  submit: (interaction: ModalSubmitInteraction, context: CommandContext) => Promise<void>;
}
