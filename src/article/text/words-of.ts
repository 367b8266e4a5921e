/** So many letters tell a word in any of its forms. */
const beginning = 5;
const longestText = 20_000;
/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function beginnings(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => word.slice(0, beginning).replaceAll('y', 'i'));
}

/**
 * Whether a text says something of a topic: it has all its words, in any form. Of the text its first
 * 20,000 UTF-16 units count. An empty text says something of everything.
 */
export function wordsOf(text: string): (topic: string) => boolean {
  const begun = text.slice(0, longestText);
  const said = new Set(beginnings(begun));
  if (said.size === 0) return () => true;
  return (topic) =>
    unspaced.test(topic)
      ? begun.includes(topic)
      : beginnings(topic).every((word) => said.has(word));
}
