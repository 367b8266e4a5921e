import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { applicationFlags } from '../world/application-flags.ts';
import type { Application, Fields, Guild } from '../world/model.ts';
import type { Change, World } from '../world/world.ts';
import { dispatchFor, shardOf, wholeGuild } from './dispatch.ts';
import type { Recipient } from './dispatch.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { applicationWith, closings, identified } from './identify.ts';
import { intentBits } from './intents.ts';
import { Peer } from './peer.ts';
import type { SessionStarts } from './session-starts.ts';
import { Session } from './session.ts';
import { threadList, visibleChannels } from './thread-lists.ts';

const ops = { heartbeat: 1, identify: 2, presence: 3, voice: 4, resume: 6 };
/** The largest packet that a client may send. */
const mostBytes = 4_096;
/** Longer ones end the connection before they are received. */
const longestFrame = 4 * mostBytes;

export interface GatewayParts {
  world: World;
  /** Where this gateway is found. */
  url: () => string;
  options: GatewayOptions;
  starts: SessionStarts;
  /** Whether shards that identify too fast are turned away. */
  throttled: boolean;
  /** Real milliseconds. */
  elapsed: () => number;
}

/** Discord's gateway, version 10, JSON without compression. */
export class Gateway {
  /** How many events have been dispatched to all sessions. */
  dispatched = 0;
  readonly sessions = new Map<string, Session>();
  private readonly parts: GatewayParts;
  private readonly world: World;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: longestFrame,
  });

  constructor(parts: GatewayParts) {
    this.parts = parts;
    this.world = parts.world;
    this.world.listen((change) => this.dispatch(change));
  }

  private dispatch(change: Change): void {
    for (const session of this.sessions.values()) {
      const data = dispatchFor(this.world, change, session);
      if (!data) continue;
      this.dispatched += 1;
      session.dispatch(change.name, data);
      this.sendThreadLists(change, session);
    }
  }

  /** What came into a bot's sight by a change of rights brings its threads along. */
  private sendThreadLists({ name, guildId }: Change, session: Session): void {
    if (guildId === null || !this.world.guilds.has(guildId)) return;
    if (!/^(CHANNEL_(CREATE|UPDATE|DELETE)|GUILD_CREATE|GUILD_ROLE_|GUILD_MEMBER_UP)/.test(name)) {
      return;
    }
    const self = session.application.botUserId;
    const before = session.visible.get(guildId);
    const now = visibleChannels(this.world, self, guildId);
    session.visible.set(guildId, now);
    const fresh = [...now].filter((id) => before && !before.has(id));
    const list = threadList(this.world, self, guildId, fresh);
    if (fresh.length === 0 || (list['threads'] as unknown[]).length === 0) return;
    if (session.intents & intentBits.Guilds) session.dispatch('THREAD_LIST_SYNC', list);
  }

  private emitSession(session: Session, state: string): void {
    const data = { session: session.id, application: session.application.id, state };
    this.world.emit({ name: 'session', guildId: null, data });
  }

  /** A browser names the page that connects; no bot does. Pages have no business here. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.headers.origin !== undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (peer) => this.greet(peer, request));
  }

  private greet(socket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams;
    socket.on('error', () => socket.terminate());
    if ((query.get('v') ?? '10') !== '10') return socket.close(...closings.invalidVersion);
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
      return socket.close(closings.decode[0], 'This gateway speaks JSON without compression');
    }
    const peer = new Peer(socket, this.parts.options, this.parts.elapsed);
    socket.on('message', (raw) => this.receive(peer, socket, raw));
    socket.on('close', (code) => {
      const { session } = peer;
      if (!session || session.socket !== socket) return;
      session.socket = null;
      if (code === 1000 || code === 1001) this.sessions.delete(session.id);
      this.emitSession(session, 'closed');
    });
    peer.send({ op: 10, d: { heartbeat_interval: this.parts.options.heartbeatMs } });
  }

  private receive(peer: Peer, socket: WebSocket, raw: RawData): void {
    if (!peer.mayGoOn()) return peer.end('rateLimited');
    const bytes = raw as Buffer;
    if (bytes.length > mostBytes) return peer.end('decode');
    let op: unknown;
    let d: Fields;
    try {
      const packet = JSON.parse(bytes.toString()) as { op?: unknown; d?: unknown };
      op = packet.op;
      d = typeof packet.d === 'object' && packet.d !== null ? (packet.d as Fields) : {};
    } catch {
      return peer.end('decode');
    }
    switch (op) {
      case ops.heartbeat:
        return peer.beat();
      case ops.identify:
        return peer.session ? peer.end('alreadyAuthenticated') : this.identify(peer, socket, d);
      case ops.resume:
        return peer.session ? peer.end('alreadyAuthenticated') : this.resume(peer, socket, d);
      case ops.presence:
      case ops.voice:
      case 8:
      case 31:
        return peer.session ? undefined : peer.end('notAuthenticated');
      default:
        return peer.end('unknownOp');
    }
  }

  private identify(peer: Peer, socket: WebSocket, given: Fields): void {
    const who = identified(this.world, given);
    if (typeof who === 'string') return peer.end(who);
    const { application, shard } = who;
    const { starts, options, throttled } = this.parts;
    if (throttled && !starts.isItsTurn(application.id, shard[0])) {
      return peer.send({ op: 9, d: false });
    }
    if (!starts.note(application.id)) return this.resetToken(application);
    if (this.guildsOf(who).length > options.guildsPerShard) return peer.end('shardingRequired');
    this.forgetCut(application, shard);
    const id = Buffer.from(`session:${this.world.nextId()}`).toString('hex');
    peer.session = new Session(id, who, socket);
    this.welcome(peer.session);
  }

  /** Who starts too many sessions in a day loses them all, and the token with them. */
  private resetToken(application: Application): void {
    application.token = `${application.token}.reset`;
    for (const session of this.sessions.values()) {
      if (session.application === application) this.sessions.delete(session.id);
    }
    for (const socket of this.sockets.clients) socket.close(...closings.authenticationFailed);
  }

  /** Ends the cut sessions that a new one of the same shard replaces: nobody will resume them. */
  private forgetCut(application: Application, shard: readonly [number, number]): void {
    for (const session of this.sessions.values()) {
      const same = session.application === application && session.shard.join() === shard.join();
      if (same && !session.socket) this.sessions.delete(session.id);
    }
  }

  private guildsOf({ application, shard }: Recipient): Guild[] {
    return [...this.world.guilds.values()].filter(
      (guild) =>
        guild.members.has(application.botUserId) && shardOf(guild.id, shard[1]) === shard[0],
    );
  }

  /**
   * READY with the guilds unavailable, then each guild whole; of one in an outage, that it is unavailable.
   * @see https://docs.discord.com/developers/events/gateway-events#guild-delete
   */
  private welcome(session: Session): void {
    const { application, shard } = session;
    const { world } = this;
    const guilds = this.guildsOf(session);
    session.dispatch('READY', {
      v: 10,
      user: { ...world.user(application.botUserId), mfa_enabled: true, verified: true },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.parts.url(),
      session_type: 'normal',
      shard,
      application: { id: application.id, flags: applicationFlags(application) },
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
    });
    for (const guild of guilds) {
      session.visible.set(guild.id, visibleChannels(world, application.botUserId, guild.id));
      if (!(session.intents & intentBits.Guilds)) continue;
      if (world.unreachable.has(guild.id)) {
        session.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
      } else session.dispatch('GUILD_CREATE', wholeGuild(world, guild, application));
    }
    this.sessions.set(session.id, session);
    this.emitSession(session, 'ready');
  }

  private resume(peer: Peer, socket: WebSocket, given: Fields): void {
    const application = applicationWith(this.world, given['token']);
    if (!application) return peer.end('authenticationFailed');
    const session = this.sessions.get(String(given['session_id']));
    const sequence = Number(given['seq']);
    if (session?.application !== application) return peer.send({ op: 9, d: false });
    if (!session.hasReached(sequence)) return peer.end('invalidSequence');
    if (!session.canResumeFrom(sequence)) return peer.send({ op: 9, d: false });
    session.socket?.terminate();
    peer.session = session;
    session.resume(socket, sequence);
    this.emitSession(session, 'resumed');
  }

  /** Cuts every connection. `forget` also ends the sessions, so that a RESUME is refused. */
  drop(forget: boolean): void {
    if (forget) this.sessions.clear();
    for (const socket of this.sockets.clients) socket.terminate();
  }

  /** Sends a packet to every client: op 7 to reconnect, op 9 for an invalid session. */
  sendToAll(packet: { op: number; d: unknown }): void {
    for (const socket of this.sockets.clients) socket.send(JSON.stringify(packet));
  }

  /** Closes every connection with one of the gateway's codes. */
  closeAll(code: number, reason: string): void {
    for (const socket of this.sockets.clients) socket.close(code, reason);
  }

  close(): void {
    this.drop(true);
    this.sockets.close();
  }
}
