import { hourMs, minuteMs, secondMs } from '../../src/core/time/duration.ts';
import {
  onMessagesDeleted,
  onThreadChanged,
  reconcileThreads,
} from '../../src/newsroom/discussions/discord-events.ts';
import type { Newsroom } from '../support/newsroom.ts';
import type { Random } from '../support/random.ts';
import { differences } from './differences.ts';
import { Model, type ModelComment, type ModelStory } from './model.ts';
import { type Health, type ModelSite, type System, systems } from './site.ts';
import { readThread } from './thread.ts';

const { signal } = new AbortController();

/** More vanishing at once would be held as a mass disappearance. */
const mostWithdrawals = 3;

const sicknesses: readonly Health[] = ['windowed', 500, 503, 403, 404, 'page', 'cut'];

/** The bot's clock, which may be wrong. */
export interface Skew {
  ms: number;
}

export interface Stage {
  newsroom: Newsroom;
  site: ModelSite;
  model: Model;
  random: Random;
  skew: Skew;
}

/** Plays the model, the site, Discord and its people, one step at a time. */
export class Play {
  /** What happened last, for the report. */
  readonly log: string[] = [];
  private readonly stage: Stage;
  private comparedAt = 0;
  /** Withdrawals that the bot may not have seen yet, by story. */
  private unseen = new Map<ModelStory, number>();

  constructor(stage: Stage) {
    this.stage = stage;
  }

  async step(): Promise<void> {
    const { random } = this.stage;
    const weight = steps.reduce((sum, [own]) => sum + own, 0);
    let left = random.next() * weight;
    for (const [own, name, run] of steps) {
      left -= own;
      if (left >= 0) continue;
      const what = await run(this, this.stage);
      if (what !== null) this.log.push(`${name} ${what}`.trim());
      this.markLate();
      return;
    }
  }

  /** What a part of a list lacks comes later. */
  private markLate(): void {
    const { site, model } = this.stage;
    if (systems.every((system) => site.health[system] !== 'windowed')) return;
    for (const { comments } of model.stories) {
      for (const comment of comments) {
        comment.mayBeLate ||= comment.lastShownAt >= this.comparedAt;
      }
    }
  }

  now(): number {
    return this.stage.newsroom.clock.now();
  }

  story(): ModelStory {
    const { model, random } = this.stage;
    const story = random.pick(model.stories);
    if (!story) throw new Error('the model has stories');
    return story;
  }

  /** A comment of a story, in one of these states. */
  comment(story: ModelStory, state: ModelComment['state']): ModelComment | null {
    return this.stage.random.pick(story.comments.filter((comment) => comment.state === state));
  }

  withdraw(story: ModelStory): ModelComment | null {
    const seen = this.unseen.get(story) ?? 0;
    const comment = seen < mostWithdrawals ? this.comment(story, 'shown') : null;
    if (!comment) return null;
    this.unseen.set(story, seen + 1);
    comment.state = 'withdrawn';
    return comment;
  }

  /** The comment that another answers is there to be answered. */
  hasParent({ comments }: ModelStory, { parent }: ModelComment): boolean {
    return parent === null || comments[parent]?.state === 'shown';
  }

  threadOf({ number }: ModelStory) {
    return this.stage.newsroom.threads().find(({ name }) => name.includes(`Story ${number}`));
  }

  async lock(story: ModelStory, locked: boolean): Promise<string | null> {
    const { newsroom } = this.stage;
    const thread = this.threadOf(story);
    if (!thread || thread.thread_metadata.locked === locked) return null;
    const person = newsroom.discord.actor(newsroom.moderator);
    if (locked) person.lockThread(thread.id);
    else person.unlockThread(thread.id);
    await onThreadChanged(newsroom.bot.ports, thread.id, { locked }, signal);
    return String(story.number);
  }

  /** Everything works again, and time passes until all has been seen. */
  async heal(): Promise<void> {
    const { newsroom, site, model, skew } = this.stage;
    for (const system of systems) site.health[system] = 'well';
    newsroom.discord.faults.clear();
    skew.ms = 0;
    await newsroom.later(10 * minuteMs);
    for (const story of model.stories) await this.lock(story, false);
    for (let turn = 0; turn < 8; turn += 1) await newsroom.later(turn < 4 ? 2 * minuteMs : hourMs);
    this.unseen.clear();
  }

  /** How the threads differ from the model, when everything works. */
  async differences(): Promise<string[]> {
    await this.heal();
    const { newsroom, model } = this.stage;
    const found = model.stories.flatMap((story) => {
      const thread = this.threadOf(story);
      if (thread)
        return differences(story, readThread(newsroom.discord, thread.id, newsroom.botUserId));
      const isEmpty = story.comments.every(({ state }) => state !== 'shown');
      return isEmpty ? [] : [`story ${story.number}: no thread`];
    });
    for (const { comments } of model.stories) {
      for (const comment of comments) comment.wasMirrored ||= comment.state === 'shown';
    }
    this.comparedAt = this.now();
    return found;
  }
}

type Step = readonly [
  weight: number,
  name: string,
  /** What happened to what; `null` when there was nothing to do. */
  run: (play: Play, stage: Stage) => Promise<string | null> | string | null,
];

