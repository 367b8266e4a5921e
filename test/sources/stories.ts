import { noCredits } from '../../src/core/credits.ts';
import type { Story } from '../../src/core/story.ts';

export const storyUrl = 'https://ledger.example/news/ferry-sinks';

/** A story at {@link storyUrl} that knows nothing but what the test says. */
export function story(words: Partial<Story> = {}): Story {
  return {
    headline: 'Ferry sinks',
    url: storyUrl,
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
    ...words,
  };
}
