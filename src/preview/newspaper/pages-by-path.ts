import { paths } from './addresses.ts';
import { articlePageHtml } from './article-page.ts';
import { commentsAtom, commentsRss } from './comment-feeds.ts';
import type { StoryView } from './front-page.ts';
import { frontPageHtml, topicPageHtml } from './listing-page.ts';
import type { PageContext } from './page.ts';
import { photoAt, photoType } from './photos.ts';
import { policyPageHtml } from './policy-page.ts';
import { storiesAtom, storiesRss } from './story-feeds.ts';
import { icon, styleSheet } from './style.ts';

/** What the paper serves at one address. */
export interface Page {
  readonly type: string;
  readonly body: string | Buffer;
  /** The time of its last change, `null` when it has none. */
  readonly changedAt: number | null;
}

const html = 'text/html; charset=utf-8';
const rss = 'application/rss+xml; charset=utf-8';
const atom = 'application/atom+xml; charset=utf-8';
const storyPath = /^\/stories\/([a-z0-9-]{1,200})(\/comments\.rss|\/comments\.atom)?$/;

/** `null` when the paper has nothing at that path. */
export function pageAt(
  path: string,
  context: PageContext,
  stories: readonly StoryView[],
): Page | null {
  const changedAt = stories.length === 0 ? null : Math.max(...stories.map((s) => s.changedAt));
  switch (path) {
    case '/':
      return { type: html, body: frontPageHtml(context, stories), changedAt: null };
    case paths.rss:
      return { type: rss, body: storiesRss(context, stories), changedAt };
    case paths.atom:
      return { type: atom, body: storiesAtom(context, stories), changedAt };
    case paths.policy:
      return { type: html, body: policyPageHtml(context), changedAt: null };
    case paths.style:
      return { type: 'text/css; charset=utf-8', body: styleSheet, changedAt: null };
    case paths.icon:
      return { type: 'image/svg+xml', body: icon, changedAt: null };
    default:
      return photo(path) ?? topic(path, context, stories) ?? ofStory(path, context, stories);
  }
}

function photo(path: string): Page | null {
  const body = photoAt(path);
  return body && { type: photoType, body, changedAt: null };
}

function topic(path: string, context: PageContext, stories: readonly StoryView[]): Page | null {
  const body = path.startsWith('/topics/') ? topicPageHtml(context, stories, path) : null;
  return body === null ? null : { type: html, body, changedAt: null };
}

function ofStory(path: string, context: PageContext, stories: readonly StoryView[]): Page | null {
  const [, slug, feed] = storyPath.exec(path) ?? [];
  const story = stories.find((story) => story.slug === slug);
  if (!story) return null;
  const { changedAt } = story;
  if (feed === '/comments.rss') return { type: rss, body: commentsRss(context, story), changedAt };
  if (feed === '/comments.atom')
    return { type: atom, body: commentsAtom(context, story), changedAt };
  return { type: html, body: articlePageHtml(context, story), changedAt };
}
