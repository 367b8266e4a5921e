import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalDiscord } from '../discord/index.ts';
import { Actions } from './actions.ts';
import { performDemo } from './demo-actions.ts';
import type { DemoControls } from './demo-controls.ts';
import type { Viewer } from './frame.ts';
import { safetyHeaders, turnedAway } from './request-guard.ts';
import { jsonBody } from './json-body.ts';
import { refusalWords } from './refusal-words.ts';
import type { StaticFile } from './static-files.ts';
import { staticFiles } from './static-files.ts';
import { Streams } from './streams.ts';

export interface Person {
  id: string;
  name: string;
  role: 'reader' | 'moderator';
}

/** What every visitor should know, whoever they are. */
export interface Notice {
  text: string;
  /** Epoch milliseconds of the next try, `null` for what is under way or not tried again. */
  againAt: number | null;
}

export interface PageOptions {
  discord: LocalDiscord;
  /** 0 = any free one. */
  port: number;
  /** Between whom the visitor switches; at least one. */
  people: Person[];
  /** What the page opens first. */
  home: { guildId: string; channelId: string };
  /** `null` hides the demo's controls. */
  demo: DemoControls | null;
  /** What the page shows above the messages. It is asked every second. */
  notices: () => readonly Notice[];
  now: () => number;
}

/** Which of the page's people visitors are just now. */
export interface Visitors {
  isHere(personId: string): boolean;
  /** Resolves when no visitor is this person, at once if none is. */
  untilGone(personId: string): Promise<void>;
}

export interface Page {
  readonly url: string;
  readonly visitors: Visitors;
  /** Ends at once, cutting off open streams. */
  close(): Promise<void>;
}

const usualMessages = 60;
const mostMessages = 1000;

export class PortTaken extends Error {
  constructor(port: number, cause: unknown) {
    super(`The preview's page cannot open port ${port}: the port is taken; give another one.`, {
      cause,
    });
    this.name = 'PortTaken';
  }
}

/** Opens the page on 127.0.0.1. @throws PortTaken; also when the browser's files are missing */
export async function startPage(options: PageOptions): Promise<Page> {
  const files = await staticFiles();
  const streams = new Streams(options);
  const actions = new Actions(
    options.discord,
    options.people.map(({ id }) => id),
  );
  let port = options.port;
  const server = createServer((request, response) => {
    answer({ options, files, streams, actions, port }, request, response).catch(
      (error: unknown) => {
        const { status, words } = refusalWords(error);
        sendJson(response, status, { error: words });
      },
    );
  });
  try {
    port = await listening(server, options.port);
  } catch (error) {
    streams.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    visitors: streams,
    async close() {
      streams.close();
      await closed(server);
    },
  };
}

interface PageServer {
  options: PageOptions;
  files: ReadonlyMap<string, StaticFile>;
  streams: Streams;
  actions: Actions;
  port: number;
}

async function answer(
  { options, files, streams, actions, port }: PageServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(safetyHeaders)) response.setHeader(name, value);
  const refused = turnedAway(request, port);
  if (refused) return sendJson(response, refused.status, { error: refused.why });
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const file = files.get(path);
  if (isRead && file) return sendFile(request, response, file);
  switch (`${isRead ? 'GET' : request.method} ${path}`) {
    case 'GET /api/welcome': {
      const { people, home, demo } = options;
      return sendJson(response, 200, { people, home, demo: demo && { reporter: demo.reporter } });
    }
    case 'GET /api/events': {
      const viewer = viewerOf(options, new URLSearchParams(query));
      if (!viewer) return sendJson(response, 400, { error: 'The page does not know this person.' });
      return streams.add(response, viewer);
    }
    case 'POST /api/act': {
      const outcome = await actions.perform(await jsonBody(request));
      streams.sendSoon();
      return sendJson(response, 200, outcome);
    }
    case 'POST /api/demo': {
      const done = await performDemo(options.demo, await jsonBody(request));
      streams.sendSoon();
      return sendJson(response, 200, done);
    }
    default:
      return sendJson(response, 404, { error: 'There is nothing at this address.' });
  }
}

function viewerOf({ people }: PageOptions, query: URLSearchParams): Viewer | null {
  const personId = query.get('as') ?? '';
  if (!people.some(({ id }) => id === personId)) return null;
  const limit = Math.trunc(Number(query.get('limit'))) || usualMessages;
  return {
    personId,
    channelId: query.get('channel') ?? '',
    limit: Math.min(Math.max(limit, 1), mostMessages),
  };
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function sendJson(response: ServerResponse, status: number, words: object): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(words));
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') return reject(new PortTaken(port, cause));
      const words = `The preview's page cannot open port ${port}: ${cause.message}.`;
      return reject(new Error(words, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
