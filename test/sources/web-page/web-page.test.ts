import { describe, expect, test, vi } from 'vitest';
import { ReadError } from '../../../src/core/errors.ts';
import { pageSelectors } from '../../../src/sources/web-page/web-page.ts';
import { bareComment } from '../../../src/sources/comment-text.ts';
import { keepsTheContract } from '../contract.ts';
import { replayed, type Sample, textOf } from '../replay.ts';
import { pageSelectorsSample, page } from '../samples/web-page.ts';
import { storyUrl } from '../stories.ts';

keepsTheContract(pageSelectorsSample);

const read = (html: string, selectors: Record<string, string> | null = null) =>
  replayed(pageSelectors, { url: storyUrl, selectors }, { [storyUrl]: html }).page;

const ana: Sample = { id: 'c1', author: 'Ana', text: 'It sank.' };

const closing =
  'This discussion is now closed. Readers may comment for a limited period after publication.';

test('a comment of the 2010s is read: name, text, time with its zone, address', () => {
  expect(read(page([ana])).comments).toEqual([
    {
      ...bareComment,
      id: 'c1',
      parentId: null,
      author: 'Ana',
      body: { html: '<p>It sank.</p>' },
      publishedAt: Date.UTC(2011, 4, 6, 11, 40),
      url: `${storyUrl}#c1`,
    },
  ]);
});

test('the publisher’s closing sentence is kept whole', () => {
  const closed = read(
    page([ana], { heading: '<h3>Comments (1)</h3>', after: `<p>${closing}</p>` }),
  );
  expect(closed).toMatchObject({
    complete: true,
    closed: true,
    closingSentence: closing,
    total: 1,
  });
});

test('the closing sentence counts as bare text in the section too', () => {
  expect(read(page([ana], { after: closing })).closingSentence).toBe(closing);
});

test('a note that its theme names as closing is the closing sentence, whatever its words', () => {
  const note = '<p class="comments-closed">We let these words stand as they are.</p>';
  const html = page([ana], { after: note });
  expect(read(html)).toMatchObject({
    closed: true,
    closingSentence: 'We let these words stand as they are.',
  });
});

test('a closed discussion without a single comment is closed', () => {
  const html = '<div id="comments"><h3>Comments (0)</h3><p>Comments are closed.</p></div>';
  expect(read(html)).toMatchObject({
    closed: true,
    closingSentence: 'Comments are closed.',
    comments: [],
    complete: true,
  });
});

test.each([
  'Comments on this story are now closed.',
  'We are no longer accepting comments.',
  'Commenting has been closed.',
  'This discussion has ended.',
  'The conversation is now over.',
  'Kommentare sind geschlossen.',
  'Les commentaires sont fermés.',
  'Comentarios cerrados',
])('"%s" closes a discussion', (sentence) => {
  expect(read(page([ana], { after: `<p>${sentence}</p>` }))).toMatchObject({
    closed: true,
    closingSentence: sentence,
  });
});

test.each([
  'Once comments are closed, a note is shown here.',
  'Comments close after a week.',
  'Readers may comment for a limited period.',
  'The harbour office is closed.',
])('"%s" closes nothing', (sentence) => {
  expect(read(page([ana], { after: `<p>${sentence}</p>` })).closed).toBe('unknown');
});

test('a form to write in means open, whatever is said beside it', () => {
  const open = read(page([ana], { after: `<p>${closing}</p><form><textarea></textarea></form>` }));
  expect(open).toMatchObject({ closed: false, closingSentence: null });
});

test('the article’s own words close nothing', () => {
  const html = page([ana]).replace(
    'A ferry sank.',
    'The public comment period is closed. Comments are closed.',
  );
  expect(read(html).closed).toBe('unknown');
});

test('a page that shows a higher count than it holds is not complete', () => {
  expect(read(page([ana], { heading: '<h3>12 comments</h3>' }))).toMatchObject({
    complete: false,
    total: 12,
  });
});

test('a page whose comments vanished without a count is not complete', () => {
  expect(read('<div id="comments"><p>Nothing here.</p></div>')).toMatchObject({
    complete: false,
    comments: [],
  });
});

describe('replies', () => {
  const wordpress = `<ol class="comment-list">
    <li class="comment" id="comment-1"><cite class="fn">Ana</cite><time datetime="2011-05-06T11:40:00Z">old</time>
      <div class="comment-content"><p>First</p></div>
      <ol class="children"><li class="comment" id="comment-2"><cite class="fn">Ben</cite><div class="comment-content"><p>Second</p></div></li></ol>
    </li></ol>`;

  test('that stand inside their parent’s element have it as parent, and their own words', () => {
    expect(read(wordpress).comments).toMatchObject([
      {
        id: 'comment-1',
        parentId: null,
        author: 'Ana',
        body: { html: '<p>First</p>' },
        publishedAt: Date.UTC(2011, 4, 6, 11, 40),
      },
      { id: 'comment-2', parentId: 'comment-1', author: 'Ben', body: { html: '<p>Second</p>' } },
    ]);
  });

  test('that name their parent have it, also when it stands later', () => {
    const html =
      '<div id="comments"><div class="comment" id="c2" data-parent-id="c1"><p class="text">b</p></div><div class="comment" id="c1"><p class="text">a</p></div></div>';
    expect(read(html).comments.map(({ parentId }) => parentId)).toEqual(['c1', null]);
  });
});

