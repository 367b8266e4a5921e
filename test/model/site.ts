import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelComment, ModelStory } from './model.ts';

/** How a comment system answers: as it should, with a part of its list, or not at all. */
export type Health = 'well' | 'windowed' | 500 | 503 | 403 | 404 | 'page' | 'cut';

/** The two systems that every article of the site embeds: the first is read while it answers. */
export const systems = ['remark42', 'isso'] as const;
export type System = (typeof systems)[number];

/** A news site whose articles have their comments in two systems, which agree with the model. */
export interface ModelSite {
  feedUrl: string;
  health: Record<System, Health>;
  close(): Promise<void>;
}

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

async function served(answer: Answering): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((closed) => void server.close(() => closed()));
  };
  return { url, close };
}

const html = (text: string) => `<p>${text.replaceAll('\n\n', '</p><p>')}</p>`;

/** Every comment that was ever published, deleted ones as such. */
function remarkAnswer(story: ModelStory, url: string, health: Health): object {
  const all = story.comments.filter(({ state }) => state !== 'pending');
  const shown = health === 'windowed' ? all.slice(-3) : all;
  return {
    comments: shown.map((comment) => ({
      id: `r-${comment.number}`,
      pid: comment.parent === null ? '' : `r-${comment.parent}`,
      text: comment.state === 'withdrawn' ? '' : html(comment.text),
      user: { name: comment.author, id: 'x', picture: '' },
      time: new Date(comment.publishedAt).toISOString(),
      ...(comment.state === 'withdrawn' && { delete: true }),
    })),
    info: {
      url,
      count: all.filter(({ state }) => state === 'shown').length,
      read_only: story.isClosed,
    },
  };
}

/** A tree, in which a deleted comment stands only while it has answers. */
function issoAnswer(story: ModelStory, health: Health): object {
  const repliesOf = (parent: number | null): object[] =>
    story.comments
      .filter((comment) => comment.parent === parent && comment.state !== 'pending')
      .flatMap((comment) => {
        const replies = repliesOf(comment.number);
        const isGone = comment.state === 'withdrawn';
        return isGone && replies.length === 0 ? [] : [issoEntry(comment, replies)];
      });
  const top = repliesOf(null);
  return {
    total_replies: top.length,
    hidden_replies: health === 'windowed' ? 9 : 0,
    replies: health === 'windowed' ? top.slice(-2) : top,
  };
}

function issoEntry(comment: ModelComment, replies: object[]): object {
  const isGone = comment.state === 'withdrawn';
  return {
    id: comment.number + 1,
    author: isGone ? null : comment.author,
    text: isGone ? '' : html(comment.text),
    created: comment.publishedAt / 1000,
    modified: null,
    mode: isGone ? 4 : 1,
    hidden_replies: 0,
    total_replies: replies.length,
    replies,
  };
}

function answer(response: ServerResponse, health: Health, body: () => object): void {
  if (typeof health === 'number') {
    response.writeHead(health).end();
    return;
  }
  if (health === 'page') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Be right back</title>');
    return;
  }
  const text = JSON.stringify(body());
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(health === 'cut' ? text.slice(0, text.length / 2) : text);
}

export async function startSite(stories: readonly ModelStory[]): Promise<ModelSite> {
  const health: ModelSite['health'] = { remark42: 'well', isso: 'well' };
  const storyOf = (path: string) =>
    stories.find(({ number }) => path.endsWith(`/stories/${number}`));
  let paper = '';
  const remark = await served((request, response) => {
    const page = new URL(request.url ?? '', 'http://x').searchParams.get('url') ?? '';
    const story = storyOf(page);
    if (story) answer(response, health.remark42, () => remarkAnswer(story, page, health.remark42));
    else response.writeHead(404).end();
  });
  const isso = await served((request, response) => {
    const story = storyOf(new URL(request.url ?? '', 'http://x').searchParams.get('uri') ?? '');
    if (story) answer(response, health.isso, () => issoAnswer(story, health.isso));
    else response.writeHead(404).end();
  });
  const articles = await served((request, response) => {
    const story = storyOf(request.url ?? '');
    if (request.url === '/feed.xml') response.end(feedOf(stories, paper));
    else if (story) response.end(pageOf(story, remark.url, isso.url));
    else response.writeHead(404).end();
  });
  paper = articles.url;
  return {
    feedUrl: `${paper}/feed.xml`,
    health,
    async close() {
      await Promise.all([articles, isso, remark].map(({ close }) => close()));
    },
  };
}

function feedOf(stories: readonly ModelStory[], base: string): string {
  const items = stories.map(
    ({ number, publishedAt }) =>
      `<item><title>Story ${number}</title><link>${base}/stories/${number}</link><guid>${base}/stories/${number}</guid><pubDate>${new Date(publishedAt).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title>${items.join('')}</channel></rss>`;
}

function pageOf({ number }: ModelStory, remark: string, isso: string): string {
  return `<!doctype html><html><head><title>Story ${number}</title></head><body><article><h1>Story ${number}</h1><p>The harbour board met.</p></article>
<script>var remark_config = { host: '${remark}', site_id: 'ledger' };</script>
<section id="isso-thread"></section><script data-isso="${isso}/" src="${isso}/js/embed.min.js"></script></body></html>`;
}
