import { expect, test } from 'vitest';
import { markupWords } from '../../src/text/markup-words.ts';

test.each([
  ['articlePhotoCaption', ['article', 'photo', 'caption']],
  ['photo__credit', ['photo', 'credit']],
  ['photo__credit--large', ['photo', 'credit', 'large']],
  ['comment_item', ['comment', 'item']],
  ['article-photo-caption', ['article', 'photo', 'caption']],
  ['ImageCaption', ['image', 'caption']],
  ['photocaption', ['photo', 'caption']],
  ['imgcaption', ['img', 'caption']],
  ['commentlist', ['comment', 'list']],
  ['COMMENT', ['comment']],
  ['HTMLComment', ['html', 'comment']],
  ['commentID', ['comment', 'id']],
  ['comment-10423', ['comment']],
  ['comment10423', ['comment']],
  ['h2 col12', ['h', 'col']],
  ['Caption-module--x1Y2z', ['caption', 'module']],
  ['Comment_root__aB3dE', ['comment', 'root']],
  ['styles__Caption-sc-1x2y3z-0', ['styles', 'caption', 'sc']],
  ['css-1abcd', ['css']],
  ['sc-bdVaJa comment', ['sc', 'comment']],
  ['sc-kqzvw', ['sc']],
  ['css-1abcd-Caption', ['css', 'caption']],
  ['md:w-1/2 caption', ['md', 'w', 'caption']],
  ['isOpen', ['is', 'open']],
  ['Bildunterschrift', ['bildunterschrift']],
  ['commentary', ['commentary']],
  ['подпись-Фото', ['подпись', 'фото']],
  ['', []],
])('the words of "%s" are %j', (value, words) => {
  expect([...markupWords(value)]).toEqual(words);
});

test('the words of class and id are read together, each once', () => {
  expect([...markupWords('story-photo photo', undefined, 'photoBox', null)]).toEqual([
    'story',
    'photo',
    'box',
  ]);
});

test('a class name that was made to be long is read only so far', () => {
  const words = markupWords('photo'.repeat(100_000), 'a '.repeat(100_000), 'aB'.repeat(100_000));
  expect(words.size).toBeLessThan(10);
});
