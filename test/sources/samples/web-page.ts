import { pageSelectors } from '../../../src/sources/web-page/web-page.ts';
import type { Sample, SourceSample } from '../replay.ts';
import { storyUrl } from '../stories.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function page(comments: readonly Sample[], { heading = '', after = '' } = {}): string {
  const list = comments.map(
    ({ id, author, text }) =>
      `<div class="comment"${id ? ` id="${id}"` : ''}><div class="comment-author">${escape(author)} wrote:</div>` +
      `<div class="comment-text"><p>${escape(text)}</p></div>` +
      `<div class="comment-date">May 06, 2011 7:40am EDT &nbsp;--&nbsp; <a href="/report">Report as abuse</a></div></div>`,
  );
  return `<!doctype html><html><body><article><p>A ferry sank.</p></article><div id="comments">${heading}${list.join('')}${after}</div></body></html>`;
}

export const pageSelectorsSample: SourceSample = {
  source: pageSelectors,
  commentLinks: { feed: null, page: storyUrl },
  contentType: 'text/html',
  answers: (comments, kind) => {
    const around = {
      plain: {},
      windowed: { after: '<a href="?page=2">Older comments</a>' },
      counted: { heading: `<h3>Comments (${comments.length})</h3>` },
    };
    return { [storyUrl]: page(comments, around[kind]) };
  },
};
