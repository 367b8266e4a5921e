import { RequestError } from '../src/core/errors.ts';
import { durationMs } from '../src/core/time.ts';

/** A duration that a person typed. @throws RequestError naming what it got and wants */
export function durationOption(name: string, text: string, leastMs: number): number {
  const ms = durationMs(text);
  if (ms === null || ms < leastMs) {
    throw new RequestError(
      `\`${name}\` is "${text.slice(0, 40)}"; it wants a number and a unit, such as 90s, 15m, 36h or 14d, at least ${leastMs / 1000} seconds.`,
    );
  }
  return ms;
}

/** The same, where "never" stands for no end: `null`. */
export function periodOption(name: string, text: string, leastMs: number): number | null {
  return text.trim().toLowerCase() === 'never' ? null : durationOption(name, text, leastMs);
}

/** At most 25 choices, each within Discord's 100 characters. */
export function choices<T>(
  found: readonly T[],
  typed: string,
  nameOf: (one: T) => string,
  valueOf: (one: T) => string,
): { name: string; value: string }[] {
  const wanted = typed.trim().toLowerCase();
  return found
    .map((one) => ({ name: nameOf(one), value: valueOf(one) }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 25)
    .map(({ name, value }) => ({ name: shortened(name, 100), value: value.slice(0, 100) }));
}

/** Cut to `length` UTF-16 units without half a surrogate pair. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
