import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import {
  type Month,
  publicCount,
  smallestShown,
  type SummaryFigures,
} from '../../core/moderation/monthly-summary.ts';
import type { ReportReason } from '../../core/moderation/case.ts';
import { labelsIn } from '../labels/index.ts';
import { notice } from './notices.ts';
import { listIn, spokenDuration } from './statistics.ts';

/** A month's summary for everyone: no names, and no number that could tell who was meant. */
export function renderSummary(
  month: Month,
  figures: SummaryFigures,
  language: Language,
): MessageBody {
  const { summary: labels } = labelsIn(language);
  const shown = (value: number) => countText(value, language);
  const { closed, medianMs } = figures;
  const lines = [
    labels.opened({ count: shown(figures.opened) }),
    labels.closed({ count: shown(closed) }),
    labels.upheld({ count: shown(figures.upheld) }),
    removedLine(figures, language),
    labels.dismissed({ count: shown(figures.dismissed) }),
    // The time of a few rulings is that of a few people.
    medianMs === null || closed < smallestShown
      ? ''
      : labels.median({ duration: spokenDuration(medianMs, language) }),
    labels.appeals({ count: shown(figures.appeals) }),
    labels.illegal({ count: shown(figures.illegalNotices) }),
  ];
  return notice(
    [
      `**${labels.heading({ month: monthName(month, language) })}**`,
      ...lines.filter(Boolean).map((line) => `- ${line}`),
      `-# ${labels.rounding}`,
    ].join('\n'),
  );
}

/** The reasons that are frequent enough to be named, the most frequent first. */
function removedLine({ removedFor }: SummaryFigures, language: Language): string {
  const { summary: labels, statistics } = labelsIn(language);
  const counts = (Object.entries(removedFor) as [ReportReason, number][]).toSorted(
    ([, one], [, other]) => other - one,
  );
  const named = counts
    .filter(([, count]) => count >= smallestShown)
    .map(([reason, count]) =>
      labels.part({ name: statistics.reasons[reason], count: countText(count, language) }),
    );
  if (named.length === 0) return '';
  const rest = named.length < counts.length ? [labels.otherReasons] : [];
  return labels.removed({ list: listIn(language, [...named, ...rest]) });
}

function countText(value: number, language: Language): string {
  const { summary: labels } = labelsIn(language);
  const shown = publicCount(value);
  switch (shown.kind) {
    case 'none':
      return labels.none;
    case 'few':
      return labels.few;
    case 'about':
      return labels.about({ count: shown.count.toLocaleString(language) });
    default:
      return shown satisfies never;
  }
}

/** "November 2026", in the language. */
export function monthName(month: Month, language: Language): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString(language, {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  });
}
