/** Answers of `/feed`, and of the buttons and menus under them. */
const add = {
  added: '**{name}** now posts in {channel}: {address}.',
  interval: 'Wirethread reads it {interval}.',
  firstNone: 'Its next new story will be the first to be posted.',
  firstOnly: 'Its only story is posted now.',
  firstAll: { one: 'Its story is posted now.', other: 'Its {count} stories are posted now.' },
  firstOf: {
    one: 'The newest of its {total} stories is posted now.',
    other: 'The newest {count} of its {total} stories are posted now.',
  },
  notInThread: 'Comments are not mirrored, because a story in a thread has no thread of its own.',
  notMirrored: 'Comments are not mirrored.',
  mirrored: 'Comments are mirrored if the site offers them.',
  neverCloses: 'Discussions never close.',
  closes: 'Discussions close {duration} after publication.',
  choose: 'This site has {number} feeds. Choose the one to post in {channel}.',
  placeholders: { choose: 'Choose a feed' },
  choiceExpired: 'This choice has expired. Use `/feed add` again.',
  noChannel:
    'Choose where the stories go: set `channel` to a text, announcement or forum channel, or to a thread.',
} as const;

const edit = {
  buttons: { save: 'Save', discard: 'Discard' },
  expired: 'This preview has expired. Use `/feed edit` again.',
  discarded: 'Discarded. Nothing is changed.',
  place: '{address} in {channel}',
  moved:
    '{address} is moved from {from} to {to}. Its next stories are posted there. Posted stories and their discussions stay where they are.',
  wouldMove:
    '{address} would be moved from {from} to {to}. Nothing is saved before you press Save.',
  alsoChanged: 'Also changed: {options}.',
  nothing: '{feed}: you gave nothing to change. Its settings are:',
  changed: '{feed}: changed {options}. This applies from the next story on.',
  wouldChange: '{feed}: this would change {options}. Nothing is saved before you press Save.',
  silentRoles:
    'A mention of {roles} notifies nobody. Allow anyone to mention the role in its settings, or give Wirethread the permission to mention all roles.',
  /** How a comment appears with the option `personas`. */
  persona: 'A comment appears as “{name}”, posted by a webhook of the channel.',
  personaLacks:
    'Wirethread lacks the permission Manage Webhooks in {channel}. Give it there: until then, comments are posted in its own name.',
  passing: {
    one: '{count} of its last {total} stories passes the filters.',
    other: '{count} of its last {total} stories pass the filters.',
  },
  nonePasses: 'None of its last {total} stories passes the filters.',
  onlyPasses: 'Its only story passes the filters.',
  onlyFails: 'Its only story does not pass the filters.',
  filteredOut: 'The newest story, “{headline}”, is filtered out: {reason}.',
  noInclude: 'it matches none of the `include` filters',
  matched: {
    words: 'its headline or summary contains “{entry}”',
    topics: 'its topics include “{entry}”',
    authors: 'its authors include “{entry}”',
  },
  inDigest: 'In the digest each story is shorter. A story as its own message would be:',
  noStory: 'This feed has no story yet, so there is nothing to preview.',
  postUntagged: 'A forum post without a tag:',
  postTagged: 'A forum post tagged {tags}:',
  noMirrorInThread:
    'Comments cannot be mirrored in a thread, because a story there has no thread of its own. Add the feed to a text, announcement or forum channel instead.',
  warningTooLong:
    '`closing-warning` must be shorter than the comment period. Write a shorter one, such as 1h or 30 minutes, or none.',
} as const;

/** Why the value of an option is refused: after "`digest` cannot be "x": ". */
const values = {
  quietHours:
    'write two times, and a time zone unless you mean UTC (22-7, 22:00-07:00 Europe/Berlin), or none',
  digest:
    'write hourly, daily with a time, and a time zone unless you mean UTC (daily 8am Europe/Berlin), or off',
  list: 'write at most 50 entries of at most 100 characters, separated by commas (ferry, town hall), or none',
  backlog: 'write a number from {least} to {most}, or all',
  noRole: 'this server has no such role; write roles that it has (@News, @Sport), or none',
  tooManyRoles: 'it names {number} roles, but at most {most} can be mentioned',
  notForum: 'the feed’s channel is not a forum, so its stories have no tags',
  noTag: 'the forum has no such tag; its tags are {tags}',
  noTags: 'the forum has no tags',
} as const;

