import { Parser } from 'htmlparser2';
import { safeUrl } from './escape.ts';
import { type Line, mark, type Run } from './runs.ts';

export interface MarkdownLimits {
  /** How much of the HTML is read, in UTF-16 units. */
  html: number;
  /** Elements nested deeper are read as text of the one they stand in. */
  depth: number;
}

export const markdownLimits: MarkdownLimits = { html: 60_000, depth: 100 };

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const unread = names(
  'script style template head title noscript iframe object svg math canvas audio video select textarea button',
);
const paragraphs = names(
  'p blockquote pre h1 h2 h3 h4 h5 h6 table figure hr dl fieldset details section article',
);
const ownLines = names('div li tr dt dd figcaption summary header footer aside main address form');
const lists = names('ul ol menu');
const marksOf: Readonly<Record<string, number>> = {
  b: mark.strong,
  strong: mark.strong,
  th: mark.strong,
  h1: mark.strong,
  h2: mark.strong,
  h3: mark.strong,
  h4: mark.strong,
  h5: mark.strong,
  h6: mark.strong,
  i: mark.emphasis,
  em: mark.emphasis,
  cite: mark.emphasis,
  s: mark.strike,
  strike: mark.strike,
  del: mark.strike,
  code: mark.code,
  kbd: mark.code,
  samp: mark.code,
  tt: mark.code,
};

interface Element {
  name: string;
  marks: number;
  link: Run['link'];
  quoted: boolean;
  listDepth: number;
  /** The next number of an ordered list, `null` elsewhere. */
  number: number | null;
}

const deepestList = 5;

/** The lines of a comment's HTML, as a browser would break them. Bad markup is read as far as it goes. */
export function htmlLines(html: string, { html: most, depth }: MarkdownLimits): Line[] {
  const lines: Line[] = [];
  const open: Element[] = [];
  let tooDeep = 0;
  let unreadDepth = 0;
  let preformatted: { text: string; depth: number } | null = null;
  let runs: Run[] = [];
  let bullet = '';
  let gapDue = false;
  /** White space read but not yet written, as part of what it stood in. */
  let spaceDue: Pick<Run, 'marks' | 'link'> | null = null;

  const root: Element = {
    name: '',
    marks: 0,
    link: null,
    quoted: false,
    listDepth: 0,
    number: null,
  };
  const here = (): Element => open.at(-1) ?? root;

  const add = (line: Exclude<Line, { kind: 'gap' }>): void => {
    const last = lines.at(-1);
    if (gapDue && last) lines.push({ kind: 'gap', quoted: last.quoted && line.quoted });
    gapDue = false;
    lines.push(line);
  };
  const endLine = (): void => {
    spaceDue = null;
    if (runs.length === 0) return;
    const indent = '  '.repeat(Math.max(0, Math.min(here().listDepth, deepestList) - 1));
    const lead = bullet || (here().listDepth > 0 ? `${indent}  ` : '');
    add({ kind: 'text', quoted: here().quoted, lead, runs });
    runs = [];
    bullet = '';
  };
  const write = (text: string, { marks, link }: Pick<Run, 'marks' | 'link'>): void => {
    const last = runs.at(-1);
    if (last && last.marks === marks && last.link === link) last.text += text;
    else runs.push({ text, marks, link });
  };
  const writeFolded = (text: string): void => {
    const body = text.replace(/[\s\u00a0]+/gu, ' ').trim();
    if (runs.length > 0 && /^\s/u.test(text)) spaceDue ??= here();
    if (body === '') return;
    if (spaceDue) write(' ', spaceDue);
    write(body, here());
    spaceDue = /\s$/u.test(text) ? here() : null;
  };
  const endBlock = (name: string, outerList: boolean): void => {
    if (paragraphs.has(name) || (lists.has(name) && outerList)) {
      endLine();
      gapDue = true;
    } else if (ownLines.has(name) || lists.has(name)) endLine();
  };
  const enterListItem = (): void => {
    const list = open.findLast((element) => lists.has(element.name));
    const indent = '  '.repeat(Math.min(list?.listDepth ?? 1, deepestList) - 1);
    if (list && list.number !== null) bullet = `${indent}${list.number++}. `;
    else bullet = `${indent}- `;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unread.has(name)) unreadDepth += 1;
        if (open.length >= depth) {
          tooDeep += 1;
          return;
        }
        if (unreadDepth === 0 && !preformatted) {
          endBlock(name, here().listDepth === 0);
          if ((name === 'td' || name === 'th') && runs.length > 0) spaceDue ??= here();
        }
        const outer = here();
        const element: Element = {
          name,
          marks: outer.marks | (Object.hasOwn(marksOf, name) ? (marksOf[name] ?? 0) : 0),
          link: outer.link,
          quoted: outer.quoted || name === 'blockquote',
          listDepth: outer.listDepth + (lists.has(name) ? 1 : 0),
          number: name === 'ol' ? firstNumber(attributes['start']) : null,
        };
        if (name === 'a') {
          const url = safeUrl(attributes['href'] ?? '');
          element.link = url === null ? null : { url };
        }
        open.push(element);
        if (unreadDepth > 0) return;
        if (preformatted) {
          if (name === 'br') preformatted.text += '\n';
          return;
        }
        if (name === 'pre') preformatted = { text: '', depth: open.length };
        else if (name === 'li') enterListItem();
        else if (name === 'img') writeFolded(attributes['alt'] ?? '');
        else if (name === 'br') {
          if (runs.length > 0) endLine();
          else gapDue = true;
        } else if (name === 'q') writeFolded('“');
      },
      ontext(text) {
        if (unreadDepth > 0) return;
        if (preformatted) preformatted.text += text;
        else writeFolded(text);
      },
      onclosetag(name) {
        if (unread.has(name)) unreadDepth -= 1;
        if (tooDeep > 0) {
          tooDeep -= 1;
          return;
        }
        if (unreadDepth === 0) {
          if (preformatted?.depth === open.length) {
            const { text } = preformatted;
            preformatted = null;
            if (text.trim() !== '') add({ kind: 'code', quoted: here().quoted, text });
            gapDue = true;
          } else if (!preformatted) {
            if (name === 'q') writeFolded('”');
            endBlock(name, here().listDepth === 1);
            if (name === 'li') bullet = '';
          }
        }
        open.pop();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html.slice(0, most));
  endLine();
  return lines;
}

function firstNumber(start: string | undefined): number {
  return start !== undefined && /^\d{1,6}$/u.test(start) ? Number(start) : 1;
}
