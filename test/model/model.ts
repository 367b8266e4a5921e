import type { Random } from '../support/random.ts';

/** A comment as its site has it. */
export interface ModelComment {
  number: number;
  parent: number | null;
  author: string;
  text: string;
  /** The number of its present text, which stands in each paragraph of it. */
  writing: number;
  paragraphs: number;
  publishedAt: number;
  state: 'pending' | 'shown' | 'withdrawn';
  /** When it was first shown; and last: later when it was restored. */
  firstShownAt: number;
  lastShownAt: number;
  /** The source gave a part of its list since it was shown: it may have come after later ones. */
  mayBeLate: boolean;
  /** It was surely in the thread once. */
  wasMirrored: boolean;
  /** A person deleted a message of it in Discord. */
  isDeletedByHand: boolean;
}

export interface ModelStory {
  number: number;
  publishedAt: number;
  comments: ModelComment[];
}

/** What the discussions are to be: the site's side of them, changed one step at a time. */
export class Model {
  readonly stories: ModelStory[];
  private writings = 0;
  private readonly random: Random;

  constructor(random: Random, stories: number, now: number) {
    this.random = random;
    this.stories = Array.from({ length: stories }, (_, number) => {
      return { number, publishedAt: now - 60_000 * (number + 1), comments: [] };
    });
  }

  write(story: ModelStory, now: number, state: 'shown' | 'pending'): ModelComment {
    const { random } = this;
    const last = story.comments.at(-1);
    const parents = story.comments.filter((comment) => comment.state === 'shown');
    const parent = random.chance(0.5) ? random.pick(parents) : null;
    const common = {
      number: story.comments.length,
      state,
      mayBeLate: false,
      wasMirrored: false,
      isDeletedByHand: false,
    };
    // Somebody sends the same words twice in one second.
    const isTwin = last?.state === 'shown' && state === 'shown' && random.chance(0.08);
    const comment: ModelComment = isTwin
      ? { ...last, ...common, firstShownAt: now, lastShownAt: now }
      : {
          ...common,
          ...this.writing(),
          parent: parent?.number ?? null,
          author: `Reader ${random.below(6)}`,
          publishedAt: Math.max(now - (now % 1000), (last?.publishedAt ?? 0) + 1000),
          firstShownAt: now,
          lastShownAt: now,
        };
    story.comments.push(comment);
    return comment;
  }

  edit(comment: ModelComment): void {
    Object.assign(comment, this.writing());
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

  static show({ comments }: ModelStory, comment: ModelComment, now: number): void {
    if (comment.state === 'pending') comment.firstShownAt = now;
    // A message of it may be on its way out: then the new one comes when that is done. Nobody can say
    // which of its twins comes then.
    else {
      for (const twin of comments) {
        if (twin.publishedAt === comment.publishedAt) twin.mayBeLate = true;
      }
    }
    comment.state = 'shown';
    comment.lastShownAt = now;
  }
}

/** True when a comment, or one below it, is shown. */
export function hasShownReplies({ comments }: ModelStory, { number }: ModelComment): boolean {
  return comments.some(
    (reply) =>
      reply.parent === number &&
      (reply.state === 'shown' || hasShownReplies({ number: 0, publishedAt: 0, comments }, reply)),
  );
}
