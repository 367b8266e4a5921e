import type { Line, Run } from './runs.ts';

/** The formatting around the current text. */
export interface Surroundings {
  marks: number;
  link: Run['link'];
  quoted: boolean;
  /** The number of lists around it. */
  listDepth: number;
}

const deepestIndent = 4;

/** Builds lines as a browser does: single spaces, single empty lines, none at the start and end. */
export class LineWriter {
  readonly lines: Line[] = [];
  #runs: Run[] = [];
  #bullet = '';
  #gapDue = false;
  /** White space that is not written yet, with its formatting. */
  #spaceDue: Pick<Run, 'marks' | 'link'> | null = null;

  text(text: string, here: Surroundings): void {
    const body = text.replace(/[\s\u00a0]+/gu, ' ').trim();
    if (/^\s/u.test(text)) this.space(here);
    if (body === '') return;
    if (this.#spaceDue) this.#write(' ', this.#spaceDue);
    this.#write(body, here);
    this.#spaceDue = /\s$/u.test(text) ? here : null;
  }

  space(here: Surroundings): void {
    if (this.#runs.length > 0) this.#spaceDue ??= here;
  }

  lineBreak(here: Surroundings): void {
    if (this.#runs.length > 0) this.endLine(here);
    else this.#gapDue = true;
  }

  endLine(here: Surroundings): void {
    this.#spaceDue = null;
    if (this.#runs.length === 0) return;
    const lead = this.#bullet || (here.listDepth > 0 ? `${indent(here.listDepth)}  ` : '');
    this.#add({ kind: 'text', quoted: here.quoted, lead, runs: this.#runs });
    this.#runs = [];
    this.#bullet = '';
  }

  endParagraph(here: Surroundings): void {
    this.endLine(here);
    this.#gapDue = true;
  }

  /** Makes the next line a list entry: `sign` is "-" or a number with a full stop. */
  bullet(sign: string, listDepth: number): void {
    this.#bullet = `${indent(listDepth)}${sign} `;
  }

  dropBullet(): void {
    this.#bullet = '';
  }

  code(text: string, here: Surroundings): void {
    if (text.trim() !== '') this.#add({ kind: 'code', quoted: here.quoted, text });
    this.#gapDue = true;
  }

  #write(text: string, { marks, link }: Pick<Run, 'marks' | 'link'>): void {
    const last = this.#runs.at(-1);
    if (last && last.marks === marks && last.link === link) last.text += text;
    else this.#runs.push({ text, marks, link });
  }

  #add(line: Exclude<Line, { kind: 'gap' }>): void {
    const last = this.lines.at(-1);
    if (this.#gapDue && last) this.lines.push({ kind: 'gap', quoted: last.quoted && line.quoted });
    this.#gapDue = false;
    this.lines.push(line);
  }
}

function indent(listDepth: number): string {
  return '  '.repeat(Math.max(0, Math.min(listDepth - 1, deepestIndent)));
}
