import type { Paper } from './edition.ts';
import type { CommentView, StoryView } from './front-page.ts';

/** The addresses of the paper's pages. `base` is its origin, without a slash at the end. */
export const paths = {
  rss: '/feed.xml',
  atom: '/atom.xml',
  style: '/style.css',
  icon: '/icon.svg',
  policy: '/comment-policy',
} as const;

export function storyUrl(base: string, slug: string): string {
  return `${base}/stories/${slug}`;
}

export function commentUrl(base: string, slug: string, id: string): string {
  return `${storyUrl(base, slug)}#${commentAnchor(id)}`;
}

export function commentAnchor(id: string): string {
  return `comment-${id}`;
}

/** RFC 4151 identifiers: they outlive a change of the paper's address and say no port. */
export function storyTag(paper: Paper, story: StoryView): string {
  return `tag:${paper.domain},2026:story/${story.slug}`;
}

export function commentTag(paper: Paper, story: StoryView, id: CommentView['id']): string {
  return `tag:${paper.domain},2026:story/${story.slug}/comment/${id}`;
}

export function topicPath(topic: string): string {
  return `/topics/${encodeURIComponent(topic.toLowerCase())}`;
}
