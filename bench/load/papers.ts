import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Plan } from './plan.ts';
import { commentWord, storyWord } from './plan.ts';

// The newspapers of the load benchmark, in a process of their own. Feed N is at /N on a host that it
// shares with nine others. It answers 'asked' with how many feeds have been asked for at least once;
// a plan begins the burst.

const paragraph = 'The harbour board met on Tuesday and put off its ruling on the new pier. ';
const begunAt = Date.now();
const seen = new Set<number>();
let plan: (Plan & { from: number }) | null = null;

const httpDate = (at: number) => new Date(at).toUTCString();

/** The stories of the burst that a feed has by now, each with when it was published. */
function storiesOf(feed: number): { story: number; at: number }[] {
  if (!plan || feed >= plan.stories) return [];
  const at = plan.from + Math.floor((plan.burstMs * feed) / plan.stories);
  return at <= Date.now() ? [{ story: feed, at }] : [];
}

function commentsOf(story: number, at: number): { comment: number; at: number }[] {
  if (!plan) return [];
  const { commentsPerStory, commentsMs } = plan;
  return Array.from({ length: commentsPerStory }, (_, index) => ({
    comment: story * commentsPerStory + index,
    at: at + Math.floor((commentsMs * (index + 1)) / commentsPerStory),
  })).filter((comment) => comment.at <= Date.now());
}

const item = (base: string, name: string, title: string, at: number) => `<item>
  <title>${title}</title><link>${base}/${name}</link><pubDate>${httpDate(at)}</pubDate>
  <guid isPermaLink="false">tag:paper.example,2026:${base}:${name}</guid>
  <description>${paragraph.repeat(3)}</description>
  <wfw:commentRss>${base}/${name}/comments.rss</wfw:commentRss></item>`;

function feedText(base: string, feed: number): string {
  const fresh = storiesOf(feed).map(({ story, at }) =>
    item(base, storyWord(story), `Harbour board puts off ${storyWord(story)}`, at),
  );
  const older = item(base, `older${feed}`, 'The old pier', begunAt - 86_400_000);
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/"><channel><title>Paper ${feed}</title><link>${base}/</link>${fresh.join('')}${older}</channel></rss>`;
}

function commentsText(base: string, feed: number): string {
  const items = storiesOf(feed).flatMap(({ story, at }) => commentsOf(story, at));
  const newestFirst = items.toReversed().map(
    ({ comment, at }) => `<item><title>By: Reader ${comment % 997}</title>
    <link>${base}#${commentWord(comment)}</link><pubDate>${httpDate(at)}</pubDate>
    <guid isPermaLink="false">tag:paper.example,2026:${commentWord(comment)}</guid>
    <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Reader ${comment % 997}</dc:creator>
    <description>${commentWord(comment)} ${paragraph.repeat(1 + (comment % 3))}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Comments</title><link>${base}</link>${newestFirst.join('')}</channel></rss>`;
}

const server = createServer((request, response) => {
  const [, feed = '', story, rest] = (request.url ?? '').split('/');
  const base = `http://${request.headers.host ?? ''}/${feed}`;
  if (!/^\d+$/.test(feed)) return response.writeHead(404).end();
  if (story !== undefined && rest === undefined) {
    const body = `<!doctype html><html lang="en"><title>Harbour</title><article><h1>Harbour</h1><p>${paragraph.repeat(6)}</p></article></html>`;
    return response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  }
  if (story === undefined) seen.add(Number(feed));
  const text =
    story === undefined
      ? feedText(base, Number(feed))
      : commentsText(`${base}/${story}`, Number(feed));
  const etag = `"${text.length}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  return response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(text);
});

process.on('message', (message: 'asked' | Plan) => {
  if (message !== 'asked') plan = { ...message, from: Date.now() };
  process.send?.({ asked: seen.size });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '0.0.0.0', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
