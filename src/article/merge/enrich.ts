import { mergeCredits } from '../../credits/merge.ts';
import type { Photo, Story } from '../../core/story/story.ts';
import type { PagePhoto } from '../photo/page-photo.ts';
import { isSamePicture } from '../photo/same-picture.ts';
import type { ArticleFacts } from '../read-article.ts';
import { isAboutStory } from './same-story.ts';

function mergedPhoto(feed: Photo | null, page: PagePhoto | null): Photo | null {
  if (page === null) return feed;
  const { url, caption, credit } = page;
  if (feed === null) return url === null ? null : { url, caption, credit };
  if (url === null || isSamePicture(url, feed.url)) {
    return { ...feed, caption: feed.caption ?? caption, credit: feed.credit ?? credit };
  }
  const feedIsBare = feed.caption === null && feed.credit === null;
  return feedIsBare && (caption !== null || credit !== null) ? { url, caption, credit } : feed;
}

function withSameCase(topics: readonly string[], more: readonly string[]): string[] {
  const known = new Set(topics.map((topic) => topic.toLowerCase()));
  return [...topics, ...more.filter((topic) => !known.has(topic.toLowerCase()))].slice(0, 20);
}

/**
 * The feed's story, completed by its page. The page fills only what the feed lacks; credits and
 * topics of both are joined. A picture without a caption is replaced by the page's picture with one,
 * so that caption and picture belong together. A comment feed with the tree of replies is preferred
 * to a flat one. A page that is not about the story adds nothing.
 */
export function enrich(story: Story, facts: ArticleFacts): Story {
  if (!isAboutStory(story, facts)) return story;
  const { dateline, commentLinks } = story;
  const { system, embeds } = facts.commentLinks;
  return {
    headline: story.headline ?? facts.headline,
    url: story.url ?? facts.url,
    summary: story.summary ?? facts.summary,
    publishedAt: story.publishedAt ?? facts.publishedAt,
    updatedAt: story.updatedAt ?? facts.updatedAt,
    dateline:
      dateline && facts.dateline
        ? {
            place: dateline.place ?? facts.dateline.place,
            agency: dateline.agency ?? facts.dateline.agency,
          }
        : (dateline ?? facts.dateline),
    photo: mergedPhoto(story.photo, facts.photo),
    topics: withSameCase(story.topics, facts.topics),
    credits: mergeCredits(story.credits, facts.credits),
    commentPolicy: story.commentPolicy ?? facts.commentPolicy,
    commentCount: story.commentCount ?? facts.commentCount,
    commentLinks: {
      feed: facts.commentLinks.atomFeed ?? commentLinks.feed ?? facts.commentLinks.feed,
      page:
        commentLinks.page ?? facts.commentLinks.page ?? (facts.commentsOnPage ? facts.url : null),
      ...(system !== undefined && { system }),
      ...(embeds !== undefined && { embeds }),
    },
  };
}
