import { truncate } from './limits.ts';

const mostName = 80;
const mostMarks = 4;

const lineEnds = /\r\n?|[\u0085\u2028\u2029]/gu;
/** Invisible characters: controls, fillers, and overrides of the reading direction. */
const unseen =
  /(?!\n|\t|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb]/gu;
/** The flags of England, Scotland and Wales consist of tag characters. */
const flagTag = /(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}]/u;
const joining =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f\\p{M}\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}\\p{sc=Mong}';
/** Joiners have a use in emoji and some scripts only. */
const idleJoiner = new RegExp(
  `(?<![${joining}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${joining}])`,
  'gu',
);
const piledMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu');

/**
 * Text without control and bidi characters, zero-width characters, lone surrogates and piles of
 * combining marks. Line breaks become "\n"; other white space stays.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(lineEnds, '\n')
    .replace(unseen, (mark, at: number) =>
      mark >= '\u{e0020}' && flagTag.test(text.slice(Math.max(0, at - 16), at + 2)) ? mark : '',
    )
    .replace(idleJoiner, '')
    .replace(piledMarks, '$1');
}

/** Cleaned text on one line, with single spaces. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replace(/[\s\u2800]+/gu, ' ')
    .trim();
}

/**
 * The name of a person or site, cleaned, on one line, at most 80 UTF-16 units. It is not escaped,
 * for fields without markdown; use `escapedName` in the text of a message.
 */
export function plainName(name: string, nameless = 'Anonymous'): string {
  return truncate(oneLine(name.slice(0, 1000)), mostName) || nameless;
}

/** Letters that are read from right to left. */
const rightToLeft =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Mand}\p{sc=Samr}]/u;

/**
 * Puts right-to-left text between Unicode isolates, so that the text, digits and punctuation around
 * it keep their places. Do this last: cleaning removes isolates.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** A text that was cut inside of an isolate, with the isolate's end. */
export function isolateClosed(text: string): string {
  return text.lastIndexOf('\u2068') > text.lastIndexOf('\u2069') ? `${text}\u2069` : text;
}
