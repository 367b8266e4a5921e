import {
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import {
  DiscordRefusal,
  errorText,
  FetchError,
  ReadError,
  RequestError,
} from '../src/core/errors.ts';
import { escapeMarkdown } from '../src/render/index.ts';
import type { ComponentHandler, CommandContext, MessageCommand, SlashCommand } from './command.ts';
import { componentHandlers, messageCommands, slashCommands } from './index.ts';

const slashByName = new Map<string, SlashCommand>(
  slashCommands.map((command) => [command.body.name, command]),
);
const messageByName = new Map<string, MessageCommand>(
  messageCommands.map((command) => [command.body.name, command]),
);
const handlerByPrefix = new Map<string, ComponentHandler>(
  componentHandlers.map((handler) => [handler.prefix, handler]),
);

/** Answers one interaction. Never throws: the person gets an error message instead. */
export async function handleInteraction(
  interaction: Interaction,
  context: CommandContext,
): Promise<void> {
  try {
    await route(interaction, context);
  } catch (error) {
    if (isTooLate(error)) {
      context.log.warn({ interactionId: interaction.id }, 'interaction.too-late');
    } else if (interaction.isRepliable()) {
      await replyWithError(interaction, error, context);
    } else {
      context.log.warn({ error: errorText(error) }, 'autocomplete.failed');
    }
  }
}

async function route(interaction: Interaction, context: CommandContext): Promise<void> {
  if (!interaction.inCachedGuild()) {
    if (interaction.isRepliable()) {
      await reply(interaction, 'Wirethread works in servers only. Use its commands there.');
    }
    return;
  }
  if (interaction.isAutocomplete()) {
    const command = slashByName.get(interaction.commandName);
    await (command?.autocomplete?.(interaction, context) ?? interaction.respond([]));
  } else if (interaction.isChatInputCommand()) {
    await required(slashByName.get(interaction.commandName)).run(interaction, context);
  } else if (interaction.isMessageContextMenuCommand()) {
    await required(messageByName.get(interaction.commandName)).run(interaction, context);
  } else if (interaction.isButton()) {
    await required(handlerFor(interaction.customId)?.click)(interaction, context);
  } else if (interaction.isStringSelectMenu()) {
    await required(handlerFor(interaction.customId)?.choose)(interaction, context);
  } else if (interaction.isModalSubmit()) {
    await required(handlerFor(interaction.customId)?.submit)(interaction, context);
  } else {
    required(undefined);
  }
}

const handlerFor = (customId: string) => handlerByPrefix.get(customId.split(':')[0] ?? '');

function required<T>(found: T | undefined): T {
  if (found === undefined) {
    throw new RequestError(
      'This is from an older version of Wirethread. Use the command again, or see `/help`.',
    );
  }
  return found;
}

/** 10062: the 3 seconds to answer are over; 40060: the interaction was already answered. */
function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === 10062 || error.code === 40060);
}

async function replyWithError(
  interaction: RepliableInteraction,
  error: unknown,
  { log }: CommandContext,
) {
  const message = messageFor(error);
  if (message === null) log.error({ error: errorText(error) }, 'interaction.failed');
  const internalError =
    'Wirethread had an internal error. Try again. If it happens again, tell the operator of this bot: the log has the details.';
  try {
    await reply(interaction, message ?? internalError);
  } catch (failure) {
    log.warn({ error: errorText(failure) }, 'interaction.unanswered');
  }
}

/** The message for a failure that a member or a manager can correct; `null` for any other. */
function messageFor(error: unknown): string | null {
  if (error instanceof RequestError) return error.message;
  // These quote what a server sent.
  if (error instanceof FetchError || error instanceof ReadError) {
    return escapeMarkdown(error.message, true);
  }
  if (!(error instanceof DiscordRefusal)) return null;
  return error.kind === 'channel'
    ? `Discord does not let Wirethread do this in that channel (${error.message}). Give its role View Channel and Read Message History there, then try again.`
    : `Discord refused this (${error.message}). Try again in a moment.`;
}

async function reply(interaction: RepliableInteraction, content: string): Promise<void> {
  const answer = { content: content.slice(0, 2000), allowedMentions: { parse: [] } } as const;
  if (interaction.deferred) await interaction.editReply(answer);
  else if (interaction.replied)
    await interaction.followUp({ ...answer, flags: MessageFlags.Ephemeral });
  else await interaction.reply({ ...answer, flags: MessageFlags.Ephemeral });
}
