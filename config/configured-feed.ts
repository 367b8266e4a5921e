import type { Criteria, Digest, Filters } from '../src/core/feed/channel-options.ts';
import { defaultSubscriptionSettings as defaults } from '../src/core/feed/subscription.ts';
import { type FeedAccess } from '../src/core/feed/feed.ts';
import type { SubscriptionSettings } from '../src/core/feed/subscription.ts';
import type { Snowflake } from '../src/core/ids.ts';
import { secondMs } from '../src/core/time/duration.ts';
import { accessFrom, accessProblems, type Environment } from './feed-access.ts';
import type { FeedEntry } from './feed-entry.ts';

export interface ConfiguredFeed {
  url: string;
  guildId: Snowflake;
  channelId: Snowflake;
  /** What opens the feed; left out for one that opens to everybody. */
  access?: FeedAccess;
  settings: SubscriptionSettings;
}

/** What each entry allows for itself but not together with the rest. */
export function contradictions(entries: readonly FeedEntry[], environment: Environment): string[] {
  const seen = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const key = `feeds[${index}]`;
    const lines: string[] = [];
    const same = `${entry.channelId} ${entry.url}`;
    const earlier = seen.get(same);
    if (earlier === undefined) seen.set(same, index);
    else
      lines.push(`${key} repeats feeds[${earlier}], the same url in the same channel: remove one`);
    const { comments, commentPeriod, closingWarning } = entry;
    if (comments?.source === 'page-selectors' && !comments.selectors) {
      lines.push(
        `${key}.comments.selectors is missing: it should be there when source is "page-selectors", at least { "comment": "…" }`,
      );
    }
    if (entry.mentionRoleIds && entry.mentionRoleId !== undefined) {
      lines.push(`${key}.mentionRoleId repeats mentionRoleIds: put all roles into mentionRoleIds`);
    }
    const period = commentPeriod === undefined ? defaults.commentPeriodMs : commentPeriod;
    if (closingWarning !== undefined && period !== null && closingWarning >= period) {
      lines.push(`${key}.closingWarning is as long as the comment period: it should be shorter`);
    }
    const { quietHours } = entry;
    if (quietHours && quietHours.from === quietHours.to) {
      lines.push(`${key}.quietHours ends when it begins: give "from" and "to" different times`);
    }
    return [...lines, ...accessProblems(entry.access ?? {}, `${key}.access`, environment)];
  });
}

/** A feed as the file declares it, with the usual settings where it says nothing. */
export function configuredFeed(entry: FeedEntry, environment: Environment): ConfiguredFeed {
  const { comments = {} } = entry;
  const commentPeriodMs =
    entry.commentPeriod === undefined ? defaults.commentPeriodMs : entry.commentPeriod;
  const access = entry.access && accessFrom(entry.access, environment);
  return {
    url: entry.url,
    guildId: entry.guildId,
    channelId: entry.channelId,
    ...(access && { access }),
    settings: {
      ...defaults,
      pollEveryMs: entry.pollEvery ?? defaults.pollEveryMs,
      firstRun: entry.firstRun ?? defaults.firstRun,
      mentionRoleIds: mentionedRoles(entry),
      filters: filtersOf(entry.filters),
      catchUp: entry.catchUp ?? defaults.catchUp,
      quietHours: entry.quietHours ?? defaults.quietHours,
      digest: digestOf(entry.digest),
      language: entry.language ?? defaults.language,
      contentTemplate: entry.contentTemplate ?? defaults.contentTemplate,
      forumTagId: entry.forumTagId ?? defaults.forumTagId,
      comments: {
        mirror: comments.mirror ?? defaults.comments.mirror,
        source: comments.source ?? defaults.comments.source,
        selectors: comments.selectors ?? defaults.comments.selectors,
        openThread: comments.openThread ?? defaults.comments.openThread,
        personas: comments.personas ?? defaults.comments.personas,
        pollEveryMs: comments.pollEvery ?? defaults.comments.pollEveryMs,
        backlog: comments.backlog ?? defaults.comments.backlog,
      },
      commentPeriodMs,
      closingWarningMs: entry.closingWarning ?? usualWarningMs(commentPeriodMs),
    },
  };
}

function filtersOf(given: FeedEntry['filters'] = {}): Filters {
  const none = { words: [], topics: [], authors: [] };
  const criteria = (side: NonNullable<FeedEntry['filters']>['include'] = {}): Criteria => ({
    words: side.words ?? none.words,
    topics: side.topics ?? none.topics,
    authors: side.authors ?? none.authors,
  });
  return { include: criteria(given.include), exclude: criteria(given.exclude) };
}

function digestOf(given: FeedEntry['digest']): Digest | null {
  if (given === undefined) return null;
  return 'every' in given ? given : { every: 'day', at: given.at, zone: given.zone };
}

function mentionedRoles({ mentionRoleIds, mentionRoleId }: FeedEntry): Snowflake[] {
  return mentionRoleIds ?? (mentionRoleId === undefined ? [] : [mentionRoleId]);
}

/** The usual warning, or a quarter of a comment period that is short for it. */
function usualWarningMs(commentPeriodMs: number | null): number {
  if (commentPeriodMs === null) return defaults.closingWarningMs;
  const quarterMs = Math.floor(commentPeriodMs / 4 / secondMs) * secondMs;
  return Math.min(defaults.closingWarningMs, quarterMs);
}
