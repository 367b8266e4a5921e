import { expect, test } from 'vitest';
import { discourse } from '../../src/sources/discourse/discourse.ts';
import { foundBy, replayed, textOf } from './replay.ts';
import { article, discourseSample, post, recorded } from './samples/discourse.ts';

/** The text of a post that a forum cooked to this HTML. */
function textIn(cooked: string): string {
  const { commentLinks, found } = discourseSample;
  const { ref } = foundBy(discourse, { commentLinks }, found);
  const { page } = replayed(discourse, ref, recorded([article, post(2, { cooked })]));
  const [comment] = page.comments;
  return comment ? textOf(comment) : '';
}

const emoji = (name: string) =>
  `<img src="/images/emoji/${name}.png" title=":${name}:" class="emoji" alt=":${name}:">`;

test.each([
  ['smile', '😄'],
  ['+1', '👍'],
  ['wave:t2', '👋🏻'],
  ['smile:t9', ':smile:t9:'],
  ['our_ferry', ':our_ferry:'],
  ['constructor', ':constructor:'],
])('the emoji %s is %s', (name, shown) => {
  expect(textIn(`<p>Hello ${emoji(name)}</p>`)).toBe(`<p>Hello ${shown}</p>`);
});

test('what readers see only after a click stays hidden', () => {
  expect(textIn('<p>It <span class="spoiler blurred">sank</span>.</p>')).toBe(
    '<p>It <span class="spoiler">sank</span>.</p>',
  );
});
