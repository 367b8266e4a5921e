import type { Ports } from '../../src/newsroom/ports.ts';
import { dayMs } from '../../src/core/time/duration.ts';
import { storyExpiry } from '../../src/newsroom/stories/expire-stories.ts';
import { scheduledTasks } from '../../src/app/schedule.ts';

export const retentionMs = 90 * dayMs;

/** Runs all scheduled tasks, one after another, until nothing is due. */
export async function untilQuiet(ports: Ports, signal: AbortSignal): Promise<void> {
  const expire = storyExpiry(ports, retentionMs);
  for (let busy = true; busy;) {
    busy = false;
    for (const task of scheduledTasks) {
      while (await task.run(ports, signal)) busy = true;
    }
    while (await expire()) busy = true;
  }
}