const list = {
  none: 'This server has no feeds yet. Add one with `/feed add url:https://…`.',
  paused: 'paused: {error}',
  failing: 'failing: {error}',
  lastRead: 'last read {time}',
  notRead: 'not read yet',
  declared: 'from the configuration file',
  remedy: '`/feed show` shows one feed, `/feed export` lists all.',
} as const;

const show = {
  notRead: 'Not read yet.',
  stored: { one: '{count} story stored.', other: '{count} stories stored.' },
  posted: {
    one: '{posted} of {count} comment posted in {thread}.',
    other: '{posted} of {count} comments posted in {thread}.',
  },
  moreBacklogs: {
    one: 'Comments of {count} more story are being posted.',
    other: 'Comments of {count} more stories are being posted.',
  },
  withAccess: 'read with its access settings',
  movedFrom: 'Moved from {address}.',
  lastChange: 'Last change: {time}.',
  lastRead: 'Last read: {time}.',
  noAnswer: 'Last read: {time}, no answer after {seconds} s.',
  unchanged: 'Last read: {time}, unchanged (304) after {seconds} s.',
  answered: 'Last read: {time}, answered {status} after {seconds} s.',
  answeredSize: 'Last read: {time}, answered {status} after {seconds} s, {size}.',
  rateLimited: 'Rate-limited: {error}',
  rateLimitedSince: 'Rate-limited, first {time}: {error}',
  failed: {
    one: 'Failed once: {error}',
    other: 'Failed {count} times in a row: {error}',
  },
  failedSince: {
    one: 'Failed once, {time}: {error}',
    other: 'Failed {count} times in a row, first {time}: {error}',
  },
  pausedBecause: {
    gone: '**Paused**, because its server says that it was removed permanently. Use `/feed retry` to resume it.',
    refused:
      '**Paused**, because its server does not let Wirethread read it. Use `/feed retry` to resume it.',
    failing: '**Paused**, because it has failed for too long. Use `/feed retry` to resume it.',
  },
  now: 'now',
  next: 'Next read: {time}.',
  nextThen: 'Next read: {time}, then {interval} ({reason}).',
  nextAsked: 'Next read: {time}, {reason}.',
  pace: {
    interval: 'as set here',
    ttl: 'as its publisher asks with ttl',
    cache: 'as its publisher asks with cache headers',
    'retry-after': 'as its server asks with Retry-After',
    backoff: 'less often because of errors',
  },
  inChannel: '**In {channel}**',
  inChannelDeclared: '**In {channel}** (from the configuration file)',
} as const;

const others = {
  reading: 'Wirethread is reading {address} now. `/feed show` shows the result.',
  place: '{address} in {channel}',
  removeQuestion:
    'Remove {feed}? Its settings are deleted and its open discussions are closed. Its posted stories stay. To post it in another channel, use `/feed edit`, option `channel`.',
  buttons: { remove: 'Remove', keep: 'Keep' },
  removed:
    '{address} no longer posts in {channel}. Its posted stories stay. Its open discussions are closed.',
  stays: '{feed} stays. Nothing has changed.',
  empty:
    '**{title}** is a feed without stories. You can add it now: its first story will be posted when it appears.',
  canBeRead: {
    one: '**{title}** can be read: {count} story.',
    other: '**{title}** can be read: {count} stories.',
  },
  leftOut: {
    one: '{count} item more than Wirethread reads was left out.',
    other: '{count} items more than Wirethread reads were left out.',
  },
  wouldBePosted:
    'Its newest story would be posted like this (with more credits from the article’s page):',
} as const;

const files = {
  nothingToExport: 'This server has no feeds to export.',
  exported: {
    one: '{count} feed, one folder per channel. The address is complete and may contain a secret key: share the file with care.',
    other:
      '{count} feeds, one folder per channel. The addresses are complete and may contain secret keys: share the file with care.',
  },
  withoutSecrets: {
    one: 'User names, passwords and cookies are left out: after an import, {count} feed will need them again.',
    other:
      'User names, passwords and cookies are left out: after an import, {count} feeds will need them again.',
  },
  nothingListed: 'This file lists no feeds. Each feed in it needs an `xmlUrl`.',
  added: { one: 'Added {count} feed to {channel}.', other: 'Added {count} feeds to {channel}.' },
  groups: {
    added: 'Added',
    known: 'Already there',
    refused: 'Not a web address',
    left: 'Left over',
  },
  importAgain: 'Import the same file again to add the feeds left over.',
  firstNone: 'Their next new stories will be the first to be posted.',
  first: {
    one: 'The newest story of each is posted when Wirethread reads the feed.',
    other: 'The newest {count} stories of each are posted when Wirethread reads the feed.',
  },
  allRead: 'All of them have been read.',
  readSoFar: {
    one: '{read} of {count} feed read so far.',
    other: '{read} of {count} feeds read so far.',
  },
  unread: {
    one: '{count} could not be read: `/feed list` shows which, `/feed show` why.',
    other: '{count} could not be read: `/feed list` shows which, `/feed show` why.',
  },
} as const;

