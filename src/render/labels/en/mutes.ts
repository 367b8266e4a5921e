/** Authors whom a server does not show. */
export const mutes = {
  muted: '**{name}** is muted in this server. {known}',
  already: '**{name}** is muted already, by <@{by}> since {time}. {known}',
  byProfile: 'Wirethread knows this author by the profile {profile}.',
  byName:
    'Wirethread knows this author only by the name at {site}: all who use it there are muted.',
  hidden: {
    one: '{count} comment is hidden in its place. New ones are not posted.',
    other: '{count} comments are hidden in their places. New ones are not posted.',
  },
  undo: 'Undo this with `/discussion unmute`.',
  unmuted: '**{name}** is no longer muted.',
  shown: {
    one: '{count} comment is shown again.',
    other: '{count} comments are shown again.',
  },
  none: 'Nobody is muted in this server. Mute an author with `/discussion mute`, or right-click a comment → Apps → **Mute this author**.',
  heading: {
    one: '{count} author is muted in this server:',
    other: '{count} authors are muted in this server:',
  },
  line: '- **{name}** at {site}, by <@{by}> {time}',
  unknownSite: 'an unknown site',
  remedy: '`/discussion unmute` suggests all of them.',
  oneOption: 'Give one of the options: `comment`, a link to a comment, or `author`, a name.',
  notLink:
    'This is not a link to a message in this server. Right-click the comment, choose Copy Message Link, and paste the link.',
  noComment:
    'This message is not a comment from a site, or Wirethread no longer stores it. Choose one of the comments in a discussion.',
  manyComments:
    'This message has many comments. Use `/discussion mute` with the name of the one in the option `author`.',
  noAuthor:
    'No comment in this server is by “{name}”. Type the beginning of a name and choose from the list, or give a link to one of the comments.',
  severalAuthors: 'Several authors are called “{name}”. Choose one from the list of the option:',
  notMuted: 'Nobody of the name “{name}” is muted here. `/discussion muted` lists those who are.',
  expired:
    'Wirethread no longer stores this comment: its discussion ended long ago. Use `/discussion mute` on a newer comment of this author.',
  nameless:
    'This comment has no author name, so there is nobody to mute. Report the comment to have it removed.',
  tooMany:
    'This server has muted {number} authors, which is the most. Use `/discussion unmute` for one that need not be muted any more.',
  commands: {
    mute: 'Show no comments of an author in this server',
    comment: 'Link to one of the comments (right-click → Copy Message Link)',
    author: 'The name of the author: type its beginning',
    unmute: 'Show the comments of a muted author again',
    mutedAuthor: 'The muted author',
    muted: 'List the authors whom this server does not show',
  },
} as const;
