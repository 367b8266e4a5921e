/** A text as one line: white space folded, invisible characters left out. */
export function foldWhiteSpace(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
