/** Text that was wrapped at a width has lines of about this length. */
const narrowest = 40;
const widest = 100;
/** Of fewer lines the lengths prove nothing. */
const fewestWrapped = 3;

/** Plain text as HTML, with the line breaks that its writer made. */
export function escapedHtml(text: string): string {
  return brokenLines(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** Only the beginning of a text makes a summary: in the rest each line is its own. */
const longestRead = 20_000;

/**
 * Text without tags as HTML: its lines are paragraphs, but those that a program wrapped at a width
 * are one. Markup stays as it is.
 */
export function brokenLines(html: string): string {
  const isOneLine = !html.includes('\n') && !html.includes('\r');
  if (isOneLine || /<[a-z!/?]/i.test(html)) return html;
  const end = html.length > longestRead ? html.lastIndexOf('\n', longestRead) : html.length;
  if (end < 0) return html;
  const rest = html.slice(end).replaceAll(/\r\n?|\n/g, '<br>');
  const lines = html
    .slice(0, end)
    .split(/\r\n?|\n/)
    .map((line) => line.trim());
  const broken: string[] = [];
  for (let start = 0; start < lines.length;) {
    const empty = lines.indexOf('', start);
    const block = lines.slice(start, empty < 0 ? undefined : empty);
    if (block.length > 0) broken.push(unwrapped(block));
    start += block.length + 1;
  }
  return broken.join('<br><br>') + rest;
}

/** The lines between two empty ones. */
function unwrapped(lines: readonly string[]): string {
  const width = lines.reduce((longest, { length }) => Math.max(longest, length), 0);
  const isWrapped =
    lines.length >= fewestWrapped &&
    width >= narrowest &&
    width <= widest &&
    lines.every((line, index) => isFull(line, lines[index + 1], width));
  return lines.reduce((text, line) =>
    isWrapped || /^\p{Ll}/u.test(line) ? `${text} ${line}` : `${text}<br>${line}`,
  );
}

/** True of a line that the next one's first word would have made too long, and of the last one. */
function isFull(line: string, next: string | undefined, width: number): boolean {
  if (next === undefined) return true;
  const word = next.indexOf(' ');
  return line.length + 1 + (word < 0 ? next.length : word) > width;
}
