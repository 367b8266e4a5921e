import { SlashCommandBuilder } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser, withoutBrowser } from '../../support/browser.ts';
import { idlePaper } from './idle-paper.ts';
import type { Visit } from './visit.ts';
import { visit } from './visit.ts';

const title = `writing in a browser${chromiumPath ? '' : ` (${withoutBrowser})`}`;

describe.skipIf(!chromiumPath)(title, () => {
  let browser: Browser;
  let here: Visit;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    here = await visit(idlePaper());
    page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
    page.setDefaultTimeout(120_000);
  });
  afterEach(async () => {
    await page.close();
    await here.leave();
  });

  const arrive = async (channelId = here.news) => {
    await page.goto(`${here.page.url}#/${here.guild.id}/${channelId}`);
    await page.locator('#app:not([data-loading])').waitFor();
  };
  const story = () => here.discord.actor(here.moderator).send(here.news, 'The ferry sails');
  const discussion = () => here.discord.actor(here.moderator).openThread(story(), 'Ferry');
  const focused = () => page.locator(':focus');

  test('Escape leads to the composer from anywhere on the page', async () => {
    await arrive();
    const composer = page.getByRole('textbox', { name: 'Message #news' });
    await composer.waitFor();
    for (const place of ['.channel', '.person[aria-checked=true]', '.demo-controls textarea']) {
      await page.locator(place).first().focus();
      await page.keyboard.press('Escape');
      expect(await focused().getAttribute('aria-label')).toBe('Message #news');
    }
    expect(await composer.getAttribute('aria-keyshortcuts')).toBe('Escape');
  });

  test('Escape closes an open menu or dialog first', async () => {
    discussion();
    await arrive();
    await page.getByRole('button', { name: 'More' }).first().press('Enter');
    await page.keyboard.press('Escape');
    expect(await focused().getAttribute('aria-label')).toMatch(/^More/);
    await page.getByRole('button', { name: 'All threads' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused().getAttribute('aria-label')).toMatch(/^All threads/);
  });

  test('Escape where nothing can be written leaves the focus in place and says why', async () => {
    const closed = discussion();
    here.discord.actor(here.moderator).lockThread(closed.id);
    await arrive(closed.id);
    await page.locator('.not-here').waitFor();
    await page.locator('.channel').first().focus();
    await page.keyboard.press('Escape');
    expect(await focused().getAttribute('class')).toContain('channel');
    expect(await page.locator('#announcer').textContent()).toMatch(/^This thread is locked/);
  });

  test('a story that arrives takes the place of neither the chosen one nor what is being typed', async () => {
    const stories = [...idlePaper().status().stories];
    const demo = await visit({ ...idlePaper(), status: () => ({ now: 0, stories }) });
    await page.goto(demo.page.url);
    const controls = page.getByRole('complementary', { name: 'controls' });
    const comment = controls.getByLabel('Your comment at the paper');
    await comment.fill('Ahoy');
    await controls.getByText('Correct', { exact: true }).click();
    const form = controls.getByRole('form', { name: 'Correct' });
    await form.getByLabel('Text').fill('It sails tomorrow.');
    const gate = { slug: 'gate', headline: 'The gate is closed', text: 'So.', comments: 0 };
    stories.unshift({ ...gate, discussion: 'open' });
    await controls.getByRole('option', { name: 'The gate' }).waitFor({ state: 'attached' });
    expect(await controls.getByRole('combobox').inputValue()).toBe('ferry');
    expect(await comment.inputValue()).toBe('Ahoy');
    expect(await form.getByLabel('Text').inputValue()).toBe('It sails tomorrow.');
    expect(await page.locator(':focus').inputValue()).toBe('It sails tomorrow.');
    await demo.leave();
  });

  test('suggestions that appear and disappear do not move the form', async () => {
    const client = await here.client();
    const command = new SlashCommandBuilder()
      .setName('discussion')
      .setDescription('Shows a discussion')
      .addStringOption((option) =>
        option.setName('story').setDescription('The story').setAutocomplete(true),
      );
    await client.application.commands.set([command.toJSON()]);
    client.on('interactionCreate', (asked) => {
      if (!asked.isAutocomplete()) return;
      const names = Array.from({ length: 12 }, (_, at) => `Story number ${at + 1} of the ferry`);
      void asked.respond(names.map((name) => ({ name, value: name })));
    });
    await arrive();
    const composer = page.getByRole('textbox', { name: 'Message #news' });
    await composer.fill('/discussion');
    const commands = page.getByRole('listbox', { name: 'Commands' });
    await commands.getByRole('option').first().waitFor();
    await composer.press('Enter');
    const form = page.getByRole('form', { name: 'Command /discussion' });
    const run = form.getByRole('button', { name: 'Run' });
    await run.focus();
    const before = [await form.boundingBox(), await run.boundingBox()];
    await form.getByRole('combobox').focus();
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await list.getByRole('option').nth(11).waitFor();
    expect([await form.boundingBox(), await run.boundingBox()]).toEqual(before);
    const place = await list.boundingBox();
    expect(place?.y).toBeGreaterThan(0);
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThan(700);
    await list.getByRole('option').nth(2).click();
    expect(await form.getByRole('combobox').inputValue()).toBe('Story number 3 of the ferry');
    expect([await form.boundingBox(), await run.boundingBox()]).toEqual(before);
  });
});
