import type { DemoControls } from '../../../src/preview/page/index.ts';

const story = {
  slug: 'ferry',
  headline: 'The ferry sails',
  text: 'It sails tonight.',
  comments: 0,
  discussion: 'open',
} as const;

/** Controls of a paper with one story, which does nothing. */
export function idlePaper(): DemoControls {
  const nothing = () => {};
  return {
    reporter: 'Theo',
    status: () => ({
      now: 0,
      stories: [story],
    }),
    publish: () => story.slug,
    correctStory: nothing,
    withdrawStory: nothing,
    reopenDiscussion: nothing,
    addComment: nothing,
    editComment: nothing,
    withdrawComment: nothing,
    closeDiscussion: nothing,
    turnClock: nothing,
  };
}
