import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { BotAnswer, type BotQuestion } from '../support/bot-messages.ts';
import { compiled } from '../support/compiled.ts';
import type { CrashedBot } from '../support/crashed-bot.ts';
import type { Entrance } from './disk.ts';

const script = compiled(new URL('../support/bot-process.ts', import.meta.url));
/** What is kept of what it writes, and what is shown of it. */
const mostSaid = 500_000;
const mostErrorText = 2000;

/** A process that has loaded its modules and waits for its options. */
export type Spare = ChildProcess;

/** @param entrance how it gets to its disk */
export function spareBot(entrance: Entrance): Spare {
  const line = [...entrance, process.execPath, script];
  return spawn(line[0] ?? '', line.slice(1), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}

/** A bot in a process of its own. */
export class TrialBot {
  private readonly child: ChildProcess;
  private readonly answers = new Map<BotAnswer['answer'], (answer: BotAnswer) => void>();
  /** Whether it was told to end; it may be alive still for a moment. */
  isKilled = false;
  private said = '';
  /** Resolves when the process has ended. */
  readonly died: Promise<void>;
  /** Whether it is logged in; `false` when it died before. */
  readonly ready: Promise<boolean>;

  constructor(options: CrashedBot, spare: Spare) {
    this.child = spare;
    spare.send(JSON.stringify(options), () => {});
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.said = (this.said + chunk.toString()).slice(-mostSaid);
    });
    // A message to a process that was just killed.
    this.child.on('error', () => {});
    this.child.on('message', (message) => {
      const answer = BotAnswer.parse(message);
      this.answers.get(answer.answer)?.(answer);
    });
    this.died = once(this.child, 'exit').then(() => {});
    this.ready = this.answered('ready').then((answer) => answer !== null);
  }

  /** What it wrote when it ended without having been killed, else `null`. */
  get lastWords(): string | null {
    if (this.isKilled || this.isAlive) return null;
    return this.lastLines || '(nothing)';
  }

  /** The end of what it wrote. */
  get lastLines(): string {
    return this.said.slice(-mostErrorText);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Whether its log, or its last words, have this. */
  hasSaid(pattern: RegExp): boolean {
    return pattern.test(this.said);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Turns its clock and waits until all that is due is done; `false` when it died. */
  async turn(ms: number): Promise<boolean> {
    return (await this.asked({ ask: 'turn', ms })) !== null;
  }

  /** How many messages these channels still wait for; `null` when it died. */
  async open(channelIds: string[]): Promise<number | null> {
    const answer = await this.asked({ ask: 'open', channelIds });
    return answer?.answer === 'open' ? answer.open : null;
  }

  kill(): void {
    if (!this.isAlive) return;
    this.isKilled = true;
    this.child.kill('SIGKILL');
  }

  private async asked(question: BotQuestion): Promise<BotAnswer | null> {
    if (!this.isAlive || !this.child.connected) return null;
    const answer = this.answered(question.ask);
    this.child.send(question, () => {});
    return answer;
  }

  private async answered(kind: BotAnswer['answer']): Promise<BotAnswer | null> {
    const answer = new Promise<BotAnswer>((resolve) => this.answers.set(kind, resolve));
    return Promise.race([answer, this.died.then(() => null)]);
  }
}
