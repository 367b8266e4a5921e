import type { Criteria } from '../../src/core/channel-options.ts';
import type { SubscriptionSettings } from '../../src/core/feed.ts';
import { durationText } from '../../src/core/time.ts';
import { escapeMarkdown } from '../../src/render/index.ts';
import { shortened } from '../options.ts';

/** How a channel takes a feed, a sentence for each setting that is not the usual one. */
export function settingsWords(settings: SubscriptionSettings): string[] {
  const { filters, quietHours, digest, contentTemplate, mentionRoleId, catchUp } = settings;
  return [
    `read every ${durationText(settings.pollEveryMs)}`,
    ...(mentionRoleId ? [`mentions <@&${mentionRoleId}>`] : []),
    ...criteria('only stories about', filters.include),
    ...criteria('no stories about', filters.exclude),
    ...(quietHours
      ? [`quiet from ${clock(quietHours.from)} to ${clock(quietHours.to)} (${quietHours.zone})`]
      : []),
    ...(digest
      ? [
          digest.every === 'hour'
            ? 'one message an hour'
            : `one message a day at ${clock(digest.at)} (${digest.zone})`,
        ]
      : []),
    ...(contentTemplate ? [`line: ${escapeMarkdown(shortened(contentTemplate, 200))}`] : []),
    `at most ${catchUp} stories at once, labels in "${settings.language}"`,
    commentsWords(settings),
  ];
}

function criteria(what: string, { words, topics, authors }: Criteria): string[] {
  const all = [...words, ...topics, ...authors];
  if (all.length === 0) return [];
  return [`${what} ${escapeMarkdown(shortened(all.join(', '), 300))}`];
}

function clock(minuteOfDay: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

function commentsWords({ comments, commentPeriodMs }: SubscriptionSettings): string {
  if (!comments.mirror) return 'comments are not mirrored';
  const until =
    commentPeriodMs === null
      ? 'never close'
      : `close ${durationText(commentPeriodMs)} after publication`;
  return `comments are mirrored, discussions ${until}`;
}
