import { expect, test } from 'vitest';
import { demoControls } from '../../src/preview/demo-controls.ts';
import { demoEdition } from '../../src/preview/newspaper/demo/edition.ts';
import { editionOf, morning, openPaper, scripted } from './newspaper/papers.ts';

async function desk() {
  const { paper, pass, text } = await openPaper(editionOf(scripted({ at: -1000 })));
  const controls = demoControls(paper, 'Theo', pass, () => morning);
  return { paper, controls, text };
}

const roof = {
  headline: ' A roof for the bandstand ',
  text: 'It is green.\n\n It keeps the rain out.\n',
  author: '',
  place: '',
  topics: 'Music, Parks,',
};

test('a visitor’s story is published with its paragraphs, and what they left out is filled in', async () => {
  const { paper, controls, text } = await desk();
  const slug = controls.publish(roof);
  expect(paper.stories()[0]).toMatchObject({
    slug: 'a-roof-for-the-bandstand',
    headline: 'A roof for the bandstand',
    summary: 'It is green.',
    body: ['It is green.', 'It keeps the rain out.'],
    place: 'Port Merrow',
    credits: { reporting: [{ name: 'Robin Vane' }] },
    topics: ['Music', 'Parks'],
    photo: null,
  });
  expect(controls.status().stories[0]).toMatchObject({
    slug,
    text: 'It is green.\n\nIt keeps the rain out.',
  });
  expect(await text('/feed.xml')).toContain('A roof for the bandstand');
});

test('the visitor’s own byline and place are printed', async () => {
  const { paper, controls, text } = await desk();
  const slug = controls.publish({ ...roof, author: 'Ana Sola', place: 'Skerrin' });
  const page = await text(new URL(paper.storyUrl(slug)).pathname);
  expect(page).toContain('By Ana Sola');
  expect(page).toContain('SKERRIN');
});

test('a correction changes headline and text, in the feed and on the page', async () => {
  const { paper, controls, text } = await desk();
  const slug = controls.publish(roof);
  await controls.correctStory(slug, { headline: 'A blue roof', text: 'It is blue.' });
  expect(paper.stories()[0]).toMatchObject({
    slug,
    headline: 'A blue roof',
    summary: 'It is blue.',
    body: ['It is blue.'],
  });
  paper.correctHeadline(slug, 'A roof, and blue');
  expect(paper.stories()[0]).toMatchObject({ headline: 'A roof, and blue', body: ['It is blue.'] });
  expect(await text('/feed.xml')).toContain('It is blue.');
  expect(await text('/feed.xml')).not.toContain('It is green.');
});

test('a withdrawn story is gone from the paper, the feed and the controls', async () => {
  const { paper, controls, text } = await desk();
  const slug = controls.publish(roof);
  await controls.withdrawStory(slug);
  expect(controls.status().stories.map((story) => story.slug)).toEqual(['ropewalk']);
  expect(await text('/feed.xml')).not.toContain('bandstand');
  expect((await fetch(paper.storyUrl(slug))).status).toBe(404);
});

test('a story without a headline or a text is refused with what is missing', async () => {
  const { controls } = await desk();
  expect(() => controls.publish({ ...roof, headline: ' ' })).toThrow('Write a headline first.');
  expect(() => controls.publish({ ...roof, text: '\n \n' })).toThrow(
    'Write the story’s text first.',
  );
  expect(() => controls.correctStory('ropewalk', { headline: 'x', text: '' })).toThrow(
    'text first',
  );
});

test('a visitor’s stories use up none of the demo’s own', async () => {
  const { paper, controls } = await desk();
  controls.publish(roof);
  controls.publish(null);
  expect(paper.stories().map(({ headline }) => headline)).toContain(demoEdition.stock[0]?.headline);
});

test('closed comments can be opened again', async () => {
  const { controls } = await desk();
  const state = () => controls.status().stories[0]?.discussion;
  await controls.closeDiscussion('ropewalk');
  expect(state()).toBe('closed');
  await controls.reopenDiscussion('ropewalk');
  expect(state()).toBe('open');
});
