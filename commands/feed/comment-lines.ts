import { commentSystemLabels, whyUnread } from '../../src/core/story/comment-system.ts';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import type { FeedStory } from '../../src/core/story/story.ts';
import { type CommentTrial, tryComments } from '../../src/newsroom/discussions/try-comments.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { commentText, escapeMarkdown, truncate } from '../../src/render/index.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { plural } from '../../src/text/plural.ts';

const longestReason = 400;

/** What becomes of the comments of a feed's newest story, and what to do when they cannot be read. */
export function commentTrialLines(trial: CommentTrial): string[] {
  switch (trial.outcome) {
    case 'read': {
      const { source, comments, total, url, isClosed } = trial;
      const [first] = comments;
      const isPart = total !== null && total > comments.length;
      const count = isPart ? `${comments.length} of ${total}` : `${comments.length}`;
      const rest = isPart ? ` The others stay on the site${at(url)}.` : '';
      const read = `Comments of its newest story: ${count} read from ${source}${isPart ? ', which gives no more' : ''}${isClosed ? '; the discussion is closed' : ''}.${rest}`;
      if (!first) return [read];
      const text = escapeMarkdown(truncate(commentText(first.body), 150));
      return [read, `The first is by **${escapeMarkdown(truncate(first.author, 80))}**: ${text}`];
    }
    case 'unread': {
      const { reason, count, url } = trial;
      const some = count === null ? 'comments' : plural(count, 'comment');
      return [
        `⚠️ Its newest story seems to have ${some}, but they cannot be read: ${escapeMarkdown(truncate(reason, longestReason))}`,
        `Give the CSS selectors of its page with \`comment-selectors\` of \`/feed edit\`, or turn mirroring off there.${linkTo(url)}`,
      ];
    }
    case 'elsewhere': {
      const { system, count, url } = trial;
      const some = count === null ? '' : ` (${plural(count, 'comment')})`;
      return [
        `Comments on its site are shown with ${commentSystemLabels[system]}${some}, ${whyUnread(system)}, so they are not mirrored.${linkTo(url)}`,
        'Readers can discuss in Discord: set `open-thread` of `/feed edit` to "together with the story". The publisher could offer a comment feed (`wfw:commentRss`).',
      ];
    }
    case 'none':
      return [
        trial.reason === null
          ? 'No comments are found for its newest story.'
          : `Comments are not mirrored: ${trial.reason}`,
      ];
    default:
      return trial satisfies never;
  }
}

function at(url: string | null): string {
  return url === null ? '' : `: <${truncate(shownAddress(url), 300)}>`;
}

function linkTo(url: string | null): string {
  return url === null ? '' : ` They are at <${truncate(shownAddress(url), 300)}>.`;
}

/** The same of the newest story that is stored; nothing before the feed has one. */
export async function newestComments(
  ports: Ports,
  { feedId, settings }: Subscription,
  signal: AbortSignal,
): Promise<string[]> {
  const [newest] = await ports.store.feeds.listRecentStories(feedId, 1);
  if (!newest) return [];
  return commentTrialLines(await tryComments(ports, newest.story, settings.comments, signal));
}

export function newestStory(stories: readonly FeedStory[]): FeedStory | undefined {
  return stories.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0];
}
