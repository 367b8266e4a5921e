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

/** Answers one interaction; whatever goes wrong is said in words to the person, never thrown. */
export async function answer(interaction: Interaction, context: CommandContext): Promise<void> {
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
      await say(interaction, 'Wirethread works in a server only: use its commands there.');
    }
    return;
  }
  if (interaction.isAutocomplete()) {
    const command = slashByName.get(interaction.commandName);
    await (command?.autocomplete?.(interaction, context) ?? interaction.respond([]));
  } else if (interaction.isChatInputCommand()) {
    await known(slashByName.get(interaction.commandName)).run(interaction, context);
  } else if (interaction.isMessageContextMenuCommand()) {
    await known(messageByName.get(interaction.commandName)).run(interaction, context);
  } else if (interaction.isButton()) {
    await known(handlerFor(interaction.customId)?.click)(interaction, context);
  } else if (interaction.isStringSelectMenu()) {
    await known(handlerFor(interaction.customId)?.choose)(interaction, context);
  } else if (interaction.isModalSubmit()) {
    await known(handlerFor(interaction.customId)?.submit)(interaction, context);
  } else {
    known(undefined);
  }
}

const handlerFor = (customId: string) => handlerByPrefix.get(customId.split(':')[0] ?? '');

function known<T>(found: T | undefined): T {
  if (found === undefined) {
    throw new RequestError(
      'This belongs to an older version of Wirethread. Use the command anew, or `/help`.',
    );
  }
  return found;
}

/** 10062: the interaction's 3 seconds are over; 40060: it was answered already. */
function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === 10062 || error.code === 40060);
}

async function replyWithError(
  interaction: RepliableInteraction,
  error: unknown,
  { log }: CommandContext,
) {
  const words = messageFor(error);
  if (words === null) log.error({ error: errorText(error) }, 'interaction.failed');
  const failed =
    'Something went wrong on the side of Wirethread. Try again, and tell the operator if it stays: the log has the details.';
  try {
    await say(interaction, words ?? failed);
  } catch (failure) {
    log.warn({ error: errorText(failure) }, 'interaction.unanswered');
  }
}

/** What a person is told of a failure that they or a manager can mend; `null` for any other. */
function messageFor(error: unknown): string | null {
  const forPeople =
    error instanceof RequestError || error instanceof FetchError || error instanceof ReadError;
  if (forPeople) return error.message;
  if (!(error instanceof DiscordRefusal)) return null;
  return error.kind === 'channel'
    ? `Discord does not let Wirethread do this there (${error.message}). Give its role View Channel and Read Message History in that channel, then try again.`
    : `Discord refused (${error.message}). Try again in a moment.`;
}

async function say(interaction: RepliableInteraction, content: string): Promise<void> {
  const said = { content: content.slice(0, 2000), allowedMentions: { parse: [] } } as const;
  if (interaction.deferred) await interaction.editReply(said);
  else if (interaction.replied)
    await interaction.followUp({ ...said, flags: MessageFlags.Ephemeral });
  else await interaction.reply({ ...said, flags: MessageFlags.Ephemeral });
}
