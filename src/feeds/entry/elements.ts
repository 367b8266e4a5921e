import { Buffer, isUtf8 } from 'node:buffer';
import type { FeedElement } from '../tree/element.ts';
import { cleanText, plainText, titleText } from '../markup/plain-text.ts';
import { escapedHtml } from '../markup/plain-lines.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';

/** The elements with these names, in the order of the names, then of the document. */
export function named(
  elements: readonly FeedElement[],
  ...names: readonly string[]
): readonly FeedElement[] {
  let found: FeedElement[] | null = null;
  for (const name of names) {
    for (const element of elements) {
      if (element.name !== name) continue;
      if (found) found.push(element);
      else found = [element];
    }
  }
  return found ?? none;
}

const none: readonly FeedElement[] = [];

/** The first result that is not `null`, of elements in the order of the names, then of the document. */
export function firstNamed<T>(
  elements: readonly FeedElement[],
  names: readonly string[],
  read: (element: FeedElement) => T | null,
): T | null {
  for (const name of names) {
    for (const element of elements) {
      if (element.name !== name) continue;
      const found = read(element);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The first result that is not `null`. */
export function firstOf<T>(
  elements: readonly FeedElement[],
  read: (element: FeedElement) => T | null,
): T | null {
  for (const element of elements) {
    const found = read(element);
    if (found !== null) return found;
  }
  return null;
}

/** The text of an element that is no title: an identity, a number, a language. */
export function valueOf(element: FeedElement): string | null {
  return element.text.trim() || plainText(element.markup ?? '') || null;
}

/** An element's content as HTML, by its declared type (RFC 4287, section 3.1; Atom 0.3's mode). */
export function htmlOf(element: FeedElement): string | null {
  const written = (element.markup || element.text).trim();
  if (written === '') return null;
  if (!element.name.startsWith('atom:')) return written;
  const type = typeOf(element);
  if (element.attributes.get('mode') === 'base64' || type === null)
    return decodedBase64(element.text);
  return type === 'text' && !element.markup ? escapedHtml(written) : written;
}

/** Text in base64 (Atom 0.3's mode; RFC 4287, section 4.1.3.3); `null` when the bytes are no text. */
function decodedBase64(text: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8').trim() || null : null;
}

/** A title as one line of plain text. */
export function titleOf(element: FeedElement): string | null {
  if (element.markup) return plainText(element.markup) || null;
  const isLiteral = element.name.startsWith('atom:') && typeOf(element) === 'text';
  if (isLiteral && element.attributes.get('mode') !== 'base64') {
    return cleanText(element.text) || null;
  }
  const html = htmlOf(element);
  return html === null ? null : titleText(html) || null;
}

export function dateOf(element: FeedElement): number | null {
  return parsePublicationDate(element.text);
}

/** A whole number of at most nine digits. */
export function countOf(digits: string | undefined): number | null {
  return digits !== undefined && /^\s*\d{1,9}\s*$/.test(digits) ? Number(digits) : null;
}

/** The declared type of an Atom construct; `null` for media that are no text. */
function typeOf(element: FeedElement): 'text' | 'html' | 'xhtml' | null {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase();
  if (type.includes('xhtml') || element.attributes.get('mode') === 'xml') return 'xhtml';
  if (type === 'html' || type.startsWith('text/html')) return 'html';
  if (element.attributes.get('mode') === 'escaped' && type !== 'text/plain') return 'html';
  if (type === '' || type === 'text' || type.startsWith('text/')) return 'text';
  return /[+/]xml\b/.test(type) ? 'xhtml' : null;
}
