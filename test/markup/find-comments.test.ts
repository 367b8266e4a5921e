import { load } from 'cheerio/slim';
import { describe, expect, test } from 'vitest';
import { findComments } from '../../src/markup/find-comments.ts';
import type { FoundComment } from '../../src/markup/comment-units.ts';
import type { ChildNode } from '../../src/markup/nodes.ts';
import { scan } from '../../src/markup/scan.ts';
import { commentsOf } from '../../src/sources/web-page/comments.ts';

const url = 'https://ledger.example/harbour';

function read(html: string) {
  const [root] = load(`<html><body>${html}</body></html>`).root().toArray();
  const page = scan(root ?? { children: [] });
  const found = findComments(page).section?.comments ?? [];
  const comments = commentsOf(
    found.map((one: FoundComment) => ({ found: one, selected: {} })),
    page,
    { url, zone: undefined },
  );
  return comments.map(({ id, parentId, author, publishedAt, body }) => ({
    parent: comments.find((other) => other.id === parentId)?.author ?? null,
    author,
    at: publishedAt,
    text: Object.values(body).join(''),
    id,
  }));
}

const at = Date.UTC(2011, 4, 6, 11, 40);
const ana = {
  author: 'Ana',
  at,
  text: expect.stringContaining('It sank.') as string,
  parent: null,
};
const ben = {
  author: 'Ben',
  at: at + 600_000,
  text: expect.stringContaining('It was old.') as string,
};

describe('comments are read whatever their markup', () => {
  test.each([
    [
      'one cell of a table, with "wrote:"',
      '<table><tr><td><font><b>Comments (2)</b></font><br><b>Ana</b> wrote:<br>It sank.<br><font>May 06, 2011 7:40am EDT -- <a href="#">Report as abuse</a></font><br><b>Ben</b> wrote:<br>It was old.<br><font>May 06, 2011 7:50am EDT -- <a href="#">Report as abuse</a></font></td></tr></table>',
    ],
    [
      'rows of a table',
      '<table><tr><th>2 comments</th></tr><tr><td><b>Ana</b> wrote:</td></tr><tr><td>It sank.</td></tr><tr><td>May 06, 2011 7:40am EDT</td></tr><tr><td><b>Ben</b> wrote:</td></tr><tr><td>It was old.</td></tr><tr><td>May 06, 2011 7:50am EDT</td></tr></table>',
    ],
    [
      'a list of terms',
      '<h4>2 comments</h4><dl><dt>Ana said...</dt><dd>It sank.</dd><dd>May 06, 2011 7:40am EDT</dd><dt>Ben said...</dt><dd>It was old.</dd><dd>May 06, 2011 7:50am EDT</dd></dl>',
    ],
    [
      'a line below each that says who posted it',
      '<h2>Comments (2)</h2><div><p>It sank.</p><p>Posted by: Ana at May 6, 2011 7:40 AM EDT</p><p>It was old.</p><p>Posted by: Ben at May 6, 2011 7:50 AM EDT</p></div>',
    ],
    [
      'names that a build tool made',
      '<section class="css-1a"><h2 class="css-2b">Comments (2)</h2><ul><li class="css-3c"><div><span class="css-4d">Ana</span><time datetime="2011-05-06T11:40:00Z">May 6</time></div><p>It sank.</p><button>Reply</button></li><li class="css-3c"><div><span class="css-4d">Ben</span><time datetime="2011-05-06T11:50:00Z">May 6</time></div><p>It was old.</p><button>Reply</button></li></ul></section>',
    ],
    [
      'spans alone',
      '<h3>Comments (2)</h3><div><div class="row"><span class="who">Ana</span><span class="when">6 May 2011 07:40 EDT</span><span class="what">It sank.</span></div><div class="row"><span class="who">Ben</span><span class="when">6 May 2011 07:50 EDT</span><span class="what">It was old.</span></div></div>',
    ],
    [
      'another language',
      '<h3>2 Kommentare</h3><div><div class="z"><b>Ana</b> schrieb am 06.05.2011 11:40:<p>It sank.</p><a href="#">Antworten</a></div><div class="z"><b>Ben</b> schrieb am 06.05.2011 11:50:<p>It was old.</p><a href="#">Antworten</a></div></div>',
    ],
  ])('in %s', (_, html) => {
    expect(read(html)).toMatchObject([ana, { ...ben, parent: null }]);
  });

  test('with a reply inside the comment that it answers, or beside it', () => {
    const head = (name: string, minute: number) =>
      `<div><span>${name}</span><time datetime="2011-05-06T11:${minute}:00Z">May 6</time></div>`;
    const inside = `<h2>Comments (2)</h2><ul><li class="x">${head('Ana', 40)}<p>It sank.</p><button>Reply</button><ul><li class="x">${head('Ben', 50)}<p>It was old.</p><button>Reply</button></li></ul></li></ul>`;
    const beside = `<h2>Comments (3)</h2><div><div class="th"><div class="e">${head('Ana', 40)}<p>It sank.</p><button>Reply</button></div><div class="replies"><div class="e">${head('Ben', 50)}<p>It was old.</p><button>Reply</button></div></div></div><div class="th"><div class="e">${head('Chen', 55)}<p>It was not.</p><button>Reply</button></div></div></div>`;
    expect(read(inside)).toMatchObject([ana, { ...ben, parent: 'Ana' }]);
    expect(read(beside)).toMatchObject([
      ana,
      { ...ben, parent: 'Ana' },
      { author: 'Chen', parent: null },
    ]);
  });
});

