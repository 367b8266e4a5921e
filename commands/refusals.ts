import { DiscordAPIError, MessageFlags, type Message } from 'discord.js';
import { DiscordRefusal, FetchError, ReadError, RequestError } from '../src/core/errors.ts';
import type { Language } from '../src/core/feed/channel-options.ts';
import { escapeMarkdown, type Labels, labelsIn } from '../src/render/index.ts';

type TextIn = (language: Language) => string;

/** A value of one option that cannot be used. The person is offered to correct it. */
export class OptionRefused extends RequestError {
  readonly option: string;
  constructor(option: string, text: string | TextIn, cause?: unknown) {
    super(text, { cause });
    this.option = option;
  }
}

/** As `requestError`, about one option: `throw optionRefused('url', (labels) => …)`. */
export function optionRefused(option: string, textOf: (labels: Labels) => string): OptionRefused {
  return new OptionRefused(option, (language) => textOf(labelsIn(language)));
}

/** What goes wrong in `work` for the person's own doing is about one option. */
export async function aboutOption<T>(option: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const text = error instanceof OptionRefused ? null : correctable(error);
    throw text === null ? error : new OptionRefused(option, text, error);
  }
}

function correctable(error: unknown): TextIn | null {
  if (error instanceof RequestError) return error.textIn;
  // These quote what a server sent.
  const isQuoting = error instanceof FetchError || error instanceof ReadError;
  return isQuoting ? () => escapeMarkdown(error.message, true) : null;
}

/** The message for a failure that a member or a manager can correct; `null` for any other. */
export function refusalText(error: unknown, language: Language): string | null {
  if (!(error instanceof DiscordRefusal)) return correctable(error)?.(language) ?? null;
  const reason = escapeMarkdown(error.message);
  const { channelRefused, discordRefused } = labelsIn(language).refusals;
  return error.kind === 'channel' ? channelRefused({ reason }) : discordRefused({ reason });
}

/** 10062: the 3 seconds to answer are over; 40060: the interaction was already answered. */
export function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === 10062 || error.code === 40060);
}

/** The first answer was refused because its thread is archived. */
export function isInArchivedThread(
  error: unknown,
  interaction: { id: string; deferred?: boolean | null; replied?: boolean | null },
): boolean {
  const isRefused = error instanceof DiscordAPIError && error.code === 50083;
  return isRefused && interaction.deferred === false && interaction.replied === false;
}

/**
 * True when a message that everyone sees was to be edited: a refusal must not replace it. In an answer
 * that one person sees it does.
 */
export function isDeferredUpdate(interaction: {
  deferred: boolean | null;
  ephemeral?: boolean | null;
  message?: Message | null;
}): boolean {
  const isPublic = interaction.message?.flags.has(MessageFlags.Ephemeral) === false;
  return isPublic && interaction.deferred === true && (interaction.ephemeral ?? null) === null;
}
