import { hasShownReplies, type ModelComment, type ModelStory } from './model.ts';
import type { ShownThread } from './thread.ts';

/** How a thread differs from the model, one sentence each. */
export function differences(story: ModelStory, thread: ShownThread): string[] {
  return [
    ...wrongParagraphs(story, thread),
    ...wrongOrder(story, thread),
    ...wrongPlaceholders(story, thread),
  ].map((difference) => `story ${story.number}: ${difference}`);
}

const name = ({ number, writing }: ModelComment) => `comment ${number} (text ${writing})`;

/** Comments by the number of their text: some were sent twice. */
function sameWritings(comments: readonly ModelComment[]): Map<number, ModelComment[]> {
  const found = new Map<number, ModelComment[]>();
  for (const comment of comments) {
    const same = found.get(comment.writing);
    if (same) same.push(comment);
    else found.set(comment.writing, [comment]);
  }
  return found;
}

/** Every paragraph of the present text of every comment stands there once, and no other one. */
function wrongParagraphs({ comments }: ModelStory, { paragraphs, cuts }: ShownThread): string[] {
  const found: string[] = [];
  const counts = new Map<string, number>();
  for (const { writing, paragraph } of paragraphs) {
    const key = `${writing}.${paragraph}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const byWriting = sameWritings(comments.filter(({ state }) => state === 'shown'));
  for (const [writing, same] of byWriting) {
    const [comment] = same;
    if (!comment) continue;
    const mostMissing = same.filter(({ isDeletedByHand }) => isDeletedByHand).length;
    const wrong: string[] = [];
    for (let paragraph = 1; paragraph <= comment.paragraphs; paragraph += 1) {
      const key = `${writing}.${paragraph}`;
      const count = counts.get(key) ?? 0;
      counts.delete(key);
      const mostCut = paragraph > 1 ? cuts : 0;
      if (count <= same.length && count >= same.length - mostMissing - mostCut) continue;
      wrong.push(`paragraph ${paragraph} ${count} times`);
    }
    if (wrong.length > 0) {
      found.push(`${name(comment)} stands there wrongly: ${wrong.join(', ')}, not ${same.length}`);
    }
  }
  const others = new Set([...counts.keys()].map((key) => key.split('.')[0]));
  return [
    ...found,
    ...[...others].map((writing) => `text ${writing} stands there, and should not`),
  ];
}

/**
 * Before a comment stands what it answers, and what answers the same and was written and shown before:
 * in a backlog, answers stand with what they answer, not by their time.
 */
function wrongOrder({ comments }: ModelStory, { paragraphs }: ShownThread): string[] {
  const places = new Map<number, number[]>();
  for (const [place, { writing }] of paragraphs.entries()) {
    const before = places.get(writing);
    if (before) before.push(place);
    else places.set(writing, [place]);
  }
  const twins = sameWritings(comments);
  const placed = comments.filter(
    ({ state, writing }) =>
      state === 'shown' && places.has(writing) && twins.get(writing)?.length === 1,
  );
  const found: string[] = [];
  for (const first of placed) {
    const own = places.get(first.writing) ?? [];
    const numbers = own.map((place) => paragraphs[place]?.paragraph ?? 0);
    if (numbers.some((number, index) => index > 0 && number < (numbers[index - 1] ?? 0))) {
      found.push(`the paragraphs of ${name(first)} stand in another order`);
    }
    if (first.mayBeLate) continue;
    for (const second of placed) {
      const isNear = second.parent === first.parent || second.parent === first.number;
      const isBefore =
        isNear &&
        first.publishedAt < second.publishedAt &&
        first.lastShownAt <= second.firstShownAt;
      if (isBefore && (own[0] ?? 0) > (places.get(second.writing)?.[0] ?? 0)) {
        found.push(`${name(second)} stands before ${name(first)}`);
      }
    }
  }
  return found;
}

/** A deleted comment that was mirrored stands as a placeholder while it has answers. */
function wrongPlaceholders(story: ModelStory, thread: ShownThread): string[] {
  const answered = story.comments.filter(
    (comment) => comment.state === 'withdrawn' && hasShownReplies(story, comment),
  );
  const sure = answered.filter(
    ({ wasMirrored, isDeletedByHand }) => wasMirrored && !isDeletedByHand,
  );
  const shown = story.comments.filter(({ state }) => state === 'shown');
  const byHand = shown.filter(({ isDeletedByHand }) => isDeletedByHand).length;
  const { placeholders, reportButtons } = thread;
  const found: string[] = [];
  if (placeholders < sure.length || placeholders > answered.length) {
    found.push(`${placeholders} placeholders, not ${sure.length} to ${answered.length}`);
  }
  const most = shown.length + placeholders;
  if (reportButtons > most || reportButtons < most - byHand) {
    found.push(`${reportButtons} report buttons, not ${most}`);
  }
  return found;
}
