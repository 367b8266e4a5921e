/** Every text of a trial carries marks, so that a message says what it shows and in which version. */

export interface StoryMark {
  story: number;
  version: number;
}

export interface CommentMark {
  comment: number;
  version: number;
  /** From 1 to `of`: a comment's marks are numbered through all its messages. */
  word: number;
  of: number;
}

export const headline = ({ story, version }: StoryMark): string =>
  `The harbour board meets again, s${story}v${version}`;

/** A comment's text of `marks` short paragraphs, about 70 characters each. */
export function commentText(comment: number, version: number, marks: number): string {
  return Array.from({ length: marks }, (_, index) => {
    const mark = `c${comment}v${version}w${index + 1}of${marks}`;
    return `${mark} is what a reader says about boats, ropes and the old quay.`;
  }).join('\n\n');
}

export const closingSentence = (story: number): string =>
  `The discussion has ended, says the paper of s${story}v0.`;

export function storyMarks(text: string): StoryMark[] {
  return [...text.matchAll(/\bs(\d+)v(\d+)\b/g)].map(([, story, version]) => ({
    story: Number(story),
    version: Number(version),
  }));
}

export function commentMarks(text: string): CommentMark[] {
  return [...text.matchAll(/\bc(\d+)v(\d+)w(\d+)of(\d+)\b/g)].map(
    ([, comment, version, word, of]) => ({
      comment: Number(comment),
      version: Number(version),
      word: Number(word),
      of: Number(of),
    }),
  );
}
