import { Attributes } from './attributes.ts';

/** A kind of token that {@link MarkupScanner.next} finds. */
export type Token = 'text' | 'cdata' | 'open' | 'close' | 'declaration' | 'end';

const space = 32;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const lessThan = 60;
const equals = 61;
const greaterThan = 62;

const longestName = 100;
const mostAttributes = 64;

/**
 * A tokenizer for XML and HTML, well-formed or not. It never throws, decodes nothing, and copies only
 * what is asked for. Anything that is no markup is text. A tag or comment that is cut off by the
 * document's end is left out.
 *
 * It only moves forward, and its searches pass each character once: a search that finds nothing
 * ends the document, or (an unclosed quote) happens only once. So it takes time linear in the
 * document's length.
 */
export class MarkupScanner {
  readonly markup: string;
  /** The range of the token's content. */
  start = 0;
  end = 0;
  /** Where the token begins ("<") and where the next one begins. */
  tagStart = 0;
  position = 0;
  /** True for an open tag that ends in "/>". */
  isEmpty = false;
  /** True when a tag so far has an unclosed quote, which text added later could close. */
  hasOpenQuote = false;
  private nameEnd = 0;

  constructor(markup: string) {
    this.markup = markup;
  }

  /** Finds the next token. Comments and processing instructions are skipped. */
  next(): Token {
    for (;;) {
      const { markup, position } = this;
      const tag = this.nextTag(position);
      if (tag < 0 || tag > position) {
        if (position >= markup.length) return 'end';
        this.start = position;
        this.end = this.position = tag < 0 ? markup.length : tag;
        return 'text';
      }
      const token = this.tagAt(tag);
      if (token !== null) return token;
    }
  }

  /** Moves forward to a position without reading what is before it. */
  skipTo(position: number): void {
    this.position = Math.max(this.position, position);
  }

  /** The name of an open or close tag as written, at most 100 characters. */
  name(): string {
    return this.markup.slice(this.start, Math.min(this.nameEnd, this.start + longestName));
  }

  /** True when the close tag has exactly this name. */
  closes(name: string): boolean {
    return this.nameEnd - this.start === name.length && this.markup.startsWith(name, this.start);
  }

  /** True when the open tag may have attributes. */
  hasAttributes(): boolean {
    return this.end - this.nameEnd > 1;
  }

  /**
   * The attributes of an "open", names in lower case: 64 at most, values up to `longest` characters
   * and given as `read` makes them. One without a value has the empty one.
   */
  attributes(longest: number, read: (value: string) => string): Attributes {
    const { markup, end } = this;
    const found = new Attributes();
    let at = this.attributeStart(this.nameEnd);
    while (at < end && found.size < mostAttributes) {
      const nameEnd = this.attributeNameEnd(at);
      const name = inLowerCase(markup.slice(at, Math.min(nameEnd, at + longestName)));
      let valueStart = this.pastSpace(nameEnd);
      let valueEnd = valueStart;
      at = valueStart;
      if (markup.charCodeAt(valueStart) === equals) {
        valueStart = this.pastSpace(valueStart + 1);
        valueEnd = this.closingQuote(valueStart);
        if (valueEnd < 0 || valueEnd >= end) at = valueEnd = this.bareValueEnd(valueStart);
        else at = valueEnd + 1;
        if (at > valueEnd) valueStart += 1;
      }
      const value = markup.slice(valueStart, Math.min(valueEnd, valueStart + longest));
      found.add(name, read(value));
      at = this.attributeStart(at);
    }
    return found;
  }

  /** The next "<" that begins markup; -1 for none. */
  private nextTag(from: number): number {
    const { markup } = this;
    let tag = markup.indexOf('<', from);
    while (tag >= 0 && !beginsMarkup(markup.charCodeAt(tag + 1))) {
      tag = markup.indexOf('<', tag + 1);
    }
    return tag;
  }

  private tagAt(tag: number): Token | null {
    const { markup } = this;
    this.tagStart = tag;
    const second = markup.charCodeAt(tag + 1);
    if (second === slash) return this.closeTag(tag + 2);
    if (second === exclamation) return this.afterExclamation(tag);
    if (second === question) return this.skipPast('>', tag + 2);
    return this.openTag(tag + 1);
  }

  private openTag(start: number): Token {
    this.nameEnd = this.tagNameEnd(start);
    const end = this.tagEnd(this.nameEnd);
    if (end < 0) return this.documentEnd();
    this.isEmpty = this.markup.charCodeAt(end - 1) === slash;
    this.start = start;
    this.end = this.isEmpty ? end - 1 : end;
    this.position = end + 1;
    return 'open';
  }

