import { hourMs, minuteMs, secondMs } from '../../src/core/time/duration.ts';
import type { SeenCall } from '../../src/preview/discord/index.ts';
import { type Spare, spareBot, TrialBot } from './bot.ts';
import { check } from './check.ts';
import { chooseDeath, dies, timeAwayMs } from './death.ts';
import { DiskTrouble } from './disk-trouble.ts';
import { type Figures, Watch } from './figures.ts';
import { People } from './people.ts';
import { Publishing, type Wanted } from './publishing.ts';
import type { ShowProgress } from '../support/progress.ts';
import { Random } from '../support/random.ts';
import type { Fault } from './record.ts';
import { type SelfChecked, selfCheck } from './self-check.ts';
import { readShown } from './shown.ts';
import { entranceOf, isOverBy, type Stage, stageTrial } from './stage.ts';
import { archiveSomeThread, isChanging, loseArchivedPost, makeTrouble } from './trouble.ts';

export interface TrialOptions extends Wanted {
  kills: number;
  /** How often the disk fails: the chance in each minute or so of a life, and between two lives. */
  diskChance: number;
  seed: number;
  /** How long Discord remembers a nonce; 0: not at all. */
  nonceMs: number;
  /** Plants faults at the end and looks whether each is found. */
  selfCheck: boolean;
  /** Is told before each life of the bot. */
  show: ShowProgress;
}

export interface TrialResult {
  figures: Figures;
  faults: Fault[];
  /** Empty unless asked for. */
  selfChecked: SelfChecked[];
}

/** Steps after which a process that did not die is killed. */
const longestLife = 12;
/** Two stories of one second, or two comments, have no order. */
const nextSecondMs = 1100;
/** For which a bot may be idle after a restart before its first change; its clock. */
const standstillMs = 30 * secondMs;

/** Runs a bot that is killed again and again, and then one that is left alone until it is done. */
export async function runTrial({
  kills,
  seed,
  nonceMs,
  selfCheck,
  show,
  ...load
}: TrialOptions): Promise<TrialResult> {
  const stage = await stageTrial(nonceMs);
  const trial = new Trial(stage, new Random(seed), load);
  try {
    for (const what of stage.leftOut) show(0, kills, what);
    return await trial.run(kills, selfCheck, (life) =>
      show(life, kills, `lives of the bot, seed ${seed}`),
    );
  } finally {
    trial.close();
    await stage.close();
  }
}

class Trial {
  private readonly stage: Stage;
  private readonly random: Random;
  private readonly publishing: Publishing;
  private readonly people: People;
  private readonly watch: Watch;
  private readonly disk: DiskTrouble;
  private readonly diskChance: number;
  /** Which part of the lives has begun, from 0 to 1. */
  private share = 0;
  private readonly faults: Fault[] = [];
  private spare: Spare | null = null;
  /** In every other trial: what goes wrong after one would hide what else does. */
  private readonly losesArchivedPosts: boolean;
  /** When Discord last failed on purpose: what then waits has a reason to. */
  private troubledAt = -Infinity;

  constructor(stage: Stage, random: Random, load: Wanted & { diskChance: number }) {
    this.stage = stage;
    this.random = random;
    this.publishing = new Publishing(stage, random, load);
    this.people = new People(stage, this.publishing.record, random);
    this.watch = new Watch(stage);
    this.disk = new DiskTrouble(stage, random, this.watch, () => this.start());
    this.diskChance = load.diskChance;
    this.losesArchivedPosts = random.chance(0.5);
  }

