import type { CommentScript, Edition, StoryDraft, StoryScript } from './edition.ts';

/** One story as the paper's readers see it at a given moment. All instants are epoch milliseconds. */
export interface StoryView extends StoryDraft {
  readonly slug: string;
  readonly publishedAt: number;
  /** Publication, or the last correction of the article itself. */
  readonly updatedAt: number;
  /** The last change of anything on its page, comments included. */
  readonly changedAt: number;
  /** Oldest first, without the withdrawn ones. */
  readonly comments: readonly CommentView[];
  readonly discussion: Discussion;
}

export interface CommentView {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly publishedAt: number;
  readonly editedAt: number | null;
  /** May name a comment that was withdrawn since. */
  readonly inReplyTo: string | null;
}

export type Discussion =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly since: number; readonly sentence: string };

/** What the paper shows at `now`, newest story first, if its day began at `startedAt`. */
export function frontPage(edition: Edition, startedAt: number, now: number): StoryView[] {
  const elapsed = now - startedAt;
  return edition.stories
    .filter(({ at, withdrawnAt = Infinity }) => at <= elapsed && elapsed < withdrawnAt)
    .map((story) => storyAt(story, edition.paper.closingSentence, startedAt, elapsed))
    .sort((a, b) => b.publishedAt - a.publishedAt);
}

function storyAt(
  story: StoryScript,
  closingSentence: string,
  startedAt: number,
  elapsed: number,
): StoryView {
  const correction = latest(story.corrections, elapsed);
  const arrived = story.comments.filter((comment) => comment.at <= elapsed);
  const rewritten = latest(
    story.corrections.filter(({ body }) => body),
    elapsed,
  );
  const updated = correction?.at ?? story.at;
  return {
    slug: story.slug,
    headline: correction?.headline ?? story.headline,
    place: story.place,
    agency: story.agency,
    summary: rewritten?.summary ?? story.summary,
    credits: story.credits,
    photo: story.photo,
    topics: story.topics,
    body: rewritten?.body ?? story.body,
    publishedAt: startedAt + story.at,
    updatedAt: startedAt + updated,
    changedAt: startedAt + Math.max(updated, ...pastMoments(story, elapsed)),
    comments: arrived
      .filter((comment) => comment.withdrawnAt === undefined || comment.withdrawnAt > elapsed)
      .map((comment) => commentAt(comment, startedAt, elapsed))
      .sort((a, b) => a.publishedAt - b.publishedAt),
    discussion: discussionAt(story, closingSentence, startedAt, elapsed),
  };
}

function commentAt(comment: CommentScript, startedAt: number, elapsed: number): CommentView {
  const edit = latest(comment.edits ?? [], elapsed);
  return {
    id: comment.id,
    author: comment.author,
    text: edit?.text ?? comment.text,
    publishedAt: startedAt + comment.at,
    editedAt: edit === undefined ? null : startedAt + edit.at,
    inReplyTo: comment.inReplyTo ?? null,
  };
}

function discussionAt(
  story: StoryScript,
  closingSentence: string,
  startedAt: number,
  elapsed: number,
): Discussion {
  const { closesAt, reopenedAt } = story;
  if (closesAt === undefined || closesAt > elapsed) return { state: 'open' };
  const reopened = reopenedAt !== undefined && reopenedAt >= closesAt && reopenedAt <= elapsed;
  if (reopened) return { state: 'open' };
  return {
    state: 'closed',
    since: startedAt + closesAt,
    sentence: story.closingSentence ?? closingSentence,
  };
}

function pastMoments(story: StoryScript, elapsed: number): number[] {
  const moments = story.comments.flatMap((comment) => [
    comment.at,
    ...(comment.edits ?? []).map((edit) => edit.at),
    comment.withdrawnAt ?? comment.at,
  ]);
  if (story.closesAt !== undefined) moments.push(story.closesAt);
  if (story.reopenedAt !== undefined) moments.push(story.reopenedAt);
  return moments.filter((at) => at <= elapsed);
}

/** The last of those not later than `elapsed`; of two at the same moment, the one listed last. */
function latest<Moment extends { readonly at: number }>(
  moments: readonly Moment[],
  elapsed: number,
): Moment | undefined {
  let found: Moment | undefined;
  for (const moment of moments) {
    if (moment.at <= elapsed && (found === undefined || moment.at >= found.at)) found = moment;
  }
  return found;
}
