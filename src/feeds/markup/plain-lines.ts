/** Text that was wrapped at a width has lines of about this length. */
const narrowest = 40;
const widest = 100;
/** Of fewer lines the lengths prove nothing. */
const fewestWrapped = 3;

/** Plain text as HTML, with the line breaks that its writer made. */
export function escapedHtml(text: string): string {
  return brokenLines(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/**
 * Text without tags as HTML: its lines are paragraphs, but those that a program wrapped at a width
 * are one. Markup stays as it is.
 */
export function brokenLines(html: string): string {
  if (!/[\n\r]/.test(html) || /<[a-z!/?]/i.test(html)) return html;
  const lines = html.split(/\r\n?|\n/).map((line) => line.trim());
  const broken: string[] = [];
  for (let start = 0; start < lines.length;) {
    const end = lines.indexOf('', start);
    const block = lines.slice(start, end < 0 ? undefined : end);
    if (block.length > 0) broken.push(unwrapped(block));
    start += block.length + 1;
  }
  return broken.join('<br><br>');
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
