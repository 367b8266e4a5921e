import type { ReportReason } from '../../../core/moderation/case.ts';

/** `/flags stats`, and the monthly summary for everyone. */
export const statistics = {
  commands: {
    stats: 'For moderators: how many cases were opened and ruled on, and how fast',
    days: 'Of the last days (default: 30)',
  },
  heading: {
    one: 'Cases of the last day',
    other: 'Cases of the last {count} days',
  },
  opened: '🟦 Opened: {opened}',
  ruled: '🟧 Ruled on: {ruled}',
  waiting: 'Waiting now: {waiting}',
  reopened: 'Reopened: {reopened}',
  appeals: 'Appeals: {appeals}',
  illegal: 'Reports of illegal content: {count}',
  median: 'Half of the rulings came within {duration}',
  noRulings: 'No rulings',
  rulings: 'Rulings: {list}',
  removedFor: 'Removed for: {list}',
  part: '{name} {count}',
  accuracy: 'Readers’ reports that were right: {percent} of {count}',
  perDay: 'The chart counts by day, in UTC.',
  perWeek: 'The chart counts by week, in UTC.',
  /** Of the chart, for those who do not see it; Discord takes 1,024 characters. */
  chart: 'Bar chart of opened cases and rulings. {list}',
  chartPart: '{date}: {opened} opened, {ruled} ruled on',
  chartNothing: 'Nothing happened.',
  reasons: {
    abuse: 'abuse',
    offensive: 'offensive',
    'off-topic': 'off topic',
    spam: 'spam',
    false: 'misleading',
    'personal-information': 'personal information',
    illegal: 'illegal content',
    other: 'something else',
  } as const satisfies Record<ReportReason, string>,
} as const;
