/** `/help`, and the message in a server that invited the bot. A line each. */
export const help = {
  readers: {
    about: '**Wirethread** brings news and its discussion into this server.',
    stories:
      'Each story shows its credits and links to its source. Comments from the article appear in its thread. What you write here stays in Discord.',
    report:
      '- *Report as abuse* under a comment reports it to the moderators. Nobody sees who reported it.',
    flag: '- `/flag` reports any message by its link, even in a closed discussion.',
    flagCommand: '- right-click a message → Apps → **Flag message**: report it',
    flags:
      '- `/flags mine` shows the results of your reports; `/flags appeal` appeals against a ruling.',
    privacy: '- `/privacy show | delete | messages`: what is stored of you',
  },
  moderators: {
    heading: 'For moderators',
    flagMessage: '- right-click a message → Apps → **Flag message**: open a case on it',
    flags:
      '- `/flags queue | next | show | stats`: the cases that wait for a ruling. Rule with the buttons of their cards.',
    reporters: '- `/flags ban-reporter | unban-reporter | banned-reporters`: who may not report',
    rules:
      '- `/rules list | add-words | add-link | remove | try | first-comment | repeat-offender | slow-mode`: report or hide comments before people do',
    audit:
      '- `/audit list | summary | export`: who did what, and when; as a file for senior moderators',
    discussion:
      '- `/discussion status | close | reopen | extend | slow-mode`: best used in the thread of a story',
    mute: '- `/discussion mute | unmute | muted`, or right-click a comment → Apps → **Mute this author**: whose comments this server does not show',
  },
  managers: {
    heading: 'For managers of the server',
    feed: '- `/feed add | list | show | retry | remove | test`: the feeds and their state',
    edit: '- `/feed edit`: filters, roles, text above stories, quiet hours, digest, language, channel …, with a preview',
    health: '- `/health`: permissions, feeds, channels and threads are checked',
    files: '- `/feed import | export`: many feeds at once, as OPML',
    settings:
      '- `/settings show | set | clear`: the moderators’ channel and roles, language, limits on reports',
  },
  toDo: '**To do next:**',
  welcome:
    'Hello! **Wirethread** posts the news of feeds in this server, and the comments of each article in its thread. To begin, a manager of the server does this:',
  later: 'Later, `/help` shows all commands, and what is still to be done.',
} as const;

/** What a manager of the server has still to do. */
export const steps = {
  addFeed:
    'Add a feed: `/feed add url:https://… channel:#…`. The address of a newspaper’s site will do: its feed is found.',
  giveRole:
    'Give Wirethread’s role {permissions}, in Server Settings → Roles, or in the channels where it posts.',
  chooseChannel:
    'Choose where reports and alerts go, a channel that only moderators read: `/settings set moderators-channel:#…`',
  moderatorsLack:
    'Reports and alerts cannot be posted in {channel}: give Wirethread’s role {permissions} there, or choose another channel: `/settings set moderators-channel:#…`',
  moderatorsTrouble:
    'Reports and alerts cannot be posted in {channel}: {reason} Choose another channel: `/settings set moderators-channel:#…`',
  channelLacks:
    'Stories cannot be posted in {channel}: give Wirethread’s role {permissions} there, or move its feeds with `/feed edit`, option `channel`.',
  paused: '<{address}> is paused. See why: `/feed show feed:{address}`',
} as const;
