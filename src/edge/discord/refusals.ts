import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { DiscordRefusal, errorText, type RefusalKind } from '../../core/errors.ts';

/** What follows from Discord's JSON error codes; 5xx and unknown codes are told by status. */
const kinds: Record<number, RefusalKind> = {
  10003: 'channel',
  10004: 'channel',
  50001: 'channel',
  50013: 'channel',
  10008: 'gone',
  50083: 'archived',
  160006: 'thread-cap',
  160007: 'thread-cap',
};

/** Codes of refusals that concern one message only: bad body, AutoMod, too long an edit history. */
function messageRefused(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}

/**
 * A thrown thing of `@discordjs/rest` as a `DiscordRefusal`; an abort is rethrown as it is.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes
 */
export function refusal(thrown: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (thrown instanceof DiscordAPIError) {
    const code = typeof thrown.code === 'number' ? thrown.code : 0;
    const kind = kinds[code] ?? (messageRefused(thrown.status) ? 'message' : 'passing');
    return new DiscordRefusal(kind, code, thrown.message, thrown);
  }
  if (thrown instanceof RateLimitError) {
    return new DiscordRefusal(
      'passing',
      0,
      `Discord asked to wait ${thrown.retryAfter} ms`,
      thrown,
    );
  }
  if (thrown instanceof HTTPError) {
    return new DiscordRefusal('passing', 0, `Discord answered ${thrown.status}`, thrown);
  }
  return new DiscordRefusal('passing', 0, errorText(thrown), thrown);
}
