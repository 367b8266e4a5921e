import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { Clock } from '../../src/core/ports/clock.ts';
import { hourMs } from '../../src/core/time/duration.ts';
import { subscribe } from '../../src/newsroom/subscriptions/subscribe.ts';
import { anEdition } from '../support/editions.ts';
import { stageNewsroom } from '../support/newsroom.ts';
import { Random } from '../support/random.ts';
import { Model, type ModelStory } from './model.ts';
import { discordSteps } from './discord-steps.ts';
import { moderatorSteps } from './moderator-steps.ts';
import { Play, type Skew } from './play.ts';
import { siteSteps } from './site-steps.ts';
import { startSite } from './site.ts';

const startAt = Date.UTC(2026, 10, 24, 9);
const stories = 3;
/** Of the first story, before the bot sees it. */
const mostHistory = 30;
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
  return comments.map(({ number, parent, author, state, writing, ruling, isDeletedByHand }) => {
    const place = parent === null ? '' : ` answers ${parent}`;
    const ruled = ruling === 'none' ? '' : `, ${ruling}`;
    const byHand = isDeletedByHand ? ', deleted by hand' : '';
    return `${number}${place} by ${author}: text ${writing} ${state}${ruled}${byHand}`;
  });
}

/** Plays so many steps; `null` when the threads were equal to the model whenever they were compared. */
export async function playModel(seed: number, length: number): Promise<ModelFault | null> {
  const random = new Random(seed);
  const model = new Model(random, stories, startAt);
  const [first] = model.stories;
  const history = random.whole(0, mostHistory);
  if (first) for (let n = 0; n < history; n += 1) model.write(first, startAt - hourMs, 'shown');
  const site = await startSite(model.stories);
  const skew: Skew = { ms: 0 };
  const newsroom = await stageNewsroom({
    edition: anEdition(),
    startAt,
    // Declared feeds get their settings again when the bot starts.
    feedUrls: () => [],
    permissions: [...invitePermissions, 'ManageWebhooks'],
    botClock: (clock): Clock => ({
      now: () => clock.now() + skew.ms,
      sleep: () => clock.sleep(),
    }),
  });
  try {
    const { guildId, news: channelId, moderator, bot } = newsroom;
    // Of a hundred that come at once, none is left out.
    const comments = { ...defaultSubscriptionSettings.comments, backlog: 'all' } as const;
    const settings = { ...defaultSubscriptionSettings, comments, commentPeriodMs: null };
    await subscribe(bot.ports, { url: site.feedUrl, guildId, channelId, settings }, moderator);
    const steps = [...siteSteps, ...discordSteps, ...moderatorSteps];
    const play = new Play({ newsroom, site, model, random, skew }, steps);
    await newsroom.quiet();
    for (let step = 1; step <= length; step += 1) {
      await play.step();
      if (step % stepsBetweenChecks !== 0 && step !== length) continue;
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
