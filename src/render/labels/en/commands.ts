/** What Discord shows of commands, options and choices while a person types; each of 100 characters. */
const feed = {
  description: 'Manage the feeds of this server',
  add: {
    description: 'Post the stories of a feed in a channel',
    url: 'Its address, or that of a site, channel or profile: https://…, r/name, @name@server',
    channel: 'Where to post its stories (default: this channel)',
    pollEvery: 'How often to read it: 5m, 1h, 2 hours … (default: 10m)',
    firstRun: 'How many of its newest stories to post now (default: 3)',
    commentPeriod:
      'How long a discussion stays open: 3 days, 2w … never means it never closes (default: 7d)',
    comments: 'Mirror the comments of its stories (default: yes)',
    mention: 'Role to mention with every story',
  },
  edit: {
    description: 'Change how a feed is posted, with a preview',
    feed: 'The feed to change',
    preview: 'Look at the result first, then save or discard it (default: no)',
    channel: 'Another channel for its next stories; posted ones stay where they are',
    includeWords: 'Post only stories with one of these words: ferry, town hall, harb* … or none',
    excludeWords: 'Skip stories with one of these words: horoscope, sponsor* … or none',
    includeTopics: 'Post only stories on one of these topics, separated by commas; or none',
    excludeTopics: 'Skip stories on one of these topics, separated by commas; or none',
    includeAuthors: 'Post only stories by one of these people, separated by commas; or none',
    excludeAuthors: 'Skip stories by one of these people, separated by commas; or none',
    mentionRoles: 'Roles to mention, at most 5: @News @Sport … or none',
    contentLine: 'Text above each story: {template} … or none',
    quietHours: 'When stories wait to be posted: 22-7, 22:00-07:00 Europe/Berlin … or none',
    digest: 'One message for many stories: hourly, daily 8am, daily 08:00 Europe/Berlin … or off',
    language: 'Language of the labels and buttons in its messages',
    catchUp: 'The most stories to post at a time, 1 to 100',
    forumTag: 'Tag for stories whose topics match no tag of the forum; or none',
    pollEvery: 'How often to read it: 5m, 1h, 2 hours …',
    comments: 'Mirror the comments of its stories',
    commentSelectors:
      'CSS of comments on its pages: comment: .post; author: .who; text: p … or none',
    personas: 'Live comments have the names and pictures of their authors (needs Manage Webhooks)',
    backlog: 'How many comments of a long discussion to mirror, the newest: 100, 1000 … or all',
    commentPeriod: 'How long a discussion stays open: 3 days, 2w … never means it never closes',
    closingWarning: 'How long before a discussion closes to announce it: 1h, 30 min … or none',
    openThread: 'When to open the thread of a story',
    choices: {
      firstComment: 'with its first comment',
      atOnce: 'together with the story',
    },
  },
  list: { description: 'List the feeds of this server' },
  show: {
    description: 'Show a feed: its settings, last answer, next read and errors',
    feed: 'The feed to show',
  },
  retry: {
    description: 'Read a feed now, even if it is paused',
    feed: 'The feed to read',
  },
  remove: {
    description: 'Stop posting a feed and close its discussions',
    feed: 'The feed to remove',
  },
  test: {
    description: 'Read a feed and show its newest story, only to you',
    url: 'Address of a feed, or one of this server’s feeds',
  },
  import: {
    description: 'Add the feeds of an OPML file to a channel',
    file: 'OPML file that a feed reader exported',
    channel: 'Where to post their stories (default: this channel)',
    firstRun: 'How many of the newest stories of each feed to post now (default: 0)',
  },
  export: { description: 'Download the feeds of this server as an OPML file' },
} as const;

const settings = {
  description: 'Show and change how Wirethread works in this server',
  show: { description: 'Show the current settings' },
  set: {
    description: 'Change settings. Options that you leave out stay as they are.',
    moderatorsChannel: 'Channel for flagged messages and alerts',
    moderatorRole: 'Role that rules on flagged messages',
    seniorRole: 'Role that rules on escalated cases',
    alertRole: 'Role to ping when a case is urgent or escalated (default: none)',
    alertEvery: 'At most one ping in this many minutes (default: 15)',
    language: 'Language of cards, alerts and notices. A feed has its own.',
    hideAfter: 'How many reports hide a comment until a moderator rules; 0 for never (default: 3)',
    reportsPerHour: 'How many messages one member can report per hour (default: 10)',
    evidenceDays: 'After how many days the text of a closed case is deleted (default: 30)',
    transparencyChannel: 'Channel for a monthly summary of all cases, without names',
    timeZone: 'Time zone of the monthly summary, such as Europe/Berlin (default: UTC)',
  },
  clear: {
    description: 'Reset a setting to its default',
    setting: 'The setting to reset',
  },
} as const;

const discussion = {
  description: 'See, close, reopen or extend a story’s discussion',
  story: 'The story. Leave this out in its own thread.',
  status: { description: 'Show the state of a discussion and when it closes' },
  close: { description: 'Close a discussion now and lock its thread' },
  reopen: {
    description: 'Open a closed discussion again',
    for: 'How long it stays open: 12h, 3d … (default: until you close it)',
  },
  extend: {
    description: 'Keep a discussion open longer',
    by: 'How much longer it stays open: 12h, 3d …',
  },
} as const;

export const commands = {
  feed,
  settings,
  discussion,
  help: { description: 'Show what Wirethread does and the commands that you can use' },
} as const;
