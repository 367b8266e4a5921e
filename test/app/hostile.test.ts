import { afterAll, expect, test } from 'vitest';
import { createParserPool } from '../../src/app/parser-pool.ts';
import { readRobots, isAllowed } from '../../src/article/index.ts';
import { errorText, ReadError } from '../../src/core/errors.ts';
import { secondMs } from '../../src/core/time/duration.ts';
import { unknownStory } from '../../src/core/story/story.ts';
import { bareComment } from '../../src/sources/comment-text.ts';
import { commentPlace } from '../support/comment-place.ts';
import { testPool } from '../support/parsers.ts';
import { Random } from '../support/random.ts';

// The worst documents of 100 KB that we know of each kind, and random ones. A reader passes when it
// ends, with a result or a refusal of its own, before the pool ends it: what takes time by the square
// of the length takes minutes here.

const { signal } = new AbortController();
const length = 100_000;
const pool = createParserPool({ ...testPool, timeoutMs: 30 * secondMs });
afterAll(() => pool.close());

const filled = (unit: string) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const numbered = (unit: (index: number) => string) => {
  const pieces: string[] = [];
  for (let size = 0, index = 0; size < length; index += 1) {
    const piece = unit(index);
    pieces.push(piece);
    size += piece.length;
  }
  return pieces.join('');
};

const markup: Record<string, string> = {
  'flat paragraphs': filled('<p>'),
  'closed paragraphs': filled('<p>Fog</p>'),
  'nested blocks': filled('<div>'),
  'nested inline': `${filled('<b>').slice(0, length / 2)}${filled('</i>').slice(0, length / 2)}`,
  'nested lists': filled('<ul><li>x'),
  'nested tables': filled('<table><tr><td>'),
  'nested quotes': filled('<blockquote><p>q'),
  'unclosed tags': filled('<a href="'),
  'unclosed comments': filled('<!-- '),
  'unclosed sections': filled('<![CDATA['),
  'open angles': filled('<'),
  attributes: `<p ${numbered((index) => `a${index}=b `)}>Fog</p>`,
  namespaces: `<p ${numbered((index) => `xmlns:n${index}="u" `)}>Fog</p>`,
  classes: `<div class="${numbered((index) => `comment-${index} `)}">Fog</div>`,
  'no-break spaces': `<p>Fog${filled('\u00a0')}over</p>`,
  'no-break entities': `<p>Fog${filled('&nbsp;')}over</p>`,
  ampersands: filled('&'),
  entities: filled('&amp;lt;'),
  breaks: filled('<br>'),
  links: numbered((index) => `<a href="/${index}">Fog</a>`),
  metas: numbered((index) => `<meta name="author" content="Ana ${index}">`),
  scripts: filled(
    '<script type="application/ld+json">{"@type":"NewsArticle","author":[[[[{}]]]]}</script>',
  ),
  captions: filled('<figure><img src="/a.jpg"><figcaption>Photo: Ana</figcaption></figure>'),
  'no spaces': `<p>${filled('港')}</p>`,
  capitals: `<p>${filled('Ana Ruiz and ')}</p>`,
  'initials and stops': `<p>${filled('A. ')}</p>`,
  brackets: `<p>${filled('(')}</p>`,
  dashes: `<p>${filled('— ')}</p>`,
  'marks on a letter': `<p>e${filled('\u0301')}</p>`,
};

const comment = '<article class="comment" id="c"><h3 class="comment-author">Ana wrote:</h3>';
const comments: Record<string, string> = {
  'one long comment': `<div id="comments">${comment}<div class="comment-text">${filled('<p>')}</div></article></div>`,
  'flat comments': `<div id="comments">${filled(`${comment}<p>Fog</p></article>`)}`,
  'nested comments': `<div id="comments">${filled(`${comment}<p>Fog</p>`)}`,
  'headings of comments': filled('<h2>Comments (3)</h2>'),
  'bylines of comments': filled('<li>Ana says:<br>5 May 2011<br>Fog</li>'),
};

const scraps = [
  ['<p>', '</p>', '<div class="comment">', '</div>', '<b>', '<!--', '-->', '<![CDATA[', ']]>'],
  ['<item>', '</item>', '<entry>', '<title>', '</title>', '<dc:creator>', '<guid>', '<ul><li>'],
  ['&', '&amp;', '&#55357;', '&nbsp;', '"', "'", '=', '<a href=', '>', '<', '[', ']', '](', '`'],
  ['*', '_', '~~', '(Reporting by ', 'Ana Ruiz', ' and ', 'LONDON — ', '\u00a0', ' ', '\n', '港'],
  ['👩‍👩‍👧', '\ufffd', 'e\u0301', '{"items":[', '}', '://', '@', '. ', '… ', '\u2028', '5 May 2011'],
].flat();
const random = new Random(20_260);
for (let round = 0; round < 6; round += 1) {
  const few = Array.from({ length: random.whole(2, 12) }, () => random.pick(scraps) ?? '');
  markup[`random scraps ${round}`] = numbered(() => random.pick(few) ?? '');
}

