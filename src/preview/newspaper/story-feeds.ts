import { paths, storyTag, storyUrl } from './addresses.ts';
import { creditLine, photoCredit } from './credits.ts';
import { httpDate, isoDate } from './dates.ts';
import type { StoryView } from './front-page.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageContext } from './page.ts';
import { photoPath, photoSize, photoType } from './photos.ts';
import { articleBody } from './prose.ts';

/** RSS 2.0 with the modules dc, content, media (Media RSS 1.5), slash, wfw and atom. */
export function storiesRss(context: PageContext, stories: readonly StoryView[]): string {
  const { paper, base } = context;
  const newest = stories.slice(0, paper.storiesPerFeed);
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/">
<channel>
<title>${paper.name}</title>
<link>${base}/</link>
<atom:link href="${base}${paths.rss}" rel="self" type="application/rss+xml"/>
<description>${paper.motto}</description>
<language>en</language>
<lastBuildDate>${httpDate(lastChange(context, stories))}</lastBuildDate>
<ttl>${paper.ttlMinutes}</ttl>
${newest.map((story) => rssItem(context, story))}</channel>
</rss>
`.text;
}

function rssItem({ paper, base }: PageContext, story: StoryView): Markup {
  const url = storyUrl(base, story.slug);
  return markup`<item>
<title>${story.headline}</title>
<link>${url}</link>
<guid isPermaLink="false">${storyTag(paper, story)}</guid>
<pubDate>${httpDate(story.publishedAt)}</pubDate>
${story.credits.reporting.map(({ name }) => markup`<dc:creator>${name}</dc:creator>\n`)}${story.topics.map((topic) => markup`<category>${topic}</category>\n`)}<description>${story.summary}</description>
<content:encoded>${contentHtml(story).text}</content:encoded>
${mediaContent(base, story)}<comments>${url}#comments</comments>
<wfw:commentRss>${url}/comments.rss</wfw:commentRss>
<slash:comments>${story.comments.length}</slash:comments>
</item>
`;
}

/** Atom 1.0 (RFC 4287) with the threading extension (RFC 4685) and media. */
export function storiesAtom(context: PageContext, stories: readonly StoryView[]): string {
  const { paper, base } = context;
  const newest = stories.slice(0, paper.storiesPerFeed);
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<id>tag:${paper.domain},2026:stories</id>
<title>${paper.name}</title>
<subtitle>${paper.motto}</subtitle>
<updated>${isoDate(lastChange(context, stories))}</updated>
<link rel="self" type="application/atom+xml" href="${base}${paths.atom}"/>
<link rel="alternate" type="text/html" href="${base}/"/>
<author><name>${paper.name}</name></author>
${newest.map((story) => atomEntry(context, story))}</feed>
`.text;
}

function atomEntry({ paper, base }: PageContext, story: StoryView): Markup {
  const url = storyUrl(base, story.slug);
  const count = story.comments.length;
  return markup`<entry>
<id>${storyTag(paper, story)}</id>
<title type="text">${story.headline}</title>
<published>${isoDate(story.publishedAt)}</published>
<updated>${isoDate(story.updatedAt)}</updated>
${story.credits.reporting.map(({ name }) => markup`<author><name>${name}</name></author>\n`)}${story.topics.map((topic) => markup`<category term="${topic}"/>\n`)}<link rel="alternate" type="text/html" href="${url}"/>
<link rel="replies" type="text/html" href="${url}#comments" thr:count="${count}"/>
<link rel="replies" type="application/atom+xml" href="${url}/comments.atom" thr:count="${count}" thr:updated="${isoDate(story.changedAt)}"/>
<thr:total>${count}</thr:total>
<summary type="text">${story.summary}</summary>
<content type="html">${contentHtml(story).text}</content>
${mediaContent(base, story)}</entry>
`;
}

function mediaContent(base: string, { photo }: StoryView): Markup | null {
  return (
    photo &&
    markup`<media:content url="${base}${photoPath(photo.name)}" medium="image" type="${photoType}" width="${photoSize.width}" height="${photoSize.height}">
<media:description type="plain">${photo.caption}</media:description>
<media:credit role="photographer" scheme="urn:ebu">${photoCredit(photo)}</media:credit>
</media:content>
`
  );
}

function contentHtml(story: StoryView): Markup {
  const credits = creditLine(story.credits);
  return markup`${articleBody(story)}${credits === '' ? null : markup`<p>${credits}</p>\n`}`;
}

function lastChange({ now }: PageContext, stories: readonly StoryView[]): number {
  return stories.length === 0 ? now : Math.max(...stories.map((story) => story.changedAt));
}
