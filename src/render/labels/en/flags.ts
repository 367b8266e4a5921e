/** Answers of `/flags` and of the buttons that rule on a case. */
export const flags = {
  commands: {
    flags: 'The queue of flagged messages, one case, or your own reports',
    queue: 'For moderators: the cases that wait for a ruling, or were ruled on',
    state: 'Which cases (default: those that wait)',
    reason: 'Only cases with a report for this reason',
    channel: 'Only cases in this channel',
    feed: 'Only cases of this feed’s discussions',
    mineOnly: 'Only the cases that you claimed',
    show: 'For moderators: a case’s card, with the controls to rule on it',
    case: 'The number of the case, as in /flags queue',
    next: 'For moderators: the most urgent case that nobody works on, one after the other',
    mine: 'The results of your reports of the last 30 days',
    choices: {
      waiting: 'Waiting',
      open: 'Open',
      escalated: 'Escalated',
      upheld: 'Upheld: removed, hidden, warned, timed out',
      dismissed: 'Dismissed',
    },
  },
  case: 'Case {number}',
  cases: { one: '{count} case', other: '{count} cases' },
  none: 'No case is waiting for a ruling.',
  noneSuch: 'No case fits these filters.',
  noCards:
    'Cases have no cards yet: choose a channel for them with `/settings set moderators-channel`.',
  cardsRefused:
    'No card can be posted in {channel}: {reason}. Give Wirethread access there, or choose another channel with `/settings set moderators-channel`.',
  escalatedWait: {
    one: '{count} escalated case waits for a senior moderator.',
    other: '{count} escalated cases wait for a senior moderator.',
  },
  pageOf: '{cases}, page {page} of {pages}',
  line: {
    case: '**Case {number}**',
    escalated: '**escalated**',
    urgency: 'urgency: {urgency}',
    opened: 'opened {time}',
    claimed: 'claimed by {member}',
    message: 'message',
    card: 'card',
  },
  queue: {
    placeholders: { choose: 'Choose cases to rule on together' },
    buttons: {
      previous: 'Previous page',
      next: 'Next page',
      all: 'Choose all of this page',
      remove: 'Remove',
      hide: 'Hide',
      'no-fault': 'Dismiss',
      ignored: 'Ignore',
      escalate: 'Escalate',
    },
    labels: { ruled: 'Done: cases {numbers}' },
    refused: 'Case {number}: {reason}',
    noneChosen: 'Choose the cases in the menu first.',
  },
  mine: {
    none: 'You have not reported anything in the last 30 days.',
    line: 'Case {number}, reported {time} · {what}: {outcome}',
    deleted: 'Case {number}, reported {time}: deleted',
  },
  noneLeft: 'No case is waiting for you. Thank you.',
  /** What a case is about. */
  aText: 'a text',
  by: '{text} by {author}',
  byAt: '{text} by {author}, at “{headline}”',
  byInChannel: '{text} by {author}, in {channel}',
  noSuchCase: 'There is no case {number} here. See `/flags queue`.',
  otherVersion: 'This card is from another version of Wirethread. Use `/flags queue`.',
  /** Why a ruling is refused. */
  refused: {
    ruledBefore: 'Case {number} was ruled on before you. {ruling}',
    claimed:
      '{member} claimed case {number} {time}. Its card says so now: if you rule all the same, do it there.',
    changed: 'This case has changed since you saw it. Read its card again, then rule.',
    textChanged:
      'This comment was edited after it was flagged. Its card now shows both texts: read it again, then rule.',
    escalatedByReport: 'Case {number} is escalated already: it was reported as illegal content.',
    escalatedBefore: '{member} escalated case {number} {time}.',
    needsSenior:
      'This case is escalated: a member with Manage Server or the senior role of `/settings` rules on it.',
    needsReason: 'A ruling on an escalated case needs a reason.',
    escalateWhy: 'Say why: the senior moderators read it on the card.',
    ownRuling: 'This is an appeal against your own ruling. Another moderator decides it.',
    nothingToUndo: 'There is no ruling on this case yet, so there is nothing to undo.',
    noMember:
      'The author of this comment is no member of this server, so there is nobody to warn or to time out. Remove or hide the comment, or mute its author.',
    noHiding:
      'A member’s message cannot be hidden: Discord lets it be deleted only. Press *Remove*.',
    expired:
      'The discussion of this comment ended long ago, so Wirethread has deleted the comment that it had stored. This ruling can no longer be undone.',
    ownDuplicate: 'A case cannot be a duplicate of itself. Type the number of the other one.',
    notANumber:
      'This is not the number of a case. It stands at the top of each card: type 12 for case 12.',
  },
  /** The form of a ruling. */
  modal: {
    titles: {
      remove: 'Case {number}: remove',
      hide: 'Case {number}: hide',
      warn: 'Case {number}: warn the member',
      timeout: 'Case {number}: time out the member',
      'no-fault': 'Case {number}: dismiss',
      ignored: 'Case {number}: ignore',
      duplicate: 'Case {number}: duplicate',
      void: 'Case {number}: deleted on its site',
      escalate: 'Case {number}: escalate',
      undo: 'Case {number}: undo',
      bulk: { one: 'Rule on {count} case', other: 'Rule on {count} cases' },
    },
    labels: {
      reason: 'Reason',
      duration: 'For how long?',
      message: 'What happens to the message?',
      original: 'Number of the other case',
    },
    hints: {
      reason: 'It is stored in the audit log and shown on the card.',
      deletion: 'The message is deleted, and cannot be brought back. The card shows the reason.',
    },
    choices: {
      keep: 'It stays',
      delete: 'Delete it; it cannot be brought back',
    },
  },
  /** What was done, for the moderator who did it. */
  acts: {
    muted: {
      one: '{author} is muted in this server, and {count} comment is hidden. `/discussion unmute` shows it again.',
      other:
        '{author} is muted in this server, and {count} comments are hidden. `/discussion unmute` shows them again.',
    },
    mutedBefore: '{author} is muted in this server already.',
    closing:
      'The discussion is closing. Wirethread posts the last comments, then locks the thread. `/discussion reopen` opens it again.',
    staysDeleted: 'The ruling is undone. A message that was deleted in Discord cannot be restored.',
    ended: 'This discussion is closed already.',
    publisher:
      'Open the comment on its site and report it there. Then press *I reported it*: the card says so, and says when the comment is gone.',
    publisherMarked:
      'Case {number} is marked as reported to the publisher. Its card says when the comment is gone.',
    ruled: 'Case {number}: {state}.',
    buttons: { sent: 'I reported it' },
  },
  /** Why a member cannot be timed out. */
  timeout: {
    'not-a-member': 'This member has left the server, so there is nobody to time out.',
    exempt: 'Discord lets nobody time out the owner or an administrator of a server.',
    'missing-permission':
      'Wirethread lacks the permission Moderate Members, which a time-out takes. Give it to its role in the server’s settings, then rule again. Nothing was changed.',
    'higher-role':
      'This member has a role above Wirethread’s. Move Wirethread’s role above it in the server’s settings, then rule again. Nothing was changed.',
    yourself:
      'You need the permission Moderate Members, or the moderator role of `/settings`, to time out a member. Nothing was changed.',
  },
} as const;
