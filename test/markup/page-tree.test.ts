import { load } from 'cheerio/slim';
import { expect, test } from 'vitest';
import { pageTree } from '../../src/markup/page-tree.ts';

const isLeftOut = (name: string) => name === 'svg' || name === 'script';
const htmlOf = (markup: string) => load(pageTree(markup, { isLeftOut, lineBreak: '|' })).html();

test.each([
  ['elements that nobody reads', 'One<svg><g><p>no</p></g></svg> two', 'One two'],
  ['nested ones', '<svg><svg><a>no</a></svg><b>no</b></svg><p>yes</p>', '<p>yes</p>'],
  ['one that is never closed', '<p>yes</p><svg><p>no', '<p>yes</p>'],
  ['scripts with markup in them', '<script>"<p>no</p>"</script><p>yes</p>', '<p>yes</p>'],
  ['comments and declarations', '<!doctype html><!-- no --><p>yes</p>', '<p>yes</p>'],
])('a tree leaves out %s', (_, markup, expected) => {
  expect(htmlOf(markup)).toBe(expected);
});

test('a line break is text of its own, and parts the texts around it', () => {
  const [paragraph] = pageTree('<p>One<br>two<svg><br></svg>three</p>', {
    isLeftOut,
    lineBreak: '|',
  }).children;
  const children = paragraph && 'children' in paragraph ? paragraph.children : [];
  expect(children.map((node) => ('data' in node ? node.data : null))).toEqual([
    'One',
    '|',
    'two',
    'three',
  ]);
});
