import { holdsForMs } from '../../src/core/delivery/run.ts';
import { secondMs, type UnixMs } from '../../src/core/time/duration.ts';
import type { ShownMessage } from './record.ts';

/** A story that stands after a later one. */
export interface Late {
  /** When it was published. */
  at: UnixMs;
  /** When the first later story was posted. */
  overtakenAt: UnixMs;
}

/** When the messages were first tried of which the moderators of a channel had an alert. */
export function alertsOf(moderators: readonly ShownMessage[], channelId: string): UnixMs[] {
  const alert = new RegExp(`could not be posted in <#${channelId}> since <t:(\\d+):`);
  return moderators.flatMap(({ text }) => {
    const seconds = alert.exec(text)?.[1];
    return seconds === undefined ? [] : [Number(seconds) * secondMs];
  });
}

/**
 * The stories that later ones were allowed to overtake: each has an alert of its own, since after it was
 * published, and it waited for as long as it holds back others. Alerts do not name their story, so they
 * are shared out so that as many stories as possible have one.
 */
export function allowedBy<T extends Late>(alerts: readonly UnixMs[], late: readonly T[]): Set<T> {
  const left = alerts.toSorted((one, other) => one - other);
  const allowed = new Set<T>();
  for (const story of late.toSorted((one, other) => one.overtakenAt - other.overtakenAt)) {
    // An alert's time has no milliseconds.
    const index = left.findIndex((since) => since > story.at - secondMs);
    const since = left[index];
    if (since === undefined || since + holdsForMs > story.overtakenAt) continue;
    left.splice(index, 1);
    allowed.add(story);
  }
  return allowed;
}
