import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import {
  onThreadChanged,
  reconcileThreads,
} from '../../src/newsroom/discussions/discord-events.ts';
import type { Newsroom } from '../support/newsroom.ts';
import type { Random } from '../support/random.ts';
import { differences } from './differences.ts';
import type { Model, ModelComment, ModelStory } from './model.ts';
import { type ModelSite, systems } from './site.ts';
import { readThread, type ShownThread } from './thread.ts';

const { signal } = new AbortController();

/** More vanishing at once would be held as a mass disappearance. */
const mostWithdrawals = 3;

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

export type Step = readonly [
  weight: number,
  name: string,
  /** What happened to what; `null` when there was nothing to do. */
  run: (play: Play, stage: Stage) => Promise<string | null> | string | null,
];

export const named = (story: ModelStory, comment: ModelComment | null) =>
  comment && `${story.number}/${comment.number}`;

/** Plays the model, the site, Discord and its people, one step at a time. */
export class Play {
  /** What happened last, for the report. */
  readonly log: string[] = [];
  /** Comments are posted under the names of their authors. */
  personas = false;
  private hadPersonas = false;
  private readonly stage: Stage;
  private readonly steps: readonly Step[];
  private comparedAt = 0;
  /** Withdrawals that the bot may not have seen yet, by story. */
  private readonly unseen = new Map<ModelStory, number>();
  /** Ends the bot at a call that comes; `null` when none is to end it. */
  private death: { isReached: boolean } | null = null;

  constructor(stage: Stage, steps: readonly Step[]) {
    this.stage = stage;
    this.steps = steps;
  }

  async step(): Promise<void> {
    const { random } = this.stage;
    const weight = this.steps.reduce((sum, [own]) => sum + own, 0);
    let left = random.next() * weight;
    for (const [own, name, run] of this.steps) {
      left -= own;
      if (left >= 0) continue;
      const what = await this.survive(async () => run(this, this.stage));
      if (what !== null) this.log.push(`${name} ${what}`.trim());
      this.markLate();
      this.markNamed();
      return;
    }
  }

  /** When the bot died in the middle of this, it is started again. */
  private async survive(work: () => Promise<string | null>): Promise<string | null> {
    try {
      const what = await work();
      if (!this.death?.isReached) return what;
    } catch (error) {
      if (!this.death?.isReached) throw error;
    }
    this.death = null;
    await this.restart();
    return 'died';
  }

  /** The bot's process ends at its next call of this kind, before or after that had an effect. */
  dieAt(pattern: string, when: 'before' | 'after'): boolean {
    if (this.death) return false;
    const { newsroom } = this.stage;
    const { faults } = newsroom.discord;
    const death = { isReached: false };
    this.death = death;
    const hold = faults.holdNext(pattern, when);
    void hold.reached.then(async () => {
      if (this.death === death) {
        faults.failNext(pattern, { status: 'drop', when });
        death.isReached = true;
        await newsroom.kill();
      }
      hold.release();
    });
    return true;
  }

  async restart(): Promise<void> {
    const { newsroom } = this.stage;
    await newsroom.restart();
    await reconcileThreads(newsroom.bot.ports, null, signal);
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

  /** What comes now, or again, has its author's name above it. */
  private markNamed(): void {
    this.hadPersonas ||= this.personas;
    if (!this.personas) return;
    for (const { comments } of this.stage.model.stories) {
      for (const comment of comments) {
        const { wasMirrored, wasOut, mayBeLate } = comment;
        comment.mayBeNamed ||= !wasMirrored || wasOut || mayBeLate;
      }
    }
  }

  /** Webhooks cannot edit in a locked thread, so their messages are replaced, at its end. */
  markLocked({ comments }: ModelStory): void {
    if (!this.hadPersonas) return;
    for (const comment of comments) comment.mayBeLate = true;
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

  /** A comment of a story that passes the test. */
  comment(story: ModelStory, test: (comment: ModelComment) => boolean): ModelComment | null {
    return this.stage.random.pick(story.comments.filter(test));
  }

  withdraw(story: ModelStory): ModelComment | null {
    const seen = this.unseen.get(story) ?? 0;
    const comment =
      seen < mostWithdrawals ? this.comment(story, ({ state }) => state === 'shown') : null;
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

  /** `null` without a thread. */
  read(story: ModelStory): ShownThread | null {
    const thread = this.threadOf(story);
    const { discord, botUserId } = this.stage.newsroom;
    return thread ? readThread(discord, thread.id, botUserId) : null;
  }

  async lock(story: ModelStory, locked: boolean): Promise<string | null> {
    const { newsroom } = this.stage;
    const thread = this.threadOf(story);
    if (!thread || thread.thread_metadata.locked === locked) return null;
    story.isLockedByHand = true;
    this.markLocked(story);
    const person = newsroom.discord.actor(newsroom.moderator);
    if (locked) person.lockThread(thread.id);
    else person.unlockThread(thread.id);
    await onThreadChanged(newsroom.bot.ports, thread.id, { locked }, signal);
    return String(story.number);
  }

  /** Everything works again, and time passes until all has been seen. Returns what is wrong with locks. */
  private async heal(): Promise<string[]> {
    const { newsroom, site, model, skew } = this.stage;
    this.death = null;
    for (const system of systems) site.health[system] = 'well';
    newsroom.discord.faults.clear();
    skew.ms = 0;
    await newsroom.later(10 * minuteMs);
    const closed = model.stories.filter((story) => story.isClosed && !story.isLockedByHand);
    const found = closed.length > 0 ? await this.reopen(closed) : [];
    for (const story of model.stories) {
      story.isClosed = false;
      await this.lock(story, false);
    }
    for (let turn = 0; turn < 8; turn += 1) await newsroom.later(turn < 4 ? 2 * minuteMs : hourMs);
    this.unseen.clear();
    return found;
  }

  /** Their publisher opens these discussions again, which must have been closed. */
  private async reopen(stories: readonly ModelStory[]): Promise<string[]> {
    const { newsroom } = this.stage;
    const isLocked = (story: ModelStory) => this.threadOf(story)?.thread_metadata.locked ?? null;
    for (let turn = 0; turn < 4; turn += 1) await newsroom.later(hourMs);
    const open = stories.filter((story) => isLocked(story) === false);
    for (const story of stories) story.isClosed = false;
    for (let turn = 0; turn < 4; turn += 1) await newsroom.later(hourMs);
    const closed = stories.filter((story) => isLocked(story) === true);
    return [
      ...open.map(({ number }) => `story ${number}: open, and its publisher closed it`),
      ...closed.map(({ number }) => `story ${number}: closed, and its publisher opened it again`),
    ];
  }

  /** How the threads differ from the model, when everything works. */
  async differences(): Promise<string[]> {
    const locks = await this.heal();
    const { model } = this.stage;
    const found = model.stories.flatMap((story) => {
      const thread = this.read(story);
      if (thread) return differences(model, story, thread);
      const isEmpty = story.comments.every((comment) => !model.isVisible(comment));
      return isEmpty ? [] : [`story ${story.number}: no thread`];
    });
    for (const { comments } of model.stories) {
      for (const comment of comments) comment.wasMirrored ||= model.isVisible(comment);
    }
    this.comparedAt = this.now();
    return [...locks, ...found];
  }
}
