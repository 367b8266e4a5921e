/** The form to report a message, what the reporter is answered, and what they hear of it later. */
export const report = {
  reasons: {
    abuse: 'Abuse, insults or threats',
    offensive: 'Offensive, hateful',
    'off-topic': 'Off topic',
    spam: 'Spam or advertising',
    false: 'False or misleading',
    'personal-information': 'Somebody’s personal information',
    illegal: 'Illegal content',
    other: 'Something else',
  },
  titles: {
    comment: 'Report this comment',
    message: 'Report this message',
    flag: 'Flag this message',
    law: 'Illegal content: which law?',
  },
  labels: {
    reason: 'What is wrong with it?',
    details: 'Anything the moderators should know?',
    law: 'Which law does it break, and how?',
    goodFaith: 'Do you state this in good faith?',
  },
  hints: {
    details: 'Only the moderators read this.',
    law: 'Name the country and the law, and quote the words. Only the moderators read this.',
    goodFaith: 'You believe that what you write here is accurate and complete.',
  },
  placeholders: {
    reason: 'Choose a reason',
    goodFaith: 'Please confirm',
  },
  choices: {
    goodFaith: 'Yes, to the best of my knowledge it is true',
  },
  receipts: {
    opened:
      'Thank you. The moderators have your report as case {number}. `/flags mine` shows the result. Nobody sees who reported it.',
    joined:
      'Thank you. Your report is added to case {number}, which is waiting for the moderators. `/flags mine` shows the result. Nobody sees who reported it.',
    alreadyRuled:
      'The moderators already ruled on this text in case {number}. Your report is added to it. `/flags mine` shows the result.',
    reportedBefore:
      'You already reported this. It is case {number}. `/flags mine` shows the result.',
  },
  law: {
    ask: 'One more step: say which law it breaks. The comment is then hidden at once, until a moderator has read it.',
    askMessage:
      'One more step: say which law it breaks. A senior moderator reads it first. Wirethread could only delete the message, which cannot be undone, so a person decides that.',
    hidden: 'Thank you. The comment is hidden until a moderator has read case {number}.',
    noted: 'Thank you. The moderators see it in case {number}.',
    before: 'You have said already which law it breaks. The moderators have it in case {number}.',
    unknown: 'You have not reported anything in case {number}. Report the message first.',
    otherReason: 'You gave another reason than illegal content in case {number}.',
    confirm: 'Confirm that you state this in good faith, then send the form again.',
  },
  buttons: { law: 'Name the law' },
  outcomes: {
    open: 'waiting for the moderators',
    escalated: 'waiting for a senior moderator',
    removed: 'the message was removed',
    hidden: 'the message was hidden',
    acted: 'the moderators acted on it',
    gone: 'the comment was deleted on its site',
    noFault: 'the moderators found nothing wrong',
    ignored: 'the moderators closed it without a ruling',
    duplicate: 'it is ruled on in another case',
  },
  notified: {
    outcome: 'Your report on **{server}** (case {number}): {outcome}.',
    about: 'It was about {about}.',
    more: '-# `/flags mine` on the server shows all of your reports. For no more messages like this: `/privacy messages on:False`.',
  },
  commands: {
    flag: 'Report a message to the moderators by its link',
    link: 'Link to the message (right-click → Copy Message Link)',
    reason: 'What is wrong with it',
    details: 'Anything the moderators should know',
  },
  refusals: {
    own: 'This is your own message. You can delete it yourself.',
    banned:
      'The moderators of this server take no more reports from you, so this one was not sent. If you think that this is a mistake, write to one of them.',
    tooMany: {
      one: 'You have reported {count} message within the hour. The moderators have it; please wait before you report more.',
      other:
        'You have reported {count} messages within the hour. The moderators have them; please wait before you report more.',
    },
    otherVersion:
      'This form is from another version of Wirethread. Open it again and choose a reason.',
    unseen: 'This message does not exist, or you cannot see its channel.',
    deleted: 'This message is already deleted, so it needs no report.',
    gone: 'This comment is gone already: it needs no report.',
    expired:
      'The discussion of this comment ended long ago, so Wirethread has deleted the comment that it had stored: it takes no reports on it. A moderator can delete the message in Discord.',
    ownOld:
      'Wirethread no longer stores this message of its own: its discussion or story ended long ago. A moderator can delete the message in Discord.',
    botMessage:
      "This is one of Wirethread's own messages. You can flag comments and members' messages. If a story is wrong, write to its publisher.",
    packed: 'This message has many comments. Press the button beside the comment that you mean.',
    notLink:
      'This is not a link to a message in this server. Right-click the message, choose Copy Message Link, and paste the link.',
    noReason: 'Choose one of the reasons in the list.',
  },
} as const;
