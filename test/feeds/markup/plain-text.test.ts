import { describe, expect, test } from 'vitest';
import { decodeHTML } from 'entities';
import { decodeXml } from '../../../src/feeds/markup/entities.ts';
import {
  cleanText,
  paragraphs,
  plainText,
  titleText,
} from '../../../src/feeds/markup/plain-text.ts';

describe('the paragraphs of a fragment', () => {
  test.each([
    ['Boats came.', ['Boats came.']],
    ['Tide &lt; 5 &amp; rising', ['Tide < 5 & rising']],
    ['<p>Boats <b>came</b>.</p>\n<p>Gulls&nbsp;too.', ['Boats came.', 'Gulls too.']],
    ['One<br>two<BR/>three', ['One', 'two', 'three']],
    ['<x:p>One</x:p><x:p>two</x:p>', ['One', 'two']],
    ['<table><tr><td>High</td><td>4 m</td></tr></table>', ['High 4 m']],
    ['Boats.<script>if (a < b) document.write("<p>no</p>")</SCRIPT> Gulls.', ['Boats. Gulls.']],
    ['Boats.<script>never ends <p>', ['Boats.']],
    ['Boats.<figure>A <figure>b</figure> c</figure> Gulls.', ['Boats.', 'Gulls.']],
    ['Boats.<figure>never ends', ['Boats.']],
    ['<figure><figcaption>A boat.</figcaption></figure>', ['A boat.']],
    ['<iframe src="a"/>Boats.', ['Boats.']],
    ['<![CDATA[Boats & gulls]]>', ['Boats & gulls']],
    ['<nosuch>Boats</nosuch>', ['Boats']],
    ['<p></p> <p>&nbsp;</p>', []],
    ['', []],
  ])('the paragraphs of %j are %j', (html, expected) => {
    expect(paragraphs(html)).toEqual(expected);
  });

  test('no more paragraphs are read than asked for', () => {
    const html = '<p></p><p>One.</p><p>Two.</p><p>Three.</p>';
    expect(paragraphs(html, 2)).toEqual(['One.', 'Two.']);
    expect(paragraphs(html, 9)).toEqual(['One.', 'Two.', 'Three.']);
  });

  test('of very many paragraphs the first and the last are given', () => {
    const html = Array.from({ length: 900 }, (_, n) => `<p>${n}</p>`).join('');
    const read = paragraphs(html);
    expect([read.length, read[0], read[399], read[400], read.at(-1)]).toEqual([
      500,
      '0',
      '399',
      '800',
      '899',
    ]);
  });
});

test.each([
  ['a  b', 'a b'],
  [' a\n\tb ', 'a b'],
  ['a\u00a0b\u3000c', 'a b c'],
  ['soft\u00adhy\u200bphen', 'softhyphen'],
  ['a \u200b b', 'a b'],
  ['\u202eevil\u2066', 'evil'],
  ['a\u0007b\u0085c\u0081d', 'ab…cd'],
  ['lone \ud800 half', 'lone half'],
  ['“quoted” — 港 🚢 Ελλάδα', '“quoted” — 港 🚢 Ελλάδα'],
])('%j is cleaned to %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test.each([
  ['std::vector<int> & more', 'std::vector<int> & more'],
  ['<b>Pier</b> opens', 'Pier opens'],
  ['a <nosuch> b', 'a <nosuch> b'],
  ['Profit <estimates', 'Profit <estimates'],
])('the text of the title %j is %j', (title, text) => {
  expect(titleText(title)).toBe(text);
});

test('plain text is one line', () => {
  expect(plainText('<p>Boats.</p><p>Gulls &amp; terns.</p>')).toBe('Boats. Gulls & terns.');
  expect(plainText('Boats.')).toBe('Boats.');
});

describe('references', () => {
  test.each([
    ['&amp;lt;', '&lt;'],
    ['&lt;&gt;&quot;&apos;', '<>"\''],
    ['&#233;&#xE9;&#x1F6A2;', 'éé🚢'],
    ['&#147;&#151;', '“—'],
    ['&#0;&#xd800;&#x110000;&#99999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&eacute;&Zcaron;&CounterClockwiseContourIntegral;', 'éŽ∳'],
    ['a & b && c&', 'a & b && c&'],
    ['&nosuch; &; &#; &#x; &#xyz;', '&nosuch; &; &#; &#x; &#xyz;'],
    ['?a=1&copy=2&lt=3', '?a=1&copy=2&lt=3'],
    [`&${'a'.repeat(60)};`, `&${'a'.repeat(60)};`],
    ['&town;&town;', 'ObanOban'],
  ])('the XML %j is decoded as %j', (text, expected) => {
    expect(decodeXml(text, new Map([['town', 'Oban']]))).toBe(expected);
  });

  test.each([
    ['&copy 2011', '© 2011'],
    ['&nbsp;&rarr;&hellip;', '\u00a0→…'],
    ['&#8217s', '’s'],
    ['1 < 2 &notin; 3 &nosuch;', '1 < 2 ∉ 3 &nosuch;'],
    ['a & b', 'a & b'],
  ])('the HTML %j is decoded as %j', (text, expected) => {
    expect(decodeHTML(text)).toBe(expected);
  });
});
