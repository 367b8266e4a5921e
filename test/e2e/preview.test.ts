import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { compiled } from '../support/compiled.ts';
import { chromiumPath, openBrowser, withoutBrowser } from '../support/browser.ts';

const main = compiled(new URL('../../src/main.ts', import.meta.url));
/** Screenshots of each step go there when it is set: `SHOTS=/tmp/shots npx vitest run test/e2e`. */
const shots = process.env['SHOTS'];

let folder: string;
let preview: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!chromiumPath) return;
  if (shots) await mkdir(shots, { recursive: true });
  browser = await openBrowser();
});

afterAll(async () => {
  if (chromiumPath) await browser.close();
});

/** Each test has a preview of its own: what one changes is no other's. */
beforeEach(async () => {
  if (!chromiumPath) return;
  folder = await mkdtemp(join(tmpdir(), 'wirethread-e2e-'));
  const environment = { PATH: process.env['PATH'] };
  preview = spawn(process.execPath, [main, '--data', folder, '--port', '0'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await previewAddress();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
});

afterEach(async () => {
  if (!chromiumPath) return;
  await page.close();
  const exited = once(preview, 'exit');
  preview.kill('SIGTERM');
  await exited;
  await rm(folder, { recursive: true, force: true });
});

/** The page's address as the preview prints it. Later output is read and dropped. */
function previewAddress(): Promise<string> {
  return new Promise((resolve, reject) => {
    preview.once('exit', () =>
      reject(new Error('the preview ended before it printed its address')),
    );
    if (!preview.stdout) throw new Error('the preview has no output');
    createInterface(preview.stdout).on('line', (line) => {
      const address = /Look here\s+(http:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
}

async function shot(name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
}

const demoControls = () => page.getByRole('complementary', { name: 'controls' });
const messages = () => page.getByRole('list', { name: 'Messages' });
const message = (text: string | RegExp): Locator =>
  messages().locator('> li').filter({ hasText: text }).last();
const become = (name: string) => page.getByRole('radio', { name }).click();
const openPlace = (name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name }).first().click();

test.skipIf(!chromiumPath)(
  `a visitor walks a story's whole way on the page${chromiumPath ? '' : ` (${withoutBrowser})`}`,
  async () => {
    // A story appears, with its credits.
    const stories = demoControls().getByRole('combobox').locator('option');
    await stories.first().waitFor({ state: 'attached' });
    const before = await stories.count();
    await demoControls().getByRole('button', { name: 'Publish a story' }).click();
    await stories.nth(before).waitFor({ state: 'attached' });
    const headline = await stories.first().innerText();
    const story = message(headline);
    await story.getByRole('link', { name: 'Read the story' }).waitFor();
    await story.getByText(/Reporting: /).waitFor();
    await shot('1-story');

    // A comment is written at the paper: the thread opens, with the policy pinned first.
    await demoControls().getByRole('combobox').selectOption({ label: headline });
    await demoControls()
      .getByLabel('Your comment at the paper')
      .fill('This is rubbish, you nitwits.');
    await demoControls().getByRole('button', { name: 'Add comment' }).click();
    await openPlace(headline);
    const comment = message('This is rubbish, you nitwits.');
    await comment.getByRole('button', { name: 'Report as abuse' }).waitFor();
    await shot('2-thread');

    // It is edited there, and so here.
    await demoControls().getByRole('button', { name: 'Edit newest' }).click();
    const edited = message('Edit: a word put right.');
    await edited.waitFor();
    await shot('3-edited');

    // A reader reports it and gets a receipt that only she sees.
    await become('Nia');
    await edited.getByRole('button', { name: 'Report as abuse' }).click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    await shot('4-report');
    await form
      .getByRole('combobox')
      .selectOption('abuse')
      .catch(async () => {
        await form.getByRole('combobox').click();
        await page.getByRole('option', { name: /Abuse/ }).click();
      });
    await form.getByRole('button', { name: 'Submit' }).click();
    await message('Nobody sees who reported it').waitFor();
    await shot('5-receipt');

    // A moderator rules on the case.
    await become('Sam');
    await openPlace('moderators');
    const card = message('nitwits');
    await card.getByRole('button', { name: 'Remove' }).waitFor();
    await shot('6-case');
    await card.getByRole('button', { name: 'Remove' }).click();
    await message(/Case \d+: removed/).waitFor();
    await openPlace(headline);
    await message('nitwits').waitFor({ state: 'detached' });
    await shot('7-ruled');

    // Time passes: the discussion closes and its thread is locked.
    await demoControls().getByRole('button', { name: '+ 7 days' }).click();
    await message(/discussion is (now )?closed/i).waitFor({ timeout: 30_000 });
    await page
      .getByRole('navigation', { name: 'Channels' })
      .getByRole('link', { name: /locked/ })
      .filter({ hasText: headline.slice(0, 20) })
      .waitFor({ timeout: 30_000 });
    await shot('8-locked');
    expect(await messages().locator('> li').count()).toBeGreaterThan(1);
  },
);

test.skipIf(!chromiumPath)(
  `a moderator works by keyboard: a command with suggestions, a message flagged${chromiumPath ? '' : ` (${withoutBrowser})`}`,
  async () => {
    await become('Sam');
    // The story is posted and has its thread: only then can it be suggested.
    await openPlace(/Night ferry/);
    await openPlace('lounge');
    const composer = page.getByRole('textbox', { name: /^Message / });
    await composer.fill('/discussion stat');
    await page.getByRole('listbox', { name: 'Commands' }).getByRole('option').first().waitFor();
    await composer.press('Enter');
    const command = page.getByRole('form', { name: 'Command /discussion status' });
    await command.getByRole('combobox').fill('ferry');
    const suggestion = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    await suggestion.filter({ hasText: 'Night ferry' }).waitFor();
    await shot('9-suggestions');
    await command.getByRole('combobox').press('ArrowDown');
    await command.getByRole('combobox').press('Enter');
    await command.getByRole('button', { name: 'Run' }).press('Enter');
    await message(/\d+ comments? mirrored/).waitFor();
    await shot('10-status');

    // What a change of the demo's feed would bring is only shown, then made.
    for (const [wish, words] of [
      ['Yes', 'Nothing is saved before you press Save'],
      ['No', 'This applies from the next story on'],
    ] as const) {
      await composer.fill('/feed edit');
      await page.getByRole('listbox', { name: 'Commands' }).getByRole('option').first().waitFor();
      await composer.press('Enter');
      const edit = page.getByRole('form', { name: 'Command /feed edit' });
      await edit.getByRole('combobox', { name: 'feed *' }).fill('feed.xml');
      await suggestion.first().click();
      await edit.getByLabel('preview').selectOption({ label: wish });
      await edit.getByLabel('language').selectOption({ label: 'Deutsch' });
      await edit.getByRole('button', { name: 'Run' }).click();
      await message(words).getByText('Themen:').waitFor();
    }

    // A reader writes, the moderator flags it from the message's menu.
    await become('Nia');
    await composer.fill('Buy my anchors, cheap anchors!');
    await composer.press('Enter');
    const spam = message('cheap anchors');
    await spam.waitFor();
    await become('Sam');
    await spam.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Flag message' }).click();
    const form = page.getByRole('dialog');
    await shot('11-flag');
    await form.getByRole('combobox').selectOption('spam');
    await form.getByRole('button', { name: 'Submit' }).click();
    await message('The moderators have your report').waitFor();
    await openPlace('moderators');
    await message('cheap anchors').getByRole('button', { name: 'Dismiss' }).click();
    await message(/Case \d+: nothing wrong/).waitFor();
  },
);

test.skipIf(!chromiumPath)(
  `the page asks no other host for anything${chromiumPath ? '' : ` (${withoutBrowser})`}`,
  async () => {
    const hosts = new Set<string>();
    const other = await browser.newPage({ colorScheme: 'dark' });
    other.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    const failures: string[] = [];
    other.on('pageerror', (error) => failures.push(error.message));
    await other.goto(page.url());
    await other.getByRole('list', { name: 'Messages' }).locator('> li').first().waitFor();
    expect([...hosts]).toEqual(['127.0.0.1']);
    expect(failures).toEqual([]);
    await other.close();
  },
);
