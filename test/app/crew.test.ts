import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Crew, type CrewWatch, type ScheduledTask } from '../../src/app/crew.ts';
import { scheduledTasks } from '../../src/app/schedule.ts';
import { secondMs } from '../../src/core/time/duration.ts';
import { type TurnableClock, turnableClock } from '../../src/edge/system/clock.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { type FeedSite, siteStories, startFeedSite } from '../support/feed-site.ts';
import { type Newsroom, stageNewsroom, startOfDay } from '../support/newsroom.ts';
import { countedStore } from '../support/store-calls.ts';

let site: FeedSite;
let newsroom: Newsroom;
let clock: TurnableClock;
let stopping: AbortController;
let awake: number;
let whenAsleep: (() => void)[];
let running: Promise<void>[];
beforeEach(async () => {
  site = await startFeedSite();
  site.print(siteStories(3));
  newsroom = await stageNewsroom({ feedUrls: () => [site.feedUrl] });
  clock = turnableClock(startOfDay);
  stopping = new AbortController();
  awake = 0;
  whenAsleep = [];
  running = [];
});
afterEach(async () => {
  stopping.abort();
  await Promise.all(running);
  await newsroom.close();
  await site.close();
});

const watch: CrewWatch = {
  asked() {},
  awake(change) {
    awake += change;
    if (awake > 0) return;
    for (const wake of whenAsleep) wake();
    whenAsleep = [];
  },
};

async function asleep(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (awake > 0) await new Promise<void>((resolve) => whenAsleep.push(resolve));
}

function crewOf(task: ScheduledTask, ports: Ports): Crew {
  const signals = { stopping: stopping.signal, signal: new AbortController().signal };
  const crew = new Crew(ports, task, signals, watch);
  running.push(crew.run());
  return crew;
}

test('while nothing is due, each task asks the store once in its time', async () => {
  await newsroom.quiet();
  const calls: string[] = [];
  const store = countedStore(newsroom.bot.ports.store, (name) => calls.push(name));
  for (const task of scheduledTasks) crewOf(task, { ...newsroom.bot.ports, store, clock });
  await asleep();
  calls.splice(0);
  const seconds = 60;
  for (let second = 0; second < seconds; second += 1) {
    clock.turn(secondMs);
    await asleep();
  }
  const asked = (name: string) => calls.filter((call) => call === name).length;
  expect(asked('feeds.claimDueFeed')).toBe(seconds);
  expect(asked('discussions.claimDue')).toBe(seconds);
  expect(asked('deliveries.claimChannel')).toBeLessThanOrEqual(seconds);
  expect(calls.length).toBeLessThan(5 * seconds);
});

describe('a task whose work takes long', () => {
  let left: number;
  let most: number;
  let busy: number;
  let begun: number;
  let finish: (() => void)[];
  let allBegun: (count: number) => Promise<void>;
  let task: ScheduledTask;

  beforeEach(() => {
    left = 0;
    most = 0;
    busy = 0;
    begun = 0;
    finish = [];
    const heard: (() => void)[] = [];
    allBegun = (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (begun >= count) resolve();
          else heard.push(look);
        };
        look();
      });
    task = {
      name: 'long',
      everyMs: secondMs,
      workers: 4,
      async run(_, __, claimed) {
        if (left === 0) return false;
        left -= 1;
        busy += 1;
        begun += 1;
        most = Math.max(most, busy);
        claimed();
        for (const hear of heard.splice(0)) hear();
        await new Promise<void>((resolve) => finish.push(resolve));
        busy -= 1;
        return true;
      },
    };
  });

  const finishAll = () => {
    for (const one of finish.splice(0)) one();
  };

  test('is done by as many workers as there is work for, and at most its own number', async () => {
    const crew = crewOf(task, { ...newsroom.bot.ports, clock });
    await asleep();
    left = 6;
    crew.wake();
    await allBegun(4);
    expect({ left, awake }).toEqual({ left: 2, awake: 4 });
    finishAll();
    await allBegun(6);
    finishAll();
    await asleep();
    expect({ left, busy, most }).toEqual({ left: 0, busy: 0, most: 4 });
  });

  test('one that is busy does not keep others from being found in time', async () => {
    crewOf(task, { ...newsroom.bot.ports, clock });
    await asleep();
    left = 1;
    clock.turn(secondMs);
    await allBegun(1);
    await new Promise((resolve) => setImmediate(resolve));
    left = 1;
    clock.turn(secondMs);
    await allBegun(2);
    finishAll();
    await asleep();
    expect(left).toBe(0);
  });

  test('sleeps no longer than until its next work is due', async () => {
    const dueAt = clock.now() + 300;
    task.nextDue = async (_, until) => (left > 0 && dueAt < until ? dueAt : null);
    left = 1;
    const { run } = task;
    task.run = async (ports, signal, claimed) =>
      clock.now() < dueAt ? false : run(ports, signal, claimed);
    crewOf(task, { ...newsroom.bot.ports, clock });
    await asleep();
    clock.turn(300);
    await allBegun(1);
    finishAll();
    await asleep();
    expect(left).toBe(0);
  });
});
