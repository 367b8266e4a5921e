import type { ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Change, LocalDiscord } from '../discord/index.ts';
import type { DemoControls } from './demo-controls.ts';
import type { Viewer } from './frame.ts';
import { frameOf, messagesFor } from './frame.ts';

const mostStreams = 64;
/** Changes within this time are sent together. */
const batchMs = 25;
/** The paper, the notices and the clock emit no event, so they are read on a timer. */
const pollMs = 1000;
/** A browser with more unread bytes than this is disconnected. */
const mostUnsent = 8 * 1024 * 1024;

const silent = new Set(['call', 'interaction_answered', 'INTERACTION_CREATE']);

interface World {
  discord: LocalDiscord;
  demo: DemoControls | null;
  notices: () => readonly object[];
  now: () => number;
}

/** Sends each open page what changed in it, as server-sent events. */
export class Streams {
  private readonly world: World;
  private readonly open = new Set<Stream>();
  private readonly stopListening: () => void;
  private readonly poll: NodeJS.Timeout;
  private soon: NodeJS.Timeout | null = null;
  /** Who waits until no visitor is a person any more. */
  private waiting: { personId: string; resolve: () => void }[] = [];

  constructor(world: World) {
    this.world = world;
    this.stopListening = world.discord.subscribe(({ name }: Change) => {
      if (!silent.has(name)) this.sendSoon();
    });
    this.poll = setInterval(() => this.sendChanges(), pollMs);
    this.poll.unref();
  }

  /** Answers with a stream of `frame`, `messages`, `notices`, `demo` and `clock` events, until it is closed. */
  add(response: ServerResponse, viewer: Viewer): void {
    if (this.open.size >= mostStreams) {
      response.writeHead(503, { 'Content-Type': 'text/plain' });
      response.end('Too many pages are open.');
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write('retry: 1000\n\n');
    const stream = new Stream(this.world, response, viewer);
    this.open.add(stream);
    response.on('close', () => {
      this.open.delete(stream);
      for (const { personId, resolve } of this.waiting) if (!this.isHere(personId)) resolve();
      this.waiting = this.waiting.filter(({ personId }) => this.isHere(personId));
    });
    stream.sendChanges();
  }

  isHere(personId: string): boolean {
    return [...this.open].some(({ viewer }) => viewer.personId === personId);
  }

  async untilGone(personId: string): Promise<void> {
    if (!this.isHere(personId)) return;
    await new Promise<void>((resolve) => this.waiting.push({ personId, resolve }));
  }

  /** For changes without an event of the local Discord: a dismissed message, the demo's clock. */
  sendSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      this.sendChanges();
    }, batchMs);
  }

  private sendChanges(): void {
    for (const stream of this.open) stream.sendChanges();
  }

  close(): void {
    this.stopListening();
    clearInterval(this.poll);
    if (this.soon) clearTimeout(this.soon);
    for (const stream of this.open) stream.end();
  }
}

class Stream {
  private readonly world: World;
  private readonly response: ServerResponse;
  readonly viewer: Viewer;
  private frame = '';
  private notices = '';
  private demo = '';
  private clockAhead = NaN;
  /** As last sent, by id; `null` before the first time. */
  private messages: Map<string, string> | null = null;
  private outOfSight: boolean | null = null;

  constructor(world: World, response: ServerResponse, viewer: Viewer) {
    this.world = world;
    this.response = response;
    this.viewer = viewer;
  }

  /** Sends what differs from what was sent before. */
  sendChanges(): void {
    if (this.response.writableLength > mostUnsent) return this.end();
    this.sendClock();
    this.sendFrame();
    this.sendMessages();
    this.sendNotices();
    this.sendDemo();
  }

  end(): void {
    this.response.end();
  }

  private send(event: string, json: string): void {
    this.response.write(`event: ${event}\ndata: ${json}\n\n`);
  }

  /** Sends the demo's time when it was moved, not while it only runs on. */
  private sendClock(): void {
    const now = this.world.now();
    const ahead = now - performance.now();
    if (Math.abs(ahead - this.clockAhead) < 250) return;
    this.clockAhead = ahead;
    this.send('clock', JSON.stringify({ now }));
  }

  private sendFrame(): void {
    const frame = JSON.stringify(frameOf(this.world.discord, this.viewer, this.world.now()));
    if (frame === this.frame) return;
    this.frame = frame;
    this.send('frame', frame);
  }

  private sendMessages(): void {
    const seen = messagesFor(this.world.discord, this.viewer, this.world.now());
    const { channelId } = this.viewer;
    if (!seen) {
      if (this.outOfSight !== true)
        this.send('messages', JSON.stringify({ channelId, hidden: true }));
      this.outOfSight = true;
      this.messages = null;
      return;
    }
    this.outOfSight = false;
    const before = this.messages;
    const after = new Map(seen.messages.map((message) => [message.id, JSON.stringify(message)]));
    const changed = seen.messages.filter(({ id }) => before?.get(id) !== after.get(id));
    const removed = [...(before?.keys() ?? [])].filter((id) => !after.has(id));
    this.messages = after;
    if (before && changed.length === 0 && removed.length === 0) return;
    const { earlier } = seen;
    const whole = before === null;
    this.send('messages', JSON.stringify({ channelId, whole, earlier, changed, removed }));
  }

  private sendNotices(): void {
    const notices = JSON.stringify(this.world.notices());
    if (notices === this.notices) return;
    this.notices = notices;
    this.send('notices', notices);
  }

  private sendDemo(): void {
    const status = this.world.demo?.status();
    if (!status) return;
    const stories = JSON.stringify({ stories: status.stories });
    if (stories === this.demo) return;
    this.demo = stories;
    this.send('demo', stories);
  }
}
