import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const longestName = 32;
const mostRemembered = 3_000;

/**
 * XML text with its references replaced: numeric ones, those of XML and HTML, and those in `known`,
 * to which the names looked up are added, so that a document's texts share one. One that nobody
 * knows stays as it is written, and so do all new ones after 3,000. What comes of a reference is
 * not read again: "&amp;lt;" is "&lt;", and a declared entity cannot grow by using others.
 */
export function decodedXml(text: string, known: Map<string, string>): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let read = '';
  let done = 0;
  while (ampersand >= 0) {
    const end = nameEnd(text, ampersand + 1);
    if (end > ampersand + 1 && text.charCodeAt(end) === semicolon) {
      const reference = text.slice(ampersand, end + 1);
      read += text.slice(done, ampersand) + xmlReference(reference, known);
      done = end + 1;
    }
    ampersand = text.indexOf('&', end);
  }
  return read + text.slice(done);
}

/** What a document's references mean besides the common ones: declared in it, or looked up. */
export class KnownEntities extends Map<string, string> {
  /** How often one was asked for: what was read meanwhile may mean something else elsewhere. */
  asked = 0;

  override get(name: string): string | undefined {
    this.asked += 1;
    return super.get(name);
  }
}

/** HTML's text (no tags in it) with its references replaced, those that lack their semicolon too. */
export function decodedHtml(text: string): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let read = '';
  let done = 0;
  while (ampersand >= 0) {
    const end = nameEnd(text, ampersand + 1);
    if (end > ampersand + 1) {
      if (text.charCodeAt(end) !== semicolon) return wholeHtml(text);
      const reference = text.slice(ampersand, end + 1);
      const meant = commonEntities.get(reference) ?? numericReference(reference);
      if (meant === null) return wholeHtml(text);
      read += text.slice(done, ampersand) + meant;
      done = end + 1;
    }
    ampersand = text.indexOf('&', end);
  }
  return read + text.slice(done);
}

const semicolon = 59;
const numberSign = 35;

/** Past the letters and digits after a "&" (and a "#"); where there are none, or too many, `start`. */
function nameEnd(text: string, start: number): number {
  const last = start + longestName;
  let at = text.charCodeAt(start) === numberSign ? start + 1 : start;
  while (isNameCode(text.charCodeAt(at))) {
    at += 1;
    if (at > last) return start;
  }
  return at;
}

function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 46 ||
    code === 95
  );
}

function xmlReference(reference: string, known: Map<string, string>): string {
  const common = commonEntities.get(reference) ?? numericReference(reference);
  if (common !== null) return common;
  const name = reference.slice(1, -1);
  const remembered = known.get(name);
  if (remembered !== undefined || known.size >= mostRemembered) return remembered ?? reference;
  const looked = wholeHtml(reference);
  known.set(name, looked);
  return looked;
}

/** "&#233;" or "&#xe9;"; 128 to 159 are read as windows-1252 (HTML, section 13.2.5.80). */
function numericReference(reference: string): string | null {
  if (reference.charCodeAt(1) !== numberSign) return null;
  const digits = /^&#(?:[xX]([\da-fA-F]{1,8})|(\d{1,10}));$/.exec(reference);
  if (!digits) return null;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (code >= 128 && code <= 159) return windows1252[code - 128] ?? '\ufffd';
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

const windows1252 = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');

const commonEntities = new Map<string, string>(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    middot: '·',
    laquo: '«',
    raquo: '»',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    bull: '•',
    euro: '€',
    pound: '£',
    copy: '©',
    aacute: 'á',
    agrave: 'à',
    auml: 'ä',
    ccedil: 'ç',
    eacute: 'é',
    egrave: 'è',
    iacute: 'í',
    ntilde: 'ñ',
    oacute: 'ó',
    ouml: 'ö',
    szlig: 'ß',
    uacute: 'ú',
    uuml: 'ü',
  }).map(([name, character]) => [`&${name};`, character] as const),
);

/** By HTML's whole table, which htmlparser2 has, and by its rules for what lacks a semicolon. */
function wholeHtml(text: string): string {
  const reader = new TextReader(text);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.read;
}

class TextReader implements TokenizerCallbacks {
  read = '';
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  ontext(start: number, end: number): void {
    this.read += this.text.slice(start, end);
  }
  ontextentity(codepoint: number): void {
    this.read += String.fromCodePoint(codepoint);
  }
  onend(): void {}
  onattribname(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  onclosetag(): void {}
  ondeclaration(): void {}
  onopentagend(): void {}
  onopentagname(): void {}
  onprocessinginstruction(): void {}
  onselfclosingtag(): void {}
}
