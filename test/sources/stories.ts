import type { Story } from '../../src/core/story/story.ts';
import { unknownStory } from '../../src/core/story/story.ts';

export const storyUrl = 'https://ledger.example/news/ferry-sinks';

/** A story at {@link storyUrl} that knows nothing but what the test says. */
export function story(words: Partial<Story> = {}): Story {
  return {
    ...unknownStory,
    headline: 'Ferry sinks',
    url: storyUrl,
    ...words,
  };
}
