import type { CommentPage } from '../core/discussion/comment.ts';
import type { DiscussionSource } from '../core/discussion/discussion.ts';
import { ReadError } from '../core/errors.ts';
import { bluesky } from './bluesky/bluesky.ts';
import { commentFeed } from './comment-feed/comment-feed.ts';
import { coral } from './coral.ts';
import { disqus } from './disqus.ts';
import { discourse } from './discourse/discourse.ts';
import { ghost } from './ghost.ts';
import { giscus } from './giscus.ts';
import { githubIssue } from './github-issue.ts';
import { guardian } from './guardian.ts';
import { hackerNews } from './hacker-news.ts';
import { isso } from './isso.ts';
import { lemmy } from './lemmy.ts';
import { lobsters } from './lobsters.ts';
import { mastodon } from './mastodon.ts';
import { pageSelectors } from './web-page/web-page.ts';
import { remark42 } from './remark42.ts';
import { reddit } from './reddit/reddit.ts';
import { schemaOrg } from './schema-org/schema-org.ts';
import type { Clues, CommentSource, SourceAnswer, SourceStep } from './source.ts';
import { wordpress } from './wordpress.ts';

export type { Clues, LookInterval, SourceAnswer, SourceRequest, SourceStep } from './source.ts';

export {
  keyedOrigins,
  keyFor,
  type OperatorKey,
  operatorKeys,
  type OperatorKeys,
} from './operator-keys.ts';

/** In the order in which they are tried. */
export const commentSources: readonly CommentSource[] = [
  hackerNews,
  lobsters,
  discourse,
  lemmy,
  mastodon,
  bluesky,
  reddit,
  guardian,
  githubIssue,
  giscus,
  remark42,
  isso,
  ghost,
  disqus,
  coral,
  wordpress,
  commentFeed,
  schemaOrg,
  pageSelectors,
];

export function sourceNamed(name: string): CommentSource | null {
  return commentSources.find((source) => source.name === name) ?? null;
}

/**
 * Where a story's comments are, by the source that is set, else by the first that applies; `null`
 * when none does. A feed's own selectors come before any address that was found.
 */
export function findComments(
  clues: Clues,
  answers: readonly SourceAnswer[],
): SourceStep<DiscussionSource | null> {
  const { source: chosen, selectors } = clues.settings;
  const name = chosen === 'auto' && selectors !== null ? pageSelectors.name : chosen;
  for (const source of commentSources) {
    if (source.name === clues.except || (name !== 'auto' && name !== source.name)) continue;
    const step = source.find(clues, answers);
    if ('ask' in step) return step;
    if (step.done !== null) return { done: { name: source.name, ref: step.done } };
  }
  return { done: null };
}

/** The comments of a discussion. @throws ReadError */
export function readComments(
  { name, ref }: DiscussionSource,
  answers: readonly SourceAnswer[],
): SourceStep<CommentPage> {
  const source = sourceNamed(name);
  if (!source) {
    throw new ReadError(
      `This version of Wirethread has no comment source "${name}". Use the version that found these comments, or a newer one.`,
    );
  }
  return source.read(ref, answers);
}
