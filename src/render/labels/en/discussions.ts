import type { DiscussionState } from '../../../core/discussion/discussion.ts';

/** Answers of `/discussion`. */
export const discussions = {
  /** After "This discussion is". */
  states: {
    waiting: 'waiting for its first comment',
    open: 'open',
    'closing-soon': 'open, but closes soon',
    closing: 'closing: the last comments are being posted',
    closed: 'closed',
    detached: 'over, because its thread was deleted',
    expired: 'over, and its comments are no longer stored',
  } as const satisfies Record<DiscussionState, string>,
  stateIs: 'This discussion is {state}.',
  stateIn: 'This discussion is {state} ({thread}).',
  closed: 'The discussion is closed. It had no comments yet, so it gets no thread.',
  closing: 'The discussion is closing. Wirethread posts the last comments, then locks the thread.',
  reopened: 'The discussion is open again, until you use `/discussion close`.',
  reopenedUntil: 'The discussion is open again, until {time}.',
  neverByFeed:
    'By the rule of its feed it would never close. To keep it open, use `/discussion close`, then `/discussion reopen` without `for`.',
  laterByFeed:
    'By the rule of its feed it would close later, {time}. To keep that time, use `/discussion extend by:{duration}`.',
  extended: 'The discussion stays open until {time}.',
  closesAt: 'Closing time: {time}.',
  noClosingTime: 'It has no closing time.',
  lastError: 'Last error: {error}',
  comments: {
    posted: {
      one: '{posted} of {count} comment posted',
      other: '{posted} of {count} comments posted',
    },
    mirrored: { one: '{count} comment mirrored', other: '{count} comments mirrored' },
    mirroredOf: {
      one: '{mirrored} of the {count} comment on the site is mirrored',
      other: '{mirrored} of the {count} comments on the site are mirrored',
    },
    leftOut: {
      one: '{mirrored}: {count} older one was left out, by the setting `backlog` of `/feed edit`',
      other:
        '{mirrored}: {count} older ones were left out, by the setting `backlog` of `/feed edit`',
    },
    noMore: '{mirrored}: its source gives no more',
    waiting: {
      one: '{comments}, {count} message waiting to be sent.',
      other: '{comments}, {count} messages waiting to be sent.',
    },
    allSent: '{comments}.',
    tooMany:
      'The site has very many comments: Wirethread takes in the newest {read} at each look, deletes none of the others here, and mirrors {stored} at most.',
  },
  source: {
    none: 'This story has no source of comments.',
    elsewhere: 'Its comments are shown with {system}, {reason}.',
    elsewhereAt: 'Its comments are shown with {system}, {reason}: {address}.',
    is: 'Comment source: {source}.',
    foundBy: 'Comment source: {source} (found by {clue}).',
    notRead: 'Not read yet.',
    read: 'Last read: {time}.',
    next: 'Next check: {time}.',
    inPlaceOf:
      'It is read in place of {failing}, which fails: {reason} {failing} is tried again {time}.',
  },
  choice: {
    noStory:
      'No story with a discussion has the words “{words}” in its headline. Type other words of it, or choose from the list.',
    severalStories: 'Several stories have these words. Type more of the headline of one of them:',
    line: '{headline} in {channel}',
    more: { one: '… and {count} more.', other: '… and {count} more.' },
  },
  refusals: {
    none: 'There is no discussion here. Use the command in a discussion’s thread, or choose a story in the option `story`.',
    detached:
      'This discussion is over, because its thread was deleted. Its comments are no longer mirrored; its story stays.',
    expired:
      'This discussion ended long ago, so Wirethread has deleted the comments that it had stored. It cannot be opened again. The thread and its messages stay in Discord.',
    noClosingTime: 'This discussion has no closing time, so it needs no extension.',
    ended: 'This discussion is {state}. Use `/discussion reopen` to open it again.',
    open: 'There is nothing to reopen: this discussion is {state}.',
  },
} as const;
