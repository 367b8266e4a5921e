import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minuteMs } from '../../src/core/time/duration.ts';
import type { Message } from '../../src/preview/discord/index.ts';
import { photoPath } from '../../src/preview/newspaper/photos.ts';
import { startPage } from '../../src/preview/page/index.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { type FeedSite, startFeedSite } from '../support/feed-site.ts';
import { headlineIn } from '../support/headline.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { decades, type Decade } from './three-decades/pages.ts';

/** A picture of each goes there when it is set: `SHOTS=/tmp/shots npx vitest run test/e2e`. */
const shots = process.env['SHOTS'];

let site: FeedSite;
let newsroom: Newsroom;

beforeAll(async () => {
  site = await startFeedSite();
  site.print(decades.map(({ slug, headline }, index) => ({ slug, headline, at: -60 * index })));
  newsroom = await stageNewsroom({ feedUrls: () => [site.feedUrl] });
  const photo = newsroom.paper.url.slice(0, -1) + photoPath('harbour-day');
  for (const decade of decades) site.writePage(decade.slug, decade.html({ photo }));
  await newsroom.quiet();
  await newsroom.later(minuteMs);
  await takePictures();
});
afterAll(async () => {
  await newsroom.close();
  await site.close();
});

function storyOf({ headline }: Decade): Message {
  const found = newsroom.messages().find((message) => headlineIn(message)?.includes(headline));
  if (!found) throw new Error(`no message says ${headline}`);
  return found;
}

/** What readers and the bot wrote in the story's thread, oldest first. */
const threadOf = (decade: Decade) =>
  newsroom.messages(storyOf(decade).id).filter(({ type }) => type === 0 || type === 19);

async function takePictures(): Promise<void> {
  if (!shots || !chromiumPath) return;
  const { discord, guildId, news, reader, clock } = newsroom;
  await mkdir(shots, { recursive: true });
  const preview = await startPage({
    discord,
    port: 0,
    people: [{ id: reader, name: 'Nia', role: 'reader' }],
    home: { guildId, channelId: news },
    demo: null,
    notices: () => [],
    now: () => clock.now(),
  });
  const browser = await openBrowser();
  const page = await browser.newPage({
    viewport: { width: 1000, height: 1400 },
    colorScheme: 'light',
  });
  for (const { slug, year, headline } of decades) {
    await page.goto(preview.url);
    const list = page.getByRole('list', { name: 'Messages' });
    const story = list.locator('> li').filter({ hasText: headline }).first();
    await story.screenshot({ path: join(shots, `decade-${year}-${slug}.png`) });
  }
  await browser.close();
  await preview.close();
}

describe.each(decades)('a page of $year', (decade) => {
  const shown = () => JSON.stringify(storyOf(decade).embeds) + storyOf(decade).content;

  test('gives its story the place, the beginning and the people of the credit line', () => {
    const text = shown().toLowerCase();
    expect(text).toContain(decade.dateline.toLowerCase());
    expect(text).toContain(decade.summary.toLowerCase());
    for (const name of decade.people) expect(text).toContain(name.toLowerCase());
    expect(text).not.toContain('(reporting by');
  });

  test('gives its story the photo with caption and credit', () => {
    const [embed] = storyOf(decade).embeds;
    expect(embed?.image).toMatchObject({ description: decade.caption });
    expect(shown()).toContain(decade.caption);
    expect(shown()).toContain(decade.credit);
  });

  test('gives its story the related topics', () => {
    for (const topic of decade.topics) expect(shown()).toContain(topic);
  });

  test('opens its discussion with the whole comment policy and the link to it', () => {
    const [policy] = threadOf(decade);
    for (const sentence of decade.policy) expect(policy?.content).toContain(sentence);
    expect(policy?.content).toContain(decade.policyPath);
  });

  test('has its comments mirrored in order, each with name, time and text', () => {
    const [, ...messages] = threadOf(decade);
    expect(messages.length).toBeGreaterThanOrEqual(decade.comments.length);
    decade.comments.forEach(({ name, at, text }, index) => {
      const content = messages[index]?.content ?? '';
      expect(content).toContain(name.replaceAll('_', '\\_'));
      expect(content).toContain(`<t:${at / 1000}:`);
      expect(content).toContain(text);
      expect(content).not.toMatch(/report as abuse|wrote:/iu);
    });
  });

  test('is found closed at the first look: its sentence stands last, and the thread is locked', () => {
    expect(threadOf(decade).at(-1)?.content).toContain(decade.closing);
    const thread = newsroom.discord.thread(storyOf(decade).id);
    expect(thread?.thread_metadata).toMatchObject({ locked: true });
    expect(site.requests(decade.slug)).toBeLessThanOrEqual(3);
  });
});

test('nothing is logged as an error', () => {
  expect(newsroom.log.filter(({ level }) => level === 'error')).toEqual([]);
});
