import { parse } from 'discord-markdown-parser';
import { expect, test } from 'vitest';
import type { CommentBody } from '../../../src/core/discussion/comment.ts';
import { renderComment } from '../../../src/render/messages/comment.ts';
import { Random } from '../../support/random.ts';

// Texts of strangers, drawn by a seed, read back by a parser of Discord's markdown that is not ours.

const seeds = Array.from({ length: 300 }, (_, seed) => seed);

/** What people write, and what breaks out of a careless mirror. */
const pieces = [
  'the ferry sank',
  'Ünïcödé',
  '渡し船が沈んだ。',
  'سفينة',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ban:123456789012345678>',
  '<id:customize>',
  '<t:1304682000:R>',
  '<:wave:123456789012345678>',
  '<a:wave:123456789012345678>',
  ':smile:',
  '**',
  '*',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '``',
  '```',
  '```js\n',
  '\n',
  '\n\n',
  '\n> ',
  '\n>>> ',
  '\n# ',
  '\n-# ',
  '\n- ',
  '\n1. ',
  '\\',
  '\\\\',
  '[news](https://evil.example)',
  '[https://ledger.example](https://evil.example)',
  '<https://ledger.example/a_b_c>',
  'https://ledger.example/a_(b)*c*?q=1|2',
  'discord.gg/abc',
  ' ',
  '\t',
  '\u200b',
  '\u202e',
  '\u0000',
  '\ud800',
  'Z̶͓͑a̷l̴g̵o̸',
  '&lt;@123456789012345678&gt;',
  '&amp;',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  'x'.repeat(90),
] as const;

const withoutAddresses = pieces.filter((piece) => !piece.includes('://'));

function text(random: Random, from: readonly string[] = pieces): string {
  const count = random.chance(0.1) ? random.whole(200, 900) : random.whole(1, 40);
  return Array.from({ length: count }, () => random.pick(from) ?? '').join('');
}

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const tags = [
  'p',
  'b',
  'em',
  's',
  'blockquote',
  'pre',
  'code',
  'ul',
  'li',
  'h2',
  'spoiler',
] as const;

/** HTML as a site might give it: balanced or not, with links and images. */
function html(random: Random): string {
  const parts = Array.from({ length: random.whole(1, 30) }, () => {
    const words = escaped(random.pick(pieces) ?? '');
    const tag = random.pick(tags) ?? 'p';
    if (random.chance(0.2))
      return `<a href="https://ledger.example/${random.whole(1, 9)}">${words}</a>`;
    if (random.chance(0.1)) return `<img src="https://ledger.example/a.png" alt="${words}">`;
    if (random.chance(0.2)) return `<${tag}>${words}`;
    return `<${tag}>${words}</${tag}>`;
  });
  return parts.join('');
}

const rendered = (body: CommentBody) =>
  renderComment(
    {
      id: '1',
      parentId: null,
      author: 'Ana',
      authorUrl: null,
      avatarUrl: null,
      body,
      publishedAt: null,
      editedAt: null,
      url: null,
      deleted: false,
    },
    {
      key: 'k',
      articleUrl: null,
      siteName: 'Ledger',
      mirroredAt: 0,
      replyTo: null,
      answered: null,
      persona: null,
      hidden: false,
      quiet: false,
      language: 'en',
    },
  );

interface Node {
  type: string;
  content?: Node[] | string;
}

/** The nodes of a message as a reader's Discord would see them, without the line of the author. */
function nodesOf(content: string): Node[] {
  const all: Node[] = [];
  const open = [...(parse(content, 'extended') as Node[])];
  for (let node = open.shift(); node; node = open.shift()) {
    all.push(node);
    if (Array.isArray(node.content)) open.unshift(...node.content);
  }
  return all;
}

/** Whatever calls a person, leads to a place in Discord, or draws what the author did not write. */
const active = new Set([
  'user',
  'channel',
  'role',
  'everyone',
  'here',
  'emoji',
  'timestamp',
  'slashCommand',
  'guildNavigation',
]);
const markup = new Set([
  'em',
  'strong',
  'underline',
  'strikethrough',
  'spoiler',
  'inlineCode',
  'codeBlock',
  'blockQuote',
  'heading',
  'subtext',
  'link',
]);

/** Letters and digits, which no rendering may lose or repeat. */
const seen = (words: string) => words.replaceAll(/[^\p{L}\p{N}]+/gu, '').normalize('NFC');

const noText = /^\*\(no text\)\*$/u;
const firstLine = /^\*\*Ana\*\* · Ledger\n/u;

test.each(seeds)('seed %i: a text is shown as it was written, and nothing in it acts', (seed) => {
  const written = text(new Random(seed), withoutAddresses);
  for (const body of [{ text: written }, { html: `<p>${escaped(written)}</p>` }]) {
    const messages = rendered(body);
    const shown: string[] = [];
    for (const [part, { content = '', allowed_mentions }] of messages.entries()) {
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(Buffer.from(content).toString()).toBe(content);
      expect(allowed_mentions).toEqual({ parse: [] });
      const own = part === 0 ? content.replace(firstLine, '').replace(noText, '') : content;
      const nodes = nodesOf(own);
      const kinds = new Set(nodes.map(({ type }) => type));
      const isLast = part === 4;
      for (const kind of [...active, ...markup]) {
        if (isLast && kind === 'subtext') continue;
        expect(kinds, `${kind} in ${JSON.stringify(own)}`).not.toContain(kind);
      }
      shown.push(
        nodes.map(({ content: words }) => (typeof words === 'string' ? words : '')).join(''),
      );
    }
    const whole = seen(shown.join(''));
    if (messages.length < 5) expect(whole).toBe(seen(written));
    else expect(seen(written).startsWith(seen(shown.slice(0, -1).join('')))).toBe(true);
  }
});

test.each(seeds)(
  'seed %i: HTML and Markdown are within the limits, and nothing in them acts',
  (seed) => {
    const random = new Random(10_000 + seed);
    for (const body of [{ html: html(random) }, { markdown: text(random) }]) {
      const messages = rendered(body);
      expect(messages.length).toBeLessThanOrEqual(5);
      for (const { content = '', allowed_mentions } of messages) {
        expect(content.length).toBeLessThanOrEqual(2_000);
        expect(allowed_mentions).toEqual({ parse: [] });
        const kinds = new Set(nodesOf(content).map(({ type }) => type));
        for (const kind of active) {
          expect(kinds, `${kind} in ${JSON.stringify(content)}`).not.toContain(kind);
        }
      }
    }
  },
);
