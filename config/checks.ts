import { z } from 'zod';
import { durationMs, durationText } from '../src/core/time/duration.ts';

// The message of every check in this file is what was wanted: it follows "it should be".

export function words(wanted: string, fits: (text: string) => boolean = () => true) {
  return z
    .string({ error: wanted })
    .trim()
    .refine((text) => text !== '' && text.length <= 2_000 && fits(text), { error: wanted });
}

export function oneOf<const Choices extends readonly string[]>(choices: Choices) {
  return z.enum(choices, { error: `one of ${choices.map((choice) => `"${choice}"`).join(', ')}` });
}

function lengthOfTime(shortestMs: number, longestMs: number, example: string) {
  const wanted = `a duration such as "${example}", from ${durationText(shortestMs)} to ${durationText(longestMs)} (s, m, h or d)`;
  return { wanted, read: (text: string) => within(durationMs(text), shortestMs, longestMs) };
}

function within(ms: number | null, shortestMs: number, longestMs: number): number | null {
  return ms !== null && ms >= shortestMs && ms <= longestMs ? ms : null;
}

export function duration(shortestMs: number, longestMs: number, example: string) {
  const { wanted, read } = lengthOfTime(shortestMs, longestMs, example);
  return z.string({ error: wanted }).transform((text, context) => {
    const ms = read(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: wanted });
    return z.NEVER;
  });
}

/** A duration, or "never", which is `null`. */
export function durationOrNever(shortestMs: number, longestMs: number, example: string) {
  const { wanted: length, read } = lengthOfTime(shortestMs, longestMs, example);
  const wanted = `${length}, or "never"`;
  return z.string({ error: wanted }).transform((text, context) => {
    if (text.trim().toLowerCase() === 'never') return null;
    const ms = read(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: wanted });
    return z.NEVER;
  });
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
