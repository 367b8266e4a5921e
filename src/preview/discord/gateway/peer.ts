import type { WebSocket } from 'ws';
import type { Closing } from './identify.ts';
import { closings } from './identify.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Session } from './session.ts';

const minuteMs = 60_000;

/** A client's connection: its heartbeat, its share of packets, and the session it speaks for. */
export class Peer {
  session: Session | null = null;
  private readonly socket: WebSocket;
  private readonly options: GatewayOptions;
  private readonly elapsed: () => number;
  private readonly heartbeatTimer: NodeJS.Timeout;
  private minute = { startMs: -Infinity, packets: 0 };

  constructor(socket: WebSocket, options: GatewayOptions, elapsed: () => number) {
    this.socket = socket;
    this.options = options;
    this.elapsed = elapsed;
    this.heartbeatTimer = setTimeout(() => this.end('timedOut'), options.heartbeatMs * 2);
    this.heartbeatTimer.unref();
    socket.on('close', () => clearTimeout(this.heartbeatTimer));
  }

  send(packet: { op: number; d?: unknown }): void {
    this.socket.send(JSON.stringify({ s: null, t: null, ...packet }));
  }

  end(closing: Closing): void {
    const [code, reason] = closings[closing];
    this.socket.close(code, reason);
  }

  /** A heartbeat came: the client is alive for two more of them. */
  beat(): void {
    this.heartbeatTimer.refresh();
    this.send({ op: 11 });
  }

  /** Counts a packet. False when it is one too many in its minute. */
  mayGoOn(): boolean {
    const at = this.elapsed();
    if (at - this.minute.startMs >= minuteMs) this.minute = { startMs: at, packets: 0 };
    this.minute.packets += 1;
    return this.minute.packets <= this.options.packetsPerMinute;
  }
}
