import { scheduledTasks } from '../src/app/schedule.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../src/core/time/duration.ts';
import type { Fetcher } from '../src/core/ports/fetcher.ts';
import { anEdition, aStory } from '../test/support/editions.ts';
import { type Newsroom, stageNewsroom } from '../test/support/newsroom.ts';
import type { ShowProgress } from '../test/support/progress.ts';
import type { Bench } from './measure.ts';

const weekMs = 7 * dayMs;

/** When readers write, after publication: forty on the first evening, a few on each day after it. */
const writtenAt = [
  ...Array.from({ length: 40 }, (_, index) => (5 + (index * (index + 11)) / 8) * minuteMs),
  ...Array.from({ length: 4 }, (_, index) => dayMs + index * 25 * minuteMs),
  ...Array.from({ length: 2 }, (_, index) => 2 * dayMs + index * 5 * hourMs),
  4.5 * dayMs,
];

/**
 * One story's discussion from its publication until it closes a week later, on a clock that moves as
 * fast as the bot is done. The paper is a server on this machine whose comment feed and pages have
 * entity tags. Requests and bytes are those of the discussion, robots.txt included.
 */
export const comments: Bench = {
  name: 'comments',
  what: 'requests for the comments of one story in an idle hour and in its week; minutes until a comment is posted',
  async run(show) {
    const newsroom = await stageNewsroom({
      edition: anEdition(aStory({ at: -minuteMs })),
      settings: { pollEveryMs: 20 * dayMs, commentPeriodMs: weekMs },
    });
    try {
      const week = await storyWeek(newsroom, show);
      return { rounds: 1, figures: figuresOf(week), ratios: {} };
    } finally {
      await newsroom.close();
    }
  },
};

interface Week {
  begunAt: number;
  requests: { at: number; bytes: number }[];
  posts: { writtenAt: number; delayMs: number }[];
}

async function storyWeek(newsroom: Newsroom, show: ShowProgress): Promise<Week> {
  const { clock, paper } = newsroom;
  const begunAt = clock.now();
  const week: Week = { begunAt, requests: [], posts: [] };
  const run = rounds(newsroom, week);
  await run();
  const unwritten = [...writtenAt];
  const unposted = new Map<string, number>();
  let shownHour = -1;
  while (clock.now() < begunAt + weekMs + hourMs) {
    const hour = Math.floor((clock.now() - begunAt) / hourMs);
    if (hour > shownHour && hour % 12 === 0) {
      show(hour, weekMs / hourMs, 'hours of the story’s week');
      shownHour = hour;
    }
    const next = Math.min((unwritten[0] ?? Infinity) + begunAt, await dueAt(newsroom));
    clock.advance(Math.max(secondMs, Math.min(next - clock.now(), hourMs)));
    for (
      let at = unwritten[0];
      at !== undefined && begunAt + at <= clock.now();
      at = unwritten[0]
    ) {
      unwritten.shift();
      const text = `This is comment number ${unwritten.length}.`;
      paper.addComment('pier', { author: 'Maren', text });
      unposted.set(text, clock.now());
    }
    await run();
    const [thread] = newsroom.threads();
    const shown = thread ? newsroom.messages(thread.id).map(({ content }) => content) : [];
    for (const [text, at] of unposted) {
      if (!shown.some((content) => content.includes(text))) continue;
      unposted.delete(text);
      week.posts.push({ writtenAt: at, delayMs: clock.now() - at });
    }
  }
  if (unposted.size > 0) throw new Error(`${unposted.size} comments were never posted`);
  return week;
}

/** Runs what is due, and counts what the discussion asks for. */
function rounds({ bot: { ports }, clock }: Newsroom, { requests }: Week): () => Promise<void> {
  const { signal } = new AbortController();
  const fetch: Fetcher = async (request, inner) => {
    const asked = { at: clock.now(), bytes: 0 };
    requests.push(asked);
    const answer = await ports.fetch(request, inner);
    asked.bytes = answer.body.length;
    return answer;
  };
  const counting = { ...ports, fetch };
  return async () => {
    for (let busy = true; busy;) {
      busy = false;
      for (const task of scheduledTasks) {
        const given = task.name === 'discussions' ? counting : ports;
        while (await task.run(given, signal, () => {})) busy = true;
      }
    }
  };
}

async function dueAt({ bot: { ports }, guildId }: Newsroom): Promise<number> {
  const states = ['waiting', 'open', 'closing-soon'] as const;
  const [found] = await ports.store.discussions.listInGuild(guildId, states, 1);
  return found ? found.discussion.nextPoll : Infinity;
}

function figuresOf({ begunAt, requests, posts }: Week): Record<string, number> {
  const isIdle = (from: number) =>
    from - begunAt >= hourMs &&
    from + hourMs <= begunAt + weekMs &&
    posts.every(
      ({ writtenAt: at, delayMs }) => at + delayMs <= from - hourMs || at > from + hourMs,
    );
  const idleHours = Array.from(
    { length: weekMs / minuteMs },
    (_, minute) => begunAt + minute * minuteMs,
  )
    .filter(isIdle)
    .map((from) => requests.filter(({ at }) => at > from && at <= from + hourMs).length);
  const previous = (at: number) =>
    Math.max(begunAt, ...posts.map((post) => post.writtenAt).filter((other) => other < at));
  const lively = posts.filter(({ writtenAt: at }) => at - previous(at) < hourMs);
  const minutes = (those: typeof posts) =>
    Math.max(...those.map(({ delayMs }) => delayMs)) / minuteMs;
  return {
    requestsIdleHour: Math.max(...idleHours),
    requestsStoryWeek: requests.length,
    bytesStoryWeek: requests.reduce((sum, { bytes }) => sum + bytes, 0),
    requestsUsualIdleHour:
      idleHours.toSorted((a, b) => a - b)[Math.floor(idleHours.length / 2)] ?? 0,
    slowestMinutesLively: minutes(lively),
    slowestMinutesIdle: minutes(posts),
  };
}
