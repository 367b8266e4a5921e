/** Alerts in the moderators' channel: what is wrong, and what to do. */
export const alerts = {
  channelPaused: 'Nothing can be posted in {channel}: {reason}. {remedy}',
  channelDeleted:
    'The channel #{name} was deleted, so its stories wait. Have each of its feeds posted in another channel with `/feed edit`, option `channel`, or remove it with `/feed remove`.',
  unnamedDeleted:
    'A channel that Wirethread posts in was deleted, so its stories wait. Have each of its feeds posted in another channel with `/feed edit`, option `channel`, or remove it with `/feed remove`.',
  remedies: {
    forumTag:
      'The forum needs a tag on each post, and none of its tags is a topic of the story. Choose a tag with `/feed edit`, option `forum-tag` (`forumTagId` in the configuration file), or allow posts without tags. Waiting messages are posted automatically after that.',
    unlock:
      'The thread is locked: unlock it, or give Wirethread Manage Threads there. Waiting messages are posted automatically after that.',
    permissions:
      'Give Wirethread {permissions} there. Waiting messages are posted automatically after that.',
  },
  stuck:
    'A message could not be posted in {channel} since {time}: {reason}. It is tried again; meanwhile the next messages are posted.',
  refused:
    'Discord refused {message} in {channel}: {reason}. It is skipped; later messages are posted as usual. Check the channel’s AutoMod rules, and what the feed contains with `/feed test`.',
  messages: {
    story: 'a story',
    digest: 'a digest',
    notice: 'a notice',
    comment: 'a comment',
    pack: 'a message with many comments',
    card: 'a case’s card',
    removal: 'a removal',
    summary: 'the monthly summary',
  },
  notRemoved:
    'Wirethread could not delete a message in {channel} that a moderator removed: {reason}. Give it Manage Messages there, or delete the message by hand. It tries again every hour.',
  timeout: {
    begin: 'Wirethread could not time out {member}, as ruled in case {number}: {reason}. {remedy}',
    end: 'Wirethread could not end the time-out of {member}, as ruled in case {number}: {reason}. {remedy}',
    permission:
      'Give it Moderate Members and a role above theirs, or do it by hand. It tries again every hour.',
    byHand: 'Do it by hand, or undo the ruling: `/flags show case:{number}`.',
  },
  failingForDay:
    'The feed {address} could not be read for a day. {reason} It is tried again, less often. See its health with `/feed show` and its answer with `/feed test`, or remove it with `/feed remove`.',
  failing: {
    one: 'The feed {address} could not be read once. {reason} It is tried again, less often. See its health with `/feed show` and its answer with `/feed test`, or remove it with `/feed remove`.',
    other:
      'The feed {address} could not be read {count} times in a row. {reason} It is tried again, less often. See its health with `/feed show` and its answer with `/feed test`, or remove it with `/feed remove`.',
  },
  paused:
    'The feed {address} is paused: it could not be read {number} times in a row over {duration}. {reason} When its server or address works again, start it again with `/feed retry`. Or remove it with `/feed remove`.',
  pausedRefused:
    'The feed {address} is paused: it could not be read {number} times in a row over {duration}. {reason} Ask its publisher to let this bot in, or add it again with the user name and password that it needs. Then start it again with `/feed retry`. Or remove it with `/feed remove`.',
  gone: 'The feed {address} is permanently gone (410), its server says. It is not read any more. Find its new address and add it with `/feed add`, and remove this one with `/feed remove`. If it comes back, start it again with `/feed retry`.',
  flooding: {
    one: 'The feed {address} had {count} new story within {duration}. Probably its server gives each story a new id at every poll. Wirethread stores only the newest {count} of a feed and deletes the others, so an older story that comes back may be posted again. See what the feed contains with `/feed test`. Ask its publisher for ids that stay the same, read it less often with `/feed edit`, option `poll-every`, or remove it with `/feed remove`.',
    other:
      'The feed {address} had {count} new stories within {duration}. Probably its server gives each story a new id at every poll. Wirethread stores only the newest {count} of a feed and deletes the others, so an older story that comes back may be posted again. See what the feed contains with `/feed test`. Ask its publisher for ids that stay the same, read it less often with `/feed edit`, option `poll-every`, or remove it with `/feed remove`.',
  },
  discussionRefused: {
    channel:
      'Wirethread could not update a story’s discussion in {channel}: {reason}. Give Wirethread Create Public Threads, Send Messages in Threads and Manage Threads there.',
    'thread-cap':
      'Wirethread could not update a story’s discussion in {channel}: {reason}. The server has too many active threads: archive some.',
  },
  /** Comments that are to have the names of their authors have the bot's. */
  personasRefused: {
    'give-permission':
      "Comments in the threads of {channel} are posted in Wirethread's own name, not under the names of their authors: it may not use webhooks. Give Wirethread Manage Webhooks there: the next comments have their names again. Or switch personas off with `/feed edit`, option `personas`.",
    'delete-webhooks':
      "Comments in the threads of {channel} are posted in Wirethread's own name, not under the names of their authors: the channel has as many webhooks as it may. Delete one in its settings, under Integrations. Or switch personas off with `/feed edit`, option `personas`.",
  },
  vanished:
    'Many comments of {thread} disappeared from their site at once. They stay here until the site answers as before. Check whether the site removed them or has an error.',
  vanishedUnnamed:
    'Many comments of a discussion disappeared from their site at once. They stay here until the site answers as before. Check whether the site removed them or has an error.',
  slowMode: {
    messages: {
      one: '{count} message came in {thread} within a minute, so each member waits {every} between two messages there, until {time}. End it with `/discussion slow-mode every:Off` in the thread; the rule is in `/rules list`.',
      other:
        '{count} messages came in {thread} within a minute, so each member waits {every} between two messages there, until {time}. End it with `/discussion slow-mode every:Off` in the thread; the rule is in `/rules list`.',
    },
    reports: {
      one: '{count} report on members’ messages in {thread} came within ten minutes, so each member waits {every} between two messages there, until {time}. End it with `/discussion slow-mode every:Off` in the thread; the rule is in `/rules list`.',
      other:
        '{count} reports on members’ messages in {thread} came within ten minutes, so each member waits {every} between two messages there, until {time}. End it with `/discussion slow-mode every:Off` in the thread; the rule is in `/rules list`.',
    },
  },
  slowModeRefused: {
    begin:
      'Wirethread could not set slow mode in {thread}. Give it Manage Threads in the channel of the thread, then set it with `/discussion slow-mode`.',
    end: 'Wirethread could not end slow mode in {thread}: it may not change it any more. End it in the settings of the thread, and give Wirethread Manage Threads in its channel.',
  },
} as const;
