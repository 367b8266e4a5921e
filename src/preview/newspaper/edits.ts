import type { CommentScript, Correction, Edition, StoryDraft, StoryScript } from './edition.ts';

/**
 * Edits made by hand. Each function returns the edition with one more entry in its script, at `at`
 * milliseconds from the start. A slug or comment that is not there throws a
 * RangeError.
 */
export function withStory(
  edition: Edition,
  at: number,
  draft: StoryDraft,
): { edition: Edition; slug: string } {
  const slug = freeSlug(edition, draft.headline);
  const story: StoryScript = { ...draft, slug, at, corrections: [], comments: [] };
  return { edition: { ...edition, stories: [...edition.stories, story] }, slug };
}

export function withCorrection(
  edition: Edition,
  at: number,
  slug: string,
  correction: Correction,
): Edition {
  return withChangedStory(edition, slug, (story) => ({
    ...story,
    corrections: [...story.corrections, { ...correction, at }],
  }));
}

export function withStoryWithdrawn(edition: Edition, at: number, slug: string): Edition {
  return withChangedStory(edition, slug, (story) => ({ ...story, withdrawnAt: at }));
}

export function withComment(edition: Edition, slug: string, comment: CommentScript): Edition {
  return withChangedStory(edition, slug, (story) => ({
    ...story,
    comments: [...story.comments, comment],
  }));
}

export function withEdit(
  edition: Edition,
  at: number,
  slug: string,
  id: string,
  text: string,
): Edition {
  return withChangedComment(edition, slug, id, (comment) => ({
    ...comment,
    edits: [...(comment.edits ?? []), { at, text }],
  }));
}

export function withWithdrawal(edition: Edition, at: number, slug: string, id: string): Edition {
  return withChangedComment(edition, slug, id, (comment) => ({ ...comment, withdrawnAt: at }));
}

export function withClosing(
  edition: Edition,
  at: number,
  slug: string,
  sentence?: string,
): Edition {
  return withChangedStory(edition, slug, ({ reopenedAt: _reopened, ...story }) => ({
    ...story,
    closesAt: at,
    ...(sentence === undefined ? {} : { closingSentence: sentence }),
  }));
}

export function withReopening(edition: Edition, at: number, slug: string): Edition {
  return withChangedStory(edition, slug, (story) => ({ ...story, reopenedAt: at }));
}

/** "Café's boat, at last!" → "cafes-boat-at-last"; "story" when no Latin letter or digit is left. */
export function slugOf(headline: string): string {
  const words = headline
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.slice(0, 9).join('-') || 'story';
}

function freeSlug(edition: Edition, headline: string): string {
  const taken = new Set(edition.stories.map((story) => story.slug));
  const slug = slugOf(headline);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function withChangedStory(
  edition: Edition,
  slug: string,
  change: (story: StoryScript) => StoryScript,
): Edition {
  if (!edition.stories.some((story) => story.slug === slug))
    throw new RangeError(`The newspaper has no story "${slug}"; stories() lists those it has.`);
  return {
    ...edition,
    stories: edition.stories.map((story) => (story.slug === slug ? change(story) : story)),
  };
}

function withChangedComment(
  edition: Edition,
  slug: string,
  id: string,
  change: (comment: CommentScript) => CommentScript,
): Edition {
  return withChangedStory(edition, slug, (story) => {
    if (!story.comments.some((comment) => comment.id === id))
      throw new RangeError(`The story "${slug}" has no comment "${id}".`);
    return {
      ...story,
      comments: story.comments.map((comment) => (comment.id === id ? change(comment) : comment)),
    };
  });
}