const named = (story: ModelStory, comment: ModelComment | null) =>
  comment && `${story.number}/${comment.number}`;

function faultyCall({ newsroom, random }: Stage): string {
  const pattern = random.pick([
    'POST /channels/:id/messages',
    'PATCH /channels/:id/messages/:message',
    'DELETE /channels/:id/messages/:message',
    'PATCH /channels/:id',
    'GET /channels/:id/messages',
    'POST /channels/:id/messages/:message/threads',
  ]);
  const when = random.chance(0.5) ? ('after' as const) : ('before' as const);
  const status = random.pick([500, 502, 'drop'] as const) ?? 500;
  const count = random.whole(1, 2);
  newsroom.discord.faults.failNext(pattern ?? '', { status, when, count });
  return `${status} ${when} ${pattern}`;
}

const steps: readonly Step[] = [
  [
    24,
    'write',
    (play, { model, random }) => {
      const story = play.story();
      return named(
        story,
        model.write(story, play.now(), random.chance(0.12) ? 'pending' : 'shown'),
      );
    },
  ],
  [
    0.5,
    'burst',
    (play, { model, random }) => {
      const story = play.story();
      const count = random.whole(11, 40);
      for (let more = 0; more < count; more += 1) model.write(story, play.now(), 'shown');
      return `${story.number}, ${count} comments`;
    },
  ],
  [
    12,
    'edit',
    (play, { model }) => {
      const story = play.story();
      const comment = play.comment(story, 'shown');
      if (comment) model.edit(comment);
      return named(story, comment);
    },
  ],
  [
    8,
    'withdraw',
    (play) => {
      const story = play.story();
      return named(story, play.withdraw(story));
    },
  ],
  [
    5,
    'restore',
    (play) => {
      const story = play.story();
      const comment = play.comment(story, 'withdrawn');
      if (!comment || !play.hasParent(story, comment)) return null;
      Model.show(story, comment, play.now());
      return named(story, comment);
    },
  ],
  [
    6,
    'approve',
    (play) => {
      const story = play.story();
      const comment = play.comment(story, 'pending');
      if (!comment || !play.hasParent(story, comment)) return null;
      Model.show(story, comment, play.now());
      return named(story, comment);
    },
  ],
  [
    16,
    'minutes',
    async (_, { newsroom, random }) => {
      const minutes = random.whole(1, 8);
      await newsroom.later(minutes * minuteMs);
      return String(minutes);
    },
  ],
  [
    1,
    'hours',
    async (_, { newsroom, random }) => {
      const hours = random.whole(1, 3);
      for (let turn = 0; turn < 3; turn += 1) await newsroom.later((hours * hourMs) / 3);
      return String(hours);
    },
  ],
  [
    4,
    'sick',
    (_, { site, random }) => {
      const system = random.pick<System>(systems) ?? 'isso';
      site.health[system] = random.pick(sicknesses) ?? 500;
      return `${system} ${site.health[system]}`;
    },
  ],
  [
    5,
    'well',
    (_, { site, random }) => {
      const system = random.pick<System>(systems) ?? 'isso';
      site.health[system] = 'well';
      return system;
    },
  ],
  [
    0.7,
    'outage',
    async (_, { site, newsroom }) => {
      site.health.remark42 = 503;
      site.health.isso = 'well';
      for (let turn = 0; turn < 9; turn += 1) await newsroom.later(10 * minuteMs);
      return '';
    },
  ],
  [6, 'discord', (_, stage) => faultyCall(stage)],
  [
    1,
    'limited',
    (_, { newsroom }) => {
      newsroom.discord.faults.rateLimitNext('POST /channels/:id/messages', 0.01);
      return '';
    },
  ],
  [
    0.6,
    'restart',
    async (_, { newsroom }) => {
      await newsroom.restart();
      await reconcileThreads(newsroom.bot.ports, signal);
      return '';
    },
  ],
  [1, 'lock', (play) => play.lock(play.story(), true)],
  [2, 'unlock', (play) => play.lock(play.story(), false)],
  [
    0.5,
    'delete by hand',
    async (play, { newsroom, random }) => {
      const story = play.story();
      const thread = play.threadOf(story);
      if (!thread) return null;
      const shown = readThread(newsroom.discord, thread.id, newsroom.botUserId);
      const paragraph = random.pick(shown.paragraphs);
      if (!paragraph) return null;
      const inIt = shown.paragraphs.filter(({ messageId }) => messageId === paragraph.messageId);
      const writings = new Set(inIt.map(({ writing }) => writing));
      const same = story.comments.filter(({ writing }) => writings.has(writing));
      if (same.length === 0) return null;
      newsroom.discord.actor(newsroom.moderator).deleteMessage(paragraph.messageId);
      await onMessagesDeleted(newsroom.bot.ports, [paragraph.messageId]);
      for (const comment of same) comment.isDeletedByHand = true;
      return named(story, same[0] ?? null);
    },
  ],
  [
    1,
    'clock',
    (_, { skew, random }) => {
      skew.ms = random.chance(0.5) ? 0 : random.whole(-10, 10) * minuteMs + random.below(secondMs);
      return `${skew.ms} ms`;
    },
  ],
];
