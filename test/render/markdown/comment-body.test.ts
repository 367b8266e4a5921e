import { expect, test } from 'vitest';
import { commentMarkdown, commentText } from '../../../src/render/markdown/comment-body.ts';

const shown = (markdown: string) => commentMarkdown({ markdown });

test.each([
  ['**bold** and __bold__', '**bold** and **bold**'],
  ['*emphasis* and _emphasis_', '*emphasis* and *emphasis*'],
  ['~~struck~~', '~~struck~~'],
  ['`a < b`', '`a < b`'],
  ['``a ` b``', 'a \\` b'],
  ['[the paper](https://ledger.example/a)', '[the paper](<https://ledger.example/a>)'],
  ['[a](https://ledger.example/a_(b) "title")', '[a](<https://ledger.example/a_%28b%29>)'],
  ['<https://ledger.example/a>', '<https://ledger.example/a>'],
  ['![a pier](https://ledger.example/pier.jpg)', '[a pier](<https://ledger.example/pier.jpg>)'],
  ['![](https://ledger.example/pier.jpg)', '[Image](<https://ledger.example/pier.jpg>)'],
  ['snake_case_name', 'snake\\_case\\_name'],
  ['2 * 3 * 4', '2 \\* 3 \\* 4'],
  ['\\*not emphasis\\*', '\\*not emphasis\\*'],
  ['**never closed', '\\*\\*never closed'],
  ['one\ntwo', 'one\ntwo'],
  ['one\n\ntwo', 'one\n\ntwo'],
  ['# Heading', '**Heading**'],
  ['> quoted\n> on\n\nmine', '> quoted\n> on\n\nmine'],
  ['- one\n- two', '- one\n- two'],
  ['3. three\n4. four', '3. three\n4. four'],
  ['```js\nconst a = 1;\n```\nafter', '```\nconst a = 1;\n```\n\nafter'],
  ['a\n\n***\n\nb', 'a\n\nb'],
  ['a\n::: spoiler The *end*\nHe dies.\n:::\nb', 'a\n\nThe *end*\n\n||He dies.||\n\nb'],
  ['::: spoiler\nnever closed', '||never closed||'],
  ['::: warning\na\n:::', '::: warning\na\n:::'],
])('%j is shown as %j', (markdown, expected) => {
  expect(shown(markdown)).toBe(expected);
});

test.each([
  ['HTML', '<img src=x onerror=alert(1)> <b>b</b>', /^\\<img.*\\<b>b\\<\/b>$/u],
  ['a link to a script', '[x](javascript:alert(1))', /^x$|^\\\[/u],
  ['a mention', '@everyone <@123456789012345678>', /^@\u200beveryone \\<@\u200b/u],
  ['a link that pretends', '[https://bank.example](https://evil.example)', /evil\.example/u],
  ['an attribute', '[x](<https://a.example/" onclick="y>)', /^\[x\]\(<https:\/\/a\.example\/%22/u],
])('%s in markdown does no harm', (_, markdown, expected) => {
  expect(shown(markdown)).toMatch(expected);
});

test('plain text is the text without its marks', () => {
  expect(commentText({ markdown: '**Late**, [again](https://a.example).\n\n- one' })).toBe(
    'Late, again.\n\n- one',
  );
  expect(commentText({ text: 'One.\n\nTwo <b>.' })).toBe('One.\n\nTwo <b>.');
});

test.each(['*', '**a ', '_a', '`', '`` ` ', '[', '[a](', '![', '<', '> ', '- ', '\\', '~~'])(
  'fifty thousand characters of %j are cut to what messages can show',
  (mark) => {
    const markdown = mark.repeat(60_000);
    expect(commentText({ markdown }).length).toBeLessThanOrEqual(50_000);
    expect(shown(markdown).length).toBeLessThanOrEqual(110_000);
  },
);
