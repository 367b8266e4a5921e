import { noCredits } from '../../src/core/credits.ts';
import type { Story } from '../../src/core/story.ts';

/** A story of which nothing is known: builders fill in what their tests are about. */
export const unknownStory: Story = {
  headline: null,
  url: null,
  summary: null,
  publishedAt: null,
  updatedAt: null,
  dateline: null,
  photo: null,
  topics: [],
  credits: noCredits,
  commentPolicy: null,
  commentCount: null,
  commentLinks: { feed: null, page: null },
};
