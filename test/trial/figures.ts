import type { SeenCall } from '../../src/preview/discord/index.ts';
import type { Fault, TrialRecord } from './record.ts';
import type { Stage } from './stage.ts';
import { isChanging } from './trouble.ts';

/** The table's line. */
export interface Figures {
  kills: number;
  /** Calls that Discord failed on purpose, sockets that it dropped not counted. */
  faults: number;
  /** Disks that were full, that refused what was written, and that were read-only. */
  disks: string;
  changing: number;
  stories: number;
  comments: number;
  rulings: number;
  doubled: number;
  lost: number;
  swapped: number;
  stale: number;
  /** All other kinds. */
  other: number;
  /** Seconds of the bot's clock. */
  standstill: number;
}

/** Refusals by which the bot learns something that it could not know. */
const expectedCodes = new Set([
  // Unknown channel, message and interaction; missing access.
  10003, 10008, 10062, 50001,
  // An archived thread, a thread that exists already, as many open threads as a server may have.
  50083, 160004, 160006,
]);

/** Counts the calls of a trial while they pass. */
export class Watch {
  private readonly stage: Stage;
  readonly refused: Fault[] = [];
  changing = 0;
  readonly diskTroubles = { full: 0, refused: 0, 'read-only': 0 };
  /** How often the bot said what is wrong with its disk. */
  diskSentences = 0;
  private longestMs = 0;

  constructor(stage: Stage) {
    this.stage = stage;
    stage.discord.faults.onCall((call) => this.see(call));
  }

  /** How many calls Discord failed on purpose. */
  get failed(): number {
    const { log } = this.stage.discord.calls;
    return log.filter(({ status }) => status === 0 || status >= 500).length;
  }

  standstill(ms: number): void {
    this.longestMs = Math.max(this.longestMs, ms);
  }

  figures(record: TrialRecord, comments: number, kills: number, faults: Fault[]): Figures {
    const count = (kind: Fault['kind']) => faults.filter((fault) => fault.kind === kind).length;
    const [doubled, lost, swapped, stale] = [
      count('doubled'),
      count('lost'),
      count('swapped'),
      count('stale'),
    ];
    return {
      kills,
      faults: this.failed,
      disks: Object.values(this.diskTroubles).join('+'),
      changing: this.changing,
      stories: record.stories.length,
      comments,
      rulings: record.rulings,
      doubled,
      lost,
      swapped,
      stale,
      other: faults.length - doubled - lost - swapped - stale - count('overtaken'),
      standstill: Math.round(this.longestMs / 1000),
    };
  }

  private see(call: SeenCall): void {
    if (call.phase !== 'after' || call.status === null) return;
    if (call.status < 400) {
      if (!isChanging(call)) return;
      this.changing += 1;
      return;
    }
    const { code = 0, message = '' } = (call.answer ?? {}) as { code?: number; message?: string };
    if (expectedCodes.has(code)) return;
    const what = `${call.method} ${call.route} with ${call.status}, code ${code}: ${message}`;
    this.refused.push({ kind: 'refused', what, where: call.path, messageIds: [] });
  }
}
