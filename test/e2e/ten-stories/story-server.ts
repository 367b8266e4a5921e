import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Kind, type Places } from './kinds.ts';

/** The papers of all kinds on one server, which can take a story back or put another in its place. */
export interface StoryServer {
  feedUrl: (kind: Kind) => string;
  /** Replaces words in a kind's documents from now on. */
  correct: (kind: Kind, from: string, to: string) => void;
  /** Takes the story out of its feed, which goes on with an older one, and its page away. */
  withdraw: (kind: Kind) => void;
  close: () => Promise<void>;
}

const olderItem = (base: string) =>
  `<item><title>Tide tables for November</title><link>${base}/tides</link><guid>tides</guid><pubDate>Mon, 02 Nov 2026 06:00:00 GMT</pubDate></item>`;

export async function startStoryServer(
  kinds: readonly Kind[],
  photo: Places['photo'],
): Promise<StoryServer> {
  const corrections = new Map<Kind, [from: string, to: string][]>();
  const withdrawn = new Set<Kind>();
  let base = '';
  const printed = (kind: Kind, text: string | Uint8Array) =>
    typeof text === 'string'
      ? (corrections.get(kind) ?? []).reduce((told, [from, to]) => told.replaceAll(from, to), text)
      : text;
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const kind = kinds.find((candidate) => path === candidate.path);
    const paged = kinds.find((candidate) => path.startsWith(`${candidate.path}/`));
    const places = { base, photo };
    if (kind) {
      const whole = printed(kind, kind.feed(places));
      const text =
        typeof whole !== 'string'
          ? whole
          : withdrawn.has(kind)
            ? whole.replace(/<item>.*<\/item>/s, olderItem(base))
            : whole.replace('</item></channel>', `</item>${olderItem(base)}</channel>`);
      response.writeHead(200, { 'content-type': kind.contentType }).end(text);
    } else if (paged?.page && !withdrawn.has(paged)) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(printed(paged, paged.page(places)));
    } else {
      response.writeHead(paged && withdrawn.has(paged) ? 410 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    feedUrl: ({ path }) => `${base}${path}`,
    correct(kind, from, to) {
      corrections.set(kind, [...(corrections.get(kind) ?? []), [from, to]]);
    },
    withdraw: (kind) => void withdrawn.add(kind),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
