/** What `/settings` answers, a line for each setting. */
export const settings = {
  noChannel: 'Cases and alerts: no channel yet. Choose one: `/settings set moderators-channel:#…`',
  channel: 'Cases and alerts: {channel}',
  waiting: {
    one: '{count} alert waits until you choose a channel',
    other: '{count} alerts wait until you choose a channel',
  },
  trouble: 'Nothing can be posted there: {reason}',
  moderators: 'Moderators: members with Manage Messages',
  moderatorsOr: 'Moderators: members with Manage Messages or {role}',
  seniors: 'Escalated cases: members with Manage Server',
  seniorsOr: 'Escalated cases: members with Manage Server or {role}',
  noAlertRole: 'Urgent cases ping nobody. Choose a role: `/settings set alert-role:@…`',
  alertRole: {
    one: 'Urgent and escalated cases ping {role}, at most once in {count} minute',
    other: 'Urgent and escalated cases ping {role}, at most once in {count} minutes',
  },
  language: 'Language of cards, alerts and notices: {language}',
  neverHides: 'Reports do not hide a comment',
  hides: {
    one: 'After {count} report a comment is hidden until a moderator rules',
    other: 'After {count} reports a comment is hidden until a moderator rules',
  },
  reportsPerHour: {
    one: 'One member can report {count} message per hour',
    other: 'One member can report {count} messages per hour',
  },
  evidence: {
    one: 'The text of a closed case is deleted after {count} day',
    other: 'The text of a closed case is deleted after {count} days',
  },
  summary: 'A summary of each month is posted in {channel}, by the calendar of {zone}',
  noSummary: 'No monthly summary for everyone. Turn it on: `/settings set transparency-channel:#…`',
  badZone:
    '`time-zone` cannot be “{zone}”: write the name of a place, such as Europe/Berlin, America/Sao_Paulo or UTC.',
  unknown: 'There is no such setting. Choose one from the list.',
  nothing: 'You gave nothing to change. Fill in at least one option.',
  hiddenCommands:
    'Discord shows `/rules`, `/discussion` and `/audit` only to members with Manage Messages. Allow them for {role} under Server Settings → Integrations → Wirethread.',
  openChannel:
    'Everybody can read {channel}: cards there show flagged messages, and name who reported them. Take View Channel from @everyone in that channel’s permissions, or choose another channel.',
} as const;
