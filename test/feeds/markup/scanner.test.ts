import { describe, expect, test } from 'vitest';
import { MarkupScanner } from '../../../src/feeds/markup/scanner.ts';

/** All tokens of a text, in short: "<a>", "</a>", "<a/>", "[cdata]", "<!declaration>", text. */
function tokens(markup: string): string[] {
  const scanner = new MarkupScanner(markup);
  const found: string[] = [];
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    const content = markup.slice(scanner.start, scanner.end);
    if (token === 'open') found.push(`<${scanner.name()}${scanner.isEmpty ? '/' : ''}>`);
    else if (token === 'close') found.push(`</${scanner.name()}>`);
    else if (token === 'cdata') found.push(`[${content}]`);
    else found.push(token === 'declaration' ? `<!${content}>` : content);
  }
  return found;
}

function attributes(tag: string, longest = 100): [string, string][] {
  const scanner = new MarkupScanner(tag);
  expect(scanner.next()).toBe('open');
  return scanner.attributes(longest, (value) => value).all();
}

describe('markup is taken apart', () => {
  test.each([
    ['', []],
    ['a', ['a']],
    ['<a>b</a>', ['<a>', 'b', '</a>']],
    ['<a/>', ['<a/>']],
    ['<a />b', ['<a/>', 'b']],
    ['<x:A-b.c>', ['<x:A-b.c>']],
    ['</a >', ['</a>']],
    ['<a><!-- <b> --></a>', ['<a>', '</a>']],
    ['<!-->a', ['a']],
    ['<?xml version="1.0"?>a', ['a']],
    ['<!DOCTYPE a>b', ['<!DOCTYPE a>', 'b']],
    ['<![CDATA[<a>]] ]]>b', ['[<a>]] ]', 'b']],
    ['<a b=">">c', ['<a>', 'c']],
    ["<a b='/>' c>d", ['<a>', 'd']],
    ['<a b="c"/>', ['<a/>']],
  ])('the tokens of %j are %j', (markup, expected) => {
    expect(tokens(markup)).toEqual(expected);
  });
});

describe('markup that is none, or half', () => {
  test.each([
    ['1 < 2', ['1 < 2']],
    ['<<<a>', ['<<', '<a>']],
    ['a <3 b', ['a <3 b']],
    ['a <– b', ['a <– b']],
    ['a<', ['a<']],
    ['a<b', ['a']],
    ['a</b', ['a']],
    ['a<!-- b', ['a']],
    ['a<!b', ['a']],
    ['a<?b', ['a']],
    ['a<![CDATA[b', ['a', '[b]']],
    ['<a b="c>d', ['<a>', 'd']],
    ['<a b="c>d<e f=\'g>h', ['<a>', 'd', '<e>', 'h']],
    ["<a it's>b</a it's>", ['<a>', 'b', '</a>']],
    ['<a "b>c', ['<a>', 'c']],
    ['</>a</ b>', ['</>', 'a', '</>']],
  ])('the tokens of %j are %j', (markup, expected) => {
    expect(tokens(markup)).toEqual(expected);
  });
});

describe('attributes', () => {
  test.each([
    ['<a>', []],
    ['<a b="c">', [['b', 'c']]],
    [
      '<a b=\'c\' d="e"/>',
      [
        ['b', 'c'],
        ['d', 'e'],
      ],
    ],
    ['<a\n B = "c"\t>', [['b', 'c']]],
    [
      '<a b=c/d e>',
      [
        ['b', 'c/d'],
        ['e', ''],
      ],
    ],
    ['<a b="">', [['b', '']]],
    ['<a b= >', [['b', '']]],
    ['<a b="1" b="2">', [['b', '1']]],
    ['<a x:b="c">', [['x:b', 'c']]],
    [
      '<a b="c"d="e">',
      [
        ['b', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      '<a ="b" c="d">',
      [
        ['"b"', ''],
        ['c', 'd'],
      ],
    ],
    ['<a / b>', [['b', '']]],
    ['<a b="it\'s">', [['b', "it's"]]],
    ['<a b="c>', [['b', '"c']]],
  ])('the attributes of %j are %j', (tag, expected) => {
    expect(attributes(tag)).toEqual(expected);
  });

  test('attributes are limited in length and number', () => {
    expect(attributes(`<a b="${'c'.repeat(50)}">`, 10)).toEqual([['b', 'c'.repeat(10)]]);
    const many = Array.from({ length: 200 }, (_, n) => `a${n}="${n}"`).join(' ');
    expect(attributes(`<a ${many}>`)).toHaveLength(64);
  });
});

test('a name is cut at a hundred characters', () => {
  expect(tokens(`<${'a'.repeat(5_000)}>`)).toEqual([`<${'a'.repeat(100)}>`]);
});

test('markup that is skipped is not read', () => {
  const scanner = new MarkupScanner('<script>"<a>"</script>b');
  expect(scanner.next()).toBe('open');
  scanner.skipTo('<script>"<a>"'.length);
  expect(scanner.next()).toBe('close');
  expect(scanner.closes('script')).toBe(true);
});