test('an id that several elements share names none of them', () => {
  const html = page([
    { ...ana, id: 'x' },
    { id: 'x', author: 'Ben', text: 'It was old.' },
  ]);
  const ids = read(html).comments.map(({ id }) => id);
  expect(ids).not.toContain('x');
  expect(new Set(ids).size).toBe(2);
});

test('a relative time does not make a comment another one', () => {
  const at = (time: string) =>
    read(page([{ author: 'Ana', text: 'a' }]).replace('May 06, 2011 7:40am EDT', time)).comments[0]
      ?.id;
  expect(at('3 hours ago')).toBe(at('4 hours ago'));
});

test('links in a comment are made absolute, and scripts go', () => {
  const html =
    '<div id="comments"><div class="comment" id="c1"><div class="text"><a href="/x">x</a><a href="javascript:y()">y</a><script>z</script></div></div></div>';
  expect(read(html).comments[0]?.body).toEqual({
    html: '<a href="https://ledger.example/x">x</a><a>y</a>',
  });
});

test('a page of an older blog engine is read: replies apart from their parent’s text, the kind of count it shows', () => {
  const comment = (number: number, replies = '') =>
    `<li class="comment" id="li-comment-${number}"><div id="comment-${number}"><div class="comment-author vcard"><cite class="fn">Ana</cite> <span class="says">says:</span></div>
    <div class="comment-meta commentmetadata"><a href="#comment-${number}">May 6, 2011 at 7:40 am</a></div><div class="comment-body"><p>Words ${number}</p></div><div class="reply"><a>Reply</a></div></div>${replies}</li>`;
  const html = `<div id="comments"><h3>2 Responses to <em>Ferry</em></h3><ol class="commentlist">${comment(2, `<ul class="children">${comment(3)}</ul>`)}</ol><p class="nocomments">Comments are closed.</p></div>`;
  const { comments, ...rest } = read(html);
  expect(rest).toMatchObject({ complete: true, closed: true, total: 2 });
  expect(comments.map(({ parentId }) => parentId)).toEqual([null, 'li-comment-2']);
  expect(comments[0] && textOf(comments[0])).toContain('Words 2');
  expect(comments[0] && textOf(comments[0])).not.toContain('Words 3');
  expect(comments[0]?.publishedAt).toBe(Date.UTC(2011, 4, 6, 7, 40));
});

test('the time element is read before the line it stands in', () => {
  const html =
    '<ol class="comment-list"><li class="comment" id="c9"><footer class="comment-meta"><b class="fn">Ana</b> says: <div class="comment-metadata"><a href="#c9"><time datetime="2011-05-06T11:40:00+00:00">May 6</time></a></div></footer><div class="comment-content">x</div></li></ol>';
  expect(read(html).comments[0]).toMatchObject({
    author: 'Ana',
    publishedAt: Date.UTC(2011, 4, 6, 11, 40),
  });
});

describe('selectors of the operator’s', () => {
  const html =
    '<main><div class="post"><b>Ana</b><q>It sank.</q><i>06 May 2011 07:40</i></div><u>Over and out.</u><s>1 word</s></main>';
  const selectors = {
    comment: '.post',
    author: 'b',
    text: 'q',
    time: 'i',
    closed: 'u',
    count: 's',
    zone: 'EDT',
  };

  test('are used, with the zone of its times', () => {
    expect(read(html, selectors)).toMatchObject({
      complete: true,
      closed: true,
      closingSentence: 'Over and out.',
      comments: [
        { author: 'Ana', body: { html: 'It sank.' }, publishedAt: Date.UTC(2011, 4, 6, 11, 40) },
      ],
    });
  });

  test('that are no CSS are refused by name', () => {
    expect(() => read(html, { ...selectors, author: 'b[' })).toThrow(ReadError);
    expect(() => read(html, { ...selectors, author: 'b[' })).toThrow(/"author"/u);
  });

  test('that find nothing give an empty answer that is not complete', () => {
    expect(read(html, { comment: '.nothing' })).toMatchObject({
      complete: false,
      comments: [],
      closed: 'unknown',
    });
  });
});

test('a feed where a page should be is refused', () => {
  expect(() => read('<?xml version="1.0"?><rss><channel/></rss>')).toThrow(ReadError);
});

/** How often a set is asked while a page is read whose comments are all the same. */
function askedOf(count: number): { asked: number; ids: readonly string[] } {
  const same = Array.from({ length: count }, () => '<li>Ana says:<br>5 May 2011<br>Fog</li>');
  const html = `<html><body><h1>Fog</h1><ol id="comments">${same.join('')}</ol>`;
  const asked = vi.spyOn(Set.prototype, 'has');
  try {
    const { comments } = read(html);
    return { asked: asked.mock.calls.length, ids: comments.map(({ id }) => id) };
  } finally {
    asked.mockRestore();
  }
}

test('comments that are all the same have ids of their own, in steps by their number', () => {
  const half = askedOf(300);
  const whole = askedOf(600);
  expect(new Set(whole.ids).size).toBe(600);
  expect(whole.ids.slice(1, 3)).toEqual([`${whole.ids[0]}-2`, `${whole.ids[0]}-3`]);
  expect(whole.asked).toBeLessThan(half.asked * 2.1);
});
