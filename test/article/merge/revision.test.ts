import { expect, test } from 'vitest';
import { enrich, mergeRevision, readArticle } from '../../../src/article/index.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import type { Story } from '../../../src/core/story/story.ts';
import { unknownStory } from '../../../src/core/story/story.ts';
import { address, page, printedPage } from '../pages.ts';

const person = (name: string, place: string | null = null) => ({ name, place });
const by = (...names: string[]) => ({
  credits: { ...noCredits, byline: names.map((name) => person(name)) },
});
const facts = await readArticle(page(printedPage));

function story(words: Partial<Story> = {}): Story {
  return { ...unknownStory, headline: 'Ferry sinks', url: address, ...words };
}

/** What stands after a feed told `first`, its page was read, and the feed tells `then`. */
function revised(first: Story, then: Story) {
  const before = enrich(first, facts);
  return { before, after: mergeRevision(before, then, first) };
}

test('a correction takes the feed’s new words and keeps what the page had added', () => {
  const { before, after } = revised(
    story(by('Ana Ruiz')),
    story({ headline: 'Ferry did not sink', ...by('Ana Ruiz') }),
  );
  expect(after).toEqual({ ...before, headline: 'Ferry did not sink' });
});

test('a corrected byline replaces the misspelt one and keeps whom the page names', () => {
  const { after } = revised(story(by('Anna Ruis')), story(by('Ana Ruiz')));
  expect(after.credits.byline).toEqual([person('Ana Ruiz'), person('Ben Cho')]);
});

test('a person whom the feed removes from its credits is removed', () => {
  const { after } = revised(story(by('Ana Ruiz', 'Odd Nilsen')), story(by('Ana Ruiz')));
  expect(after.credits.byline).toEqual([person('Ana Ruiz'), person('Ben Cho')]);
});

test('a field that the feed no longer has is kept', () => {
  const first = story({ summary: 'It lies in the mud.', ...by('Ana Ruiz'), topics: ['Ferries'] });
  const { before, after } = revised(first, story());
  expect(after).toEqual(before);
});

test('without a previous version only a new person changes a role', () => {
  const before = enrich(story(by('Ana Ruiz')), facts);
  const same = mergeRevision(before, story(by('Ana Ruiz')), null);
  expect(same.credits.byline).toEqual(before.credits.byline);
  const other = mergeRevision(before, story(by('Odd Nilsen')), null);
  expect(other.credits.byline).toEqual([person('Odd Nilsen')]);
});

test('the page’s captioned picture stays while the feed shows its bare one', () => {
  const bare = { url: 'https://cdn.example/map.jpg', caption: null, credit: null };
  const { before, after } = revised(
    story({ photo: bare }),
    story({ photo: bare, topics: ['Ferries'] }),
  );
  expect(before.photo?.url).toBe(facts.photo?.url);
  expect(after.photo).toEqual(before.photo);
});

test.each([
  'https://cdn.example/quay-1024x768.jpg',
  'https://cdn.example/quay.jpg?w=800&utm_source=rss',
  'https://cdn.example/quay.jpg#top',
])('a picture of another size is the same one: %s', (url) => {
  const quay = { url: 'https://cdn.example/quay.jpg', caption: 'The quay.', credit: null };
  const { before, after } = revised(story({ photo: quay }), story({ photo: { ...quay, url } }));
  expect(after.photo).toEqual(before.photo);
  const recaptioned = { ...quay, url, caption: 'The old quay.' };
  expect(revised(story({ photo: quay }), story({ photo: recaptioned })).after.photo).toEqual({
    ...before.photo,
    caption: 'The old quay.',
  });
});

test('another picture replaces the one before', () => {
  const quay = { url: 'https://cdn.example/a/1.jpg', caption: 'The quay.', credit: null };
  const pier = { url: 'https://cdn.example/b/1.jpg', caption: null, credit: null };
  expect(revised(story({ photo: quay }), story({ photo: pier })).after.photo).toEqual(pier);
});

test('a topic that the feed drops is removed, those of the page are kept', () => {
  const { before, after } = revised(
    story({ topics: ['Ferries', 'Fire'] }),
    story({ topics: ['Ferries'] }),
  );
  const ofPage = before.topics.filter((topic) => topic !== 'Ferries' && topic !== 'Fire');
  expect(after.topics).toEqual(['Ferries', ...ofPage]);
});

test('a line that an older version could not read is not shown beside whom it names', () => {
  const line = 'Graphics by Ana Ruiz';
  const unread = { credits: { ...noCredits, verbatim: [line, 'Mirrored from the Gull'] } };
  const read = { credits: { ...noCredits, graphics: [person('Ana Ruiz')] } };
  for (const told of [null, story(unread)]) {
    const after = mergeRevision(story(unread), story(read), told);
    expect(after.credits.graphics).toEqual([person('Ana Ruiz')]);
    expect(after.credits.verbatim).toEqual(['Mirrored from the Gull']);
  }
});
