import { z } from 'zod';
import { Snowflake } from '../ids.ts';
import { durationText, minuteMs, secondMs, UnixMs } from '../time/duration.ts';

/** @see https://docs.discord.com/developers/resources/channel#channel-object */
export const longestSlowMode = 21_600;

/** The steps that Discord's app offers, in seconds; 0 switches slow mode off. */
export const slowModeSteps = [
  0, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600,
] as const;

const seconds = z.number().int().min(0).max(longestSlowMode);

/** Slow mode that Wirethread sets in a thread: a member writes once in so many seconds. */
export const SlowMode = z.object({
  seconds,
  /** `null` leaves it as it is then. */
  until: UnixMs.nullable(),
  /** What the thread had before; at the end it gets this back. */
  before: seconds,
  /** A moderator, or `null` for the rule of the server. */
  by: Snowflake.nullable(),
  /** Discord has it. */
  shown: z.boolean(),
});
export type SlowMode = z.infer<typeof SlowMode>;

/** What has to be done in Discord: set it, or give the thread back what it had. */
export function slowModeStep(slowMode: SlowMode | null, now: UnixMs): 'set' | 'end' | 'none' {
  if (slowMode === null) return 'none';
  if (slowMode.until !== null && now >= slowMode.until) return 'end';
  return slowMode.shown ? 'none' : 'set';
}

/** When the next step is due; `null` for never. */
export function slowModeDue(slowMode: SlowMode | null): UnixMs | null {
  if (slowMode === null) return null;
  return slowMode.shown ? slowMode.until : 0;
}

/** Members' messages are counted over this time. */
export const messagesWithinMs = minuteMs;
/** Readers' reports on members' messages are counted over this time. */
export const reportsWithinMs = 10 * minuteMs;
/** Fewer messages in a minute are a conversation. */
export const fewestMessages = 5;

/** A server's rule that slows down a discussion in which too much happens. */
export const SlowModeRule = z.object({
  /** So many messages of members in a minute; `null` counts none. */
  messages: z.number().int().min(fewestMessages).max(500).nullable(),
  /** So many reports of readers on members' messages in ten minutes; `null` counts none. */
  reports: z.number().int().min(1).max(100).nullable(),
  seconds: seconds.min(1),
  forMs: z.number().int().positive(),
});
export type SlowModeRule = z.infer<typeof SlowModeRule>;

/** What was counted in a thread. */
export interface SlowModeCount {
  of: 'messages' | 'reports';
  count: number;
}

/** Whether a count is what the rule asks for. */
export function slowsDown(rule: SlowModeRule | null, { of, count }: SlowModeCount): boolean {
  const least = rule?.[of] ?? null;
  return least !== null && count >= least;
}

/** How fast members may write, and for how long. */
export interface WantedSlowMode {
  /** 0 switches slow mode off. */
  seconds: number;
  /** `null`: until a person changes it. */
  forMs: number | null;
}

/** For the audit: "30s for 15m", "off". */
export function slowModeInWords({ seconds, forMs }: WantedSlowMode): string {
  const every = seconds === 0 ? 'off' : durationText(seconds * secondMs);
  return forMs === null ? every : `${every} for ${durationText(forMs)}`;
}
