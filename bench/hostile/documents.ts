import type { Comment } from '../../src/core/discussion/comment.ts';
import { unknownStory } from '../../src/core/story/story.ts';
import type { Answer, Parsers } from '../../src/newsroom/parsers.ts';
import { bareComment } from '../../src/sources/comment-text.ts';
import { commentPlace } from '../../test/support/comment-place.ts';

/** A document made to take for ever, and how the bot reads it. */
export interface HostileDocument {
  name: string;
  bytes: number;
  read: (parsers: Parsers, signal: AbortSignal) => Promise<unknown>;
}

const url = 'https://ledger.example/fog';
const encoded = (text: string) => new TextEncoder().encode(text);
const words = 'The harbour board put off its ruling, again, on the new pier, for more time. ';

function answerOf(text: string, contentType: string): Answer {
  return { body: encoded(text), headers: { 'content-type': contentType }, url };
}

const sourceRefs = {
  'page-selectors': { url, selectors: null },
  'comment-feed': { url, page: null },
} as const;

/** As a discussion's look reads it: first whether there are comments, then which. */
function comments(
  name: string,
  text: string,
  source: keyof typeof sourceRefs = 'page-selectors',
): HostileDocument {
  const isPage = source === 'page-selectors';
  const contentType = isPage ? 'text/html; charset=utf-8' : 'application/rss+xml';
  const { body, headers } = answerOf(text, contentType);
  const answers = [{ kind: 'document', url, finalUrl: url, body, headers }] as const;
  const clues = { story: { ...unknownStory, url }, settings: { source, selectors: null } };
  const read = async (parsers: Parsers, signal: AbortSignal) => {
    if (isPage) await parsers.findComments(clues, answers, signal);
    return parsers.readComments({ name: source, ref: sourceRefs[source] }, answers, signal);
  };
  return { name, bytes: body.length, read };
}

function article(name: string, text: string): HostileDocument {
  const answer = answerOf(text, 'text/html; charset=utf-8');
  const read = (parsers: Parsers, signal: AbortSignal) => parsers.article(answer, signal);
  return { name, bytes: answer.body.length, read };
}

function feed(name: string, text: string, contentType = 'application/rss+xml'): HostileDocument {
  const answer = answerOf(text, contentType);
  const read = (parsers: Parsers, signal: AbortSignal) => parsers.feed(answer, signal);
  return { name, bytes: answer.body.length, read };
}

function messages(name: string, count: number, text: string): HostileDocument {
  const written = Array.from({ length: count }, (_, index): Comment => {
    return { ...bareComment, id: String(index), author: 'Ana', body: { text } };
  });
  const read = (parsers: Parsers, signal: AbortSignal) =>
    parsers.prepareComments(written, commentPlace(), signal);
  return { name, bytes: encoded(text).length * count, read };
}

const entry = (number: number, text: string, inside = '') =>
  `<div class="comment" id="c-${number}"><div class="comment-author">Ana wrote:</div><div class="comment-text">${text}</div><div class="comment-date">May 06, 2011 7:40am EDT</div>${inside}</div>`;
const section = (inside: string) =>
  `<html><body><h1>Fog</h1><div id="comments"><h3>Comments</h3>${inside}</div>`;

function nested(depth: number, text: string): string {
  let html = '';
  for (let level = depth; level > 0; level -= 1) html = entry(level, text, html);
  return section(html);
}

function flat(count: number, text: string): string {
  return section(Array.from({ length: count }, (_, number) => entry(number, text)).join(''));
}

const article30 = `<article>${`<p>${words}${words}</p>`.repeat(30)}</article>`;
const bylines = '<li>Ana says:<br>5 May 2011<br>Fog</li>';
const jsonFeed = (items: readonly object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Ledger', items });

/** What was slow once, the worst first of each kind, at the sizes that were seen then. */
export const hostileDocuments = (): HostileDocument[] => [
  comments('one comment of 10,400 <p>', section(entry(1, '<p>'.repeat(10_400)))),
  comments('300 nested comments of 100 <p>', nested(300, '<p>a'.repeat(100))),
  comments('3,000 flat comments', flat(3_000, '<p>Fog over the pier.</p>')),
  comments('2.5 KB of nested elements', section('<div class="comment"><p>a'.repeat(85))),
  comments('19 KB of nested elements', section('<div><p class="comment">a'.repeat(680))),
  comments('bylines of comments, 100 KB', section(bylines.repeat(2_500))),
  comments('bylines of comments, 1 MB', section(bylines.repeat(25_000))),
  article('an article with bylines of comments', `${article30}${bylines.repeat(25_000)}`),
  article('25,000 flat <p>', `<article>${'<p>x</p>'.repeat(25_000)}</article>`),
  comments('25,000 flat <p> as comments', section(entry(1, '<p>x</p>'.repeat(25_000)))),
  article('60,000 nested <li><p>', '<li><p>'.repeat(30_000)),
  comments('60,000 nested <li><p> as comments', section('<li><p>'.repeat(30_000))),
  article('260 KB of no-break spaces', `<article><p>Fog${'\u00a0'.repeat(130_000)}over`),
  article('260 KB of no-break entities', `<p>Fog${'&nbsp;'.repeat(43_000)}over</p>`),
  messages('20 Japanese comments of 50,000 letters', 20, '港は霧に包まれた'.repeat(6_250)),
  comments('a comment feed of namespaces, 149 KB', namespaces(5_400), 'comment-feed'),
  feed('a feed of namespaces, 149 KB', namespaces(5_400)),
  feed(
    'a JSON Feed of 50,000 items',
    jsonFeed(Array.from({ length: 50_000 }, (_, id) => ({ id: String(id), title: 'Fog' }))),
    'application/feed+json',
  ),
  feed(
    '1,000 items of long distinct authors',
    `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ledger</title>${Array.from(
      { length: 1_000 },
      (_, index) =>
        `<item><title>Fog ${index}</title><dc:creator>${`Ana${index} Ruiz, Bo${index} Lind, `.repeat(40)}</dc:creator></item>`,
    ).join('')}`,
  ),
  article('an article of 2 MB', `<article>${`<p>${words}</p>`.repeat(23_000)}</article>`),
  comments('5,000 comments, the most that are read', flat(5_000, `<p>${words.repeat(5)}</p>`)),
];

/** Each element declares one more; those around it stay. */
function namespaces(count: number): string {
  const open = Array.from({ length: count }, (_, index) => `<a xmlns:n${index}="u${index}">`);
  return `<rss version="2.0"><channel><title>Ledger</title><item><title>Fog</title>${open.join('')}`;
}
