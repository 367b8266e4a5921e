/**
 * Discord's limits on a message, in UTF-16 units.
 * @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 */
export const limits = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFooter: 2048,
  embedAuthor: 256,
  embedUrl: 2048,
  altText: 1024,
  componentsText: 4000,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  threadName: 100,
} as const;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** More than any grapheme of cleaned text. */
const longestGrapheme = 64;

/** The last place at or before `at` where text can be cut without splitting what a reader sees as one character. */
function graphemeStart(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const from = wholeStart(text, Math.max(0, at - 2 * longestGrapheme));
  const around = text.slice(from, at + longestGrapheme);
  const start = from + (segmenter.segment(around).containing(at - from)?.index ?? at - from);
  if (start > from) return start;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Not between the halves of a surrogate pair. */
function wholeStart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/**
 * Text of at most `limit` UTF-16 units. Longer text is cut after a word if one ends in its second
 * half, never inside a grapheme, and ends with "…".
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const room = graphemeStart(text, limit - 1);
  const space = lastSpace(text, room);
  const beginning = space >= room / 2 ? text.slice(0, space) : text.slice(0, room);
  return `${withoutTrailingMarks(beginning)}…`;
}

/** Where the last white space at or before `at` is; -1 without any. */
function lastSpace(text: string, at: number): number {
  let space = Math.min(at, text.length - 1);
  while (space >= 0 && !/\s/u.test(text.charAt(space))) space -= 1;
  return space;
}

function withoutTrailingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ' \n\t,;:–—-'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const sentenceEnd = /(?:(?<=\p{Ll}{3}|[\d%)”"’])[.!?…]["”’)\]]{0,3}(?=\s)|[。！？](?!\p{P}))/gu;

/** Like {@link truncate}, but cut after a whole sentence if one ends in the second half. */
export function truncateAtSentence(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit + 1);
  let end = 0;
  for (const mark of head.matchAll(sentenceEnd)) {
    const after = mark.index + mark[0].length;
    if (after <= limit) end = after;
  }
  return end >= limit / 2 ? text.slice(0, end) : truncate(text, limit);
}

/** The longest beginning of `text` that is at most `limit` units long once `write` has written it. */
export function truncateWritten(
  text: string,
  limit: number,
  write: (text: string) => string,
): string {
  let room = Math.min(text.length, limit);
  for (;;) {
    const written = write(truncate(text, room));
    if (written.length <= limit || room <= 1) return written.length <= limit ? written : '';
    room = Math.min(room - 1, Math.floor((room * limit) / written.length));
  }
}
