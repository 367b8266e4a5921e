/** Bans from reporting. */
export const reporters = {
  commands: {
    ban: 'For moderators: take no more reports from a member',
    unban: 'For moderators: take reports from a member again',
    banned: 'For moderators: the members who may not report',
    member: 'The member',
    reason: 'Why, for the other moderators',
  },
  banned:
    '{member} can no longer report in this server. They are told so when they try. Undo it with `/flags unban-reporter`.',
  bannedBefore: '{member} was banned from reporting already.',
  unbanned: '{member} can report again.',
  notBanned: '{member} is not banned from reporting.',
  none: 'Nobody is banned from reporting.',
  line: '{member} · by {moderator} {time}',
  moderators: 'Moderators cannot be banned from reporting. Take their role first.',
  bots: 'Bots do not report.',
} as const;
