import { expect, test } from 'vitest';
import { missingStories } from '../../../src/core/story/missing-stories.ts';
import { StoryId } from '../../../src/core/ids.ts';
import type { TrackedStory } from '../../../src/core/story/stored-story.ts';

const listed = (name: string, missing: number | null = 0): TrackedStory => ({
  id: StoryId.parse(name),
  identity: name,
  feedHash: 'first',
  withdrawnAt: null,
  firstSeenAt: 0,
  isExpired: false,
  missing,
});
const many = Array.from({ length: 10 }, (_, index) => listed(`s${index}`));
const without = (...names: string[]) =>
  new Set(many.map(({ identity }) => identity).filter((name) => !names.includes(name)));
const always = () => true;
const nothing = { found: [], agedOut: [], missed: [], suspects: [] };

test('a feed that still has all its stories changes nothing', () => {
  expect(missingStories(many, without(), always)).toEqual(nothing);
});

test('a story that is missing once is counted, and missing twice it is a suspect', () => {
  expect(missingStories(many, without('s4'), always).missed).toEqual([{ id: 's4', missing: 1 }]);
  const again = many.map((story) => (story.id === 's4' ? listed('s4', 1) : story));
  expect(missingStories(again, without('s4'), always).suspects).toEqual([
    { id: 's4', identity: 's4', missing: 2 },
  ]);
});

test('a suspect is checked less and less often, and finally no longer tracked', () => {
  const looks: number[] = [];
  for (let before = 0; before < 40; before += 1) {
    const { suspects, agedOut: past } = missingStories(
      [listed('a', before), listed('b')],
      new Set(['b']),
      always,
    );
    for (const { missing } of suspects) looks.push(missing);
    if (before >= 32) expect(past).toEqual(['a']);
  }
  expect(looks).toEqual([2, 4, 8, 16, 32]);
});

test('a story older than every story in the feed has aged out and is not missing', () => {
  expect(missingStories(many, without('s9'), () => false)).toEqual({ ...nothing, agedOut: ['s9'] });
});

test('a story that is in the feed again is tracked again', () => {
  const back = [listed('a', 2), listed('b', null), listed('c')];
  expect(missingStories(back, new Set(['a', 'b', 'c']), always).found).toEqual(['a', 'b']);
});

test('several stories that vanish at once are an outage above 30 % of the feed, but one story of three is not', () => {
  expect(missingStories(many, without('s1', 's2', 's3', 's4'), always)).toEqual(nothing);
  expect(missingStories(many, without('s1', 's2', 's3'), always).missed).toHaveLength(3);
  expect(missingStories(many.slice(0, 3), new Set(['s0', 's2']), always).missed).toHaveLength(1);
});
