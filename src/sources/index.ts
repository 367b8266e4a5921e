import type { CommentPage } from '../core/discussion/comment.ts';
import type { SourceAddress } from '../core/discussion/discussion.ts';
import type { Story } from '../core/story/story.ts';
import { commentFeed } from './comment-feed/comment-feed.ts';
import { pageSelectors } from './web-page/web-page.ts';
import type { CommentSource, FetchedDocument, SourceSettings } from './source.ts';

/** In the order in which they are tried. */
export const commentSources = [commentFeed, pageSelectors] satisfies readonly CommentSource[];

/**
 * The address of a story's comments: of the source that is set, else of the first that applies. A
 * feed's own selectors come before any address that was found.
 */
export function findCommentSource(story: Story, settings: SourceSettings): SourceAddress | null {
  if (settings.source === 'auto' && settings.selectors !== null)
    return pageSelectors.find(story, settings);
  for (const source of commentSources) {
    if (settings.source !== 'auto' && settings.source !== source.name) continue;
    const address = source.find(story, settings);
    if (address !== null) return address;
  }
  return null;
}

/** The comments of a fetched document. @throws ReadError when it has another format */
export function readComments(address: SourceAddress, document: FetchedDocument): CommentPage {
  const source = commentSources.find(({ name }) => name === address.source) ?? pageSelectors;
  return source.read(address, document);
}
