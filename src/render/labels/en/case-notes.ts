/** A ping, and what a case's card says beside its text: how often a reporter was right, which rule fired, which law, the appeal, who was told. */
export const caseNotes = {
  ping: '{role} Case {number} is urgent: {card}',
  pingMore: {
    one: '{count} more urgent case waits: `/flags queue`',
    other: '{count} more urgent cases wait: `/flags queue`',
  },
  reporter: '{member} (right in {upheld} of {count} reports, counts {weight}%)',
  fullReporter: '{member} (right in {upheld} of {count} reports)',
  rule: 'Reported by a rule of the server: {rules}',
  law: 'A reporter names the law, in good faith: “{text}”',
  appeal:
    'Its author appeals {time} against the ruling by {moderator}, who cannot decide it: “{text}”',
  appealExpired: 'Its author appealed {time} against the ruling by {moderator}.',
  notified: 'The author was told of the ruling in a private message.',
  notNotified:
    'The author could not be told of the ruling: Discord delivers no private message of Wirethread to them.',
  approved:
    'Moderators found nothing wrong with this text before: it takes more reports to hide it.',
} as const;