  async run(
    kills: number,
    checksItself: boolean,
    showLife: (life: number) => void,
  ): Promise<TrialResult> {
    const { record } = this.publishing;
    await this.firstLife();
    let last: SeenCall | null = null;
    for (let life = 1; life <= kills; life += 1) {
      showLife(life);
      this.share = life / kills;
      const { starts } = this.disk;
      last = await this.life(last);
      if (this.random.chance(this.diskChance)) await this.disk.between();
      // Another bot may have done what it left.
      if (this.disk.starts > starts) last = null;
      if (life === kills || this.random.chance(0.3)) await this.publishDue(null);
      this.stage.clock.turn(timeAwayMs(this.random));
    }
    this.stage.discord.faults.clear();
    await this.lastLife();
    this.publishing.endDiscussions((at) => isOverBy(this.stage.clock.now(), at));
    const { discord, botUserId, channels, moderatorsChannel } = this.stage;
    const shown = readShown(discord, botUserId, channels, moderatorsChannel);
    const found = [...this.faults, ...this.disk.faults, ...this.watch.refused];
    const faults = [...found, ...check(record, shown)];
    const figures = this.watch.figures(record, this.publishing.comments, kills, faults);
    const selfChecked = checksItself ? await selfCheck(this.stage, record) : [];
    return { figures, faults, selfChecked };
  }

  close(): void {
    this.spare?.kill('SIGKILL');
  }

  private start(): TrialBot {
    const { bot, clock } = this.stage;
    const spare = this.spare ?? spareBot(entranceOf(this.stage));
    // The next one loads while this one lives.
    this.spare = this.share < 1 ? spareBot(entranceOf(this.stage)) : null;
    return new TrialBot({ ...bot, startAt: clock.now() }, spare);
  }

  /** Chooses the moderators' channel and polls once; nothing goes wrong yet. */
  private async firstLife(): Promise<void> {
    const bot = this.start();
    if (!(await bot.ready)) throw new Error(`The bot does not start: ${bot.lastWords ?? ''}`);
    await this.people.chooseModeratorsChannel();
    await this.turn(bot, 2 * minuteMs);
    bot.kill();
    await bot.died;
  }

  /** A life until its death. Returns the call that it died in. */
  private async life(diedIn: SeenCall | null): Promise<SeenCall | null> {
    const { random, stage } = this;
    const before = { changing: this.watch.changing, failed: this.watch.failed };
    const bot = this.start();
    const calm = random.whole(0, 2);
    let death: Promise<SeenCall | null> | null = null;
    const diesNow = () => (death ??= dies(chooseDeath(random), bot, stage));
    if (random.chance(0.1)) void diesNow();
    if (await bot.ready) await this.measureStandstill(bot, diedIn, before);
    for (let step = 0; bot.isAlive && step < longestLife; step += 1) {
      if (step >= calm) void diesNow();
      await this.step(bot);
    }
    bot.kill();
    await bot.died;
    const { lastWords } = bot;
    if (lastWords !== null) {
      const what = `the process: ${lastWords.split('\n')[0]?.slice(0, 300) ?? ''}`;
      this.faults.push({ kind: 'exited', what, where: 'start or life', messageIds: [] });
    }
    return death;
  }

  /** What happens in a minute or so of a life. */
  private async step(bot: TrialBot): Promise<void> {
    const { random, stage } = this;
    for (let count = random.whole(1, 4); count > 0; count -= 1) {
      this.happen();
      await this.turn(bot, nextSecondMs);
    }
    for (let count = random.whole(0, 2); count > 0; count -= 1) {
      this.trouble();
      await this.turn(bot, nextSecondMs);
    }
    if (random.chance(0.5)) await this.publishDue(bot);
    if (random.chance(this.diskChance)) await this.failDisk(bot);
    if (random.chance(0.3)) await this.people.report(bot.died);
    if (random.chance(0.35)) await this.people.rule(bot.died, () => this.turn(bot, secondMs));
    for (let left = random.whole(1, 4); left > 0 && bot.isAlive; left -= 1) {
      await this.turn(bot, random.whole(1, 90) * secondMs);
    }
    if (random.chance(0.1)) {
      const ids = stage.channels.map(({ id }) => id);
      archiveSomeThread(stage.discord, stage.ownerId, ids, random);
    }
  }

  /** What is due by this life; `bot` is `null` while there is none. */
  private async publishDue(bot: TrialBot | null): Promise<void> {
    while (this.publishing.publishDue(this.share)) {
      if (bot) await this.turn(bot, nextSecondMs);
      else this.stage.clock.turn(nextSecondMs);
    }
  }

