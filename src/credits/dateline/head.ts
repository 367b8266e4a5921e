import { endsInInitial } from '../../text/initials.ts';
import { isKnownAgency, isAgency } from '../names/agencies.ts';
import { isDateWord, isLooseDateWord, isMonth } from '../names/calendar-words.ts';
import { isKnownCity } from '../names/places.ts';
import { withoutFullStop } from '../names/word-shape.ts';
import type { Separator } from './separators.ts';

/** The parts of a lead's text before its first separator; the rules decide whether it is a dateline. */
export interface Head {
  mark: Separator['mark'];
  /** The text after the separator, without white space around it. */
  rest: string;
  /** A known city alone in brackets: "(Nairobi) –". */
  cityInBrackets: string | null;
  /** `''` without one. */
  place: string;
  /** The words of the place. */
  words: readonly string[];
  /** The place up to its first comma or slash. */
  town: string;
  /** The town is written in capitals. */
  isCapitals: boolean;
  /** The place is a city that is known by name. */
  isKnown: boolean;
  agency: string | null;
  /** `partial`: a number or a weekday without a month. */
  date: 'none' | 'whole' | 'partial';
  /** Words after the date that are no agency. */
  hasMore: boolean;
  /** There is a place or a date outside the brackets. */
  hasWords: boolean;
}

export function headOf(written: string, mark: Separator['mark'], rest: string): Head {
  const { before, inBrackets, after } = bracketsOf(written.replace(/[\s,_-]+$/u, ''));
  const isDate = inBrackets !== null && isDateText(inBrackets);
  const signed = isDate ? null : inBrackets;
  const isAlone = before === '' && after === '' && signed !== null && isKnownCity(signed);
  const outside = before === '' ? after : before;
  const { place, date, afterDate } = withoutDate(withoutByline(outside));
  const town = /^[^,/]*/u.exec(place)?.[0] ?? '';
  return {
    mark,
    rest,
    cityInBrackets: isAlone ? signed : null,
    place,
    words: place.split(/[ ,/]/u).filter(Boolean),
    town,
    isCapitals: isCapitals(town.startsWith('St. ') ? town.slice(4) : town),
    isKnown: isKnownCity(place),
    agency: signed ?? (afterDate === '' ? null : afterDate),
    date,
    hasMore: afterDate !== '' && (signed !== null || !isCapitals(afterDate)),
    hasWords: outside !== '',
  };
}

/** True when all words are those of a date: "May 5, 2026". */
export function isDateText(text: string): boolean {
  return text.split(/[ ,]+/u).every(isDateWord);
}

/** True of an agency, and of two with one that is known: "dpa/lby", "dpa-AFX". */
export function isAnyAgency(agency: string): boolean {
  return isKnownAgency(agency) || isAgency(agency) || agency.split(/[/-]/u).some(isKnownAgency);
}

interface Brackets {
  before: string;
  inBrackets: string | null;
  after: string;
}

/** The text in brackets or between slashes, and the words before or after it. */
function bracketsOf(written: string): Brackets {
  const found =
    /^([^()]*?),? ?(?:--)?\(([^()]{2,60})\)?[.:]?(?: ?[-–—]? ?([^()]*))?$/u.exec(written) ??
    /^([^/]*?),? ?\/([^/]{2,30})\/[.:]?()$/u.exec(written);
  const [, before = '', inBrackets, after = ''] = found ?? [];
  if (inBrackets === undefined || /[:;!?"“]|^\d|https?/u.test(inBrackets)) {
    return { before: written, inBrackets: null, after: '' };
  }
  const agency = withoutFullStop(inBrackets.trim());
  return { before: before.trim(), inBrackets: agency, after: after.trim() };
}

/** "By Ana Ruiz BOSTON": the place begins where the capitals do. */
function withoutByline(written: string): string {
  if (!/^by /iu.test(written)) return written;
  const words = written.split(' ');
  let start = words.length;
  while (start > 1 && isCapitals(words[start - 1] ?? '')) start -= 1;
  return words.slice(start).join(' ') || written;
}

/** The place, the kind of date, and the words after it: "Москва. 5 мая. AGENCY". */
function withoutDate(written: string): Pick<Head, 'place' | 'date'> & { afterDate: string } {
  const words = written.split(' ').filter(Boolean);
  let start = words.findIndex((word) => isDateWord(word) && !isLooseDateWord(word));
  if (start < 0) return { place: withoutStop(written), date: 'none', afterDate: '' };
  if (start > 0 && isMonth(words[start - 1] ?? '') && !/^de$/iu.test(words[start - 1] ?? ''))
    start -= 1;
  let end = start;
  while (end < words.length && isDateWord(words[end] ?? '')) end += 1;
  const date = words.slice(start, end);
  const isWhole = date.some(isMonth) || date.some((word) => /^\d{1,2}[./-]\d/u.test(word));
  return {
    place: withoutStop(words.slice(0, start).join(' ')),
    date: isWhole ? 'whole' : 'partial',
    afterDate: words.slice(end).join(' '),
  };
}

/** Without the stop or comma at its end; "D.C." keeps its own. */
function withoutStop(place: string): string {
  return endsInInitial(place) ? place : place.replace(/[,.\s]+$/u, '');
}

/** True of a text whose letters are capitals, or have none. */
export function isCapitals(text: string): boolean {
  if (!/[\p{Lu}\p{Lo}]/u.test(text)) return false;
  if (!/\p{Ll}/u.test(text)) return true;
  return !/\p{Ll}/u.test(text.replace(/\b(?:Mc|Mac|St|d['’])(?=\p{Lu})/gu, ''));
}
