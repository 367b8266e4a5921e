import type { Random } from '../support/random.ts';

/** A comment as its site has it, and what moderators ruled on it. */
export interface ModelComment {
  number: number;
  parent: number | null;
  author: string;
  text: string;
  /** The number of its present text, which stands in each paragraph of it. */
  writing: number;
  paragraphs: number;
  /** The numbers of the texts that it had before: the thread may have one of them still. */
  earlierWritings: number[];
  publishedAt: number;
  state: 'pending' | 'shown' | 'withdrawn';
  /** When it was first shown; and last: later when it was restored. */
  firstShownAt: number;
  lastShownAt: number;
  ruling: 'none' | 'hidden' | 'removed';
  /** Of the case on it; `null` before there is one. */
  caseNumber: number | null;
  /** It may have come after later ones: the source gave a part of its list, or it came back. */
  mayBeLate: boolean;
  /** It may have the name of its author above it, in a message of a webhook. */
  mayBeNamed: boolean;
  /** It was surely in the thread once. */
  wasMirrored: boolean;
  /** A ruling took it out of the thread once, or a mute. */
  wasOut: boolean;
  /** A person deleted a message of it in Discord. */
  isDeletedByHand: boolean;
}

export interface ModelStory {
  number: number;
  publishedAt: number;
  comments: ModelComment[];
  /** Its publisher takes no more comments. */
  isClosed: boolean;
  /** A person locked or unlocked its thread: what its publisher says does not count any more. */
  isLockedByHand: boolean;
}

/** What the discussions are to be: the site's and the moderators' side, changed one step at a time. */
export class Model {
  readonly stories: ModelStory[];
  readonly muted = new Set<string>();
  private writings = 0;
  private readonly random: Random;

  constructor(random: Random, stories: number, now: number) {
    this.random = random;
    this.stories = Array.from({ length: stories }, (_, number) => {
      const publishedAt = now - 60_000 * (number + 1);
      return { number, publishedAt, comments: [], isClosed: false, isLockedByHand: false };
    });
  }

  /** True for a comment whose text is in its thread. */
  isVisible({ state, ruling, author }: ModelComment): boolean {
    return state === 'shown' && ruling === 'none' && !this.muted.has(author);
  }

  write(story: ModelStory, now: number, state: 'shown' | 'pending'): ModelComment {
    const { random } = this;
    const last = story.comments.at(-1);
    const parents = story.comments.filter((comment) => comment.state === 'shown');
    const parent = random.chance(0.5) ? random.pick(parents) : null;
    // Somebody sends the same words twice in one second. Rulings on one of two such are not played:
    // where the source changes nobody can say which is which.
    const isTwin =
      last?.state === 'shown' &&
      last.caseNumber === null &&
      state === 'shown' &&
      random.chance(0.08);
    const written = isTwin
      ? last
      : {
          ...this.writing(),
          parent: parent?.number ?? null,
          author: `Reader ${random.below(6)}`,
          publishedAt: Math.max(now - (now % 1000), (last?.publishedAt ?? 0) + 1000),
        };
    const comment: ModelComment = {
      ...written,
      number: story.comments.length,
      earlierWritings: [],
      state,
      firstShownAt: now,
      lastShownAt: now,
      ruling: 'none',
      caseNumber: null,
      mayBeLate: false,
      mayBeNamed: false,
      wasMirrored: false,
      wasOut: this.muted.has(written.author),
      isDeletedByHand: false,
    };
    story.comments.push(comment);
    return comment;
  }

  /** Where the source changes, nobody can say which of several sent at once was edited. */
  edit(story: ModelStory, comment: ModelComment): void {
    comment.earlierWritings.push(comment.writing);
    Object.assign(comment, this.writing());
    const twins = twinsOf(story, comment);
    if (twins.length > 1) for (const twin of twins) twin.mayBeLate = true;
  }

  mute(author: string): void {
    this.muted.add(author);
    for (const comment of this.by(author)) comment.wasOut = true;
  }

  /** What was not posted meanwhile comes after what was. */
  unmute(author: string): void {
    this.muted.delete(author);
    for (const comment of this.by(author)) comment.mayBeLate = true;
  }

  private by(author: string): ModelComment[] {
    return this.stories.flatMap(({ comments }) => comments.filter((one) => one.author === author));
  }

  /** A text with a number that no other has, in each of its paragraphs. */
  private writing(): Pick<ModelComment, 'writing' | 'text' | 'paragraphs'> {
    this.writings += 1;
    const isLong = this.random.chance(0.07);
    const paragraphs = isLong ? this.random.whole(6, 14) : this.random.whole(1, 2);
    const text = Array.from({ length: paragraphs }, (_, index) => {
      const words = 'the pier is old and '.repeat(isLong ? 20 : 1);
      return `w${this.writings}p${index + 1} ${words}stands.`;
    }).join('\n\n');
    return { writing: this.writings, paragraphs, text };
  }

  static show(story: ModelStory, comment: ModelComment, now: number): void {
    if (comment.state === 'pending') comment.firstShownAt = now;
    // A message of it may be on its way out: then the new one comes when that is done. Nobody can say
    // which of its twins comes then.
    else for (const twin of twinsOf(story, comment)) twin.mayBeLate = true;
    comment.state = 'shown';
    comment.lastShownAt = now;
  }
}

/** The comments that were sent with this one, and it. */
export function twinsOf({ comments }: ModelStory, { publishedAt }: ModelComment): ModelComment[] {
  return comments.filter((comment) => comment.publishedAt === publishedAt);
}

/** True when a comment below this one passes the test. */
export function someReply(
  story: ModelStory,
  { number }: Pick<ModelComment, 'number'>,
  test: (reply: ModelComment) => boolean,
): boolean {
  return story.comments.some(
    (reply) => reply.parent === number && (test(reply) || someReply(story, reply, test)),
  );
}
