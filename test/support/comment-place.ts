import { DiscussionId } from '../../src/core/ids.ts';
import type { CommentPlace } from '../../src/core/discussion/comment-identity.ts';

/** The place of comments on the article at an address. */
export const commentPlace = (url: string | null = null): CommentPlace => ({
  discussionId: DiscussionId.parse('discussion'),
  source: 'page-selectors',
  story: { id: 'story', url },
  shared: new Set(),
});
