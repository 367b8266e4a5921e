import { commentFeed } from '../../../src/sources/comment-feed/comment-feed.ts';
import type { Sample, SourceSample } from '../replay.ts';
import { storyUrl } from '../stories.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']] >');

export const namespaces =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"';

export function rss(comments: readonly Sample[], head = ''): string {
  const items = comments.map(
    ({ id, author, text }) =>
      `<item>${id ? `<guid>${storyUrl}#${id}</guid>` : ''}<title>By: x</title><dc:creator>${escape(author)}</dc:creator>` +
      `<pubDate>Fri, 06 May 2011 11:40:00 +0000</pubDate><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" ${namespaces}><channel><title>Comments on: Ferry</title>${head}${items.join('')}</channel></rss>`;
}

export const url = `${storyUrl}/feed/`;

export const commentFeedSample: SourceSample = {
  source: commentFeed,
  commentLinks: { feed: url, page: storyUrl },
  hasValidators: true,
  contentType: 'application/rss+xml',
  answers: (comments, kind) => {
    const total = { plain: null, windowed: 40, counted: comments.length }[kind];
    const head = total === null ? '' : `<slash:comments>${total}</slash:comments>`;
    return { [url]: rss(comments, head) };
  },
};
