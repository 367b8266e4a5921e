import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser, withoutBrowser } from '../../support/browser.ts';
import { idlePaper } from './idle-paper.ts';
import type { Visit } from './visit.ts';
import { visit } from './visit.ts';

const folder = new URL('../../../src/preview/page/public/', import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

test('each class that the style sheets name is given to an element by the page', () => {
  const drawn = files
    .filter(({ name }) => /\.(?:js|html)$/.test(name))
    .map(({ text }) => text)
    .join('\n');
  const words = new Set(drawn.match(/[\w-]+/g));
  // Classes put together from a name and a number.
  const madeUp = /^(?:hue-\w+|md-h\d|icon-\w+)$/;
  const styled = files
    .filter(({ name }) => name.endsWith('.css'))
    .flatMap(({ name, text }) =>
      [...text.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z][\w-]*)/g)].map(
        ([, word = '']) => `${name}: ${word}`,
      ),
    );
  const unknown = styled.filter((one) => {
    const word = one.split(': ')[1] ?? '';
    return !madeUp.test(word) && !words.has(word);
  });
  expect([...new Set(unknown)]).toEqual([]);
});

const title = `how the page looks in a browser${chromiumPath ? '' : ` (${withoutBrowser})`}`;

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

  const arrive = async (place = '') => {
    await page.goto(`${here.page.url}${place}`);
    await page.locator('#app:not([data-loading])').waitFor();
  };
  const thread = () => {
    const moderator = here.discord.actor(here.moderator);
    return moderator.openThread(moderator.send(here.news, 'The ferry sails'), 'Discussion: ferry');
  };

  test.each([1280, 390])('at %i pixels every link and button has a name', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await arrive(`#/${here.guild.id}/${thread().id}`);
    const controls = page.locator('a:visible, button:visible, [role=button]:visible');
    await controls.first().waitFor();
    const nameless: string[] = [];
    for (const control of await controls.all()) {
      const [line = ''] = (await control.ariaSnapshot()).split('\n');
      if (!/"[^"]+"/.test(line)) {
        nameless.push(await control.evaluate((element) => element.outerHTML.slice(0, 120)));
      }
    }
    expect(nameless).toEqual([]);
  });

  test('the names and roles of the people are not cut', async () => {
    await arrive();
    const cut = await page
      .locator('.person-name, .person-role')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(await page.locator('.person-role').allInnerTexts()).toEqual(['reader', 'moderator']);
    expect(cut).toBe(0);
  });

  test('in forced colours what is chosen, focused or a button can be told from the rest', async () => {
    thread();
    await page.emulateMedia({ forcedColors: 'active' });
    await arrive();
    const line = (place: string, property: string) =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector(${JSON.stringify(place)})).getPropertyValue('${property}')`,
      );
    expect(await line('.button', 'border-top-style')).toBe('solid');
    await page.locator('.thread').waitFor();
    expect(await line('.channel[aria-current]', 'background-color')).not.toBe(
      await line('.thread', 'background-color'),
    );
    expect(await line('.person[aria-checked=true]', 'border-top-color')).not.toBe(
      await line('.person[aria-checked=false]', 'border-top-color'),
    );
    await page.locator('.composer-text').focus();
    expect(await line('.composer', 'outline-style')).toBe('solid');
    await page.getByRole('button', { name: 'More' }).first().press('Enter');
    expect(await line('[role=menuitem]:focus', 'outline-style')).toBe('solid');
  });
});
