/** The monthly summary of a server's cases, which everyone reads. */
export const summary = {
  heading: 'Moderation in {month}',
  opened: 'Cases opened: {count}',
  closed: 'Cases closed: {count}',
  upheld: 'Against the rules: {count}',
  dismissed: 'Nothing wrong, or no longer there: {count}',
  removed: 'Removed for: {list}',
  part: '{name} ({count})',
  otherReasons: 'other reasons',
  appeals: 'Appeals: {count}',
  illegal: 'Reports of illegal content: {count}',
  median: 'Half of the rulings came within {duration}',
  none: 'none',
  few: 'fewer than 5',
  about: 'about {count}',
  rounding:
    'Numbers are rounded to fives, and fewer than 5 are not counted here, so that they tell nothing about a person.',
  commands: {
    summary: 'See the monthly summary before everyone does',
    month: 'Which month (default: this month so far)',
  },
  choices: { current: 'this month so far', last: 'last month' },
  previewOf: 'This is posted in {channel} on {time}, with the figures of the whole month:',
  previewLast: 'This is what {month} would say:',
  off: 'No summary is posted. A manager of the server turns it on with `/settings set transparency-channel:#…`. It would say:',
} as const;
