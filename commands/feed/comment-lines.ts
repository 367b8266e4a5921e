import {
  type CommentSystem,
  commentSystemLabels,
  keySettings,
} from '../../src/core/story/comment-system.ts';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import type { FeedStory } from '../../src/core/story/story.ts';
import { type CommentTrial, tryComments } from '../../src/newsroom/discussions/try-comments.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { commentText, escapeMarkdown, type Labels, truncate } from '../../src/render/index.ts';
import { shownAddress } from '../../src/text/masked-url.ts';

const longestReason = 400;

/** What becomes of the comments of a feed's newest story, and what to do when they cannot be read. */
export function commentTrialLines(trial: CommentTrial, labels: Labels): string[] {
  const label = labels.feed.trial;
  switch (trial.outcome) {
    case 'read': {
      const { comments, total, url, isClosed } = trial;
      const source = sourceName(trial.source, labels);
      const [first] = comments;
      const isPart = total !== null && total > comments.length;
      const count = comments.length;
      const address = addressOf(url);
      const read = [
        isPart ? label.readPart({ count, total, source }) : label.read({ count, source }),
        ...(isClosed ? [label.isClosed] : []),
        ...(isPart ? [address === null ? label.othersOnSite : label.othersAt({ address })] : []),
      ].join(' ');
      if (!first) return [read];
      const text = escapeMarkdown(truncate(commentText(first.body), 150));
      const author = escapeMarkdown(truncate(first.author, 80));
      return [read, label.first({ author, text })];
    }
    case 'unread': {
      const { count, url } = trial;
      const reason = escapeMarkdown(truncate(trial.reason, longestReason));
      const unread =
        count === null ? label.unread({ reason }) : label.unreadCount({ count, reason });
      return [`⚠️ ${unread}`, `${label.giveSelectors}${linkTo(url, label)}`];
    }
    case 'elsewhere': {
      const { system, count, url } = trial;
      const shownWith = { system: systemName(system, labels), reason: whyUnread(system, labels) };
      const elsewhere =
        count === null ? label.elsewhere(shownWith) : label.elsewhereCount({ count, ...shownWith });
      const choice = labels.commands.feed.edit.choices.atOnce;
      return [`${elsewhere}${linkTo(url, label)}`, label.discussHere({ choice })];
    }
    case 'none':
      if (trial.reason === null) return [label.none];
      return [label.notMirrored({ reason: noCommentsText(trial.reason, labels) })];
    default:
      return trial satisfies never;
  }
}

type NoComments = NonNullable<Extract<CommentTrial, { outcome: 'none' }>['reason']>;

function noCommentsText({ site, why }: NoComments, { sites }: Labels): string {
  return why === 'releases' ? sites.noComments[why] : sites.noComments[why]({ site });
}

/** What a comment system is called. */
export function systemName(system: CommentSystem, { feed }: Labels): string {
  return system === 'own' ? feed.trial.ownSystem : commentSystemLabels[system];
}

/** What a comment source is called; its own name when a newer version of Wirethread found it. */
export function sourceName(name: string, { sources }: Labels): string {
  return nameIn(sources.names, name) ?? name;
}

/** What led to a comment source; `null` when that is unknown. */
export function sourceClue(name: string, { sources }: Labels): string | null {
  return nameIn(sources.clues, name);
}

function nameIn(names: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(names, name) ? (names[name] ?? null) : null;
}

/** Why its comments are not mirrored, as in "… are shown with Disqus, which …". */
export function whyUnread(system: CommentSystem, { feed }: Labels): string {
  const { needsKey, unreadable } = feed.trial.reasons;
  const setting = keySettings[system];
  return setting === undefined ? unreadable : needsKey({ setting });
}

function addressOf(url: string | null): string | null {
  return url === null ? null : `<${truncate(shownAddress(url), 300)}>`;
}

function linkTo(url: string | null, label: Labels['feed']['trial']): string {
  const address = addressOf(url);
  return address === null ? '' : ` ${label.theyAreAt({ address })}`;
}

/** The same of the newest story that is stored; nothing before the feed has one. */
export async function newestComments(
  ports: Ports,
  { feedId, settings }: Subscription,
  labels: Labels,
  signal: AbortSignal,
): Promise<string[]> {
  const [newest] = await ports.store.feeds.listRecentStories(feedId, 1);
  if (!newest) return [];
  const trial = await tryComments(ports, newest.story, settings.comments, signal);
  return commentTrialLines(trial, labels);
}

export function newestStory(stories: readonly FeedStory[]): FeedStory | undefined {
  return stories.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0];
}
