import type { WebSocket } from 'ws';
import type { Application, Id } from '../world/model.ts';
import type { Recipient } from './dispatch.ts';

/** How many events a session stores for a RESUME. */
const mostResumable = 5_000;

/** A bot's session: outlives its socket, so that a RESUME gets what was missed. */
export class Session implements Recipient {
  readonly id: Id;
  readonly application: Application;
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | null;
  resumed = 0;
  /** The channels in sight, by guild. */
  readonly visible = new Map<Id, ReadonlySet<Id>>();
  private sequence = 0;
  private readonly recent: { sequence: number; text: string }[] = [];

  constructor(id: Id, to: Recipient, socket: WebSocket) {
    this.id = id;
    this.application = to.application;
    this.intents = to.intents;
    this.shard = to.shard;
    this.socket = socket;
  }

  dispatch(name: string, data: unknown): void {
    this.sequence += 1;
    const text = JSON.stringify({ op: 0, t: name, s: this.sequence, d: data });
    this.recent.push({ sequence: this.sequence, text });
    if (this.recent.length > mostResumable) this.recent.shift();
    this.socket?.send(text);
  }

  /** Whether an event with this sequence number was ever sent. */
  hasReached(sequence: number): boolean {
    return sequence >= 0 && sequence <= this.sequence;
  }

  /** Whether everything after this sequence number is still there. */
  canResumeFrom(sequence: number): boolean {
    const oldest = this.recent[0]?.sequence ?? this.sequence + 1;
    return sequence >= oldest - 1;
  }

  resume(socket: WebSocket, sequence: number): void {
    this.socket = socket;
    this.resumed += 1;
    for (const event of this.recent) if (event.sequence > sequence) socket.send(event.text);
    this.dispatch('RESUMED', {});
  }
}
