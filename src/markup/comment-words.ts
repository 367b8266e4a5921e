import type { Words, CommentWords } from '../languages/language.ts';
import { wordsOfAll } from '../languages/words.ts';

function listOf(list: (words: CommentWords) => Words | undefined): string[] {
  return wordsOfAll(({ comments }) => comments && list(comments));
}

/** Longest first, so that a phrase is found before its first word. */
function anyOf(words: readonly string[]): string {
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return escaped.toSorted((a, b) => b.length - a.length).join('|');
}

const actions = new Set(listOf((words) => words.actions));
const headings = new Set([
  ...listOf((words) => words.headings),
  ...listOf((words) => words.counted),
]);
const wrote = anyOf(listOf((words) => words.wrote));
const postedBy = anyOf(listOf((words) => words.postedBy));
const ago = anyOf(listOf((words) => words.ago));

/** "Reply", "Report as abuse", "Recommend (3)", "+2", "#": what can be done with a comment. */
export function isAction(text: string): boolean {
  if (text.length > 60) return false;
  const words = text
    .toLowerCase()
    .replaceAll(/[\d.,()[\]+|·•:#▲▼»«…-]+/gu, ' ')
    .trim()
    .replaceAll(/\s+/gu, ' ');
  return words === '' ? text.trim().length <= 8 : actions.has(words);
}

/** A heading such as "Comments" or "Join the discussion", without a count. */
export function isCommentHeading(text: string): boolean {
  return (
    text.length <= 60 &&
    headings.has(
      text
        .toLowerCase()
        .replace(/[:!.…]+$/u, '')
        .trim(),
    )
  );
}

const wroteTail = new RegExp(
  `^(.{1,80}?),? (?:${wrote})(?: (?:on|at|am|le|el|il))?\\s?(?::|…|\\.{3})?$`,
  'iu',
);
const wroteAlone = new RegExp(`^(?:${wrote})\\s?[:…]?$`, 'iu');
const saidHead = new RegExp(`^(.{1,60}?) (?:${wrote}):\\s+(?=\\S)`, 'iu');
const postedHead = new RegExp(`^(?:${postedBy})\\s?:?\\s+(?=\\S)`, 'iu');
const postedAlone = new RegExp(`^(?:(?:${postedBy})|by|posted|von|par|por|di)\\s?:?$`, 'iu');
const joints = /(?:[\s,;:|·•—–@(-]+|\s(?:on|at|am|um|le|el|il|den|kl|a las|à|op))+$/iu;

/** "Ana wrote:" → "Ana"; `null` for a text without such a verb at its end. */
export function nameBeforeVerb(text: string): string | null {
  return wroteTail.exec(text)?.[1] ?? null;
}

/** The name in "Ana wrote: It sank."; `null` for another text. */
export function namedOpening(text: string): string | null {
  return saidHead.exec(text.slice(0, 200))?.[1] ?? null;
}

/** The verb that follows a name in an element of its own: "wrote:". */
export function isVerb(text: string): boolean {
  return wroteAlone.test(text) || postedAlone.test(text);
}

export function isPostedBy(text: string): boolean {
  return postedHead.test(text);
}

/** A name without what stands around it: "Posted by: Ana at" → "Ana". */
export function bareName(text: string): string {
  const short = text.slice(0, 200).trim();
  const named = nameBeforeVerb(short.replace(joints, '')) ?? short;
  return named
    .replace(postedHead, '')
    .replace(joints, '')
    .replace(/^[\s,;:|·•—–-]+/u, '')
    .trim();
}

/** A time that is no date: "2 hours ago", "vor 3 Stunden", "yesterday". */
export const relativeTime = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${ago}) (?:\\d{1,3}|eine[mrn]?|une?|ein|an?) \\p{L}{1,12}\\.?|(?:\\d{1,3}|an?|one|eine?|une?) ?\\p{L}{1,12}\\.? ?(?:${ago})|(?:yesterday|today|gestern|heute|hier|ayer|hoy|ieri|oggi|just now))(?:,? (?:at |um )?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?)?(?![\\p{L}\\d])`,
  'iu',
);
