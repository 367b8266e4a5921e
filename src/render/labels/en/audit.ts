import type { AuditAction, AuditArea } from '../../../core/moderation/audit.ts';

type Dashed<Action extends string> = Action extends `${infer Area}.${infer Rest}`
  ? `${Area}-${Rest}`
  : Action;

/** `/audit`: who did what in a server. */
export const audit = {
  commands: {
    audit: 'See who did what: rulings, discussions, feeds, settings',
    list: 'List what was done, newest first',
    export: 'For senior moderators: download the audit as a CSV file',
    case: 'Only one case, by its number',
    person: 'Only what this person did',
    about: 'Only one kind of action',
    channel: 'Only one channel; or one story, by its thread',
    story: 'Only one story',
    days: 'Only the last days, such as 7',
    beforeLine: 'Go on after a file that was full: the number of its last line',
  },
  choices: {
    case: 'Reports and rulings',
    author: 'Muted authors',
    reader: 'Members who report',
    discussion: 'Discussions',
    feed: 'Feeds',
    rules: 'Watched words',
    settings: 'Settings',
    audit: 'Exports and summaries',
  } as const satisfies Record<AuditArea, string>,
  buttons: { newer: 'Newer', older: 'Older' },
  title: 'Audit',
  none: 'The audit has no such lines.',
  filters: {
    case: 'case {number}',
    person: 'by {person}',
    channel: 'in {channel}',
    since: 'since {time}',
  },
  noStory: 'There is no story “{story}”. Choose one from the list of the option `story`.',
  seniorsOnly:
    'Only senior moderators can download the audit: members with Manage Server, or with the senior role of `/settings`. `/audit list` shows it to you here.',
  nothingToExport: 'The audit has no such lines, so there is nothing to download.',
  noLine:
    'The audit of this server has no line {line}. Take the number from the column “line” of a file that you downloaded.',
  exported: {
    one: '{count} line. Times are in UTC. The file names members by their ids: share it with care.',
    other:
      '{count} lines, newest first. Times are in UTC. The file names members by their ids: share it with care.',
  },
  moreToExport:
    'There are older lines: use the command again with the same options and `before-line:{line}`.',
  /** Who did something, when it was no person. */
  actors: {
    bot: 'Wirethread',
    discord: 'Somebody in Discord',
    file: 'The configuration file',
  },
  subjects: {
    case: 'case {number}',
    caseVersion: 'case {number} (version {version})',
    story: '“{headline}”',
    someStory: 'a story',
    someChannel: 'a channel',
  },
  /** After a report: what it did beyond that. */
  escalated: 'It waits for a senior moderator.',
  hidden: 'The message is hidden until a moderator rules.',
  until: 'until {time}',
  /** A line of the audit. `{who}` is a mention, or one of the actors. */
  deeds: {
    'case-opened': '{who} opened {subject} by a report',
    'case-reported': '{who} added a report to {subject}',
    'case-reopened': '{who} reopened {subject} by a report',
    'case-edited': '{who} added the edited text to {subject}',
    'case-remove': '{who} ruled on {subject}: removed',
    'case-hide': '{who} ruled on {subject}: hidden',
    'case-warn': '{who} ruled on {subject}: author warned',
    'case-timeout': '{who} ruled on {subject}: author timed out',
    'case-no-fault': '{who} dismissed {subject}: nothing wrong',
    'case-ignored': '{who} dismissed {subject}: ignored',
    'case-duplicate': '{who} dismissed {subject}: duplicate',
    'case-void': '{who} dismissed {subject}: deleted on its site',
    'case-escalate': '{who} escalated {subject} to the senior moderators',
    'case-undo': '{who} undid the ruling on {subject}',
    'case-claim': '{who} claimed {subject}',
    'case-release': '{who} gave {subject} back',
    'case-publisher-report': '{who} reported the comment of {subject} to its publisher',
    'case-publisher-gone': '{who} found that the comment of {subject} is deleted at its publisher',
    'case-law-named': '{who} named the law that the text of {subject} breaks',
    'case-appealed': '{who} appealed against the ruling on {subject}',
    'reader-banned': '{who} banned a member from reporting',
    'reader-unbanned': '{who} let a member report again',
    'reader-deleted': '{who} had deleted what is stored of them',
    'rules-changed': '{who} changed the watched words',
    'author-muted': '{who} muted an author',
    'author-unmuted': '{who} unmuted an author',
    'discussion-waiting': '{who} waits for comments on {subject}',
    'discussion-open': '{who} opened the discussion of {subject}',
    'discussion-closing-soon': '{who} announced that the discussion of {subject} closes soon',
    'discussion-closing': '{who} began to close the discussion of {subject}',
    'discussion-closed': '{who} closed the discussion of {subject}',
    'discussion-detached': '{who} ended the discussion of {subject}',
    'discussion-expired': '{who} deleted the stored comments on {subject}',
    'discussion-word-closed': '{who} decided to close the discussion of {subject}',
    'discussion-word-open-until': '{who} decided to keep the discussion of {subject} open longer',
    'discussion-word-never-closes': '{who} decided to keep the discussion of {subject} open',
    'feed-added': '{who} added a feed to {subject}',
    'feed-edited': '{who} changed the settings of a feed in {subject}',
    'feed-moved': '{who} moved a feed to {subject}',
    'feed-removed': '{who} removed a feed from {subject}',
    'feed-retried': '{who} had a feed of {subject} read again',
    'feed-exported': '{who} downloaded the list of feeds',
    'settings-changed': '{who} changed the settings of the server',
    'audit-exported': '{who} downloaded the audit',
    'audit-summary-posted': '{who} posted the monthly summary in {subject}',
  } as const satisfies Record<Dashed<AuditAction>, string>,
} as const;
