import { type Interaction, MessageFlags, type RepliableInteraction } from 'discord.js';
import { errorText } from '../src/core/errors.ts';
import { inArchivedThread } from '../src/newsroom/channels/archived-thread.ts';
import { labelsFor, labelsIn, languageFor, requestError } from '../src/render/index.ts';
import { runCommand, runForm } from './again.ts';
import type {
  ComponentHandler,
  CommandContext,
  MessageCommand,
  PrivateHandler,
  SlashCommand,
} from './command.ts';
import { componentHandlers, messageCommands, privateHandlers, slashCommands } from './index.ts';
import { isInArchivedThread, isDeferredUpdate, isTooLate, refusalText } from './refusals.ts';

const slashByName = new Map<string, SlashCommand>(
  slashCommands.map((command) => [command.body.name, command]),
);
const messageByName = new Map<string, MessageCommand>(
  messageCommands.map((command) => [command.body.name, command]),
);
const privateByPrefix = new Map<string, PrivateHandler>(
  privateHandlers.map((handler) => [handler.prefix, handler]),
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
    await withOpenThread(interaction, context);
  } catch (error) {
    context.log.warn({ error: errorText(error) }, 'interaction.unanswered');
  }
  context.log.debug({ interactionId: interaction.id }, 'interaction.handled');
}

/**
 * Discord refuses answers to most people in a thread that is locked and archived, but lets them press
 * its buttons: such a thread is opened for the answer, and archived again.
 */
async function withOpenThread(interaction: Interaction, context: CommandContext): Promise<void> {
  try {
    await answer(interaction, context);
  } catch (error) {
    const threadId = interaction.channelId;
    if (!isInArchivedThread(error, interaction) || threadId === null) throw error;
    const work = () => answer(interaction, context);
    await inArchivedThread(context.ports, threadId, 'To answer a member', work, context.signal);
  }
}

/** @throws when Discord refuses the answer too */
async function answer(interaction: Interaction, context: CommandContext): Promise<void> {
  try {
    await route(interaction, context);
  } catch (error) {
    if (isInArchivedThread(error, interaction)) throw error;
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
  if (!interaction.inCachedGuild()) return routePrivate(interaction, context);
  if (interaction.isAutocomplete()) {
    const command = slashByName.get(interaction.commandName);
    await (command?.autocomplete?.(interaction, context) ?? interaction.respond([]));
  } else if (interaction.isChatInputCommand()) {
    await runCommand(required(slashByName.get(interaction.commandName)), interaction, context);
  } else if (interaction.isMessageContextMenuCommand()) {
    await required(messageByName.get(interaction.commandName)).run(interaction, context);
  } else if (interaction.isButton()) {
    await required(handlerFor(interaction.customId)?.click)(interaction, context);
  } else if (interaction.isStringSelectMenu()) {
    await required(handlerFor(interaction.customId)?.choose)(interaction, context);
  } else if (interaction.isModalSubmit()) {
    await runForm(required(handlerFor(interaction.customId)), interaction, context);
  } else {
    required(undefined);
  }
}

/** In a private message: what its own buttons open. Commands work in servers only. */
async function routePrivate(interaction: Interaction, context: CommandContext): Promise<void> {
  if (!interaction.isRepliable()) return;
  const isPart = interaction.isButton() || interaction.isModalSubmit();
  const handler = isPart ? privateByPrefix.get(prefixOf(interaction.customId)) : undefined;
  if (!handler) await reply(interaction, labelsFor(interaction).refusals.serversOnly);
  else if (interaction.isButton()) await handler.click(interaction, context);
  else if (interaction.isModalSubmit()) await handler.submit(interaction, context);
}

const prefixOf = (customId: string) => customId.split(':')[0] ?? '';
const handlerFor = (customId: string) => handlerByPrefix.get(prefixOf(customId));

function required<T>(found: T | undefined): T {
  if (found === undefined) {
    throw requestError((labels) => labels.refusals.older);
  }
  return found;
}

async function replyWithError(
  interaction: RepliableInteraction,
  error: unknown,
  { log }: CommandContext,
) {
  const language = languageFor(interaction);
  const message = refusalText(error, language);
  if (message === null) log.error({ error: errorText(error) }, 'interaction.failed');
  await reply(interaction, message ?? labelsIn(language).refusals.internal);
}

async function reply(interaction: RepliableInteraction, content: string): Promise<void> {
  const answer = { content: content.slice(0, 2000), allowedMentions: { parse: [] } } as const;
  if (interaction.deferred && !isDeferredUpdate(interaction)) await interaction.editReply(answer);
  else if (interaction.deferred || interaction.replied)
    await interaction.followUp({ ...answer, flags: MessageFlags.Ephemeral });
  else await interaction.reply({ ...answer, flags: MessageFlags.Ephemeral });
}
