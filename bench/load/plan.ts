/** What happens in a run: each story in a feed of its own, its comments one after another. */
export interface Plan {
  stories: number;
  /** In which all stories appear. */
  burstMs: number;
  commentsPerStory: number;
  /** From a story to its last comment. */
  commentsMs: number;
}

/** A word that no other story or comment has. */
export const storyWord = (story: number) => `storyno${story}x`;
export const commentWord = (comment: number) => `commentno${comment}x`;
const words = /(?:story|comment)no\d+x/g;

/** Each such word of a text once. */
export const wordsIn = (text: string): string[] => [...new Set(text.match(words) ?? [])];
