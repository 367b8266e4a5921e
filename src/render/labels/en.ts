import { englishCreditHeadings } from './credit-headings.ts';
import type { Labels } from './labels.ts';

export const en: Labels = {
  story: {
    read: 'Read the story',
    discuss: 'Discuss',
    comments: 'Comments on the site',
    untitled: 'Untitled story',
    published: 'Published {time}',
    corrected: 'Corrected {time}',
    withdrawn: 'Withdrawn: ~~{headline}~~',
    withdrawnAt: 'Withdrawn by its publisher {time}',
    photo: 'Photo: {source}',
    topics: 'Topics: {topics}',
  },
  credits: englishCreditHeadings,
  comment: {
    report: 'Report as abuse',
    view: 'View on site',
    anonymous: 'Anonymous',
    noText: '(no text)',
    continues: 'The comment continues on the site.',
    edited: 'edited {time}',
    deleted: 'This comment was deleted on the site.',
    underReview: 'This comment is hidden while the moderators review it.',
    removed: 'This comment was removed by the moderators.',
    muted: 'This comment is not shown: the moderators muted its author.',
  },
  discussion: {
    heading: 'Discussion: {headline}',
    mirrorNote: 'Comments from the publisher’s site appear here. Replies stay in Discord.',
    policy: 'Comment policy',
    openUntil: 'Open for comments until {time}',
    closedAt: 'Closed for comments since {time}',
    closingSoon: 'This discussion closes {relative}, on {time}.',
    staysOpen: 'This discussion stays open.',
    extended: 'This discussion stays open longer. It now closes on {time}.',
    closed:
      'This discussion is now closed. Comments are open for a limited time after publication.',
    closedByModerator: 'A moderator closed this discussion.',
    keptOpen: 'A moderator keeps this discussion open.',
    keptOpenUntil: 'A moderator keeps this discussion open until {time}.',
    moreComments: {
      one: '{count} more comment on the site',
      other: '{count} more comments on the site',
    },
  },
  digest: {
    untitled: 'Stories',
    heading: '{feed}: {stories}',
    stories: { one: '{count} story', other: '{count} stories' },
    more: { one: 'and {count} more', other: 'and {count} more' },
    skipped: {
      one: '{count} older story was skipped because too many arrived at once.',
      other: '{count} older stories were skipped because too many arrived at once.',
    },
    onSite: 'Read on the site',
  },
};
