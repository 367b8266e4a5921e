import type { Newspaper } from './newspaper/newspaper.ts';
import type { CommentView } from './newspaper/front-page.ts';
import type { DemoControls, WrittenStory } from './page/index.ts';

const remarks = [
  'I walked past this morning and it looked just as you describe.',
  'Can somebody say what this will cost each household?',
  'My grandmother used to tell a story about exactly that.',
  'Thank you for printing the figures; the town hall never does.',
];

/** The page's controls over the demo's paper and clock. */
export function demoControls(
  paper: Newspaper,
  reporter: string,
  turn: (ms: number) => void,
  now: () => number,
): DemoControls {
  let remarksMade = 0;
  const newestComment = (slug: string): CommentView => {
    const story = paper.stories().find((candidate) => candidate.slug === slug);
    const newest = story?.comments.at(-1);
    if (!newest) throw new Error('This story has no comment yet. Add one first.');
    return newest;
  };
  return {
    reporter,
    status: () => ({
      now: now(),
      stories: paper.stories().map((story) => ({
        slug: story.slug,
        headline: story.headline,
        text: story.body.join('\n\n'),
        comments: story.comments.length,
        discussion: story.discussion.state,
      })),
    }),
    publish: (story) => (story ? paper.write(draftOf(story)) : paper.publish()),
    correctStory: (slug, story) => paper.correctStory(slug, wordsOf(story)),
    withdrawStory: (slug) => paper.withdrawStory(slug),
    addComment(slug, text) {
      const remark = remarks[remarksMade % remarks.length] ?? '';
      remarksMade += 1;
      paper.addComment(slug, { author: 'A visitor', text: text ?? remark });
    },
    editComment(slug) {
      const { id, text } = newestComment(slug);
      paper.editComment(slug, id, `${text}\n\nEdit: a word put right.`);
    },
    withdrawComment: (slug) => paper.withdrawComment(slug, newestComment(slug).id),
    closeDiscussion: (slug) => paper.closeDiscussion(slug),
    reopenDiscussion: (slug) => paper.reopenDiscussion(slug),
    turnClock: (ms) => turn(Math.max(0, ms)),
  };
}

function draftOf(story: WrittenStory): Parameters<Newspaper['write']>[0] {
  const { author, place, topics } = story;
  return {
    ...wordsOf(story),
    place: place.trim() || 'Port Merrow',
    credits: { reporting: [{ name: author.trim() || 'Robin Vane' }] },
    topics: topics
      .split(',')
      .map((topic) => topic.trim())
      .filter(Boolean),
  };
}

/** The first paragraph is the summary too. */
function wordsOf({ headline, text }: Pick<WrittenStory, 'headline' | 'text'>) {
  const body = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  const [summary] = body;
  if (!headline.trim()) throw new Error('Write a headline first.');
  if (!summary) throw new Error('Write the story’s text first.');
  return { headline: headline.trim(), summary, body };
}
