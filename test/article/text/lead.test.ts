import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, story } from '../pages.ts';

test.each([
  'This story has been updated with details of the gulls at the quay.',
  'Correction: An earlier version of this story misspelt the name of Ana Ruiz.',
  'An earlier version of this article misstated the number of the gulls.',
  'Editor’s note: This story is part of a series on the ferries of the line.',
  'LISTEN: Ana Ruiz talks about the ferry in our podcast on boats.',
  'FOR IMMEDIATE RELEASE: the harbour board has news of its ferry.',
])('an editor’s notice is no lead: %s', async (notice) => {
  const facts = await readArticle(page(`<article><p>${notice}</p>${story}</article>`));
  expect(facts.summary).toMatch(/^The oldest ferry/u);
});

test.each([
  'Hören Sie diesen Text hier, gelesen von einer freundlichen Stimme aus dem Hafen.',
  'Déjà abonné ? Identifiez-vous pour lire la suite de cet article sur le port.',
  'Regístrate gratis para seguir leyendo esta noticia sobre los barcos del puerto.',
  'この記事は有料会員限定です。続きを読むには、ログインしてください。',
  'Posłuchaj tego artykułu o promach i portach, czyta go dla państwa nasz lektor.',
])('a paywall or a player of another language is no lead: %s', async (wall) => {
  const facts = await readArticle(page(`<article><p>${wall}</p>${story}</article>`));
  expect(facts.summary).toMatch(/^The oldest ferry/u);
});

test.each(['Kultur · ', 'WIRTSCHAFT | ', 'Local news · '])(
  'the section of a paper is no place: %s',
  async (section) => {
    const facts = await readArticle(
      page(`<article>${story.replace('<p>', `<p>${section}`)}</article>`),
    );
    expect(facts.summary).toMatch(/^The oldest ferry/u);
    expect(facts.dateline?.place ?? null).not.toBe(section.slice(0, -3));
  },
);

test('a town that is a paper’s section too is a place', async () => {
  const facts = await readArticle(
    page(
      `<article><p>Neuss · Die alte Fähre sank am Donnerstag an ihrem Liegeplatz im Hafen.</p>${story}</article>`,
    ),
  );
  expect(facts.dateline).toEqual({ place: 'Neuss', agency: null });
});

test('what is sold has its whole lead from its linked data', async () => {
  const teaser =
    'The oldest ferry of the island line sank at its mooring on Thursday, and nobody who saw it go was surprised, since she had leaned against the quay for years and had not left it since the winter before last, when the line put her out of its timetable for good';
  const articleBody = `${teaser}. Nobody was aboard. ${'The line runs a smaller boat. '.repeat(20)}`;
  const facts = await readArticle(
    page(`${linked({ '@type': 'NewsArticle', articleBody })}<article><p>${teaser} …</p></article>`),
  );
  expect(facts.summary).toMatch(/for good\. Nobody was aboard\./u);
});

test('a lead that is marked as a heading is a lead where it has a dateline', async () => {
  const lead = 'PORT ELLEN (Tidewire) - The oldest ferry of the island line sank on Thursday.';
  const facts = await readArticle(
    page(
      `<article><h1>Ferry sinks</h1><h2>${lead}</h2><p>Nobody was aboard.</p>${story}</article>`,
    ),
  );
  expect(facts.summary).toMatch(/^The oldest ferry of the island line sank on Thursday\. Nobody/u);
  expect(facts.dateline).toEqual({ place: 'PORT ELLEN', agency: 'Tidewire' });
});

test('a heading that is a sentence is no lead', async () => {
  const facts = await readArticle(
    page(
      `<article><h2>Why the island line has to learn from the old ferry now, and fast.</h2>${story}</article>`,
    ),
  );
  expect(facts.summary).toMatch(/^The oldest ferry/u);
});

test('lines in pre are parted at empty ones', async () => {
  const lines =
    'The oldest ferry of the island line sank\nat its mooring on Thursday.\n\nNobody was aboard.\n\n(Reporting by Ana Ruiz; editing by Ben Cho)\n\n';
  const facts = await readArticle(
    page(
      `<h1>Ferry sinks</h1><pre>${lines}${'The line runs a smaller boat from the quay.\n\n'.repeat(8)}</pre>`,
    ),
  );
  expect(facts.summary).toMatch(
    /^The oldest ferry of the island line sank at its mooring on Thursday\. Nobody was aboard\.(?! \(Rep)/u,
  );
});

test('a summary passes over no short paragraph', async () => {
  const text =
    '<p>The oldest ferry of the island line sank at its mooring on Thursday.</p><p>Scroll down to load …</p><p>Nobody was aboard.</p><h2>Boats</h2>' +
    '<p>The line will run a smaller boat from Monday, the harbour board said, and then it fell silent for the rest of the day, as did the gulls of the quay, who had seen it all and had nothing to add to what was said.</p>';
  const facts = await readArticle(page(`<article>${text}</article>`));
  expect(facts.summary).toMatch(/Thursday\. Nobody was aboard\. The line/u);
});

test('a description that is cut off ends before that', async () => {
  const meta =
    '<meta property="og:description" content="The oldest ferry sank. The board of the line, whic">';
  expect((await readArticle(page(`<head>${meta}</head>`))).summary).toBe('The oldest ferry sank.');
});

test('a sentence that leads over to a list is left out, what stands before it is not', async () => {
  const text =
    '<p>The ferry of the line sank at its mooring. The details come from the harbour:</p><ul><li>Nobody was aboard</li></ul>' +
    '<p>The line will run a smaller boat from Monday.</p>'.repeat(6);
  const { summary } = await readArticle(page(`<article>${text}</article>`));
  expect(summary).toMatch(/^The ferry of the line sank at its mooring\. The line will/u);
});

test.each([
  '(Corrects the tenth paragraph to show that the boat is from Oban, not Troon.)',
  '(Corrects spelling of the island in first paragraph)',
  '(Updates with comment of the board, adds detail.)',
  '(Adds quotes.)',
])('what an agency changed is no part of the lead: %s', async (note) => {
  const apart = `<article><p>${note}</p>${story}</article>`;
  const before = `<article>${story.replace('<p>', `<p>${note} `)}</article>`;
  for (const html of [apart, before]) {
    expect((await readArticle(page(html))).summary).toMatch(/^The oldest ferry/u);
  }
});

test.each([
  ['Feb. 23, 2015 -- ', null],
  ['May 5, 2026 – ', null],
  ['OBAN, Feb. 23, 2015 -- ', 'OBAN'],
  ['Saltmarsch · ', 'Saltmarsch'],
])('the date or the place before the text is no part of it: %s', async (head, place) => {
  const html = `<article>${story.replace('<p>', `<p>${head}`)}</article>`;
  const { summary, dateline } = await readArticle(page(html));
  expect(summary).toMatch(/^The oldest ferry/u);
  expect(dateline?.place ?? null).toBe(place);
});