/** What becomes of the comments of a feed's newest story. */
const trial = {
  read: {
    one: 'Comments of its newest story: {count} read from {source}.',
    other: 'Comments of its newest story: {count} read from {source}.',
  },
  readPart: {
    one: 'Comments of its newest story: {count} of {total} read from {source}, which gives no more.',
    other:
      'Comments of its newest story: {count} of {total} read from {source}, which gives no more.',
  },
  isClosed: 'The discussion is closed.',
  othersOnSite: 'The others stay on the site.',
  othersAt: 'The others stay on the site: {address}.',
  first: 'The first is by **{author}**: {text}',
  unread: 'Its newest story seems to have comments, but they cannot be read: {reason}',
  unreadCount: {
    one: 'Its newest story seems to have {count} comment, but it cannot be read: {reason}',
    other: 'Its newest story seems to have {count} comments, but they cannot be read: {reason}',
  },
  giveSelectors:
    'Give the CSS selectors of its page with `comment-selectors` of `/feed edit`, or turn mirroring off there.',
  theyAreAt: 'They are at {address}.',
  elsewhere: 'Comments on its site are shown with {system}, {reason}, so they are not mirrored.',
  elsewhereCount: {
    one: 'Comments on its site are shown with {system} ({count} comment), {reason}, so they are not mirrored.',
    other:
      'Comments on its site are shown with {system} ({count} comments), {reason}, so they are not mirrored.',
  },
  discussHere:
    'Readers can discuss in Discord: set `open-thread` of `/feed edit` to “{choice}”. The publisher could offer a comment feed (`wfw:commentRss`).',
  reasons: {
    needsKey: 'which Wirethread reads only with a key: whoever runs it sets {setting}',
    unreadable: 'which Wirethread cannot read',
  },
  ownSystem: 'a system of the site’s own',
  none: 'No comments are found for its newest story.',
  notMirrored: 'Comments are not mirrored: {reason}',
} as const;

/** Why a feed is not added, changed or found. */
const refused = {
  notHere: 'This feed is not in this server, or not any more. `/feed list` shows its feeds.',
  unknown:
    'This server has no feed “{typed}”. Choose one from the list of the command, or see `/feed list`.',
  severalFit:
    '{number} feeds fit. Choose one from the list of the command, or type its channel after it (… in #news):',
  declaredEdit:
    'This feed is declared in the configuration file: change its settings there and restart Wirethread.',
  declaredRemove:
    'This feed is declared in the configuration file: remove it there and restart Wirethread.',
  alreadyThere:
    '{channel} has this feed already. Remove it with `/feed remove`, or add it to another channel.',
  alreadyInOther:
    '{channel} has this feed already. Choose another channel, or remove one of the two with `/feed remove`.',
  notAnAddress:
    '“{typed}” is not a feed’s address. Give one that begins with `https://`, such as `https://example.org/feed.xml`, or the site’s, such as `example.org`. Also understood: `r/name` of Reddit, `@name@server` of Mastodon, `@name.bsky.social` of Bluesky.',
  addressTooLong:
    'This address is longer than {number} characters, which is too long for a feed. Give a shorter one.',
  noFeedFound:
    '{address} is a web page, and no feed of its site was found. Tried: {tried}. Look for “RSS” or “Feed” on the page, and give that address.',
  lacksPermissions:
    'Wirethread lacks {permissions} in {channel}. Give its role these permissions there, then use `{command}` again.',
  noStoriesThere:
    'Stories cannot be posted in {channel}: choose a text, announcement or forum channel, or a thread.',
  isDiscussion:
    '{channel} is the discussion of a story: other stories would be posted among its comments. Choose another thread or a channel.',
} as const;

export const feed = { add, edit, values, list, show, ...others, files, trial, refused } as const;
