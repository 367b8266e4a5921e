import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { applicationFlags } from '../world/application-flags.ts';
import type { Application, Fields } from '../world/model.ts';
import type { Change, World } from '../world/world.ts';
import { dispatchFor, shardOf, wholeGuild } from './dispatch.ts';
import { areIntents, privilegedIntents } from './intents.ts';
import { Session } from './session.ts';

const heartbeatMs = 41_250;
const ops = { dispatch: 0, heartbeat: 1, identify: 2, presence: 3, voice: 4, resume: 6 };
const closeCodes = {
  unknownOp: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
};

interface Identify {
  token?: unknown;
  intents?: unknown;
  shard?: unknown;
}

function shardIn(given: unknown): readonly [number, number] | null {
  if (given === undefined) return [0, 1];
  if (!Array.isArray(given) || given.length !== 2) return null;
  const [id, count] = given as unknown[];
  const whole = Number.isInteger(id) && Number.isInteger(count);
  if (!whole || (id as number) < 0 || (id as number) >= (count as number)) return null;
  return [id as number, count as number];
}

/** Discord's gateway, version 10, JSON without compression. */
export class Gateway {
  /** How many events have been dispatched to all sessions. */
  dispatched = 0;
  readonly sessions = new Map<string, Session>();
  private readonly world: World;
  private readonly url: () => string;
  private readonly sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  constructor(world: World, url: () => string) {
    this.world = world;
    this.url = url;
    world.listen((change) => this.tell(change));
  }

  private tell(change: Change): void {
    for (const session of this.sessions.values()) {
      const data = dispatchFor(this.world, change, session);
      if (!data) continue;
      this.dispatched += 1;
      session.dispatch(change.name, data);
    }
  }

  private tellSession(session: Session, state: string): void {
    const data = { session: session.id, application: session.application.id, state };
    this.world.tell({ name: 'session', guildId: null, data });
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.sockets.handleUpgrade(request, socket, head, (peer) => this.greet(peer, request));
  }

  private greet(peer: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams;
    peer.on('error', () => peer.terminate());
    if ((query.get('v') ?? '10') !== '10') return peer.close(closeCodes.invalidVersion);
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
      return peer.close(closeCodes.decode, 'This gateway speaks JSON without compression');
    }
    let session: Session | null = null;
    peer.on('message', (raw) => {
      session = this.hear(peer, session, raw);
    });
    peer.on('close', (code) => {
      if (!session || session.socket !== peer) return;
      session.socket = null;
      if (code === 1000 || code === 1001) this.sessions.delete(session.id);
      this.tellSession(session, 'closed');
    });
    peer.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeatMs }, s: null, t: null }));
  }

  private hear(peer: WebSocket, session: Session | null, raw: RawData): Session | null {
    let op: unknown;
    let d: Fields;
    try {
      const packet = JSON.parse((raw as Buffer).toString()) as { op?: unknown; d?: unknown };
      op = packet.op;
      d = typeof packet.d === 'object' && packet.d !== null ? (packet.d as Fields) : {};
    } catch {
      peer.close(closeCodes.decode, 'Error while decoding payload.');
      return session;
    }
    switch (op) {
      case ops.heartbeat:
        peer.send(JSON.stringify({ op: 11 }));
        return session;
      case ops.identify:
        if (!session) return this.identify(peer, d);
        peer.close(closeCodes.alreadyAuthenticated, 'Already authenticated.');
        return session;
      case ops.resume:
        if (!session) return this.resume(peer, d);
        peer.close(closeCodes.alreadyAuthenticated, 'Already authenticated.');
        return session;
      case ops.presence:
      case ops.voice:
      case 8:
      case 31:
        if (!session) peer.close(closeCodes.notAuthenticated, 'Not authenticated.');
        return session;
      default:
        peer.close(closeCodes.unknownOp, 'Unknown opcode.');
        return session;
    }
  }

  private applicationOf(token: unknown): Application | null {
    for (const application of this.world.applications.values()) {
      if (application.token === token) return application;
    }
    return null;
  }

  private identify(peer: WebSocket, given: Identify): Session | null {
    const application = this.applicationOf(given.token);
    if (!application) {
      peer.close(closeCodes.authenticationFailed, 'Authentication failed.');
      return null;
    }
    if (!areIntents(given.intents)) {
      peer.close(closeCodes.invalidIntents, 'Invalid intent(s).');
      return null;
    }
    if (given.intents & privilegedIntents & ~application.privilegedIntents) {
      peer.close(closeCodes.disallowedIntents, 'Disallowed intent(s).');
      return null;
    }
    const shard = shardIn(given.shard);
    if (!shard) {
      peer.close(closeCodes.invalidShard, 'Invalid shard.');
      return null;
    }
    this.forgetCut(application, shard);
    const id = Buffer.from(`session:${this.world.nextId()}`).toString('hex');
    const session = new Session(id, { application, intents: given.intents, shard }, peer);
    this.welcome(session);
    return session;
  }

  /** Ends the cut sessions that a new one of the same shard replaces: nobody will resume them. */
  private forgetCut(application: Application, shard: readonly [number, number]): void {
    for (const session of this.sessions.values()) {
      const same = session.application === application && session.shard.join() === shard.join();
      if (same && !session.socket) this.sessions.delete(session.id);
    }
  }

  /** READY with the guilds unavailable, then each guild whole. */
  private welcome(session: Session): void {
    const { application, shard } = session;
    const { world } = this;
    const guilds = [...world.guilds.values()].filter(
      (guild) =>
        guild.members.has(application.botUserId) && shardOf(guild.id, shard[1]) === shard[0],
    );
    session.dispatch('READY', {
      v: 10,
      user: { ...world.user(application.botUserId), mfa_enabled: true, verified: true },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url(),
      session_type: 'normal',
      shard,
      application: { id: application.id, flags: applicationFlags(application) },
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
    });
    if (session.intents & 1) {
      for (const guild of guilds) {
        session.dispatch('GUILD_CREATE', wholeGuild(world, guild, application));
      }
    }
    this.sessions.set(session.id, session);
    this.tellSession(session, 'ready');
  }

  private resume(peer: WebSocket, given: Fields): Session | null {
    const application = this.applicationOf(given['token']);
    if (!application) {
      peer.close(closeCodes.authenticationFailed, 'Authentication failed.');
      return null;
    }
    const session = this.sessions.get(String(given['session_id']));
    const sequence = Number(given['seq']);
    if (session?.application !== application || !session.canResumeFrom(sequence)) {
      peer.send(JSON.stringify({ op: 9, d: false }));
      return null;
    }
    session.socket?.terminate();
    session.resume(peer, sequence);
    this.tellSession(session, 'resumed');
    return session;
  }

  /** Cuts every connection. `forget` also ends the sessions, so that a RESUME is refused. */
  drop(forget: boolean): void {
    if (forget) this.sessions.clear();
    for (const peer of this.sockets.clients) peer.terminate();
  }

  /** Asks every client to reconnect and resume (op 7), as Discord does some times a day. */
  askToReconnect(): void {
    for (const peer of this.sockets.clients) peer.send(JSON.stringify({ op: 7, d: null }));
  }

  close(): void {
    this.drop(true);
    this.sockets.close();
  }
}
