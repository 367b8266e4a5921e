import { afterEach, expect, test, vi } from 'vitest';
import { StoryId } from '../../../src/core/ids.ts';
import { dayMs, secondMs } from '../../../src/core/time/duration.ts';
import { isPageGone } from '../../../src/newsroom/articles/article-pages.ts';
import { enrichStory } from '../../../src/newsroom/articles/enrich-story.ts';
import { anEdition } from '../../support/editions.ts';
import { feedServer } from '../../support/single-feed.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import { unknownStory } from '../../../src/core/story/story.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const ports = () => newsroom.bot.ports;

async function storyAt(url: string) {
  const [subscription] = await ports().store.feeds.listSubscriptionsIn(newsroom.guildId);
  if (!subscription) throw new Error('the feed is declared');
  const story = { ...unknownStory, headline: 'Pier opens', url };
  return {
    id: StoryId.parse('pier'),
    feedId: subscription.feedId,
    identity: 'pier',
    feedHash: 'as first told',
    story,
    fromFeed: story,
    correctedAt: null,
    withdrawnAt: null,
    firstSeenAt: newsroom.clock.now(),
    enrichAt: null,
    enrichAttempts: 0,
  };
}

test('a shared fetch of robots.txt goes on for the others when one caller aborts', async () => {
  newsroom = await stageNewsroom({ edition: anEdition() });
  const server = await feedServer(() => {});
  const hasty = new AbortController();
  const first = enrichStory(ports(), await storyAt(`${server.url}/a`), 8 * secondMs, hasty.signal);
  await vi.waitFor(() => expect(server.asked).toHaveLength(1), 60_000);
  const other = isPageGone(ports(), `${server.url}/b`, signal);
  hasty.abort(new Error('the patience is over'));
  await expect(first).rejects.toThrow('the patience is over');
  expect(await other).toBe(false);
});

test('a page whose server sends a Retry-After of years is fetched again the next day', async () => {
  newsroom = await stageNewsroom({ edition: anEdition() });
  const server = await feedServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(503, { 'retry-after': '999999999' }).end();
  });
  const story = await enrichStory(ports(), await storyAt(`${server.url}/a`), 8 * secondMs, signal);
  expect(story.enrichAt).toBe(newsroom.clock.now() + dayMs);
});