  private closeTag(start: number): Token {
    const { markup } = this;
    this.nameEnd = this.tagNameEnd(start);
    const end =
      markup.charCodeAt(this.nameEnd) === greaterThan
        ? this.nameEnd
        : markup.indexOf('>', this.nameEnd);
    if (end < 0) return this.documentEnd();
    this.start = start;
    this.end = end;
    this.position = end + 1;
    return 'close';
  }

  /** A comment, a CDATA section, or a declaration ("<!DOCTYPE", "<!ENTITY"). */
  private afterExclamation(tag: number): Token | null {
    const { markup } = this;
    if (markup.startsWith('<!--', tag)) return this.skipPast('-->', tag + 2);
    if (markup.startsWith('<![CDATA[', tag)) {
      const end = markup.indexOf(']]>', tag + 9);
      this.start = tag + 9;
      this.end = end < 0 ? markup.length : end;
      this.position = end < 0 ? markup.length : end + 3;
      return 'cdata';
    }
    const end = markup.indexOf('>', tag + 2);
    if (end < 0) return this.documentEnd();
    this.start = tag + 2;
    this.end = end;
    this.position = end + 1;
    return 'declaration';
  }

  private skipPast(ending: string, from: number): Token | null {
    const end = this.markup.indexOf(ending, from);
    if (end < 0) return this.documentEnd();
    this.position = end + ending.length;
    return null;
  }

  private documentEnd(): Token {
    this.position = this.markup.length;
    return 'end';
  }

  private tagNameEnd(start: number): number {
    const { markup } = this;
    let at = start;
    for (;;) {
      const code = markup.charCodeAt(at);
      // Past the document's end the code is NaN.
      if (!(code > space) || code === greaterThan || code === slash || code === lessThan) return at;
      at += 1;
    }
  }

  /** The first ">" outside quotes. An unclosed quote is no quote. */
  private tagEnd(from: number): number {
    const { markup } = this;
    if (markup.charCodeAt(from) === greaterThan) return from;
    let end = markup.indexOf('>', from);
    let at = from;
    while (at < end) {
      const code = markup.charCodeAt(at);
      if ((code === doubleQuote || code === singleQuote) && this.followsEquals(at, from)) {
        const closing = this.closingQuote(at);
        if (closing < 0) this.hasOpenQuote = true;
        else if (closing > end) end = markup.indexOf('>', closing);
        at = Math.max(at, closing);
      }
      at += 1;
    }
    return end;
  }

  private followsEquals(at: number, from: number): boolean {
    let before = at - 1;
    while (before >= from && this.markup.charCodeAt(before) <= space) before -= 1;
    return this.markup.charCodeAt(before) === equals;
  }

  /** Where the quote that opens at `at` closes; -1 when none opens there, or it never closes. */
  private closingQuote(at: number): number {
    const code = this.markup.charCodeAt(at);
    if (code === doubleQuote) return this.markup.indexOf('"', at + 1);
    return code === singleQuote ? this.markup.indexOf("'", at + 1) : -1;
  }

  private attributeStart(from: number): number {
    const { markup } = this;
    let at = from;
    for (;;) {
      const code = markup.charCodeAt(at);
      if (!(code <= space) && code !== slash && code !== equals) return at;
      at += 1;
    }
  }

  private attributeNameEnd(from: number): number {
    const { markup, end } = this;
    let at = from;
    while (at < end) {
      const code = markup.charCodeAt(at);
      if (code <= space || code === equals || code === slash) return at;
      at += 1;
    }
    return end;
  }

  private bareValueEnd(from: number): number {
    const { markup, end } = this;
    let at = from;
    while (at < end && markup.charCodeAt(at) > space) at += 1;
    return Math.min(at, end);
  }

  private pastSpace(from: number): number {
    let at = from;
    while (this.markup.charCodeAt(at) <= space) at += 1;
    return at;
  }
}

const exclamation = 33;
const question = 63;
const underscore = 95;

function inLowerCase(name: string): string {
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code < 97 || code > 122) return name.toLowerCase();
  }
  return name;
}

/** True for a character that may follow the "<" of markup: a letter, "_", "/", "!" or "?". */
function beginsMarkup(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === slash ||
    code === exclamation ||
    code === question ||
    code === underscore
  );
}
