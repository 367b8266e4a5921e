import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { DiscordRefusal, errorText, type RefusalKind } from '../../core/errors.ts';

/** Refusals by Discord's JSON error code: permission, rate limit, thread cap … Others are judged by status. */
const kinds: Record<number, RefusalKind> = {
  10003: 'channel',
  10004: 'channel',
  50001: 'channel',
  50008: 'channel',
  50013: 'channel',
  40058: 'channel',
  40067: 'channel',
  10008: 'gone',
  50083: 'archived',
  160002: 'channel',
  160005: 'channel',
  160006: 'thread-cap',
  160007: 'thread-cap',
};

/**
 * True when only this message is refused: invalid body, AutoMod. Without an error code the answer
 * comes from a proxy, unless its status is about the body.
 */
function messageRefused(status: number, code: number): boolean {
  if (code === 0) return status === 400 || status === 413;
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}

/**
 * An error of `@discordjs/rest` as a `DiscordRefusal`; for an abort, the signal's reason.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes
 */
export function refusal(thrown: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (thrown instanceof DiscordAPIError) {
    const code = typeof thrown.code === 'number' ? thrown.code : 0;
    const kind = kinds[code] ?? (messageRefused(thrown.status, code) ? 'message' : 'passing');
    return new DiscordRefusal(kind, code, thrown.message, { cause: thrown });
  }
  if (thrown instanceof RateLimitError) {
    const retryAfterMs = Math.max(thrown.retryAfter, thrown.timeToReset);
    const facts = { cause: thrown, retryAfterMs };
    return new DiscordRefusal('passing', 0, `Discord asked to wait ${retryAfterMs} ms`, facts);
  }
  if (thrown instanceof HTTPError) {
    return new DiscordRefusal('passing', 0, `Discord answered ${thrown.status}`, {
      cause: thrown,
    });
  }
  return new DiscordRefusal('passing', 0, errorText(thrown), { cause: thrown });
}
