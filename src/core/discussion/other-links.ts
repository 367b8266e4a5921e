import type { Story } from '../story/story.ts';
import type { Discussion } from './discussion.ts';

/** The story with the comment links that another feed has for it; its own come first. */
export function withOtherLinks(
  story: Story,
  { otherLinks }: Pick<Discussion, 'otherLinks'>,
): Story {
  if (otherLinks === null) return story;
  const { feed, page, embeds = [], ...own } = story.commentLinks;
  const commentLinks = {
    ...own,
    feed: feed ?? otherLinks.feed,
    page: page ?? otherLinks.page,
    embeds: [...embeds, ...(otherLinks.embeds ?? [])],
  };
  return { ...story, commentLinks };
}
