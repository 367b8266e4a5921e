import type { Language } from '../../core/feed/channel-options.ts';
import type { CaseCount, CaseStatistics } from '../../core/moderation/statistics.ts';
import { mostDays } from '../../core/moderation/statistics.ts';
import { dayMs, hourMs, minuteMs } from '../../core/time/duration.ts';
import { labelsIn } from '../labels/index.ts';
import { truncate } from '../markdown/limits.ts';

/** Discord's limit of an attachment's description. */
const mostAlternative = 1024;

/** The figures of a period for moderators, in words. `waiting` is how many cases wait now. */
export function renderStatistics(
  statistics: CaseStatistics,
  waiting: number,
  language: Language,
): string {
  const { statistics: labels, cards } = labelsIn(language);
  const number = (value: number) => value.toLocaleString(language);
  const { opened, counts, reopened, appeals, illegalNotices, medianMs, reports } = statistics;
  const days = Math.round((statistics.until - statistics.since) / dayMs);
  const ruled = counts.reduce((sum, count) => sum + count.ruled, 0);
  const judged = reports.right + reports.wrong;
  const percent = (reports.right / judged).toLocaleString(language, { style: 'percent' });
  const lines = [
    [
      labels.opened({ opened: number(opened) }),
      labels.ruled({ ruled: number(ruled) }),
      labels.waiting({ waiting: number(waiting) }),
    ].join(' · '),
    [
      reopened > 0 ? labels.reopened({ reopened: number(reopened) }) : '',
      appeals > 0 ? labels.appeals({ appeals: number(appeals) }) : '',
      illegalNotices > 0 ? labels.illegal({ count: number(illegalNotices) }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    medianMs === null
      ? labels.noRulings
      : labels.median({ duration: spokenDuration(medianMs, language) }),
    listLine(statistics.byRuling, cards.states, (list) => labels.rulings({ list }), language),
    listLine(
      statistics.removedFor,
      labels.reasons,
      (list) => labels.removedFor({ list }),
      language,
    ),
    judged > 0 ? labels.accuracy({ percent, count: number(judged) }) : '',
    days > mostDays ? labels.perWeek : labels.perDay,
  ];
  return [
    `**${labels.heading({ count: days })}**`,
    ...lines.filter(Boolean).map((line) => `- ${line}`),
  ].join('\n');
}

/** The most frequent first; empty for nothing. */
function listLine<Key extends string>(
  counts: Partial<Record<Key, number>>,
  names: Readonly<Record<Key, string>>,
  lineOf: (list: string) => string,
  language: Language,
): string {
  const { part } = labelsIn(language).statistics;
  const list = (Object.entries(counts) as [Key, number][])
    .toSorted(([, one], [, other]) => other - one)
    .map(([key, count]) => part({ name: names[key], count: count.toLocaleString(language) }));
  return list.length === 0 ? '' : lineOf(listIn(language, list));
}

/** Things in a row: "spam 2, abuse 1", "スパム 2、暴言 1". */
export function listIn(language: Language, things: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(things);
}

/** "25 minutes", "3 hours", "2 days", in the language. */
export function spokenDuration(ms: number, language: Language): string {
  const [unit, unitMs] =
    ms >= 2 * dayMs
      ? (['day', dayMs] as const)
      : ms >= 2 * hourMs
        ? (['hour', hourMs] as const)
        : (['minute', minuteMs] as const);
  const count = Math.max(1, Math.round(ms / unitMs));
  return count.toLocaleString(language, { style: 'unit', unit, unitDisplay: 'long' });
}

/** The chart in words: each day or week on which something happened. */
export function chartAlternative(counts: readonly CaseCount[], language: Language): string {
  const { statistics: labels } = labelsIn(language);
  const parts = counts
    .filter(({ opened, ruled }) => opened > 0 || ruled > 0)
    .map(({ from, opened, ruled }) => {
      const date = new Date(from).toLocaleDateString(language, {
        timeZone: 'UTC',
        month: 'short',
        day: 'numeric',
      });
      return labels.chartPart({ date, opened, ruled });
    });
  const list = parts.length === 0 ? labels.chartNothing : parts.join('; ');
  return truncate(labels.chart({ list }), mostAlternative);
}
