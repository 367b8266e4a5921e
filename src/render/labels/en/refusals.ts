/** Why a request of a person is not carried out, and what to do instead. */
export const refusals = {
  needsManager: 'You need the permission Manage Server for this. Ask someone who has it.',
  needsModerator:
    'You need the permission Manage Messages {where}, or the moderator role, for this. Ask a moderator.',
  inServer: 'in the whole server',
  inChannel: 'in {channel}',
  channelRefused:
    'Discord does not let Wirethread do this in that channel ({reason}). Give its role View Channel and Read Message History there, then try again.',
  discordRefused: 'Discord refused this ({reason}). Try again in a moment.',
  internal:
    'Wirethread had an internal error. Try again. If it happens again, tell the operator of this bot: the log has the details.',
  serversOnly: 'Wirethread works in servers only. Use its commands there.',
  older: 'This is from an older version of Wirethread. Use the command again, or see `/help`.',
  everyone: '`{option}` cannot be @everyone. Choose a role that only some members have.',
  value: '`{option}` cannot be “{typed}”: {reason}.',
  duration:
    '`{option}` cannot be “{typed}”: write a whole number and a unit, such as 90s, 15m, 2 hours, 3 days or 1w ({least} or more).',
  durationOrNever:
    '`{option}` cannot be “{typed}”: write a whole number and a unit, such as 90s, 15m, 2 hours, 3 days or 1w ({least} or more), or never.',
  expired: 'This has expired. Copy what you typed and use the command again.',
  buttons: { correct: 'Correct {option}', tryAgain: 'Try again', openAgain: 'Open the form again' },
  titles: { correct: 'Correct {option}' },
  typed: 'You typed:',
} as const;
