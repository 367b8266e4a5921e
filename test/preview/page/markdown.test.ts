import { describe, expect, test } from 'vitest';

interface Node {
  kind: string;
  text?: string;
  children?: Node[];
  blocks?: Node[];
  entries?: { children: Node[]; inner: Node | null }[];
  [property: string]: unknown;
}

const address = new URL('../../../src/preview/page/public/markdown.js', import.meta.url).href;
const { blocks } = (await import(address)) as { blocks: (text: string) => Node[] };

/** A tree in short: `strong(text)`. */
function short(nodes: readonly Node[]): string {
  return nodes
    .map(({ kind, text, children, blocks: inner, entries, ...more }) => {
      if (kind === 'text') return text;
      if (kind === 'break') return '⏎';
      const inside = entries
        ? entries.map((one) => `•${short(one.children)}${one.inner ? short([one.inner]) : ''}`)
        : [text ?? short(children ?? inner ?? [])];
      const facts = Object.values(more).filter((fact) => fact !== '' && fact !== null);
      return `${kind}${facts.length > 0 ? `<${facts.join(' ')}>` : ''}(${inside.join('')})`;
    })
    .join('');
}

const line = (text: string): string => {
  const [block] = blocks(text);
  return short(block?.children ?? []);
};

describe('marks within a line', () => {
  test.each([
    ['**bold** and *soft*', 'strong(bold) and emphasis(soft)'],
    ['***both***', 'strong(emphasis(both))'],
    ['**a *b* c**', 'strong(a emphasis(b) c)'],
    ['__under__ ~~gone~~ _soft_', 'underline(under) strike(gone) emphasis(soft)'],
    ['||a **secret**||', 'spoiler(a strong(secret))'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2emphasis(3)4'],
    ['a * b * c', 'a * b * c'],
    [String.raw`\*plain\* \[no\](link)`, '*plain* [no](link)'],
    ['`code **kept**` ``a`b``', 'code(code **kept**) code(a`b)'],
    ['**unclosed', '**unclosed'],
  ])('%s', (text, tree) => {
    expect(line(text)).toBe(tree);
  });
});

describe('links, mentions and times', () => {
  test.each([
    [
      '[the *story*](https://paper.example/a_b)',
      'link<https://paper.example/a_b>(the emphasis(story))',
    ],
    ['[kept](<https://paper.example/>)', 'link<https://paper.example/>(kept)'],
    ['<https://paper.example/x>', 'link<https://paper.example/x>(https://paper.example/x)'],
    ['see https://paper.example/x.', 'see link<https://paper.example/x>(https://paper.example/x).'],
    ['(https://paper.example/x)', '(link<https://paper.example/x>(https://paper.example/x))'],
    ['[bad](javascript:alert)', '[bad](javascript:alert)'],
    ['<@42> <@!42> <@&7> <#9>', 'user<42>() user<42>() role<7>() channel<9>()'],
    ['<t:1790000000:R> <t:5>', 'time<1790000000 R>() time<5 f>()'],
    ['@everyone @here @nobody', 'mention(@everyone) mention(@here) @nobody'],
    ['</feed add:123> <:wave:456>', 'command<feed add>() :wave:'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%s', (text, tree) => {
    expect(line(text)).toBe(tree);
  });
});

describe('blocks', () => {
  test.each([
    ['# Title\n-# small\ntext', 'heading<1>(Title)small(small)paragraph(text)'],
    ['### Case 3\n#no heading', 'heading<3>(Case 3)paragraph(#no heading)'],
    ['> one\n> two\nafter', 'quote(paragraph(one⏎two))paragraph(after)'],
    ['before\n>>> all\nthe rest', 'paragraph(before)quote(paragraph(all⏎the rest))'],
    ['- a\n  - b\n- c', 'list(•alist(•b)•c)'],
    ['3. a\n4. b', 'list<3>(•a•b)'],
    ['```js\nlet a;\n```', 'codeBlock<js>(let a;)'],
    ['a\n```\n# kept\n```\nb', 'paragraph(a)codeBlock(# kept)paragraph(b)'],
    ['one\ntwo', 'paragraph(one⏎two)'],
  ])('%j', (text, tree) => {
    expect(short(blocks(text))).toBe(tree);
  });
});

test('markdown of nothing but marks is parsed in time and within the nesting limit', () => {
  const depth = (nodes: readonly Node[]): number =>
    1 + Math.max(0, ...nodes.map((one) => depth([...(one.children ?? []), ...(one.blocks ?? [])])));
  for (const mark of ['*', '_', '||', '[', '](', '`', '> ', '<', '~~', '**a ', '*a_', '- ']) {
    expect(depth(blocks(mark.repeat(2000)))).toBeLessThan(30);
  }
});
