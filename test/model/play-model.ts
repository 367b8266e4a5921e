import type { Clock } from '../../src/core/ports/clock.ts';
import { anEdition } from '../support/editions.ts';
import { stageNewsroom } from '../support/newsroom.ts';
import { Random } from '../support/random.ts';
import { Model, type ModelStory } from './model.ts';
import { Play, type Skew } from './play.ts';
import { startSite } from './site.ts';

const startAt = Date.UTC(2026, 10, 24, 9);
const stories = 3;
const stepsBetweenChecks = 100;
const shownSteps = 60;

/** The first differences between the threads and the model that a run found. */
export interface ModelFault {
  step: number;
  differences: string[];
  /** What happened before, oldest first. */
  before: string[];
  /** The comments of each story, as they are at their site. */
  stories: string[][];
}

function described({ comments }: ModelStory): string[] {
  return comments.map(({ number, parent, state, writing, isDeletedByHand }) => {
    const place = parent === null ? '' : ` answers ${parent}`;
    return `${number}${place}: text ${writing} ${state}${isDeletedByHand ? ', deleted by hand' : ''}`;
  });
}

/** Plays so many steps; `null` when the threads were equal to the model whenever they were compared. */
export async function playModel(seed: number, steps: number): Promise<ModelFault | null> {
  const random = new Random(seed);
  const model = new Model(random, stories, startAt);
  const site = await startSite(model.stories);
  const skew: Skew = { ms: 0 };
  const newsroom = await stageNewsroom({
    edition: anEdition(),
    startAt,
    feedUrls: () => [site.feedUrl],
    settings: { commentPeriodMs: null },
    botClock: (clock): Clock => ({
      now: () => clock.now() + skew.ms,
      sleep: () => clock.sleep(),
    }),
  });
  try {
    const play = new Play({ newsroom, site, model, random, skew });
    await newsroom.quiet();
    for (let step = 1; step <= steps; step += 1) {
      await play.step();
      if (step % stepsBetweenChecks !== 0 && step !== steps) continue;
      const differences = await play.differences();
      if (differences.length > 0) {
        const before = play.log.slice(-shownSteps);
        return { step, differences, before, stories: model.stories.map(described) };
      }
    }
    return null;
  } finally {
    await newsroom.close();
    await site.close();
  }
}
