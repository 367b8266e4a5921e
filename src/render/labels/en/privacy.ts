/** What is stored of a member, and what of it they can delete: `/privacy`. */
export const privacy = {
  commands: {
    privacy: 'What Wirethread stores of you in this server, and how to delete it',
    show: 'Show what is stored of you',
    delete: 'Delete what can be deleted at once',
    messages: 'Whether Wirethread writes to you in private about your reports',
    on: 'False for no such messages; `/flags mine` shows the results in any case',
  },
  nothing: 'Wirethread stores nothing of you in this server.',
  intro: 'In this server Wirethread stores of you, by your Discord id:',
  reports: {
    one: '{count} report of yours: its case, reason and time',
    other: '{count} reports of yours: their cases, reasons and times',
  },
  reportTexts: {
    one: 'what you wrote in {count} of them',
    other: 'what you wrote in {count} of them',
  },
  casesOn: {
    one: '{count} case about a message of yours: your name, and how it was ruled on',
    other: '{count} cases about messages of yours: your name, and how they were ruled on',
  },
  caseTexts: {
    one: 'the text of {count} of these messages',
    other: 'the texts of {count} of these messages',
  },
  appeals: {
    one: 'what you wrote in {count} appeal',
    other: 'what you wrote in {count} appeals',
  },
  deeds: 'lines in the audit about what you did: who, when, what; never a text',
  feeds: { one: 'that you added {count} feed', other: 'that you added {count} feeds' },
  noMessages: 'that you want no private messages about your reports',
  banned: 'that the moderators take no reports from you, since {time}',
  limits:
    'Texts are deleted {evidence} after a ruling, reports {reports} after they were made. `/privacy delete` deletes at once what need not be kept.',
  deleted: 'Deleted:',
  nothingDeleted: 'There is nothing that can be deleted at once.',
  kept: 'Kept for now:',
  deletedReportTexts: {
    one: 'what you wrote in {count} report',
    other: 'what you wrote in {count} reports',
  },
  deletedCaseTexts: {
    one: 'the text of {count} message of yours that was ruled on',
    other: 'the texts of {count} messages of yours that were ruled on',
  },
  deletedAppeals: {
    one: 'what you wrote in {count} appeal',
    other: 'what you wrote in {count} appeals',
  },
  keptOpen: {
    one: 'what belongs to {count} case that waits for a ruling: use this command again when it is closed',
    other:
      'what belongs to {count} cases that wait for a ruling: use this command again when they are closed',
  },
  keptReports: {
    one: 'that you made {count} report, without its text: it shows the moderators how far to trust the next one. It is deleted {reports} after it was made.',
    other:
      'that you made {count} reports, without their texts: they show the moderators how far to trust the next ones. Each is deleted {reports} after it was made.',
  },
  keptCases: {
    one: 'that {count} case was about a message of yours, without its text: it counts if there is another',
    other:
      'that {count} cases were about messages of yours, without their texts: they count if there is another',
  },
  keptBan: 'that the moderators take no reports from you',
  keptAudit: 'the audit, which has no texts',
  messagesOn: 'Wirethread writes to you in private when a case that you reported is closed.',
  messagesOff:
    'Wirethread writes to you in private only about rulings on your own messages. `/flags mine` shows the results of your reports.',
} as const;
