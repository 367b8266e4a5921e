import { type Model, type ModelComment, type ModelStory, someReply } from './model.ts';
import { type Placeholder, placeholders, type ShownThread } from './thread.ts';

/** How a thread differs from the model, one sentence each. */
export function differences(model: Model, story: ModelStory, thread: ShownThread): string[] {
  return [
    ...wrongParagraphs(model, story, thread),
    ...wrongOrder(model, story, thread),
    ...wrongPlaceholders(model, story, thread),
    ...wrongNames(story, thread),
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
function wrongParagraphs(
  model: Model,
  { comments }: ModelStory,
  { paragraphs, cuts }: ShownThread,
): string[] {
  const found: string[] = [];
  const counts = new Map<string, number>();
  for (const { writing, paragraph } of paragraphs) {
    const key = `${writing}.${paragraph}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const byWriting = sameWritings(comments.filter((one) => model.isVisible(one)));
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
function wrongOrder(model: Model, { comments }: ModelStory, { paragraphs }: ShownThread): string[] {
  const places = new Map<number, number[]>();
  for (const [place, { writing }] of paragraphs.entries()) {
    const before = places.get(writing);
    if (before) before.push(place);
    else places.set(writing, [place]);
  }
  const twins = sameWritings(comments);
  const placed = comments.filter(
    (one) =>
      model.isVisible(one) && places.has(one.writing) && twins.get(one.writing)?.length === 1,
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

/** How many placeholders of a kind there may be. */
interface Bounds {
  least: number;
  most: number;
}

/**
 * A deleted comment that was mirrored stands as a placeholder while it has answers, and so does a hidden
 * one. Nobody can say that of what was out of the thread once: its answers, or it, may have been gone.
 */
function placeholderBounds(model: Model, story: ModelStory): Record<Placeholder, Bounds> {
  const bounds = (may: ModelComment[], must: ModelComment[]): Bounds => {
    const inPlace = must.filter(
      ({ isDeletedByHand, mayBeNamed }) => !isDeletedByHand && !mayBeNamed,
    );
    return { least: inPlace.length, most: may.length };
  };
  const isThere = ({ state, ruling }: ModelComment) => state === 'shown' && ruling !== 'removed';
  const answered = story.comments.filter(
    (one) => one.state === 'withdrawn' && someReply(story, one, isThere),
  );
  const deleted = answered.filter(({ ruling }) => ruling === 'none');
  const stayed = (one: ModelComment) => one.state === 'shown' && !one.wasOut;
  const surelyDeleted = deleted.filter(
    (one) => one.wasMirrored && !one.wasOut && someReply(story, one, stayed),
  );
  const hidden = story.comments.filter(isHidden);
  const hiddenAndDeleted = answered.filter(({ ruling }) => ruling === 'hidden');
  const muted = story.comments.filter(
    (one) => one.ruling === 'none' && model.muted.has(one.author),
  );
  return {
    deleted: bounds(deleted, surelyDeleted),
    removed: bounds([...hidden, ...hiddenAndDeleted], hidden),
    muted: bounds(muted, []),
    underReview: bounds([], []),
  };
}

const isHidden = ({ state, ruling }: ModelComment) => state === 'shown' && ruling === 'hidden';

function wrongPlaceholders(model: Model, story: ModelStory, thread: ShownThread): string[] {
  const found: string[] = [];
  const allowed = placeholderBounds(model, story);
  for (const kind of placeholders) {
    const { least, most } = allowed[kind];
    const count = thread.placeholders[kind];
    if (count < least || count > most) {
      found.push(`${count} placeholders (${kind}), not ${least} to ${most}`);
    }
  }
  const visible = story.comments.filter((one) => model.isVisible(one));
  const byHand = visible.filter(({ isDeletedByHand }) => isDeletedByHand).length;
  const inPlaces = placeholders.reduce((sum, kind) => sum + thread.placeholders[kind], 0);
  const most = visible.length + inPlaces;
  const least = most - byHand;
  if (thread.reportButtons > most || thread.reportButtons < least) {
    found.push(`${thread.reportButtons} report buttons, not ${least} to ${most}`);
  }
  return found;
}

/** A webhook's message has the name of its comment's author above it. */
function wrongNames({ comments }: ModelStory, { paragraphs }: ShownThread): string[] {
  const authors = new Map(comments.map(({ writing, author }) => [writing, author]));
  return paragraphs
    .filter(({ writing, name: above }) => {
      const author = authors.get(writing);
      return above !== null && author !== undefined && !above.startsWith(`${author} `);
    })
    .map(({ writing, name: above }) => `text ${writing} stands under the name ${above}`);
}
