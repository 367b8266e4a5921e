import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { BotAnswer, type BotQuestion } from '../support/bot-messages.ts';
import type { CrashedBot } from '../support/crashed-bot.ts';

/** Beside this file's compiled form: a trial runs compiled. */
const script = fileURLToPath(new URL('../support/bot-process.js', import.meta.url));
const mostErrorText = 2000;

/** A bot in a process of its own. */
export class TrialBot {
  private readonly child: ChildProcess;
  private readonly answers = new Map<BotAnswer['answer'], (answer: BotAnswer) => void>();
  private isKilled = false;
  private errorText = '';
  /** Resolves when the process has ended. */
  readonly died: Promise<void>;
  /** Whether it is logged in; `false` when it died before. */
  readonly ready: Promise<boolean>;

  constructor(options: CrashedBot) {
    this.child = spawn(process.execPath, [script, JSON.stringify(options)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.errorText = (this.errorText + chunk.toString()).slice(-mostErrorText);
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
    return this.isKilled || this.isAlive ? null : this.errorText || '(nothing)';
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