const feeds: Record<string, string> = {
  'items without an end': filled('<item><title>Fog'),
  'categories of an item': `<item><title>Fog</title>${filled('<category>Fog</category>')}</item>`,
  'authors of an item': `<item><title>Fog</title><dc:creator>${numbered((index) => `Ana${index} Ruiz, `)}</dc:creator></item>`,
  'namespaces of each element': numbered((index) => `<item xmlns:n${index}="u"><n${index}:a>`),
  'deep namespaces': `<item>${numbered((index) => `<a xmlns:n${index}="u">`)}`,
};

const bytes = (text: string) => new TextEncoder().encode(text);
const host = 'https://ledger.example/fog';

/** Passes when the pool did not have to end the reader. */
async function ends(work: Promise<unknown>): Promise<void> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return;
  expect(error).toBeInstanceOf(ReadError);
  expect(errorText(error)).not.toMatch(/takes longer|needs more|could not be read/);
}

const rssOf = (items: string) =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ledger</title>${items}`;
const html = { 'content-type': 'text/html; charset=utf-8' };
const allMarkup = Object.entries({ ...markup, ...comments });

test.each(allMarkup)('a page of %s is read', async (_, text) => {
  const page = { body: bytes(`<html><body><h1>Fog</h1>${text}`), headers: html, url: host };
  await ends(pool.article(page, signal));
  await ends(pool.feedLinks(page, signal));
});

test.each(allMarkup)('a comment page of %s is read', async (_, text) => {
  const body = bytes(`<html><body><h1>Fog</h1>${text}`);
  const answer = { kind: 'document', url: host, finalUrl: host, body, headers: html } as const;
  const story = { ...unknownStory, url: host };
  const settings = { source: 'page-selectors', selectors: null };
  await ends(pool.findComments({ story, settings }, [answer], signal));
  const source = { name: 'page-selectors', ref: { url: host, selectors: null } };
  await ends(pool.readComments(source, [answer], signal));
});

test.each(Object.entries({ ...markup, ...feeds }))('a feed of %s is read', async (_, text) => {
  const described = `<item><title>${text}</title><description><![CDATA[${text}]]></description></item>`;
  const source = { name: 'comment-feed', ref: { url: host, page: null } };
  for (const feed of [rssOf(text), rssOf(described)]) {
    await ends(pool.feed({ body: bytes(feed), headers: {}, url: host }, signal));
    const body = bytes(feed);
    const answer = { kind: 'document', url: host, finalUrl: host, body, headers: {} } as const;
    await ends(pool.readComments(source, [answer], signal));
  }
  const version = 'https://jsonfeed.org/version/1.1';
  const item = { id: '1', content_html: text, content_text: text, title: text };
  const json = bytes(JSON.stringify({ version, items: [item] }));
  await ends(pool.feed({ body: json, headers: {}, url: host }, signal));
});

test.each(allMarkup)('comments of %s are rendered', async (_, text) => {
  const bodies = [{ html: text }, { text }, { markdown: text }];
  const written = bodies.map((body, index) => {
    return { ...bareComment, id: String(index), author: text, body };
  });
  await ends(pool.prepareComments(written, commentPlace(host), signal));
});

test.each(['utf-8', 'utf-16', 'windows-1252', 'shift_jis', 'gb18030', 'no-such-charset'])(
  'random bytes that are said to be %s are read',
  async (charset) => {
    const body = Uint8Array.from({ length }, () => random.below(256));
    const headers = { 'content-type': `text/html; charset=${charset}` };
    await ends(pool.feed({ body, headers, url: host }, signal));
    await ends(pool.article({ body, headers, url: host }, signal));
  },
);

test.each(['*', '*a', '/*$', 'Disallow: /\n', '%2A', 'User-agent: *\n'])(
  'a robots.txt of %j compares a path in as many steps as its rules have letters',
  (unit) => {
    const body = bytes(`User-agent: *\nDisallow: /${filled(unit)}\nDisallow: /${filled(unit)}`);
    const rules = readRobots(body, 'wirethread');
    const letters = rules.rules.reduce((sum, rule) => sum + rule.length, 0);
    expect(letters).toBeLessThanOrEqual(2 * length);
    expect(typeof isAllowed(rules, `${host}/${'a'.repeat(1_900)}`)).toBe('boolean');
  },
);
