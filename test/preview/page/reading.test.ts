import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser, withoutBrowser } from '../../support/browser.ts';
import { sendThrough } from './bot-hands.ts';
import type { Visit } from './visit.ts';
import { visit } from './visit.ts';

const title = `reading in a browser${chromiumPath ? '' : ` (${withoutBrowser})`}`;

describe.skipIf(!chromiumPath)(title, () => {
  let browser: Browser;
  let here: Visit;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    here = await visit();
    page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
    page.setDefaultTimeout(120_000);
  });
  afterEach(async () => {
    await page.close();
    await here.leave();
  });

  const write = (count: number) => {
    const moderator = here.discord.actor(here.moderator);
    for (let number = 1; number <= count; number += 1) {
      moderator.send(here.news, `Sailing number ${number}.`);
    }
  };
  const message = (text: string) => page.getByRole('listitem').filter({ hasText: text });

  test('earlier messages are added above without moving the visible ones', async () => {
    write(75);
    await page.goto(here.page.url);
    const read = message('Sailing number 16.');
    await read.scrollIntoViewIfNeeded();
    const more = page.getByRole('button', { name: 'Show earlier messages' });
    await more.focus();
    const before = await read.boundingBox();
    await page.keyboard.press('Enter');
    await message('Sailing number 1.').waitFor({ state: 'attached' });
    const after = await read.boundingBox();
    expect(Math.abs((after?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThan(2);
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('id')).toBe('scroller');
  });

  test('Reply in a message’s menu moves the focus to the composer', async () => {
    write(1);
    await page.goto(here.page.url);
    await message('Sailing number 1.').getByRole('button', { name: 'More' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Reply' }).press('Enter');
    await page.keyboard.type('At last');
    await page.keyboard.press('Enter');
    await message('At last').waitFor();
    expect(here.discord.messages(here.news).at(-1)?.message_reference?.message_id).toBe(
      here.discord.messages(here.news).at(0)?.id,
    );
  });

  test('a quoted message is plain text in one line: no mark, no time stamp and no link in it', async () => {
    const content =
      '-# Halyard · <t:1790000000:R>\n**plain\\_sums** wrote in <#' +
      `${here.news}>:\n> [The plan](https://paper.example/) costs \`ten\` ||crowns||`;
    const original = await sendThrough(here, { content });
    here.discord.actor(here.reader).send(here.news, 'At last', { replyTo: original });
    await page.goto(here.page.url);
    const quote = message('At last').locator('.origin');
    await quote.waitFor();
    expect(await quote.innerText()).toMatch(
      /Halyard · (?:now|\d+ \w+ ago) plain_sums wrote in #news: The plan costs ten spoiler$/,
    );
    expect(await quote.locator('a, button, [role=button]').count()).toBe(0);
  });

  test('a quoted card shows its first words', async () => {
    const words = { type: 10, content: '### Case 7: open\n-# opened <t:1790000000:R>' };
    const id = await sendThrough(here, { flags: 32_768, components: [words] });
    here.discord.actor(here.reader).send(here.news, 'At last', { replyTo: id });
    await page.goto(here.page.url);
    const quote = message('At last').locator('.origin');
    await quote.waitFor();
    expect(await quote.innerText()).toMatch(/Case 7: open opened (?:now|\d+ \w+ ago)$/);
  });

  test('the tooltip of a channel’s topic has its words without marks', async () => {
    const topic = `**All** of <#${here.news}> since <t:1790000000:D>`;
    const { id } = here.discord.addChannel(here.guild.id, { name: 'archive', topic });
    await page.goto(`${here.page.url}#/${here.guild.id}/${id}`);
    const shown = page.locator('.topic');
    await shown.waitFor();
    expect(await shown.getAttribute('title')).toMatch(/^All of #news since \w+ \d+, 2026$/);
  });

  test('what a screen reader is told of a new message has no marks', async () => {
    await page.goto(here.page.url);
    await page.getByText('Welcome to #news').waitFor();
    await sendThrough(here, { content: '-# **plain\\_sums** · <t:1790000000:R>\nAhoy' });
    await message('Ahoy').waitFor();
    expect(await page.locator('#announcer').textContent()).toMatch(
      /^Wirethread: plain_sums · (?:now|\d+ \w+ ago) Ahoy$/,
    );
  });

  test('when a clicked button disappears the focus moves to its message', async () => {
    const ask = { type: 2, style: 4, label: 'Remove', custom_id: 'remove' };
    const components = [{ type: 1, components: [ask] }];
    const id = await sendThrough(here, { content: 'A case', components });
    await page.goto(here.page.url);
    await page.getByRole('button', { name: 'Remove' }).focus();
    await fetch(`${here.discord.url}/v10/channels/${here.news}/messages/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bot ${here.bot.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'Removed', components: [] }),
    });
    await message('Removed').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/^More/);
  });

  test('on a phone the list of channels takes the focus and returns it', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(here.page.url);
    const open = page.getByRole('button', { name: 'Channels' });
    await open.press('Enter');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Escape');
    expect(await focused.getAttribute('aria-label')).toBe('Channels');
  });
});
