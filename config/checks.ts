import { z } from 'zod';
import { durationMs, durationText } from '../src/core/time/duration.ts';

// The message of each check here says what is expected; `problems.ts` puts it after "it should be".

export function nonEmptyText(expected: string, isValid: (text: string) => boolean = () => true) {
  return z
    .string({ error: expected })
    .trim()
    .refine((text) => text !== '' && text.length <= 2_000 && isValid(text), { error: expected });
}

export function oneOf<const Choices extends readonly string[]>(choices: Choices) {
  return z.enum(choices, { error: `one of ${choices.map((choice) => `"${choice}"`).join(', ')}` });
}

function durationRange(shortestMs: number, longestMs: number, example: string) {
  const expected = `a duration such as "${example}", from ${durationText(shortestMs)} to ${durationText(longestMs)} (s, m, h or d)`;
  return { expected, read: (text: string) => within(durationMs(text), shortestMs, longestMs) };
}

function within(ms: number | null, shortestMs: number, longestMs: number): number | null {
  return ms !== null && ms >= shortestMs && ms <= longestMs ? ms : null;
}

export function duration(shortestMs: number, longestMs: number, example: string) {
  const { expected, read } = durationRange(shortestMs, longestMs, example);
  return z.string({ error: expected }).transform((text, context) => {
    const ms = read(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

/** A duration, or "never", which is `null`. */
export function durationOrNever(shortestMs: number, longestMs: number, example: string) {
  const { expected: length, read } = durationRange(shortestMs, longestMs, example);
  const expected = `${length}, or "never"`;
  return z.string({ error: expected }).transform((text, context) => {
    if (text.trim().toLowerCase() === 'never') return null;
    const ms = read(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** An address and a port, such as "127.0.0.1:8421" or "[::1]:8421"; `null` for anything else. */
export function listenAddress(text: string): { host: string; port: number } | null {
  const [, host = '', digits = ''] =
    /^(\[[\da-f:]{2,45}\]|[\w.-]{1,253}):(\d{1,5})$/iu.exec(text) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535) return null;
  return { host: host.replaceAll(/[[\]]/gu, ''), port };
}

/** Keys of 32 bytes in base64, with spaces between; `null` for anything else. */
export function storeKeys(text: string): Uint8Array[] | null {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const isKey = (word: string) => /^[A-Za-z\d+/]{43}=$/u.test(word);
  return words.length > 0 && words.every(isKey)
    ? words.map((word) => Uint8Array.from(atob(word), (letter) => letter.charCodeAt(0)))
    : null;
}
