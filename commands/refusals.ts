import { DiscordAPIError } from 'discord.js';
import { DiscordRefusal, FetchError, ReadError, RequestError } from '../src/core/errors.ts';
import { escapeMarkdown } from '../src/render/index.ts';

/** A value of one option that cannot be used. The person is offered to correct it. */
export class OptionRefused extends RequestError {
  readonly option: string;
  constructor(option: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.option = option;
  }
}

/** What goes wrong in `work` for the person's own doing is about one option. */
export async function aboutOption<T>(option: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof OptionRefused ? null : correctable(error);
    throw message === null ? error : new OptionRefused(option, message, error);
  }
}

function correctable(error: unknown): string | null {
  if (error instanceof RequestError) return error.message;
  // These quote what a server sent.
  const isQuoting = error instanceof FetchError || error instanceof ReadError;
  return isQuoting ? escapeMarkdown(error.message, true) : null;
}

/** The message for a failure that a member or a manager can correct; `null` for any other. */
export function refusalText(error: unknown): string | null {
  if (!(error instanceof DiscordRefusal)) return correctable(error);
  const why = escapeMarkdown(error.message);
  return error.kind === 'channel'
    ? `Discord does not let Wirethread do this in that channel (${why}). Give its role View Channel and Read Message History there, then try again.`
    : `Discord refused this (${why}). Try again in a moment.`;
}

export const internalError =
  'Wirethread had an internal error. Try again. If it happens again, tell the operator of this bot: the log has the details.';

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
