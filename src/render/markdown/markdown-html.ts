import { escapeHtml, inlineHtml } from './markdown-inline.ts';

const deepestQuote = 8;

const fence = /^ {0,3}(`{3,}|~{3,})[^`]*$/u;
const heading = /^ {0,3}#{1,6}\s+(.*)$/u;
const rule = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/u;
const quote = /^ {0,3}> ?/u;
/** Of Lemmy: what stands between its two lines is folded. */
const spoiler = /^ {0,3}:{3,}\s*spoiler\b\s*(.*)$/u;
const spoilerEnd = /^ {0,3}:{3,}\s*$/u;
const listItem = /^\s{0,12}(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/u;

/**
 * A reader's CommonMark as HTML: paragraphs, headings, quotes, lists, code, emphasis, links,
 * spoilers. HTML in
 * it stays text, as do tables and references. A list in a list becomes part of the outer one.
 * @see https://spec.commonmark.org/0.31.2/
 */
export function markdownHtml(markdown: string): string {
  return blocks(markdown.split(/\r\n?|\n/u), 0);
}

function blocks(lines: readonly string[], depth: number): string {
  let html = '';
  let at = 0;
  /** The lines from here on for which `belongs` is true. */
  const take = (belongs: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [, marks] = fence.exec(line) ?? [];
    const [, title] = heading.exec(line) ?? [];
    const [, summary] = depth < deepestQuote ? (spoiler.exec(line) ?? []) : [];
    if (marks !== undefined) {
      at += 1;
      const code = take((inner) => !isFenceEnd(inner, marks));
      at += 1;
      html += `<pre>${escapeHtml(code.join('\n'))}</pre>`;
    } else if (title !== undefined) {
      at += 1;
      html += `<h3>${inlineHtml(title)}</h3>`;
    } else if (summary !== undefined) {
      at += 1;
      const folded = take((inner) => !spoilerEnd.test(inner));
      at += 1;
      html += `<details><summary>${inlineHtml(summary)}</summary>${blocks(folded, depth + 1)}</details>`;
    } else if (line.trim() === '' || rule.test(line)) {
      at += 1;
    } else if (quote.test(line) && depth < deepestQuote) {
      const quoted = take((inner) => quote.test(inner)).map((inner) => inner.replace(quote, ''));
      html += `<blockquote>${blocks(quoted, depth + 1)}</blockquote>`;
    } else if (listItem.test(line)) {
      html += list(take((inner) => inner.trim() !== '' && !quote.test(inner)));
    } else {
      at += 1;
      html += `<p>${paragraph([line, ...take(continuesParagraph)])}</p>`;
    }
  }
  return html;
}

function isFenceEnd(line: string, marks: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= marks.length && trimmed === (marks[0] ?? '').repeat(trimmed.length);
}

function continuesParagraph(line: string): boolean {
  return ![/^\s*$/u, fence, heading, rule, quote, listItem, spoiler].some((begins) =>
    begins.test(line),
  );
}

/** Line breaks stay: readers of a comment see them as they were written. */
function paragraph(lines: readonly string[]): string {
  const written = lines.map((line) => line.replace(/\\$/u, '').trim());
  return inlineHtml(written.join('\n')).replaceAll('\n', '<br>');
}

function list(lines: readonly string[]): string {
  const [, start] = listItem.exec(lines[0] ?? '') ?? [];
  const items: string[][] = [];
  for (const line of lines) {
    const text = listItem.exec(line)?.[2];
    if (text === undefined) items.at(-1)?.push(line);
    else items.push([text]);
  }
  const written = items.map((item) => `<li>${paragraph(item)}</li>`).join('');
  return start === undefined ? `<ul>${written}</ul>` : `<ol start="${start}">${written}</ol>`;
}
