import { describe, expect, test } from 'vitest';
import { discordMarkdown, plainText } from '../../../src/render/index.ts';

const gap = '\u200b';

describe('markdown of a comment', () => {
  test.each([
    ['<p>One.</p><p>Two.<br>Three.</p>', 'One.\n\nTwo.\nThree.'],
    ['One.<br><br><br>Two.', 'One.\n\nTwo.'],
    [' folded \n white   space ', 'folded white space'],
    ['<b>bold</b> <em>leaning</em> <del>gone</del>', '**bold** *leaning* ~~gone~~'],
    ['<b> spaced </b>word', '**spaced** word'],
    ['<b>a</b><i>b</i>', `**a**${gap}*b*`],
    ['<b>one<i>two</i></b>', `**one**${gap}***two***`],
    ['<b></b>x<i> </i>y', 'x y'],
    ['<h2>Tides</h2>High.', '**Tides**\n\nHigh.'],
    ['<blockquote><p>a</p><p>b</p></blockquote>c', '> a\n> \n> b\n\nc'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['<code>a*b</code> <code>c</code>', '`a*b` `c`'],
    ['<code>a`b</code>', 'a\\`b'],
    ['<pre>\n  if (a) {\n  }\n</pre>', '```\n  if (a) {\n  }\n```'],
    ['<pre>a```b</pre>', `\`\`\`\na\`${gap}\`\`b\n\`\`\``],
    ['<img src="x" alt="a gull"> flies', 'a gull flies'],
    [
      '<img src="https://ledger.example/gull.png"> flies',
      '<https://ledger.example/gull.png> flies',
    ],
    ['<img src="https://ledger.example/1.gif" width="1" height="1">counted', 'counted'],
    ['<img src="javascript:alert(1)">nothing', 'nothing'],
    [
      '<a href="https://ledger.example/gull"><img src="https://ledger.example/gull.png"></a>',
      '<https://ledger.example/gull>',
    ],
    ['a<script>alert(1)</script><style>b{}</style>c', 'ac'],
    ['<b>unclosed <i>tags', '**unclosed** ***tags***'],
    ['Tom &amp; Ana &lt;3', 'Tom & Ana \\<3'],
    ['a <span class="spoiler"> b <i>c</i> </span>d', 'a ||b *c*|| d'],
    ['<span class="md-spoiler-text">a</span>b', '||a||b'],
    ['<span class="spoiler">a || b</span>', '||a \\|\\| b||'],
    [
      '<details><summary>Food</summary><p>One <b>two</b>.</p><p>Three</p></details>d',
      'Food\n\n||One **two**.||\n\n||Three||\n\nd',
    ],
    ['<details><details><summary>a</summary>b</details></details>', '||a||\n||b||'],
    ['<details><pre>a\n\nb</pre></details>', '||`a`||\n||`b`||'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ])('the markup %j becomes the markdown %j', (html, markdown) => {
    expect(discordMarkdown(html)).toBe(markdown);
  });
});

describe('links', () => {
  test.each([
    [
      '<a href="https://a.example/x?utm_source=f&amp;b=1">here</a>',
      '[here](<https://a.example/x?utm_source=f&b=1>)',
    ],
    ['<a href="https://a.example/x_(y)">here</a>', '[here](<https://a.example/x_%28y%29>)'],
    ['<a href="javascript:alert(1)">here</a>', 'here'],
    ['<a href="/relative">here</a>', 'here'],
    ['<a href="https://evil.example/">bank.example</a>', 'bank.example (<https://evil.example/>)'],
    [
      '<a href="https://evil.example/">https://bank.example/login</a>',
      '<https://bank.example/login> (<https://evil.example/>)',
    ],
    [
      '<a href="https://evil.example/">bank．example</a>',
      'bank．example (<https://evil.example/>)',
    ],
    ['<a href="https://a.example/long/path">a.example/long…</a>', '<https://a.example/long/path>'],
    [
      '<a href="https://a.example.evil.example/">a.example…</a>',
      'a.example… (<https://a.example.evil.example/>)',
    ],
    ['<a href="https://bank.example@evil.example/">here</a>', '[here](<https://evil.example/>)'],
    [
      '<a href="https://a.example/">x](http://b.example)</a>',
      'x\\](<http://b.example/>) (<https://a.example/>)',
    ],
    ['<a href="https://a.example/">[1]</a>', '[(1)](<https://a.example/>)'],
    ['<a href="https://a.example/"><b>bold</b></a>', '**[bold](<https://a.example/>)**'],
    [
      'See https://a.example/b_c. Then (https://a.example/d).',
      'See <https://a.example/b_c>. Then (<https://a.example/d>).',
    ],
    ['steam://run/1', 'steam\\://run/1'],
  ])('the link %j becomes %j', (html, markdown) => {
    expect(discordMarkdown(html)).toBe(markdown);
  });
});

describe('a reader’s characters never become markup', () => {
  test.each([
    ['*a* _b_ ~~c~~ ||d|| `e`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`'],
    ['# a<br>- b<br>1. c<br>&gt; d<br>-# e', '\\# a\n\\- b\n1\\. c\n\\> d\n\\-# e'],
    ['@everyone @HERE', `@${gap}everyone @${gap}HERE`],
    ['@<b>&#8203;</b>everyone', `@${gap}everyone`],
    ['@<code>every`one</code>', '@every\\`one'],
    ['&lt;@123456789012345678&gt;', `\\<@${gap}123456789012345678>`],
    ['&lt;/feed:123456789012345678&gt;', '\\</feed:123456789012345678>'],
    ['&lt;t:1700000000:R&gt;', '\\<t\\:1700000000:R>'],
    ['[a](b)', '\\[a\\](b)'],
    ['a\\*b', 'a\\\\\\*b'],
    ['\u202eevil\u2066 z\u200bero', 'evil zero'],
    ['e\u0301\u0301\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301\u0301'],
    ['👩‍👩‍👧 نمی‌شود 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍👩‍👧 نمی‌شود 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ])('the text %j is escaped as %j', (html, markdown) => {
    expect(discordMarkdown(html)).toBe(markdown);
  });
});

test('elements nested deeper than the limit count as text of the element around them', () => {
  const html = `${'<div>'.repeat(3)}<b>deep</b>${'</div>'.repeat(3)} after`;
  expect(discordMarkdown(html, { depth: 3 })).toBe('deep\nafter');
  expect(discordMarkdown('<b>'.repeat(1000) + 'x')).toBe('**x**');
});

test('plainText gives the same lines as the markdown, without markup', () => {
  expect(plainText('<p>*One* &amp; <b>two</b></p><ul><li>three</li></ul>')).toBe(
    '*One* & two\n\n- three',
  );
});

test('the address of an invitation invites nobody', () => {
  expect(
    discordMarkdown('Join discord.gg/harbour or discord.com/invite/pier, not discord.gg.'),
  ).toBe('Join discord\\.gg/harbour or discord\\.com/invite/pier, not discord.gg.');
});
