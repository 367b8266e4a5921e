import { type PostingChannel, supportsDiscussions } from '../../core/delivery/channel.ts';
import type { Criteria, Filters } from '../../core/feed/channel-options.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import { selectorsText } from '../../core/feed/comment-selectors.ts';
import { digestText, quietHoursText } from '../../core/feed/option-text.ts';
import { durationInWords, intervalInWords } from '../../core/time/duration.ts';
import { plural } from '../../text/plural.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';

const mostEntries = 160;

/** What is set for a feed in one channel, one setting per line, for the managers of the server. */
export function settingsLines(
  settings: SubscriptionSettings,
  channel: Pick<PostingChannel, 'kind' | 'tags'>,
): string[] {
  const { pollEveryMs, catchUp, quietHours, digest, language } = settings;
  return [
    `Read ${intervalInWords(pollEveryMs)}, at most ${plural(catchUp, 'story', 'stories')} at a time`,
    filterLine(settings.filters),
    settings.mentionRoleIds.length === 0
      ? 'Mentions no role'
      : `Mentions ${settings.mentionRoleIds.map((id) => `<@&${id}>`).join(', ')}`,
    settings.contentTemplate === null
      ? 'Text above a story: the headline'
      : `Text above a story: ${escapeMarkdown(truncate(settings.contentTemplate.replaceAll('\n', ' ⏎ '), 250))}`,
    quietHours === null
      ? 'No quiet hours'
      : `Quiet hours: ${quietHoursText(quietHours)}; stories are posted when they end`,
    digest === null ? 'One message per story' : `Digest of all stories: ${digestText(digest)}`,
    `Labels in ${englishNames.of(language) ?? language}`,
    ...(channel.kind === 'forum' ? [tagLine(settings, channel)] : []),
    ...commentLines(settings, channel),
  ];
}

const englishNames = new Intl.DisplayNames('en', { type: 'language' });

/** "words (ferry, harb*) or topics (Harbour)" */
function criteriaText(criteria: Criteria): string {
  return (['words', 'topics', 'authors'] as const)
    .filter((part) => criteria[part].length > 0)
    .map((part) => `${part} (${escapeMarkdown(truncate(criteria[part].join(', '), mostEntries))})`)
    .join(' or ');
}

function filterLine({ include, exclude }: Filters): string {
  const included = criteriaText(include);
  const excluded = criteriaText(exclude);
  const stories = included === '' ? 'All stories' : `Only stories with these ${included}`;
  return excluded === '' ? stories : `${stories}, except those with these ${excluded}`;
}

function tagLine({ forumTagId }: SubscriptionSettings, { tags }: Pick<PostingChannel, 'tags'>) {
  const tag = tags.find(({ id }) => id === forumTagId);
  const fallback = tag ? `“${escapeMarkdown(tag.name)}”` : 'no tag';
  return `Forum tags: those that match a story’s topics, or else ${fallback}`;
}

function commentLines(
  { comments, commentPeriodMs, closingWarningMs, digest }: SubscriptionSettings,
  channel: Pick<PostingChannel, 'kind'>,
): string[] {
  if (!supportsDiscussions(channel)) {
    return ['Comments are not mirrored, because a story in a thread has no thread of its own'];
  }
  if (!comments.mirror) return ['Comments are not mirrored'];
  if (digest !== null) {
    return ['Comments are not mirrored, because a story in a digest has no thread'];
  }
  const opens = comments.openThread === 'at-once' ? 'the story' : 'the first comment';
  const warning =
    closingWarningMs > 0 ? `, announced ${durationInWords(closingWarningMs)} before` : '';
  const selectors =
    comments.selectors === null
      ? []
      : [
          `Selectors of comments: ${escapeMarkdown(truncate(selectorsText(comments.selectors), 300))}`,
        ];
  return [
    `Comments are mirrored ${intervalInWords(comments.pollEveryMs)}, in a thread that opens with ${opens}`,
    comments.backlog === 'all'
      ? 'Of a long discussion, all comments are mirrored'
      : `Of a long discussion, the newest ${comments.backlog} comments are mirrored`,
    commentPeriodMs === null
      ? 'Discussions never close'
      : `Discussions close ${durationInWords(commentPeriodMs)} after publication${warning}`,
    ...selectors,
  ];
}
