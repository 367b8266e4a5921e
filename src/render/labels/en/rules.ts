/** The rules of a server that act before people do: `/rules`, and why one fired. */
export const rules = {
  commands: {
    rules: 'Rules that report or hide comments before people do',
    list: 'Show the rules',
    addWords: 'Watch for words in comments',
    words: 'Whole words in any case; * stands for any letters: idiot*, free coin*',
    addLink: 'Watch for links to a domain',
    domain: 'The domain, such as coins.example; its subdomains count too',
    action: 'What to do with such a comment (default: report it)',
    remove: 'Stop watching for words or a domain',
    pattern: 'As in the list',
    try: 'Show which rules a text would break',
    text: 'The text of a comment',
    firstComment: 'What to do with an author’s first comment',
    repeat: 'What to do with comments of authors who broke the rules before',
    what: 'What to do',
    upheld: 'After how many upheld cases on their comments (default: 3)',
    days: 'Within how many days (default: 30)',
  },
  choices: {
    report: 'Report it to the moderators; readers see it',
    hide: 'Hide it until a moderator has read it',
    off: 'Nothing',
  },
  actions: { report: 'reported', hide: 'hidden until reviewed' },
  intro:
    'These rules act on comments from the articles’ sites, when they come and when they are edited:',
  membersUnread:
    '-# What members write in Discord is not read: that needs the Message Content intent. Who runs Wirethread turns it on in Discord’s Developer Portal (Bot → Message Content Intent) and sets READ_MEMBER_MESSAGES=true. Until then, use Discord’s AutoMod there.',
  membersRead:
    '-# They also look at what members write in the threads of discussions, and report it. Wirethread never deletes a member’s message by a rule: what a rule would hide comes first in the queue. Messages of moderators and other channels are left alone.',
  none: 'There are no rules yet. Add some with `/rules add-words`, `/rules add-link`, `/rules first-comment` and `/rules repeat-offender`.',
  wordsLine: 'words “{pattern}”: {action}',
  linkLine: 'links to {pattern}: {action}',
  firstLine: 'an author’s first comment: {action}',
  repeatLine: {
    one: 'an author with {count} upheld case in {days}: {action}',
    other: 'an author with {count} upheld cases in {days}: {action}',
  },
  added: 'From now on a comment is {action} when it has the words “{pattern}”.',
  addedLink: 'From now on a comment is {action} when it links to {pattern}.',
  changed: '“{pattern}” was watched already. From now on such a comment is {action}.',
  removed: '“{pattern}” is not watched any more. Cases that it opened stay as they are.',
  firstSet:
    'From now on an author’s first comment is {action}. Those before a discussion is followed do not count.',
  firstOff: 'An author’s first comment is treated like any other.',
  repeatSet: {
    one: 'From now on a comment is {action} when its author has {count} upheld case in {days}.',
    other: 'From now on a comment is {action} when its author has {count} upheld cases in {days}.',
  },
  repeatOff: 'Authors who broke the rules before are treated like any other.',
  tried: 'This text would be {action}, by these rules:',
  triedNone: 'No watched words and no watched domain match this text.',
  fired: {
    words: 'watched words “{pattern}”',
    link: 'a link to {pattern}',
    first: 'the first comment of its author',
    repeat: {
      one: 'its author has {count} upheld case in {days}',
      other: 'its author has {count} upheld cases in {days}',
    },
  },
  refusals: {
    empty: 'Write at least one word.',
    'too-long': 'This is too long: at most 100 characters.',
    'too-general': 'This would match too much: write at least two letters.',
    'inner-star': 'In a script without spaces, * can stand at the beginning or the end only.',
    'no-domain': 'This is not a domain. Write one such as coins.example, or paste an address.',
    unknown: '“{pattern}” is not watched. `/rules list` shows what is.',
    tooMany: {
      one: 'This server watches for {count} pattern, which is the most. Remove one first.',
      other: 'This server watches for {count} patterns, which is the most. Remove one first.',
    },
  },
} as const;
