import { topicPath } from './addresses.ts';
import { byline } from './credits.ts';
import { datelineTime, isoDate } from './dates.ts';
import type { StoryView } from './front-page.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { page } from './page.ts';
import type { PageContext } from './page.ts';
import { photoPath, photoSize, photoTitles } from './photos.ts';

export function frontPageHtml(context: PageContext, stories: readonly StoryView[]): string {
  const main = stories.length === 0 ? markup`<p>The presses have not rolled yet.</p>\n` : null;
  return page(context, {
    title: context.paper.name,
    front: true,
    main: main ?? markup`${stories.map((story, at) => teaser(context, story, at === 0))}`,
  });
}

/** `null` when no story is filed under the path of that topic. */
export function topicPageHtml(
  context: PageContext,
  stories: readonly StoryView[],
  path: string,
): string | null {
  const filed = stories.filter((story) => story.topics.some((topic) => topicPath(topic) === path));
  const topic = filed[0]?.topics.find((topic) => topicPath(topic) === path);
  if (topic === undefined) return null;
  return page(context, {
    title: `${topic} – ${context.paper.name}`,
    main: markup`<h1>${topic}</h1>\n${filed.map((story) => teaser(context, story, false))}`,
  });
}

function teaser({ paper }: PageContext, story: StoryView, lead: boolean): Markup {
  const { photo } = story;
  const path = `/stories/${story.slug}`;
  return markup`<article class="teaser${lead ? ' lead' : ''}">
${photo && markup`<img src="${photoPath(photo.name)}" alt="${photoTitles[photo.name]}" width="${photoSize.width}" height="${photoSize.height}"${lead ? null : markup` loading="lazy"`}>\n`}<h2><a href="${path}">${story.headline}</a></h2>
<p class="summary">${story.summary}</p>
<p class="small">${byline(story.credits)} <time datetime="${isoDate(story.publishedAt)}">${datelineTime(story.publishedAt, paper.zone)}</time> · <a href="${path}#comments">Comments (${story.comments.length})</a></p>
</article>
`;
}
