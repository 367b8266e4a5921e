import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Message } from '../../../src/preview/discord/index.ts';
import type { DemoControls, Notice, Page } from '../../../src/preview/page/index.ts';
import { startPage } from '../../../src/preview/page/index.ts';
import type { Stage } from '../discord/stage.ts';
import { stage } from '../discord/stage.ts';

export interface Said {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
  json: { error?: string; answer?: Answer | null };
}

interface Answer {
  kind: string;
  ephemeral: boolean;
  modal: { id: string; title: string } | null;
  choices: { name: string; value: string }[];
}

interface Told {
  event: string;
  data: {
    now?: number;
    hidden?: boolean;
    whole?: boolean;
    earlier?: boolean;
    changed?: Message[];
    removed?: string[];
    stories?: object[];
    guilds?: {
      channels: { id: string; name: string }[];
      threads: { id: string; locked: boolean; archived: boolean }[];
    }[];
    directs?: { id: string; type: number; last_message_id: string | null }[];
    commands?: { name: string }[];
  };
}

/** A stream of the page, read event by event. */
export interface Listening {
  /** The next event that fits; those before it are passed over. */
  next(event: string, fits?: (data: Told['data']) => boolean): Promise<Told['data']>;
  end(): void;
}

export interface Visit extends Stage {
  page: Page;
  moderators: string;
  ask(
    method: string,
    path: string,
    how?: { headers?: Record<string, string>; body?: string },
  ): Promise<Said>;
  act(as: string, deed: object): Promise<Said>;
  listen(as: string, channel: string, limit?: number): Promise<Listening>;
  leave(): Promise<void>;
}

/** The Harbour Ledger's server with the page over it, and a channel that only moderators see. */
export async function visit(
  demo: DemoControls | null = null,
  notices: readonly Notice[] = [],
): Promise<Visit> {
  const here = await stage();
  const { discord, guild, reader, moderator, news, clock } = here;
  const moderators = discord.addChannel(guild.id, {
    name: 'moderators',
    overwrites: [
      { id: guild.everyoneRoleId, kind: 'role', deny: ['ViewChannel'] },
      { id: moderator, kind: 'member', allow: ['ViewChannel'] },
      { id: here.bot.botUserId, kind: 'member', allow: ['ViewChannel'] },
    ],
  }).id;
  const page = await startPage({
    discord,
    port: 0,
    people: [
      { id: reader, name: 'Ada', role: 'reader' },
      { id: moderator, name: 'Mo', role: 'moderator' },
    ],
    home: { guildId: guild.id, channelId: news },
    demo,
    notices: () => notices,
    now: () => clock.now,
  });
  const ask: Visit['ask'] = (method, path, how = {}) =>
    new Promise((resolve, reject) => {
      const { port } = new URL(page.url);
      const headers = { host: `127.0.0.1:${port}`, ...how.headers };
      const call = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => {
          const isJson = response.headers['content-type']?.includes('json') ?? false;
          const json = isJson ? (JSON.parse(text) as Said['json']) : {};
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
      });
      call.on('error', reject);
      call.end(how.body);
    });
  return {
    ...here,
    page,
    moderators,
    ask,
    act: (as, deed) =>
      ask('POST', '/api/act', {
        headers: { 'content-type': 'application/json', origin: page.url.slice(0, -1) },
        body: JSON.stringify({ as, ...deed }),
      }),
    listen: (as, channel, limit = 50) => listening(page.url, { as, channel, limit: `${limit}` }),
    async leave() {
      await page.close();
      await here.end();
    },
  };
}

async function listening(url: string, query: Record<string, string>): Promise<Listening> {
  const stop = new AbortController();
  const response = await fetch(`${url}api/events?${new URLSearchParams(query).toString()}`, {
    signal: stop.signal,
  });
  if (!response.body) throw new Error('The stream has no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  const events: Told[] = [];
  const take = async (): Promise<Told> => {
    for (;;) {
      const told = events.shift();
      if (told) return told;
      const { value, done } = await reader.read();
      if (done) throw new Error('The stream ended');
      unread += value;
      const parts = unread.split('\n\n');
      unread = parts.pop() ?? '';
      for (const part of parts) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
        if (event && data) events.push({ event, data: JSON.parse(data) as Told['data'] });
      }
    }
  };
  return {
    async next(event, fits = () => true) {
      for (;;) {
        const told = await take();
        if (told.event === event && fits(told.data)) return told.data;
      }
    },
    end: () => stop.abort(),
  };
}
