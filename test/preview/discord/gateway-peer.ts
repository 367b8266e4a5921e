import { WebSocket } from 'ws';
import type { Stage } from './stage.ts';

interface Packet {
  op: number;
  t: string | null;
  d: Record<string, unknown>;
}

/** A bare gateway client: what it receives, and the code of its close. */
export function listenTo(
  here: Stage,
  query = '?v=10&encoding=json',
  headers: Record<string, string> = {},
) {
  const url = `${here.discord.url.replace('http', 'ws').replace('/api', '/gateway')}${query}`;
  const socket = new WebSocket(url, { headers });
  const received: Packet[] = [];
  const waiting: { wanted: (packet: Packet) => boolean; found: (packet: Packet) => void }[] = [];
  socket.on('message', (raw: Buffer) => {
    const packet = JSON.parse(raw.toString()) as Packet;
    received.push(packet);
    for (const one of waiting) if (one.wanted(packet)) one.found(packet);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
    socket.on('error', () => {});
  });
  const next = async (wanted: (packet: Packet) => boolean): Promise<Packet> => {
    const before = received.find(wanted);
    return before ?? new Promise((found) => waiting.push({ wanted, found }));
  };
  const send = async (op: number, d: unknown) => {
    await next((packet) => packet.op === 10);
    socket.send(JSON.stringify({ op, d }));
  };
  return { socket, received, closed, next, send };
}

export function identifyOf(here: Stage, intents: number, more: object = {}): object {
  return { token: here.bot.token, intents, properties: {}, ...more };
}
