/** Slow mode in discussions: by a moderator's command, or by a rule of the server. */
export const slowMode = {
  commands: {
    discussion: 'Have each member wait between messages in this discussion',
    every: 'How long each member waits between two messages',
    for: 'For how long, such as 15m or 2h; then it is as before (default: until you change it)',
    rule: 'Slow a discussion down when members write or report very much',
    messages: 'From so many messages of members in a minute (default: 20)',
    reports: 'From so many reports on members’ messages in ten minutes',
    ruleFor: 'For how long, such as 1h (default: 15m)',
  },
  choices: { off: 'Off' },
  set: 'In {thread}, each member now waits {every} between two messages. Who has the permission Bypass Slowmode does not wait.',
  off: 'Slow mode is off in {thread}.',
  thenOff: 'It ends {time}.',
  thenBack: 'That ends {time}; then it is {every} again, as before.',
  status: 'Slow mode: {every} between two messages of a member, until {time}.',
  refused: {
    noThread: 'This discussion has no thread yet, so nobody writes in it.',
    closed:
      'This discussion is closed, so nobody writes in it. Open it again with `/discussion reopen` first.',
    permission:
      'Wirethread may not set slow mode in {thread}. Give it Manage Threads in the channel of the thread, then use the command again.',
    tooLong: 'This is too long: at most 30d. Leave `for` out to set it until you change it.',
  },
  ruleSet:
    'From now on: {rule}. A slow mode that a person set stays as it is. Moderators end it with `/discussion slow-mode every:Off`.',
  ruleOff:
    'From now on no discussion is slowed down by a rule. Where one is, that ends in its time.',
  line: '{why}: slow mode of {every} in that discussion, for {duration}',
  causes: {
    messages: {
      one: '{count} message of members in a minute',
      other: '{count} messages of members in a minute',
    },
    reports: {
      one: '{count} report on members’ messages in ten minutes',
      other: '{count} reports on members’ messages in ten minutes',
    },
  },
  either: '{first}, or {second}',
} as const;
