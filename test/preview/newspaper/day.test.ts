import { describe, expect, test } from 'vitest';
import { demoCast, demoEdition } from '../../../src/preview/newspaper/demo/edition.ts';
import { frontPage } from '../../../src/preview/newspaper/front-page.ts';
import { editionOf, morning, scripted } from './papers.ts';

function demoAfter(seconds: number) {
  const stories = frontPage(demoEdition, morning, morning + seconds * 1000);
  const find = (slug: string) => {
    const story = stories.find((story) => story.slug === slug);
    if (!story) throw new Error(`no ${slug} after ${seconds} s`);
    return story;
  };
  return { stories, find, lively: find(demoCast.livelyStory) };
}

describe('the demo’s day', () => {
  test('the demo’s day begins with a closed story, a lively one and a new one', () => {
    const { stories, find, lively } = demoAfter(0);
    expect(stories.map((story) => story.slug)).toEqual([
      demoCast.correctedStory,
      demoCast.livelyStory,
      demoCast.closedStory,
    ]);
    expect(find(demoCast.closedStory)).toMatchObject({
      discussion: {
        state: 'closed',
        sentence: expect.stringMatching(/^This discussion has ended/),
      },
      comments: { length: 13 },
    });
    expect(lively).toMatchObject({ discussion: { state: 'open' }, comments: { length: 4 } });
    expect(find(demoCast.correctedStory).comments).toEqual([]);
  });

  test('the demo publishes a story after twenty seconds and another after a hundred', () => {
    expect([19.9, 20, 99.9, 100].map((at) => demoAfter(at).stories.length)).toEqual([3, 4, 4, 5]);
  });

  test('the demo shows a rude comment after half a minute', () => {
    const shown = (at: number) =>
      demoAfter(at).lively.comments.some(({ id }) => id === demoCast.rudeComment);
    expect([29, 30].map(shown)).toEqual([false, true]);
  });

  test('the demo edits one comment and withdraws another', () => {
    const comment = (at: number, id: string) =>
      demoAfter(at).lively.comments.find((comment) => comment.id === id);
    expect(comment(44, demoCast.editedComment)).toMatchObject({ editedAt: null });
    expect(comment(45, demoCast.editedComment)).toMatchObject({
      editedAt: morning + 45_000,
      text: expect.stringContaining('Rehearsal'),
    });
    expect(comment(74, demoCast.withdrawnComment)).toBeDefined();
    expect(comment(75, demoCast.withdrawnComment)).toBeUndefined();
  });

  test('the demo corrects a headline after a minute, which changes its update time but not its publication time', () => {
    const before = demoAfter(59).find(demoCast.correctedStory);
    const after = demoAfter(60).find(demoCast.correctedStory);
    expect(before.headline).toContain('Friday');
    expect(after.headline).toContain('Saturday');
    expect(after.publishedAt).toBe(before.publishedAt);
    expect(after.updatedAt).toBe(morning + 60_000);
  });

  test('the demo closes the lively discussion after two and a half minutes', () => {
    const states = [149, 150].map((at) => demoAfter(at).lively.discussion.state);
    expect(states).toEqual(['open', 'closed']);
  });

  test('in its first two and a half minutes the demo has news at least every fifteen seconds', () => {
    const moments: number[] = [];
    for (let at = 0; at <= 150; at += 1) {
      const changed = Math.max(...demoAfter(at).stories.map((story) => story.changedAt));
      if (changed > morning && moments.at(-1) !== changed) moments.push(changed);
    }
    const gaps = moments.map((at, index) => at - (moments[index - 1] ?? morning));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(15_000);
  });

  test('the demo goes on for hours without using a name twice', () => {
    expect(demoAfter(7 * 3600).stories).toHaveLength(demoEdition.stories.length);
    const names = demoEdition.stories.flatMap((story) => [
      story.slug,
      ...story.comments.map(({ id }) => id),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the demo contains every kind of text that is hard to mirror', () => {
    const comments = demoEdition.stories.flatMap((story) => story.comments);
    const texts = comments.map(({ text }) => text);
    expect(texts.some((text) => text.includes('@everyone'))).toBe(true);
    expect(texts.some((text) => /\*\*.*\]\(.*\|\|/s.test(text))).toBe(true);
    expect(texts.some((text) => text.length >= 3000)).toBe(true);
    expect(texts.some((text) => /\p{Extended_Pictographic}/u.test(text))).toBe(true);
    expect(comments.some(({ author }) => /[<&*|]/.test(author))).toBe(true);
    expect(comments.some(({ author }) => /\p{Script=Arabic}/u.test(author))).toBe(true);
  });

  test('every demo story has credits and six to ten paragraphs', () => {
    for (const story of [...demoEdition.stories, ...demoEdition.stock]) {
      expect(story.credits.reporting.length, story.headline).toBeGreaterThan(0);
      expect(story.body.length, story.headline).toBeGreaterThanOrEqual(6);
      expect(story.body.length, story.headline).toBeLessThanOrEqual(10);
    }
  });
});

describe('a script', () => {
  const at = (elapsed: number, story: Parameters<typeof scripted>[0]) =>
    frontPage(editionOf(scripted(story)), morning, morning + elapsed)[0];

  test('turning the clock back undoes later entries of a script', () => {
    const story = { corrections: [{ at: 10, headline: 'Later' }], closesAt: 20 };
    expect(at(30, story)).toMatchObject({ headline: 'Later', discussion: { state: 'closed' } });
    expect(at(5, story)).toMatchObject({
      headline: 'Ropewalk to be roofed again',
      discussion: { state: 'open' },
    });
    expect(at(-1, story)).toBeUndefined();
  });

  test('the last correction in time wins, whatever its place in the script', () => {
    const corrections = [
      { at: 20, headline: 'Second' },
      { at: 10, headline: 'First' },
    ];
    expect([15, 25].map((elapsed) => at(elapsed, { corrections })?.headline)).toEqual([
      'First',
      'Second',
    ]);
  });

  test('withdrawing a comment changes the date of the page', () => {
    const comments = [{ id: 'a', at: 1, author: 'A', text: 'Hm', withdrawnAt: 9 }];
    expect(at(8, { comments })).toMatchObject({ changedAt: morning + 1, comments: { length: 1 } });
    expect(at(9, { comments })).toMatchObject({ changedAt: morning + 9, comments: [] });
  });

  test('a script can reopen a discussion and close it with a sentence of the paper', () => {
    const story = { closesAt: 10, reopenedAt: 20 };
    const states = [9, 10, 20].map((elapsed) => at(elapsed, story)?.discussion.state);
    expect(states).toEqual(['open', 'closed', 'open']);
    expect(at(10, { closesAt: 10 })?.discussion).toEqual({
      state: 'closed',
      since: morning + 10,
      sentence: demoEdition.paper.closingSentence,
    });
  });
});
