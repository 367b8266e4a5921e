import { mergeCredits } from '../core/credit-text.ts';
import { creditRoles, noCredits, type Contributor, type Credits } from '../core/credits.ts';
import { nameKey } from '../core/people.ts';
import type { Photo, Story } from '../core/story.ts';
import { pictureName, type PagePhoto } from './photo.ts';
import type { ArticleFacts } from './read-article.ts';

function mergedPhoto(feed: Photo | null, page: PagePhoto | null): Photo | null {
  if (page === null) return feed;
  const { url, caption, credit } = page;
  if (feed === null) return url === null ? null : { url, caption, credit };
  if (url === null || pictureName(url) === pictureName(feed.url)) {
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
 * The feed's story with what its page adds. The feed's word stands; the page fills what is missing,
 * its credits and topics are joined to the feed's. A picture without caption gives way to the
 * page's captioned one, so that caption and picture belong together. A comment feed that has the
 * tree of replies is preferred to a flat one.
 */
export function enrich(story: Story, facts: ArticleFacts): Story {
  const { dateline, commentLinks } = story;
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
    },
  };
}

function revisedPeople(before: Contributor[], revision: Contributor[]): Contributor[] {
  const known = new Set(before.map(({ name }) => nameKey(name)));
  return revision.every(({ name }) => known.has(nameKey(name))) ? before : revision;
}

function revisedCredits(before: Credits, revision: Credits): Credits {
  const verbatim = revision.verbatim.length > 0 ? revision.verbatim : before.verbatim;
  const revised: Credits = { ...noCredits, verbatim };
  for (const role of creditRoles) revised[role] = revisedPeople(before[role], revision[role]);
  return revised;
}

/**
 * A story that its feed has corrected: the feed's new words, and what the page had added before
 * wherever the feed is silent. People of a role change only when the feed names someone new in it.
 */
export function mergeRevision(before: Story, revision: Story): Story {
  const samePhoto = revision.photo !== null && before.photo?.url === revision.photo.url;
  return {
    headline: revision.headline ?? before.headline,
    url: revision.url ?? before.url,
    summary: revision.summary ?? before.summary,
    publishedAt: revision.publishedAt ?? before.publishedAt,
    updatedAt: revision.updatedAt ?? before.updatedAt,
    dateline: revision.dateline ?? before.dateline,
    photo:
      revision.photo && samePhoto
        ? mergedPhoto(revision.photo, before.photo)
        : (revision.photo ?? before.photo),
    topics:
      revision.topics.length > 0 ? withSameCase(revision.topics, before.topics) : before.topics,
    credits: revisedCredits(before.credits, revision.credits),
    commentPolicy: revision.commentPolicy ?? before.commentPolicy,
    commentCount: revision.commentCount ?? before.commentCount,
    commentLinks: {
      feed: before.commentLinks.feed ?? revision.commentLinks.feed,
      page: revision.commentLinks.page ?? before.commentLinks.page,
    },
  };
}
