import { errorText } from '../core/errors.ts';
import { hourMs, secondMs } from '../core/time/duration.ts';
import { deliverNext } from '../newsroom/delivery/deliver.ts';
import { enrichLateStories } from '../newsroom/articles/enrich-story.ts';
import { expireEvidence } from '../newsroom/moderation/expire-evidence.ts';
import { forgetOldStories } from '../newsroom/stories/forget-old.ts';
import { pollNextFeed } from '../newsroom/feeds/poll-feed.ts';
import type { Ports } from '../newsroom/ports.ts';
import { postNextDigest } from '../newsroom/stories/post-digests.ts';
import { tendNextDiscussion } from '../newsroom/discussions/tend-discussion.ts';

/** Work that asks "what is due?": `run` does one piece, `false` when there is none. */
export interface Round {
  name: string;
  everyMs: number;
  /** How many may run side by side; what is due is claimed, so they never do the same. */
  workers: number;
  run(ports: Ports, signal: AbortSignal): Promise<boolean>;
}

export const rounds: readonly Round[] = [
  { name: 'poll', everyMs: secondMs, workers: 32, run: pollNextFeed },
  { name: 'deliver', everyMs: secondMs / 2, workers: 4, run: deliverNext },
  { name: 'discussions', everyMs: secondMs, workers: 2, run: tendNextDiscussion },
  { name: 'digests', everyMs: 5 * secondMs, workers: 1, run: postNextDigest },
  { name: 'enrich', everyMs: 10 * secondMs, workers: 1, run: enrichLateStories },
  { name: 'forget', everyMs: hourMs, workers: 1, run: forgetOldStories },
];

/** When the rounds end: `stopping` begins no new work, `signal` breaks off what is under way. */
export interface Ending {
  stopping: AbortSignal;
  signal: AbortSignal;
}

/** Runs every round until told to stop. A round that throws is logged and goes on. */
export async function runRounds(
  ports: Ports,
  guildIds: () => readonly string[],
  ending: Ending,
): Promise<void> {
  const expiry: Round = {
    name: 'expire',
    everyMs: hourMs,
    workers: 1,
    run: async () => {
      await expireEvidence(ports, guildIds());
      await ports.store.sweep();
      return false;
    },
  };
  const workers = [...rounds, expiry].flatMap((round) =>
    Array.from({ length: round.workers }, () => work(ports, round, ending)),
  );
  await Promise.all(workers);
}

async function work(ports: Ports, round: Round, { stopping, signal }: Ending): Promise<void> {
  while (!stopping.aborted) {
    let more = false;
    try {
      more = await round.run(ports, signal);
    } catch (error) {
      if (signal.aborted) return;
      ports.log.error({ round: round.name, error: errorText(error) }, 'round.failed');
    }
    if (!more) await ports.clock.sleep(round.everyMs, stopping);
  }
}
