import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { address, page } from '../pages.ts';

const countOn = async (html: string) => {
  const { commentCount } = await readArticle(
    page(
      `<title>Old ferry sinks</title><article><h1>Old ferry sinks</h1><p>It sank on Thursday at noon.</p></article>${html}`,
    ),
  );
  return commentCount;
};

test.each([
  ['a heading with its number after a mark', '<h3>15 » Comentarios</h3>', 15],
  ['a heading whose number has its own element', '<h3>Comments <span>12</span></h3>', 12],
  [
    'a heading with another number beside it',
    '<h3><span>36</span> <span>146</span> comments</h3>',
    146,
  ],
  ['a narrow space that groups digits', '<h3>36&#8239;146 commentaires</h3>', 36_146],
  ['a shortened number', '<div class="comment-count">1.2K comments</div>', 1200],
  ['a button without a noun', '<button class="comments-button">1.2K</button>', 1200],
  [
    'two numbers in a place for comments',
    '<div class="comment-count"><b>36</b> <i>146</i></div>',
    null,
  ],
  ['a link to the page’s own part', '<a href="#talk">219 comments</a>', 219],
  ['a link to the page’s comments', `<p><a href="${address}/comments">219 comments</a></p>`, 219],
  [
    'a link with words before it',
    `<p><a href="${address}#talk">View all 219 comments</a></p>`,
    219,
  ],
  ['a link to another story', '<p><a href="/news/fog-comes#comments">219 comments</a></p>', null],
  [
    'a link to a story whose address begins alike',
    `<p><a href="${address}-again#comments">219 comments</a></p>`,
    null,
  ],
])('the comment count of a page with %s', async (_, html, count) => {
  expect(await countOn(html)).toBe(count);
});
