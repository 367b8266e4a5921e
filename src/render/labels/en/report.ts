/** The form to report a message, and what the reporter is answered. */
export const report = {
  question: 'What is wrong with it?',
  chooseReason: 'Choose a reason',
  details: 'Anything the moderators should know?',
  detailsHint: 'Only the moderators read this.',
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
} as const;
