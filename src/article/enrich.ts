import { mergeCredits } from '../core/credit-text.ts';
import type { Contributor, Credits } from '../core/credits.ts';
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
  return {
    byline: revisedPeople(before.byline, revision.byline),
    reporting: revisedPeople(before.reporting, revision.reporting),
    additionalReporting: revisedPeople(before.additionalReporting, revision.additionalReporting),
    writing: revisedPeople(before.writing, revision.writing),
    editing: revisedPeople(before.editing, revision.editing),
    photography: revisedPeople(before.photography, revision.photography),
    compiling: revisedPeople(before.compiling, revision.compiling),
    verbatim: revision.verbatim.length > 0 ? revision.verbatim : before.verbatim,
  };
}

/**
 * The feed's picture; the one before, with the page's words for it, when only its size or what
 * tells a publisher where it is shown is another.
 */
function revisedPhoto(before: Photo | null, revision: Photo | null): Photo | null {
  if (before === null || revision === null) return revision ?? before;
  if (picture(before.url) !== picture(revision.url)) return revision;
  const { caption, credit } = revision;
  return {
    url: before.url,
    caption: caption ?? before.caption,
    credit: credit ?? before.credit,
  };
}

/** An address without a picture's size and without tracking. */
function picture(address: string): string {
  const [path = '', query = ''] = address.split('#')[0]?.split('?') ?? [];
  const parameters = query.split('&').filter((parameter) => !showing.test(parameter));
  const sized = /[-_]\d{2,4}x\d{2,4}(?=\.[a-z]{3,4}$)/iu;
  return [path.replace(sized, ''), ...parameters.sort()].join('&');
}

const showing =
  /^(?:w|h|width|height|size|resize|fit|crop|quality|q|auto|format|fm|dpr|ssl|strip|utm_\w*|cb|_)?(?:=|$)/iu;

/**
 * A story that its feed has corrected: the feed's new words, and what the page had added before
 * wherever the feed is silent. People of a role change only when the feed names someone new in it.
 */
export function mergeRevision(before: Story, revision: Story): Story {
  return {
    headline: revision.headline ?? before.headline,
    url: revision.url ?? before.url,
    summary: revision.summary ?? before.summary,
    publishedAt: revision.publishedAt ?? before.publishedAt,
    updatedAt: revision.updatedAt ?? before.updatedAt,
    dateline: revision.dateline ?? before.dateline,
    photo: revisedPhoto(before.photo, revision.photo),
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
