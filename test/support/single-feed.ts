import type { IncomingMessage, ServerResponse } from 'node:http';
import { newspaper } from '../edge/http/servers.ts';

/** An RSS document of stories by these headlines, without pages of their own. */
export function rssOf(headlines: readonly string[], channel = ''): string {
  const items = headlines.map(
    (headline) =>
      `<item><title>${headline}</title><guid isPermaLink="false">${headline}</guid></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title>${channel}${items.join('')}</channel></rss>`;
}

export interface FeedServer {
  url: string;
  /** What was asked for, oldest first. */
  asked: { path: string; headers: IncomingMessage['headers'] }[];
  /** How the next requests are answered. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A server whose only business is one feed, for one test. */
export async function feedServer(answer: FeedServer['answer']): Promise<FeedServer> {
  const server: FeedServer = { url: '', asked: [], answer };
  server.url = await newspaper((request, response) => {
    server.asked.push({ path: request.url ?? '', headers: request.headers });
    server.answer(request, response);
  });
  return server;
}
