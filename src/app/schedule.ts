import { errorText } from '../core/errors.ts';
import { hourMs, minuteMs, secondMs } from '../core/time/duration.ts';
import { enrichLateStories } from '../newsroom/articles/enrich-story.ts';
import { deliverNext } from '../newsroom/delivery/deliver.ts';
import { updateNextDiscussion } from '../newsroom/discussions/update-discussion.ts';
import { pollNextFeed } from '../newsroom/feeds/poll-feed.ts';
import { expireEvidence } from '../newsroom/moderation/expire-evidence.ts';
import { postNextSummary } from '../newsroom/moderation/monthly-summary.ts';
import type { Ports } from '../newsroom/ports.ts';
import { storyExpiry } from '../newsroom/stories/expire-stories.ts';
import { postNextDigest } from '../newsroom/stories/post-digests.ts';

/** Work that asks the store what is due. */
export interface ScheduledTask {
  name: string;
  /** The pause after a run that found nothing due. */
  everyMs: number;
  /** How many run at the same time; each claims what it works on. */
  workers: number;
  /** Does one piece of work; `false` when nothing was due. */
  run(ports: Ports, signal: AbortSignal): Promise<boolean>;
}

export const scheduledTasks: readonly ScheduledTask[] = [
  { name: 'poll', everyMs: secondMs, workers: 32, run: pollNextFeed },
  // Each may wait for a slow channel, up to a call's 15 s; together they could send 50 a second.
  { name: 'deliver', everyMs: secondMs / 2, workers: 16, run: deliverNext },
  { name: 'discussions', everyMs: secondMs, workers: 2, run: updateNextDiscussion },
  { name: 'digests', everyMs: 5 * secondMs, workers: 1, run: postNextDigest },
  { name: 'summaries', everyMs: minuteMs, workers: 1, run: postNextSummary },
  { name: 'enrich', everyMs: 10 * secondMs, workers: 1, run: enrichLateStories },
  { name: 'due-times', everyMs: minuteMs, workers: 1, run: correctDueTimes },
];

/** Nothing waits for a time that a clock running ahead had stored. */
async function correctDueTimes({ store, log }: Ports): Promise<boolean> {
  const corrected = await store.correctDueTimes();
  if (corrected > 0) log.warn({ corrected }, 'clock.set-back');
  return false;
}

export interface ExpiryOptions {
  /** The guilds that the bot is in. */
  guildIds: () => readonly string[];
  /** How long what is over stays stored. */
  retentionMs: number;
}

export interface StopSignals {
  /** Aborts when no new work may begin. */
  stopping: AbortSignal;
  /** Aborts the work that is running. */
  signal: AbortSignal;
}

/**
 * Runs every task until `stopping` aborts. A task that throws is logged and runs again. `asked` is
 * called each time that one asks for work.
 */
export async function runSchedule(
  ports: Ports,
  { guildIds, retentionMs }: ExpiryOptions,
  stopSignals: StopSignals,
  asked: () => void = () => {},
): Promise<void> {
  const expiry: ScheduledTask[] = [
    {
      name: 'expire-stories',
      everyMs: hourMs,
      workers: 1,
      run: storyExpiry(ports, retentionMs),
    },
    {
      name: 'expire-evidence',
      everyMs: hourMs,
      workers: 1,
      run: async () => {
        await expireEvidence(ports, guildIds());
        await ports.store.deleteExpired();
        return false;
      },
    },
  ];
  const workers = [...scheduledTasks, ...expiry].flatMap((task) =>
    Array.from({ length: task.workers }, () => work(ports, task, stopSignals, asked)),
  );
  await Promise.all(workers);
}

async function work(
  ports: Ports,
  task: ScheduledTask,
  { stopping, signal }: StopSignals,
  asked: () => void,
): Promise<void> {
  while (!stopping.aborted) {
    asked();
    let more = false;
    try {
      more = await task.run(ports, signal);
    } catch (error) {
      if (signal.aborted) return;
      ports.log.error({ task: task.name, error: errorText(error) }, 'task.failed');
    }
    if (!more) await ports.clock.sleep(task.everyMs, stopping);
  }
}
