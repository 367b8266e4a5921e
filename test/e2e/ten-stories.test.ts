import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minuteMs } from '../../src/core/time/duration.ts';
import { photoPath } from '../../src/preview/newspaper/photos.ts';
import { startPage, type Page as PreviewPage } from '../../src/preview/page/index.ts';
import { chromiumPath, openBrowser, withoutBrowser } from '../support/browser.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { type Kind, kinds } from './ten-stories/kinds.ts';
import { type StoryServer, startStoryServer } from './ten-stories/story-server.ts';

/** A picture of each goes there when it is set: `SHOTS=/tmp/shots npx vitest run test/e2e`. */
const shots = process.env['SHOTS'];

let newsroom: Newsroom;
let stories: StoryServer;
let preview: PreviewPage;
let browser: Browser;
let page: Page;

const kindAt = (path: string): Kind => {
  const found = kinds.find((kind) => kind.path === path);
  if (!found) throw new Error(`no kind at ${path}`);
  return found;
};
const corrected = kindAt('/page-only');
const withdrawn = kindAt('/contributors');

async function openStories(): Promise<void> {
  if (!chromiumPath) return;
  newsroom = await stageNewsroom({ feedUrls: () => [] });
  const { discord, news, guildId, reader, moderator, clock, paper } = newsroom;
  stories = await startStoryServer(kinds, (name) => paper.url.slice(0, -1) + photoPath(name));
  const [guild] = discord.guilds();
  const owner = discord.actor(guild?.ownerId ?? '').at(news);
  for (const kind of kinds) {
    const added = await owner.run('/feed add', { url: stories.feedUrl(kind), 'first-run': 1 });
    await added.settled();
  }
  await newsroom.quiet();
  preview = await startPage({
    discord,
    port: 0,
    people: [
      { id: reader, name: 'Nia', role: 'reader' },
      { id: moderator, name: 'Sam', role: 'moderator' },
    ],
    home: { guildId, channelId: news },
    demo: null,
    notices: () => [],
    now: () => clock.now(),
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1000, height: 1400 }, colorScheme: 'light' });
  page.setDefaultTimeout(120_000);
  await page.goto(preview.url);
  if (shots) await mkdir(shots, { recursive: true });
}

async function closeStories(): Promise<void> {
  if (!chromiumPath) return;
  await browser.close();
  await preview.close();
  await stories.close();
  await newsroom.close();
}

const message = ({ headline }: Kind) =>
  page
    .getByRole('list', { name: 'Messages' })
    .locator('> li')
    .filter({ hasText: headline })
    .first();

async function picture(kind: Kind, name: string): Promise<void> {
  if (!shots) return;
  await message(kind).scrollIntoViewIfNeeded();
  await message(kind).screenshot({ path: join(shots, `story-${name}.png`) });
}

describe.skipIf(!chromiumPath)(
  `ten stories of different kinds on the page${chromiumPath ? '' : ` (${withoutBrowser})`}`,
  () => {
    beforeAll(openStories);
    afterAll(closeStories);

    test.each(kinds)('$name is shown whole', async (kind) => {
      await message(kind).waitFor();
      const shown = await message(kind).innerText();
      for (const text of kind.shows) expect(shown).toContain(text);
      for (const text of kind.hides ?? []) expect(shown).not.toContain(text);
      await picture(kind, kind.path.slice(1));
    });
  },
);

describe.skipIf(!chromiumPath)(
  `stories that their publisher changes, on the page${chromiumPath ? '' : ` (${withoutBrowser})`}`,
  () => {
    beforeAll(openStories);
    afterAll(closeStories);

    test('a corrected headline is changed in place, and said to be corrected', async () => {
      await message(corrected).waitFor();
      const before = await page.getByRole('list', { name: 'Messages' }).locator('> li').count();
      stories.correct(corrected, 'strikes thirteen', 'strikes fourteen');
      await newsroom.later(15 * minuteMs);
      const changed = { ...corrected, headline: 'customs house strikes fourteen' };
      await message(changed).waitFor();
      expect(await message(changed).innerText()).toContain('Corrected');
      expect(await page.getByRole('list', { name: 'Messages' }).locator('> li').count()).toBe(
        before,
      );
      await picture(changed, 'corrected');
    });

    test('a story that its publisher withdraws is marked and stays', async () => {
      stories.withdraw(withdrawn);
      for (let poll = 0; poll < 3; poll += 1) await newsroom.later(15 * minuteMs);
      await message(withdrawn).getByText('Withdrawn').first().waitFor();
      await picture(withdrawn, 'withdrawn');
    });
  },
);
