import type { Feed } from '../../core/feed/feed.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { plural } from '../../text/plural.ts';

const longestAddress = 300;

/** For moderators: a feed fails. */
export function failureAlert({ url, errors, lastError, state }: Feed): string {
  const times = state.throttled > 0 ? 'for a day' : `${errors} times in a row`;
  return `The feed ${alertAddress(url)} could not be read ${times}. ${lastError} It is tried again, less often. See its health with /feed show and its answer with /feed test, or remove it with /feed remove.`;
}

/** For moderators: a feed is paused. */
export function pauseAlert({ url, errors, lastError, state }: Feed, now: UnixMs): string {
  const address = alertAddress(url);
  if (state.paused === 'gone') {
    return `The feed ${address} is permanently gone (410), its server says. It is not read any more. Find its new address and add it with /feed add, and remove this one with /feed remove. If it comes back, start it again with /feed retry.`;
  }
  const days = plural(Math.floor((now - (state.failingSince ?? now)) / dayMs), 'day');
  const remedy =
    state.paused === 'refused'
      ? 'Ask its publisher to let this bot in, or add it again with the user name and password that it needs. Then'
      : 'When its server or address works again,';
  return `The feed ${address} is paused: it could not be read ${errors} times in a row over ${days}. ${lastError} ${remedy} start it again with /feed retry. Or remove it with /feed remove.`;
}

/** Cut, so that the rest of the alert fits. */
function alertAddress(url: string): string {
  const address = shownAddress(url);
  return address.length > longestAddress ? `${address.slice(0, longestAddress)}…` : address;
}
