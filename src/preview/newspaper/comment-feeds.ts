import { commentTag, commentUrl, storyTag, storyUrl } from './addresses.ts';
import { httpDate, isoDate } from './dates.ts';
import type { CommentView, StoryView } from './front-page.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageContext } from './page.ts';
import { paragraphs } from './prose.ts';

/** The story's newest comments, flat: an answer does not say what it answers. */
export function commentsRss({ paper, base }: PageContext, story: StoryView): string {
  const url = storyUrl(base, story.slug);
  const item = (comment: CommentView): Markup => markup`<item>
<title>${`By: ${comment.author}`}</title>
<link>${commentUrl(base, story.slug, comment.id)}</link>
<guid isPermaLink="false">${commentTag(paper, story, comment.id)}</guid>
<dc:creator>${comment.author}</dc:creator>
<pubDate>${httpDate(comment.publishedAt)}</pubDate>
<description>${comment.text}</description>
<content:encoded>${html(comment)}</content:encoded>
</item>
`;
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0">
<channel>
<title>${`Comments on: ${story.headline}`}</title>
<link>${url}#comments</link>
<atom:link href="${url}/comments.rss" rel="self" type="application/rss+xml"/>
<description>${`What readers of ${paper.name} wrote`}</description>
<lastBuildDate>${httpDate(story.changedAt)}</lastBuildDate>
${complete(story, paper.commentsPerFeed)}${newest(story, paper.commentsPerFeed).map(item)}</channel>
</rss>
`.text;
}

/** The same with the tree: `thr:in-reply-to` names the parent comment, or else the story (RFC 4685). */
export function commentsAtom({ paper, base }: PageContext, story: StoryView): string {
  const url = storyUrl(base, story.slug);
  const answered = ({ inReplyTo }: CommentView): Markup =>
    inReplyTo === null
      ? markup`<thr:in-reply-to ref="${storyTag(paper, story)}" type="text/html" href="${url}"/>`
      : markup`<thr:in-reply-to ref="${commentTag(paper, story, inReplyTo)}" type="text/html" href="${commentUrl(base, story.slug, inReplyTo)}"/>`;
  const entry = (comment: CommentView): Markup => markup`<entry>
<id>${commentTag(paper, story, comment.id)}</id>
<title type="text">${`By: ${comment.author}`}</title>
<author><name>${comment.author}</name></author>
<link rel="alternate" type="text/html" href="${commentUrl(base, story.slug, comment.id)}"/>
<published>${isoDate(comment.publishedAt)}</published>
<updated>${isoDate(comment.editedAt ?? comment.publishedAt)}</updated>
${answered(comment)}
<content type="html">${html(comment)}</content>
</entry>
`;
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
<id>${storyTag(paper, story)}/comments</id>
<title>${`Comments on: ${story.headline}`}</title>
<updated>${isoDate(story.changedAt)}</updated>
<link rel="self" type="application/atom+xml" href="${url}/comments.atom"/>
<link rel="alternate" type="text/html" href="${url}#comments"/>
${complete(story, paper.commentsPerFeed)}${newest(story, paper.commentsPerFeed).map(entry)}</feed>
`.text;
}

/** Says that no comment is left out, where that is so (RFC 5005, section 2). */
function complete(story: StoryView, count: number): Markup {
  return story.comments.length <= count ? markup`<fh:complete/>` : markup``;
}

function newest(story: StoryView, count: number): CommentView[] {
  return story.comments.slice(-count).reverse();
}

function html(comment: CommentView): string {
  return markup`${paragraphs(comment.text)}`.text;
}
