import { commentAnchor, paths } from './addresses.ts';
import { commentTime, isoDate } from './dates.ts';
import type { CommentView, StoryView } from './front-page.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageContext } from './page.ts';
import { paragraphs } from './prose.ts';

/** Deeper answers are set no further to the right than this. */
const deepestIndent = 4;

export function commentSection({ paper }: PageContext, story: StoryView): Markup {
  const { discussion } = story;
  return markup`<section id="comments" aria-labelledby="comments-heading">
<h2 id="comments-heading">Comments (${story.comments.length})</h2>
${threaded(story.comments).map(({ comment, depth }) => one(story, comment, depth, paper.zone))}${
    discussion.state === 'closed'
      ? markup`<p class="comments-closed">${discussion.sentence}</p>\n`
      : form
  }</section>
`;
}

const form = markup`<form id="commentform" class="comment-form" aria-labelledby="join">
<h3 id="join">Join the discussion</h3>
<fieldset disabled>
<label for="comment">Your comment</label>
<textarea id="comment" name="comment" rows="4"></textarea>
<button type="submit">Post comment</button>
</fieldset>
<p class="small">In this demonstration the paper’s readers write by themselves.</p>
</form>
`;

function one(story: StoryView, comment: CommentView, depth: number, zone: string): Markup {
  const parent = story.comments.find(({ id }) => id === comment.inReplyTo);
  const anchor = commentAnchor(comment.id);
  const report = `${paths.policy}?story=${story.slug}&comment=${comment.id}#report`;
  return markup`<article class="comment depth-${Math.min(depth, deepestIndent)}" id="${anchor}">
<h3 class="comment-author"><span class="name">${comment.author}</span> wrote:</h3>
${parent === undefined ? null : markup`<p class="in-reply-to small">in reply to <a href="#${commentAnchor(parent.id)}">${parent.author}</a></p>\n`}<div class="comment-text">
${paragraphs(comment.text)}</div>
<p class="comment-date small"><a href="#${anchor}" rel="bookmark"><time datetime="${isoDate(comment.publishedAt)}">${commentTime(comment.publishedAt, zone)}</time></a> -- <a class="report-abuse" rel="nofollow" href="${report}">Report as abuse</a></p>
</article>
`;
}

/** Each comment before its replies, both oldest first; without its parent a reply is at the top level. */
function threaded(
  comments: readonly CommentView[],
): { readonly comment: CommentView; readonly depth: number }[] {
  const shown = new Set(comments.map(({ id }) => id));
  const answers = new Map<string | null, CommentView[]>();
  for (const comment of comments) {
    const parent =
      comment.inReplyTo !== null && shown.has(comment.inReplyTo) ? comment.inReplyTo : null;
    answers.set(parent, [...(answers.get(parent) ?? []), comment]);
  }
  const below = (parent: string | null, depth: number): ReturnType<typeof threaded> =>
    (answers.get(parent) ?? []).flatMap((comment) => [
      { comment, depth },
      ...below(comment.id, depth + 1),
    ]);
  return below(null, 0);
}