  /** News come while the disk fails. */
  private async failDisk(bot: TrialBot): Promise<void> {
    this.troubledAt = this.stage.clock.now();
    await this.disk.while(bot, async () => {
      this.happen();
      await this.turn(bot, this.random.whole(60, 120) * secondMs);
    });
  }

  private happen(): void {
    const { publishing, random } = this;
    const kind = random.next();
    if (kind < 0.17) publishing.story();
    else if (kind < 0.6) publishing.comment();
    else if (kind < 0.74) publishing.editComment();
    else if (kind < 0.8) publishing.withdrawComment();
    else if (kind < 0.9) publishing.correct();
    else if (kind < 0.92) publishing.withdrawStory();
    else if (kind < 0.96) publishing.close();
    else publishing.reopen();
  }

  private trouble(): void {
    const { random, stage, publishing } = this;
    this.troubledAt = stage.clock.now();
    if (!this.losesArchivedPosts || !random.chance(0.1)) return makeTrouble(stage.discord, random);
    publishing.story();
    const story = publishing.record.stories.at(-1);
    loseArchivedPost(stage.discord, stage.ownerId, () => {
      if (story && !story.withdrawn && random.chance(0.5)) publishing.correct(story);
    });
  }

  /** Both clocks go on, once the bot is idle: else they would end a lease in the middle of a call. */
  private async turn(bot: TrialBot, ms: number): Promise<boolean> {
    await bot.turn(0);
    this.stage.clock.turn(ms);
    return bot.turn(ms);
  }

  /**
   * A process that was killed before its call had an effect leaves work behind. Its successor should
   * begin with it once it is logged in. `before`: how many calls there were when it was started.
   */
  private async measureStandstill(
    bot: TrialBot,
    diedIn: SeenCall | null,
    before: Pick<Watch, 'changing' | 'failed'>,
  ): Promise<void> {
    const { clock } = this.stage;
    const isTroubled = clock.now() - this.troubledAt < 20 * minuteMs;
    if (!diedIn || diedIn.phase !== 'before' || !isChanging(diedIn) || isTroubled) return;
    // Only the time in which the bot was idle counts: a busy machine is slow.
    let ms = 0;
    while (this.watch.changing === before.changing && bot.isAlive && ms < 10 * minuteMs) {
      await this.turn(bot, secondMs);
      ms += secondMs;
    }
    // A fault that was ordered long ago may have met it.
    if (this.watch.changing === before.changing || this.watch.failed > before.failed) return;
    this.watch.standstill(ms);
    if (ms <= standstillMs) return;
    const what = `nothing for ${Math.round(ms / secondMs)} s after a restart`;
    this.faults.push({ kind: 'standstill', what, where: diedIn.path, messageIds: [] });
  }

  /** Without faults, until no message waits. Deletions and reopenings take a few hourly looks. */
  private async lastLife(): Promise<void> {
    const bot = this.start();
    if (!(await bot.ready)) throw new Error(`The bot does not start: ${bot.lastWords ?? ''}`);
    for (let turn = 0; turn < 6; turn += 1) await this.turn(bot, 5 * minuteMs);
    for (let turn = 0; turn < 10; turn += 1) await this.turn(bot, hourMs / 2);
    const { discord, channels, moderatorsChannel } = this.stage;
    const open = async () => {
      const threads = channels.flatMap(({ id }) => discord.threads(id).map((thread) => thread.id));
      return (
        (await bot.open([...channels.map(({ id }) => id), moderatorsChannel, ...threads])) ?? -1
      );
    };
    let left = await open();
    for (let turn = 0; left > 0 && turn < 12; turn += 1) {
      await this.turn(bot, hourMs);
      left = await open();
    }
    if (left !== 0) {
      const what = left < 0 ? 'the bot died' : `${left} messages still wait`;
      this.faults.push({ kind: 'unsettled', what, where: 'the outbox', messageIds: [] });
    }
    bot.kill();
    await bot.died;
  }
}
