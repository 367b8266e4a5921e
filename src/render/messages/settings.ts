import { type PostingChannel, supportsDiscussions } from '../../core/delivery/channel.ts';
import type { Criteria, Filters } from '../../core/feed/channel-options.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import { selectorsText } from '../../core/feed/comment-selectors.ts';
import { digestText, quietHoursText } from '../../core/feed/option-text.ts';
import { durationIn, intervalIn } from '../labels/amounts.ts';
import type { Labels } from '../labels/index.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';

const mostEntries = 160;

/** What is set for a feed in one channel, one setting per line, for the managers of the server. */
export function settingsLines(
  settings: SubscriptionSettings,
  channel: Pick<PostingChannel, 'kind' | 'tags'>,
  labels: Labels,
): string[] {
  const label = labels.feedSettings;
  const { pollEveryMs, catchUp, quietHours, digest, language } = settings;
  return [
    label.read({ interval: intervalIn(labels, pollEveryMs), count: catchUp }),
    filterLine(settings.filters, label),
    settings.mentionRoleIds.length === 0
      ? label.mentionsNone
      : label.mentions({ roles: settings.mentionRoleIds.map((id) => `<@&${id}>`).join(', ') }),
    settings.contentTemplate === null
      ? label.headline
      : label.template({
          template: escapeMarkdown(truncate(settings.contentTemplate.replaceAll('\n', ' ⏎ '), 250)),
        }),
    quietHours === null
      ? label.noQuietHours
      : label.quietHours({ hours: quietHoursText(quietHours) }),
    digest === null ? label.noDigest : label.digest({ digest: digestText(digest) }),
    label.language[language],
    ...(channel.kind === 'forum' ? [tagLine(settings, channel, label)] : []),
    ...commentLines(settings, channel, labels),
  ];
}

type SettingLabels = Labels['feedSettings'];

/** "words (ferry, harb*) or topics (Harbour)" */
function criteriaText(criteria: Criteria, label: SettingLabels): string {
  const parts = (['words', 'topics', 'authors'] as const)
    .filter((part) => criteria[part].length > 0)
    .map((part) =>
      label.criteria[part]({
        entries: escapeMarkdown(truncate(criteria[part].join(', '), mostEntries)),
      }),
    );
  return parts.length === 0 ? '' : parts.reduce((one, other) => label.or({ one, other }));
}

function filterLine({ include, exclude }: Filters, label: SettingLabels): string {
  const included = criteriaText(include, label);
  const excluded = criteriaText(exclude, label);
  const stories = included === '' ? label.allStories : label.onlyWith({ criteria: included });
  return excluded === '' ? stories : label.except({ stories, criteria: excluded });
}

function tagLine(
  { forumTagId }: SubscriptionSettings,
  { tags }: Pick<PostingChannel, 'tags'>,
  label: SettingLabels,
): string {
  const tag = tags.find(({ id }) => id === forumTagId);
  return tag ? label.forumTag({ tag: escapeMarkdown(tag.name) }) : label.noForumTag;
}

function commentLines(
  { comments, commentPeriodMs, closingWarningMs, digest }: SubscriptionSettings,
  channel: Pick<PostingChannel, 'kind'>,
  labels: Labels,
): string[] {
  const label = labels.feedSettings;
  if (!supportsDiscussions(channel)) return [label.notInThread];
  if (!comments.mirror) return [label.notMirrored];
  if (digest !== null) return [label.notInDigest];
  const opens = comments.openThread === 'at-once' ? label.withStory : label.withComment;
  const duration = commentPeriodMs === null ? '' : durationIn(labels, commentPeriodMs);
  const warning = durationIn(labels, closingWarningMs);
  const { selectors } = comments;
  return [
    opens({ interval: intervalIn(labels, comments.pollEveryMs) }),
    ...(comments.personas ? [label.personas] : []),
    comments.backlog === 'all' ? label.wholeBacklog : label.backlog({ count: comments.backlog }),
    commentPeriodMs === null
      ? label.neverCloses
      : closingWarningMs > 0
        ? label.closesAnnounced({ duration, warning })
        : label.closes({ duration }),
    ...(selectors === null
      ? []
      : [
          label.selectors({
            selectors: escapeMarkdown(truncate(selectorsText(selectors), 300)),
          }),
        ]),
  ];
}
