import type { Ports } from '../../src/newsroom/ports.ts';
import { dayMs } from '../../src/core/time/duration.ts';
import { storyExpiry } from '../../src/newsroom/stories/expire-stories.ts';
import { scheduledTasks } from '../../src/app/schedule.ts';

export const retentionMs = 90 * dayMs;

/** Runs all scheduled tasks, one after another, until nothing is due. */
export async function untilQuiet(
  ports: Ports,
  signal: AbortSignal,
  storiesPerFeed?: number,
): Promise<void> {
  await runTasks(ports, signal);
  const expire = storyExpiry(ports, retentionMs, storiesPerFeed);
  while (await expire()) {
    // The next step.
  }
  await runTasks(ports, signal);
}

async function runTasks(ports: Ports, signal: AbortSignal): Promise<void> {
  for (let busy = true; busy;) {
    busy = false;
    for (const task of scheduledTasks) {
      while (await task.run(ports, signal, () => {})) busy = true;
    }
  }
}
