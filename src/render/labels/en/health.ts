/** `/health`: what is wrong in a server, and what to do. */
export const health = {
  fine: 'All is well: permissions, feeds, channels and threads of this server were checked.',
  heading: {
    one: '{count} thing needs your attention:',
    other: '{count} things need your attention:',
  },
  permissions:
    'In {channel} the bot lacks permissions: {permissions}. Give them to its role in the channel’s settings, under Permissions.',
  noChannel:
    'The channel {channel} was deleted, or the bot cannot see it. Give the bot View Channel there, or use `/feed edit` or `/feed remove` for its feeds.',
  noModeratorsChannel:
    'No moderators’ channel is set, so nobody gets alerts and reports. Use `/settings set moderators-channel:`.',
  channelPaused:
    'Nothing is posted in {channel} since {time}, because Discord refuses it: {reason}. Correct that, and the waiting messages follow by themselves.',
  feedFailing:
    'The feed {feed} has failed since {time}: {reason}. It is tried again. `/feed show` says more.',
  feedPaused:
    'The feed {feed} is no longer read: {reason}. Start it again with `/feed retry`, or use `/feed remove`.',
  manyThreads: {
    one: '{count} of at most {most} threads is active. Archive threads, or shorten the comment period with `/feed edit`.',
    other:
      '{count} of at most {most} threads are active. Archive threads, or shorten the comment period with `/feed edit`.',
  },
  commands: { description: 'Check permissions, feeds, channels and threads, and say what to do' },
} as const;
