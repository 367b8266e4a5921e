import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';
import { StoryId } from '../../../src/core/ids.ts';
import { unknownStory } from '../../../src/core/story/story.ts';
import type { StoredStory } from '../../../src/core/story/stored-story.ts';
import { secondMs } from '../../../src/core/time/duration.ts';
import { enrichStory } from '../../../src/newsroom/articles/enrich-story.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { shortHash } from '../../../src/text/hash.ts';
import { anEdition } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

interface Answer {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
}

export const page = (byline: string): Answer => ({
  body: `<h1>Old ferry sinks</h1><p class="byline">By ${byline}</p>`,
});
export const robots = (text: string): Answer => ({
  headers: { 'content-type': 'text/plain' },
  body: text,
});
export const byline = ({ story }: StoredStory) =>
  story.credits.byline.map(({ name }) => name).join();

const { signal } = new AbortController();

/** A publisher's site and a newsroom that reads its pages, both new for each test. */
class ArticleSite {
  newsroom!: Newsroom;
  origin = '';
  /** What the site answers, by path; 404 for every other. */
  answers: Record<string, Answer> = {};
  asked: string[] = [];
  private server!: Server;

  readonly open = async (): Promise<void> => {
    this.answers = {};
    this.asked = [];
    this.server = createServer((request, response) => {
      const path = request.url ?? '/';
      this.asked.push(path);
      const { status = 200, body = '', headers } = this.answers[path] ?? { status: 404 };
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(body);
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.newsroom = await stageNewsroom({ edition: anEdition() });
  };

  readonly close = async (): Promise<void> => {
    await this.newsroom.close();
    await new Promise((resolve) => this.server.close(resolve));
  };

  readonly ports = (): Ports => this.newsroom.bot.ports;

  readonly events = (event: string) => this.newsroom.log.filter((line) => line.event === event);

  /** A story of the declared feed, known by its headline and the address of its page. */
  readonly stored = async (
    path: string,
    parts: Partial<StoredStory> = {},
  ): Promise<StoredStory> => {
    const { store } = this.ports();
    const [subscription] = await store.feeds.listSubscriptionsIn(this.newsroom.guildId);
    if (!subscription) throw new Error('the feed is declared');
    return {
      id: StoryId.parse(shortHash(path)),
      feedId: subscription.feedId,
      identity: path,
      feedHash: 'as first told',
      story: { ...unknownStory, headline: 'Old ferry sinks', url: `${this.origin}${path}` },
      correctedAt: null,
      firstSeenAt: this.newsroom.clock.now(),
      enrichAt: null,
      enrichAttempts: 0,
      fromFeed: null,
      withdrawnAt: null,
      ...parts,
    };
  };

  readonly read = async (path: string) =>
    enrichStory(this.ports(), await this.stored(path), 8 * secondMs, signal);
}

/** Opens an {@link ArticleSite} before each test of the file, and closes it after. */
export function articleSite(): ArticleSite {
  const site = new ArticleSite();
  beforeEach(site.open);
  afterEach(site.close);
  return site;
}
