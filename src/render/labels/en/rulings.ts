/** What the author of a message hears of a ruling on it, and how they appeal. */
export const rulings = {
  removed: 'Your message in {channel} on **{server}** was removed.',
  warned: 'Your message in {channel} on **{server}** broke the rules. This is a warning.',
  timedOut: 'Your message in {channel} on **{server}** broke the rules.',
  /** In place of the name of a server that the bot does not see any more. */
  namelessServer: 'a Discord server',
  messageRemoved: 'The message was removed.',
  silentUntil: 'You cannot write on the server until {time}.',
  reportedAs: 'Reported as: {reasons}',
  moderatorsWrite: 'The moderators write: {reason}',
  byModerator: 'A moderator of the server decided this {time} (case {number}).',
  bySenior: 'A senior moderator of the server decided this {time} (case {number}).',
  appealPossible:
    'If you think that this is wrong, press **Appeal**, or use `/flags appeal case:{number}` on the server. Another moderator decides it.',
  appealMade: 'You have appealed. Another moderator decides it, and you hear of it here.',
  undone:
    'The moderators of **{server}** took back their ruling on your message (case {number}). A message that was deleted cannot be restored.',
  appealed: 'Your appeal of {date} in case {number} on **{server}**: {outcome}',
  outcomes: {
    stands: 'another moderator looked at it, and the ruling stands. This is final.',
    takenBack:
      'another moderator looked at it and took the ruling back. A message that was deleted cannot be restored.',
    waits: 'it is being looked at again.',
  },
  commands: {
    appeal: 'Appeal once against a ruling on a message of yours',
    case: 'The number of the case, as in the private message about the ruling',
  },
  buttons: { appeal: 'Appeal' },
  titles: { appeal: 'Appeal in case {number}' },
  labels: { appeal: 'Why is the ruling wrong?' },
  hints: { appeal: 'The moderator who decides reads this. One appeal is possible.' },
  askAppeal:
    'You can appeal once in case {number}. Another moderator than the one who ruled decides.',
  receipt:
    'Your appeal is with the moderators. Another one than who ruled decides it, and you hear of it in a private message, if you take those, or with `/flags appeal case:{number}`.',
  refusals: {
    notYours:
      'Case {number} is not about a message of yours. The private message about the ruling names its case.',
    noRuling: 'There is no ruling against you in this case, so there is nothing to appeal.',
    waits: 'Your appeal is with the moderators. Another one than who ruled decides it.',
    stands: 'Another moderator looked at your appeal: the ruling stands. This is final.',
    expired:
      'The text of your message has been deleted since, as the settings of the server ask, so nobody can judge it any more.',
    otherServer: 'This button is from a server that Wirethread has left.',
  },
} as const;
