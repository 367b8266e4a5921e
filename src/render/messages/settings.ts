import { type PostingChannel, supportsDiscussions } from '../../core/delivery/channel.ts';
import type { Criteria, Filters } from '../../core/feed/channel-options.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import { digestText, quietHoursText } from '../../core/feed/option-text.ts';
import { durationText } from '../../core/time/duration.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { languageNames } from '../labels/index.ts';
import { truncate } from '../markdown/limits.ts';

const mostEntries = 160;

/** How a channel takes a feed, a setting a line, for those who manage the server. */
export function settingsLines(
  settings: SubscriptionSettings,
  channel: Pick<PostingChannel, 'kind' | 'tags'>,
): string[] {
  const { pollEveryMs, catchUp, quietHours, digest, language } = settings;
  return [
    `Read every ${durationText(pollEveryMs)}; at most ${catchUp} ${catchUp === 1 ? 'story' : 'stories'} at once`,
    filterWords(settings.filters),
    settings.mentionRoleIds.length === 0
      ? 'Mentions nobody'
      : `Mentions ${settings.mentionRoleIds.map((id) => `<@&${id}>`).join(', ')}`,
    settings.contentTemplate === null
      ? 'Content line: the headline'
      : `Content line: ${escapeMarkdown(truncate(settings.contentTemplate.replaceAll('\n', ' ⏎ '), 250))}`,
    quietHours === null
      ? 'No quiet hours'
      : `Quiet ${quietHoursText(quietHours)}: stories wait until it ends`,
    digest === null ? 'Each story by itself' : `One message for all stories: ${digestText(digest)}`,
    `Labels in ${languageNames[language]}`,
    ...(channel.kind === 'forum' ? [tagWords(settings, channel)] : []),
    commentWords(settings, channel),
  ];
}

function criteriaWords(criteria: Criteria): string {
  return (['words', 'topics', 'authors'] as const)
    .filter((part) => criteria[part].length > 0)
    .map((part) => `${part}: ${escapeMarkdown(truncate(criteria[part].join(', '), mostEntries))}`)
    .join('; or ');
}

function filterWords({ include, exclude }: Filters): string {
  const wanted = criteriaWords(include);
  const unwanted = criteriaWords(exclude);
  const taken = wanted === '' ? 'All stories' : `Only stories with one of these ${wanted}`;
  return unwanted === '' ? taken : `${taken}; none with one of these ${unwanted}`;
}

function tagWords({ forumTagId }: SubscriptionSettings, { tags }: Pick<PostingChannel, 'tags'>) {
  const tag = tags.find(({ id }) => id === forumTagId);
  return tag
    ? `Tags by topic, else “${escapeMarkdown(tag.name)}”`
    : 'Tags by topic; stories that none fits have no tag';
}

function commentWords(
  { comments, commentPeriodMs, closingWarningMs, digest }: SubscriptionSettings,
  channel: Pick<PostingChannel, 'kind'>,
): string {
  if (!supportsDiscussions(channel)) {
    return 'Comments are not mirrored: a story in a thread has no thread of its own';
  }
  if (!comments.mirror) return 'Comments are not mirrored';
  if (digest !== null) return 'Comments are not mirrored: a story in a digest has no thread';
  const opened =
    comments.openThread === 'at-once' ? 'in a thread opened at once' : 'from the first comment on';
  const closes =
    commentPeriodMs === null
      ? 'never closed'
      : `closed after ${durationText(commentPeriodMs)}${closingWarningMs > 0 ? ` (said ${durationText(closingWarningMs)} before)` : ''}`;
  return `Comments are mirrored ${opened}, read every ${durationText(comments.pollEveryMs)}; ${closes}`;
}
