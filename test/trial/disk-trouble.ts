import type { TrialBot } from './bot.ts';
import { refuseWrites } from './disk.ts';
import type { Watch } from './figures.ts';
import type { Random } from '../support/random.ts';
import type { Fault } from './record.ts';
import type { Stage } from './stage.ts';
import { isChanging } from './trouble.ts';

/** What the bot is to say, in its log or when it does not start. */
const sentences = {
  full: /the disk is full/,
  refused: /the disk failed while/,
  'read-only': /the disk is read-only/,
};
type Kind = keyof typeof sentences;

/** Makes the bot's disk full, read-only, or refuse what is written, and looks what the bot does. */
export class DiskTrouble {
  private readonly stage: Stage;
  private readonly random: Random;
  private readonly watch: Watch;
  private readonly start: () => TrialBot;
  readonly faults: Fault[] = [];
  /** How many bots it has started. */
  starts = 0;

  /** @param start starts a bot on the disk as it is */
  constructor(stage: Stage, random: Random, watch: Watch, start: () => TrialBot) {
    this.stage = stage;
    this.random = random;
    this.watch = watch;
    this.start = start;
  }

  /**
   * The disk fails while the bot is at work. Then it is well again, or the bot is killed first and does
   * not start until it is. `goOn` lets news come and time pass.
   */
  async while(bot: TrialBot, goOn: () => Promise<void>): Promise<void> {
    const { disk, refusesWrites } = this.stage;
    const kinds = [disk && 'full', refusesWrites && 'refused'] as const;
    const kind = this.random.pick(kinds.filter((one) => one));
    if (!kind) return;
    await this.failing(kind, bot, async () => {
      await goOn();
      const before = this.watch.changing;
      await goOn();
      // What it has begun before may have ended since.
      const changes = this.watch.changing - before;
      if (kind === 'refused' && changes > 0) this.fault(`${changes} changes that it cannot store`);
      if (bot.isAlive && !bot.isKilled) this.hear(bot, kind);
      if (kind === 'full' && this.random.chance(0.4)) {
        bot.kill();
        await bot.died;
        await this.startOn('full');
      }
    });
    await goOn();
  }

  /** The bot, which is dead, is started on a disk that is full or read-only, and then that is mended. */
  async between(): Promise<void> {
    if (!this.stage.disk) return;
    const kind = this.random.pick(['full', 'read-only'] as const) ?? 'full';
    await this.failing(kind, null, () => this.startOn(kind));
  }

  private async failing(
    kind: Kind,
    bot: TrialBot | null,
    work: () => Promise<void>,
  ): Promise<void> {
    const { disk } = this.stage;
    const refuse = async (isRefused: boolean) => {
      if (!bot) return;
      await refuseWrites(bot.pid, isRefused).catch((error: unknown) => {
        if (bot.isAlive) throw error;
      });
    };
    if (kind === 'refused') await refuse(true);
    else await (kind === 'full' ? disk?.fill() : disk?.makeReadOnly());
    this.watch.diskTroubles[kind] += 1;
    try {
      await work();
    } finally {
      if (kind === 'refused') await refuse(false);
      else await disk?.heal();
    }
  }

  private async startOn(kind: Kind): Promise<void> {
    const { discord, bot: options } = this.stage;
    // What the killed one has sent arrives before this call does.
    const headers = { authorization: `Bot ${options.token}` };
    await (await fetch(`${discord.url}/v10/users/@me`, { headers })).text();
    const changes: string[] = [];
    const stop = discord.faults.onCall((call) => {
      if (call.phase === 'after' && isChanging(call)) changes.push(`${call.method} ${call.path}`);
    });
    this.starts += 1;
    const bot = this.start();
    if (await bot.ready) {
      stop();
      // On a full disk SQLite may find room in files that it has.
      if (kind !== 'full') this.fault(`it starts on a disk that is ${kind}`);
      bot.kill();
      await bot.died;
      return;
    }
    await bot.died;
    stop();
    this.hear(bot, kind);
    if (changes.length > 0) this.fault(`its disk is ${kind}, and it calls ${changes.join(', ')}`);
  }

  /** It says what is wrong. On a full disk SQLite may find room in files that it has, so nothing is. */
  private hear(bot: TrialBot, kind: Kind): void {
    const said = bot.hasSaid(sentences[kind]);
    if (said) this.watch.diskSentences += 1;
    else if (kind !== 'full' || bot.lastWords !== null) {
      this.fault(`its disk is ${kind}, and it says: ${bot.lastLines || 'nothing'}`);
    }
  }

  private fault(what: string): void {
    this.faults.push({ kind: 'disk', what, where: 'the bot’s disk', messageIds: [] });
  }
}
