import { commentUrl, paths, storyUrl, topicPath } from './addresses.ts';
import { commentSection } from './comment-section.ts';
import { byline, creditLine, photoCredit } from './credits.ts';
import { datelineTime, isoDate } from './dates.ts';
import type { CommentView, StoryView } from './front-page.ts';
import { embeddedJson, markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { page } from './page.ts';
import type { PageContext } from './page.ts';
import { photoPath, photoSize, photoTitles } from './photos.ts';
import { articleBody } from './prose.ts';

export function articlePageHtml(context: PageContext, story: StoryView): string {
  return page(context, {
    title: `${story.headline} – ${context.paper.name}`,
    head: head(context, story),
    main: markup`<article class="story">
<h1 class="headline">${story.headline}</h1>
<p class="dateline"><span class="place">${story.place.toUpperCase()}</span> <time datetime="${isoDate(story.publishedAt)}">${datelineTime(story.publishedAt, context.paper.zone)}</time></p>
${line('byline', byline(story.credits))}${figure(story)}<div class="article-body">
${articleBody(story)}</div>
${line('credit-line', creditLine(story.credits))}${topics(story)}</article>
<aside class="comment-policy">
<p>${context.paper.commentPolicy} <a href="${context.base}${paths.policy}">Read our comment policy</a>.</p>
</aside>
${commentSection(context, story)}`,
  });
}

function line(name: string, text: string): Markup | null {
  return text === '' ? null : markup`<p class="${name}">${text}</p>\n`;
}

function figure({ photo }: StoryView): Markup | null {
  return (
    photo &&
    markup`<figure>
<img src="${photoPath(photo.name)}" alt="${photoTitles[photo.name]}" width="${photoSize.width}" height="${photoSize.height}">
<figcaption>
<p class="caption">${photo.caption}</p>
<p class="photo-credit">Credit: ${photoCredit(photo)}</p>
</figcaption>
</figure>
`
  );
}

function topics(story: StoryView): Markup | null {
  if (story.topics.length === 0) return null;
  const links = story.topics.map(
    (topic) => markup`<li><a href="${topicPath(topic)}" rel="tag">${topic}</a></li>\n`,
  );
  return markup`<nav class="related-topics" aria-labelledby="related">
<h2 id="related">Related Topics</h2>
<ul>
${links}</ul>
</nav>
`;
}

function head({ paper, base }: PageContext, story: StoryView): Markup {
  const url = storyUrl(base, story.slug);
  const published = isoDate(story.publishedAt);
  const modified = isoDate(story.updatedAt);
  const comments = `Comments on: ${story.headline}`;
  return markup`<link rel="canonical" href="${url}">
<link rel="alternate" type="application/rss+xml" title="${comments}" href="${url}/comments.rss">
<link rel="alternate" type="application/atom+xml" title="${comments} (Atom)" href="${url}/comments.atom">
<meta name="description" content="${story.summary}">
${story.credits.reporting.map(({ name }) => markup`<meta name="author" content="${name}">\n`)}<meta property="og:type" content="article">
<meta property="og:site_name" content="${paper.name}">
<meta property="og:title" content="${story.headline}">
<meta property="og:description" content="${story.summary}">
<meta property="og:url" content="${url}">
${
  story.photo &&
  markup`<meta property="og:image" content="${base}${photoPath(story.photo.name)}">
<meta property="og:image:alt" content="${photoTitles[story.photo.name]}">
<meta property="og:image:width" content="${photoSize.width}">
<meta property="og:image:height" content="${photoSize.height}">
<meta name="twitter:card" content="summary_large_image">
`
}<meta property="article:published_time" content="${published}">
<meta property="article:modified_time" content="${modified}">
${story.topics.map((topic) => markup`<meta property="article:tag" content="${topic}">\n`)}<script type="application/ld+json">
${embeddedJson(newsArticle({ paper, base, now: 0 }, story))}
</script>
`;
}

/** schema.org/NewsArticle, with every comment that the page shows. */
function newsArticle({ paper, base }: PageContext, story: StoryView) {
  const url = storyUrl(base, story.slug);
  const shown = new Set(story.comments.map((comment) => comment.id));
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    url,
    headline: story.headline,
    description: story.summary,
    datePublished: isoDate(story.publishedAt),
    dateModified: isoDate(story.updatedAt),
    dateline: story.place.toUpperCase(),
    author: story.credits.reporting.map(({ name }) => ({ '@type': 'Person', name })),
    editor: (story.credits.editing ?? []).map(({ name }) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: paper.name, url: `${base}/` },
    sourceOrganization: { '@type': 'NewsMediaOrganization', name: story.agency },
    keywords: story.topics,
    ...(story.photo && {
      image: {
        '@type': 'ImageObject',
        url: `${base}${photoPath(story.photo.name)}`,
        ...photoSize,
        caption: story.photo.caption,
        creditText: photoCredit(story.photo),
      },
    }),
    discussionUrl: `${url}#comments`,
    commentCount: story.comments.length,
    comment: story.comments
      .filter(({ inReplyTo }) => inReplyTo === null || !shown.has(inReplyTo))
      .map((comment) => schemaComment(base, story, comment)),
  };
}

function schemaComment(base: string, story: StoryView, comment: CommentView): object {
  const answers = story.comments.filter(({ inReplyTo }) => inReplyTo === comment.id);
  const url = commentUrl(base, story.slug, comment.id);
  return {
    '@type': 'Comment',
    '@id': url,
    url,
    text: comment.text,
    author: { '@type': 'Person', name: comment.author },
    datePublished: isoDate(comment.publishedAt),
    ...(comment.editedAt !== null && { dateModified: isoDate(comment.editedAt) }),
    ...(answers.length > 0 && {
      comment: answers.map((answer) => schemaComment(base, story, answer)),
    }),
  };
}
