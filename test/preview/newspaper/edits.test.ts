import { expect, test } from 'vitest';
import { slugOf } from '../../../src/preview/newspaper/edits.ts';
import { demoEdition } from '../../../src/preview/newspaper/demo/edition.ts';
import type { NewspaperChange } from '../../../src/preview/newspaper/newspaper.ts';
import { editionOf, morning, openPaper, scripted } from './papers.ts';

test('Publish takes the next story of the stock, and after the last one the first with a new slug', async () => {
  const { paper } = await openPaper(editionOf());
  const slugs = [...demoEdition.stock, null].map(() => paper.publish());
  expect(paper.stories().map((story) => story.headline)).toEqual(
    expect.arrayContaining(demoEdition.stock.map((draft) => draft.headline)),
  );
  expect(new Set(slugs).size).toBe(demoEdition.stock.length + 1);
  expect(slugs.at(-1)).toBe(`${slugs[0]}-2`);
});

test('a story given by a test is published now under a slug that the script does not use', async () => {
  const { paper, pass } = await openPaper(editionOf(scripted({ slug: 'a-roof', at: 99_000 })));
  pass(5000);
  const slug = paper.publish({ headline: 'A roof!', body: ['Of slate.'] });
  expect(slug).toBe('a-roof-2');
  expect(paper.stories()).toMatchObject([
    { slug, headline: 'A roof!', body: ['Of slate.'], publishedAt: morning + 5000 },
  ]);
});

test('edits by hand join those of the script and are sent to listeners', async () => {
  const { paper, pass } = await openPaper(
    editionOf(scripted({ comments: [{ id: 'x', at: 60_000, author: 'Later', text: 'Me too' }] })),
  );
  const told: NewspaperChange[] = [];
  const leave = paper.subscribe((change) => told.push(change));
  const first = paper.addComment('ropewalk', { author: 'Femi', text: 'Goood' });
  const answer = paper.addComment('ropewalk', { author: 'Jo', text: 'Yes', inReplyTo: first });
  paper.editComment('ropewalk', first, 'Good');
  pass(60_000);
  paper.withdrawComment('ropewalk', answer);
  paper.correctHeadline('ropewalk', 'Ropewalk to be roofed in slate');
  leave();
  paper.correctHeadline('ropewalk', 'Ropewalk roofed in slate');
  expect(paper.stories()[0]).toMatchObject({
    headline: 'Ropewalk roofed in slate',
    comments: [
      { id: first, text: 'Good', publishedAt: morning },
      { id: 'x', publishedAt: morning + 60_000 },
    ],
  });
  expect(told.map(({ kind }) => kind)).toEqual([
    'commented',
    'commented',
    'edited',
    'withdrawn',
    'corrected',
  ]);
});

test('a discussion closes, opens and closes again, even within one tick of the clock', async () => {
  const { paper } = await openPaper(editionOf(scripted({ closesAt: 60_000 })));
  const state = () => paper.stories()[0]?.discussion;
  paper.closeDiscussion('ropewalk', 'That was it.');
  expect(state()).toMatchObject({ state: 'closed', sentence: 'That was it.' });
  paper.reopenDiscussion('ropewalk');
  expect(state()).toEqual({ state: 'open' });
  paper.closeDiscussion('ropewalk');
  expect(state()).toMatchObject({ state: 'closed', since: morning });
});

test('a story or comment that is not there is refused by name', async () => {
  const { paper } = await openPaper(editionOf(scripted()));
  expect(() => paper.addComment('pier', { author: 'A', text: 'B' })).toThrow(/no story "pier"/);
  expect(() => paper.editComment('ropewalk', '7', 'B')).toThrow(/no comment "7"/);
});

test('a headline becomes an address of plain letters', () => {
  expect(slugOf('Café’s boat, at last!')).toBe('cafes-boat-at-last');
  expect(slugOf('港の皆さん')).toBe('story');
  expect(slugOf('../../<etc>?#')).toBe('etc');
});
