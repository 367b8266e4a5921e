import { enrich } from '../../article/index.ts';
import type { Comment } from '../../core/discussion/comment.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import { type CommentSystem, isHosted } from '../../core/story/comment-system.ts';
import type { Story } from '../../core/story/story.ts';
import { type NoComments, whyNoComments } from '../../feeds/index.ts';
import { fetchArticle, pageTimeoutMs } from '../articles/article-pages.ts';
import type { Ports } from '../ports.ts';
import { lookForSource } from './find-source.ts';
import { look } from './look.ts';

/** What becomes of a story's comments. */
export type CommentTrial =
  | {
      outcome: 'read';
      /** The name of its source. */
      source: string;
      comments: readonly Comment[];
      total: number | null;
      url: string | null;
      isClosed: boolean;
    }
  /** It seems to have comments, but they cannot be read; `reason` says why and what to do. */
  | { outcome: 'unread'; reason: string; count: number | null; url: string | null }
  | { outcome: 'elsewhere'; system: CommentSystem; count: number | null; url: string | null }
  /** `reason` says why its site has none that can be read, where that is known. */
  | { outcome: 'none'; reason: NoComments | null };

/** Looks at a story's comments once, and stores nothing. Rejects only on an abort. */
export async function tryComments(
  ports: Ports,
  bare: Story,
  settings: SubscriptionSettings['comments'],
  signal: AbortSignal,
): Promise<CommentTrial> {
  const story = await withPage(ports, bare, signal);
  const { system, page: url } = story.commentLinks;
  const count = story.commentCount;
  const found = await lookForSource(ports, { story, settings }, signal);
  const source = found.outcome === 'done' ? found.result : null;
  if (source) {
    const looked = await look(
      ports,
      { validators: {}, livelyMs: 0 },
      (answers) => ports.parsers.readComments(source, answers, signal),
      signal,
    );
    if (looked.outcome === 'done' && looked.result.comments.length > 0) {
      const { comments, total, closed } = looked.result;
      return {
        outcome: 'read',
        source: source.name,
        comments,
        total: total ?? count,
        url: url ?? story.url,
        isClosed: closed === true,
      };
    }
    if (looked.outcome !== 'done' && (system === undefined || !isHosted(system))) {
      const reason = looked.outcome === 'failed' ? looked.error : looked.reason;
      return { outcome: 'unread', reason, count, url };
    }
  }
  if (system !== undefined) return { outcome: 'elsewhere', system, count, url };
  return { outcome: 'none', reason: story.url === null ? null : whyNoComments(story.url) };
}

async function withPage(ports: Ports, story: Story, signal: AbortSignal): Promise<Story> {
  if (story.url === null) return story;
  const reading = await fetchArticle(ports, story.url, pageTimeoutMs, signal);
  return reading.page === 'read' ? enrich(story, reading.facts) : story;
}
