import { load } from 'cheerio/slim';
import { expect, test } from 'vitest';
import { pageTree } from '../../src/markup/page-tree.ts';

const isLeftOut = (name: string) => name === 'svg' || name === 'script';
const htmlOf = (markup: string) =>
  load(pageTree(markup, { isLeftOut, lineBreak: '|' }).root).html();

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
  }).root.children;
  const children = paragraph && 'children' in paragraph ? paragraph.children : [];
  expect(children.map((node) => ('data' in node ? node.data : null))).toEqual([
    'One',
    '|',
    'two',
    'three',
  ]);
});

test.each([
  ['<div>', 20_000],
  ['<li><p>', 60_000],
  ['<ul><li>', 60_000],
])('a tree of nested %s has an end, and says so', (unit, count) => {
  const { root, isCut } = pageTree(`${unit.repeat(count)}Fog`, { isLeftOut, lineBreak: null });
  let depth = 0;
  const below = (node: object) => ('children' in node ? (node.children as object[])[0] : undefined);
  for (let node = below(root); node !== undefined; node = below(node)) depth += 1;
  expect(isCut).toBe(true);
  expect(depth).toBe(1_000);
});

test('a tree is the same wherever the markup is taken apart', () => {
  const unit =
    '<p class="a &amp; b" id=c>Fog &amp; <b>rain</b><br>over<!-- no --><script>"</b>"</script></p>';
  const expected = '<p class="a &amp; b" id="c">Fog &amp; <b>rain</b>|over</p>';
  expect(htmlOf(unit.repeat(2_000))).toBe(expected.repeat(2_000));
});
