import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, roles, story } from '../pages.ts';

describe('credits in the text', () => {
  test.each([
    [
      'a line in brackets',
      '<p>(Reporting by Ana Ruiz in Oban; editing by Ben Cho)</p>',
      { reporting: ['Ana Ruiz (Oban)'], editing: ['Ben Cho'] },
    ],
    [
      'a sentence',
      '<p>Dora Falk contributed reporting.</p>',
      { additionalReporting: ['Dora Falk'] },
    ],
    [
      'a line before the foot of the page',
      '<p>(Reporting by Ana Ruiz)</p><p>Our Standards: the Harbour principles.</p><p>More of this in the Sunday edition.</p>',
      { reporting: ['Ana Ruiz'] },
    ],
    [
      'a contributors’ block',
      '</div><div class="contributors">Additional reporting by Dora Falk</div><div>',
      { additionalReporting: ['Dora Falk'] },
    ],
    [
      'a class that a module generated',
      '</div><div class="sign-off__x1 article-sign-off">Reporting by Ana Ruiz; Editing by Ben Cho</div><div>',
      { reporting: ['Ana Ruiz'], editing: ['Ben Cho'] },
    ],
    [
      'an editor in JSON-LD',
      linked({ '@type': 'Article', editor: { name: 'Ben Cho' } }),
      { editing: ['Ben Cho'] },
    ],
    [
      'a contributor in JSON-LD',
      linked({ '@type': 'Article', contributor: [{ '@type': 'Person', name: 'Dora Falk' }] }),
      { additionalReporting: ['Dora Falk'] },
    ],
    [
      'an editor in microdata',
      '<i itemscope itemtype="http://schema.org/NewsArticle"><b itemprop="editor">Ben Cho</b></i>',
      { editing: ['Ben Cho'] },
    ],
  ])('the credits are read from %s', async (_, html, credits) => {
    const facts = await readArticle(page(`<div class="article-body">${story}${html}</div>`));
    expect(roles(facts)).toEqual(credits);
  });
});

test('the authors of a study in the lead are no credit', async () => {
  const lead = 'Research by Ana Ruiz and Ben Cho found no herring in the harbour on Thursday.';
  const facts = await readArticle(page(`<article><p>${lead}</p>${story}</article>`));
  expect(facts.summary).toContain(lead);
  expect(roles(facts)).toEqual({});
});
