/** Choosing a discussion by the words of its story. */
export const discussionChoice = {
  noStory:
    'No story with a discussion has the words “{words}” in its headline. Type other words of it, or choose from the list.',
  severalStories: 'Several stories have these words. Type more of the headline of one of them:',
  line: '- {headline} in {channel}',
  more: { one: '… and {count} more.', other: '… and {count} more.' },
  untitled: 'Untitled story',
} as const;
