import { hourMs, type UnixMs } from '../../core/time/duration.ts';
import type { LookInterval } from '../../sources/index.ts';

/** A discussion is lively for so long after each change. */
const livelyForMs = hourMs;
/** The longest interval, in intervals of a lively discussion: an hour where those are two minutes. */
const mostIntervals = 30;

/** How long after a look the next one at a lively discussion is due: the channel's own interval. */
export function livelyLookMs(source: LookInterval, channelMs: number): number {
  return Math.max(source.least, channelMs);
}

/**
 * How long after a look at `now` the next one is due: the channel's interval while the last change is
 * less than an hour ago, then doubled with each look, up to thirty times as long. The source's limits
 * hold in any case.
 */
export function nextLookMs(
  changedAt: UnixMs,
  now: UnixMs,
  source: LookInterval,
  channelMs: number,
): number {
  const livelyMs = livelyLookMs(source, channelMs);
  const mostMs = Math.max(livelyMs, Math.min(mostIntervals * livelyMs, source.most));
  const idleMs = now - changedAt - livelyForMs;
  // Looks at two minutes: 4, 12, 28 and 60 minutes after the lively hour.
  return idleMs < 0 ? livelyMs : Math.min(mostMs, idleMs + 2 * livelyMs);
}