describe('no comments are read from', () => {
  const teaser = (title: string) =>
    `<div class="card"><a href="/x"><h3>${title}</h3></a><span class="by">By Ana Ruiz</span><time datetime="2011-05-06T11:40:00Z">May 6</time></div>`;
  test.each([
    [
      'a list of related stories',
      `<h2>Related</h2>${teaser('A ferry sank')}${teaser('A bell rang')}`,
    ],
    [
      'the most commented stories',
      `<h2>Most commented</h2>${teaser('A ferry sank')}${teaser('A bell rang')}`,
    ],
    [
      'stories below a link to the comments',
      `<a href="/story/comments">12 comments</a><section>${teaser('A ferry sank')}${teaser('A bell rang')}</section>`,
    ],
    [
      'stories below an empty comment section',
      `<div><h2>Comments</h2><p>Log in to comment.</p></div><section>${teaser('A ferry sank')}${teaser('A bell rang')}</section>`,
    ],
    [
      'an article below a button for its comments',
      `<div><div><h3>Comments</h3><button>Share</button></div><div><b>Ana Ruiz</b><time datetime="2011-05-06T11:40:00Z">May 6</time>${'<p>The harbour board has asked for the ferry, and nobody knows why it sank.</p>'.repeat(60)}</div></div>`,
    ],
    [
      'a live ticker',
      '<h2>Live</h2><div class="t"><time>11:40</time><b>Ana Ruiz</b><p>It sank.</p></div><div class="t"><time>11:50</time><b>Ben Cho</b><p>It was old.</p></div>',
    ],
    [
      'authors',
      '<h2>Discussion</h2><ul><li><b>Ana Ruiz</b><p>Writes about ships.</p></li><li><b>Ben Cho</b><p>Edits.</p></li></ul>',
    ],
  ])('%s', (_, html) => {
    expect(read(html)).toEqual([]);
  });
});

describe('the number of visited nodes grows with the page, not faster', () => {
  /** How often the children of nodes are asked for while a page's comments are read. */
  function visits(html: string): { nodes: number; asked: number; comments: number } {
    const [root] = load(`<html><body>${html}</body></html>`).root().toArray();
    let asked = 0;
    let nodes = 0;
    const pending: (ChildNode | NonNullable<typeof root>)[] = root ? [root] : [];
    for (let node = pending.pop(); node; node = pending.pop()) {
      nodes += 1;
      if (!('children' in node)) continue;
      const { children } = node;
      pending.push(...children);
      const counted = new Proxy(children, {
        get(target, key, receiver) {
          if (typeof key === 'string' && /^\d+$/u.test(key)) asked += 1;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
      Object.defineProperty(node, 'children', { value: counted });
    }
    const page = scan(root ?? { children: [] });
    const found = findComments(page).section?.comments ?? [];
    const read = found.map((one) => ({ found: one, selected: {} }));
    const { length } = commentsOf(read, page, { url, zone: undefined });
    return { nodes, asked, comments: length };
  }
  const entry = (number: number, text: string, inside = '') =>
    `<div class="comment" id="c-${number}"><div class="comment-author">Ana wrote:</div><div class="comment-text">${text}</div><div class="comment-date">May 06, 2011 7:40am EDT</div>${inside}</div>`;
  const section = (entries: string) => `<div id="comments"><h3>Comments</h3>${entries}</div>`;
  const nested = (depth: number) => {
    let html = '';
    for (let level = depth; level > 0; level -= 1) html = entry(level, '<p>a'.repeat(100), html);
    return section(html);
  };
  const flat = (count: number) =>
    section(Array.from({ length: count }, (_, number) => entry(number, '<p>Words.</p>')).join(''));

  test.each([
    [
      'one comment of many paragraphs',
      (size: number) => section(entry(1, '<p>a'.repeat(size * 10))),
      1040,
    ],
    ['nested comments of a hundred paragraphs', nested, 150],
    ['flat comments', flat, 1500],
    ['sections in sections', (size: number) => `${'<div id="comments">'.repeat(size)}<p>x`, 150],
    [
      'times and names in one cell',
      (size: number) =>
        section('<b>Ana</b> wrote:<br>It sank.<br>May 06, 2011 7:40am EDT<br>'.repeat(size)),
      1000,
    ],
  ])('of %s', (_, html, size) => {
    const half = visits(html(size / 2));
    const whole = visits(html(size));
    expect(whole.nodes).toBeGreaterThan(half.nodes * 1.5);
    expect(whole.asked / whole.nodes).toBeLessThan((half.asked / half.nodes) * 1.2 + 1);
    expect(whole.asked).toBeLessThan(whole.nodes * 30);
  });
});
