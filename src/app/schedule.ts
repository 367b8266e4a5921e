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
import { deleteLeftServer } from '../newsroom/subscriptions/left-servers.ts';
import { Crew, type CrewWatch, type ScheduledTask, type StopSignals } from './crew.ts';

export const scheduledTasks: readonly ScheduledTask[] = [
  { name: 'poll', everyMs: secondMs, workers: 32, run: pollNextFeed },
  // Each may wait for a slow channel, up to a call's 15 s; together they could send 50 a second. What
  // becomes due wakes them, see `Store.onDue`: asking is for what they did not hear.
  {
    name: 'deliver',
    everyMs: 5 * secondMs,
    workers: 16,
    run: deliverNext,
    nextDue: ({ store }, until) => store.deliveries.nextDue(until),
  },
  { name: 'discussions', everyMs: secondMs, workers: 8, run: updateNextDiscussion },
  { name: 'digests', everyMs: 5 * secondMs, workers: 1, run: postNextDigest },
  { name: 'summaries', everyMs: minuteMs, workers: 1, run: postNextSummary },
  { name: 'enrich', everyMs: 10 * secondMs, workers: 1, run: enrichLateStories },
  { name: 'due-times', everyMs: minuteMs, workers: 1, run: correctDueTimes },
];

const setBackRemedy =
  'Nothing, if the time of this machine was corrected. If it is wrong now, turn on time synchronisation (timedatectl set-ntp true).';

/** Nothing waits for a time that a clock running ahead had stored. */
async function correctDueTimes({ store, log }: Ports): Promise<boolean> {
  const corrected = await store.correctDueTimes();
  if (corrected > 0) log.warn({ corrected, remedy: setBackRemedy }, 'clock.set-back');
  return false;
}

export interface ExpiryOptions {
  /** The guilds that the bot is in. */
  guildIds: () => readonly string[];
  /** How long what is over stays stored. */
  retentionMs: number;
}

/** Runs every task until `stopping` aborts. */
export async function runSchedule(
  ports: Ports,
  { guildIds, retentionMs }: ExpiryOptions,
  signals: StopSignals,
  watch: CrewWatch,
): Promise<void> {
  const expiry: ScheduledTask[] = [
    {
      name: 'expire-stories',
      everyMs: hourMs,
      workers: 1,
      run: storyExpiry(ports, retentionMs),
    },
    {
      name: 'left-servers',
      everyMs: hourMs,
      workers: 1,
      run: () => deleteLeftServer(ports, retentionMs),
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
  const crews = [...scheduledTasks, ...expiry].map((task) => new Crew(ports, task, signals, watch));
  const senders = crews.find(({ name }) => name === 'deliver');
  ports.store.onDue(() => senders?.wake());
  await Promise.all(crews.map((crew) => crew.run()));
}
