import { listed, wordsOfAll } from '../../languages/words.ts';
import { capitalNames } from '../names/house-names.ts';
import { isAgency, isKnownAgency, isPaper } from '../names/agencies.ts';
import { isDateWord, isLooseDateWord, isMonth } from '../names/calendar-words.ts';
import { splitEastAsianDateline } from './east-asian.ts';
import { isKnownCity } from '../names/places.ts';
import type { Dateline } from '../../core/story/story.ts';
import { folded, isShaped, withoutFullStop } from '../names/word-shape.ts';
import type { DatedLead } from './dated-lead.ts';

/** A dateline ends within this many UTF-16 units. */
const longestDateline = 140;

const longestPlace = 60;

const dashes = '–—―';

/**
 * Takes the dateline off a lead; `null` when it has none:
 *
 *     dateline = head separator
 *     head     = place [ date ] [ agency ] | agency [ place [ date ] ] | date agency
 *     place    = CAPITALS { "," Region } | City        City only with an agency
 *     agency   = "(" words ")" | "/" words "/"
 *     separator = "—" | " - " | "--" | ".-" | ":" after a city in capitals
 *
 * So "BOSTON (Agency) - Text", "PORT ELLEN, Scotland — Text", "LONDON, May 5 (Agency) — Text",
 * "KYIV/WARSAW (Agency) - Text", "(Agency) - Text", and the habits of East Asia's papers.
 */
export function splitDateline(lead: string): DatedLead | null {
  if (!mayBeDated(lead)) return null;
  const text = folded(lead);
  const dated = splitEastAsianDateline(text) ?? splitOnce(text);
  if (dated === null) return null;
  if (dated.dateline.place !== null)
    return dated.dateline.agency === null ? withLateAgency(dated) : dated;
  const placed = splitOnce(dated.rest);
  if (placed === null || placed.dateline.agency !== null) return dated;
  return { dateline: { ...dated.dateline, place: placed.dateline.place }, rest: placed.rest };
}

/** "OBAN – May 5 – Text", "القاهرة - Agency - Text", "KYIV, May 5 - Agency. Text": the rest begins so. */
function withLateAgency({ dateline, rest }: DatedLead): DatedLead {
  const [mark, said = ''] = /^\(?([^–—()]{2,30}?)\)?(?: ?[–—] ?| - |\. )(?=.)/u.exec(rest) ?? [];
  if (mark === undefined) return { dateline, rest };
  const isDate = said.split(/[ ,]+/u).every(isDateWord) && said.includes(' ');
  if (!isDate && !isKnownAgency(said)) return { dateline, rest };
  return {
    dateline: isDate ? dateline : { ...dateline, agency: said },
    rest: rest.slice(mark.length),
  };
}

function splitOnce(text: string): DatedLead | null {
  const separator = separatorOf(text);
  if (separator === null) return null;
  const rest = text.slice(separator.end).trim();
  const dateline = rest === '' ? null : readHead(text.slice(0, separator.start), separator);
  if (dateline === null) return null;
  return dateline.agency === null && /^\p{Ll}/u.test(rest) ? null : { dateline, rest };
}

/** The cheap question first: is there any mark that could end a dateline? */
function mayBeDated(lead: string): boolean {
  const end = Math.min(lead.length, longestDateline);
  for (let index = 0; index < end; index += 1) {
    const code = lead.charCodeAt(index);
    // Letters first: they are nearly all of a text.
    if ((code > 95 && code < 0x2013) || code === 32) continue;
    if (code === 45 || code === 58 || (code >= 0x2013 && code <= 0x2015)) return true;
    if (code === 0x3010 || code === 0xff3b || code === 0x7535 || code === 0x96fb) return true;
    if (code === 41 || code === 47 || code === 61 || code === 95 || code === 0xff09) return true;
  }
  return false;
}

interface Separator {
  start: number;
  end: number;
  mark: 'dash' | 'colon' | 'space';
}

function separatorOf(text: string): Separator | null {
  const limit = Math.min(text.length, longestDateline);
  for (let index = 0; index < limit; index += 1) {
    const written = text.charAt(index);
    const before = text.charAt(index - 1);
    if (text.startsWith('--(', index) && text.indexOf(')--', index) > 0) {
      index = text.indexOf(')--', index);
      continue;
    }
    if (dashes.includes(written)) return separator(text, index, 'dash');
    if (written === '-' && (text.charAt(index + 1) === '-' || ' .)/_'.includes(before))) {
      return separator(text, index, 'dash');
    }
    if (written === '_' && before === ' ') return separator(text, index, 'dash');
    if (written === ':' && index > 0 && ' )'.includes(text.charAt(index + 1))) {
      return separator(text, index, 'colon');
    }
    const closes = written === ')' || (written === '.' && before === '/');
    if (closes && index > 4 && /^[.।]? [\p{Lu}\p{Lo}]/u.test(text.slice(index + 1, index + 6))) {
      return {
        start: index + 1,
        end: index + ('.।'.includes(text.charAt(index + 1)) ? 2 : 1),
        mark: 'space',
      };
    }
  }
  return null;
}

function separator(text: string, index: number, mark: 'dash' | 'colon'): Separator {
  let end = index + 1;
  while (end < text.length && `-_: ${dashes}`.includes(text.charAt(end))) end += 1;
  return { start: index, end, mark };
}

function readHead(head: string, { mark }: Separator): Dateline | null {
  const { before, agency: said, after } = withAgency(head.replace(/[\s,_-]+$/u, ''));
  const isDated = said !== null && said.split(/[ ,]+/u).every(isDateWord);
  const named = isDated ? null : said;
  if (before === '' && after === '' && named !== null && isKnownCity(named)) {
    return mark === 'dash' ? { place: named, agency: null } : null;
  }
  const placed = before === '' && after !== '' ? after : before;
  const read = withoutDate(withoutByline(placed));
  if (read === null || (read.after !== '' && (named !== null || !isCapitals(read.after))))
    return null;
  const { place, dated } = read;
  const agency = named ?? (read.after === '' ? null : read.after);
  const isHeaded = isKnownCity(place) && isCapitals(place);
  if (mark === 'colon' && agency === null && !isHeaded) return null;
  const isSure = dated || (isKnownCity(place) && agency !== null && isKnownAgency(agency));
  if (mark === 'space' && !(agency !== null && isHouse(agency) && isSure)) return null;
  if (place !== '') return isDatelinePlace(place, agency, dated) ? { place, agency } : null;
  if (agency === null || (placed !== '' && !dated)) return null;
  return isHouse(agency) || agency.split(' ').every(isShaped) ? { place: null, agency } : null;
}

interface Head {
  before: string;
  agency: string | null;
  after: string;
}

/** The agency in brackets or between slashes, and what stands before or after it. */
function withAgency(head: string): Head {
  const bracketed =
    /^([^()]*?),? ?(?:--)?\(([^()]{2,60})\)?[.:]?(?: ?[-–—]? ?([^()]*))?$/u.exec(head) ??
    /^([^/]*?),? ?\/([^/]{2,30})\/[.:]?()$/u.exec(head);
  const [, before = '', agency, after = ''] = bracketed ?? [];
  if (agency === undefined || /[:;!?"“]|^\d|https?/u.test(agency)) {
    return { before: head, agency: null, after: '' };
  }
  return { before: before.trim(), agency: withoutFullStop(agency.trim()), after: after.trim() };
}

/** "By Ana Ruiz BOSTON": the place begins where the capitals do. */
function withoutByline(head: string): string {
  if (!/^by /iu.test(head)) return head;
  const words = head.split(' ');
  let start = words.length;
  while (start > 1 && isCapitals(words[start - 1] ?? '')) start -= 1;
  return words.slice(start).join(' ') || head;
}

interface DatedPlace {
  place: string;
  dated: boolean;
  /** What stands after the date: "Москва. 5 мая. AGENCY". */
  after: string;
}

/** The place without the date after it: "5 mai" and "May 5" are dates, "5" alone is none. */
function withoutDate(head: string): DatedPlace | null {
  const words = head.split(' ').filter(Boolean);
  let start = words.findIndex((word) => isDateWord(word) && !isLooseDateWord(word));
  if (start < 0) return { place: withoutStop(head), dated: false, after: '' };
  if (start > 0 && isMonth(words[start - 1] ?? '') && !/^de$/iu.test(words[start - 1] ?? ''))
    start -= 1;
  let end = start;
  while (end < words.length && isDateWord(words[end] ?? '')) end += 1;
  const date = words.slice(start, end);
  const dated = date.some(isMonth) || date.some((word) => /^\d{1,2}[./-]\d/u.test(word));
  if (!dated) return null;
  const place = withoutStop(words.slice(0, start).join(' '));
  return { place, dated, after: words.slice(end).join(' ') };
}

/** Without the stop or comma at its end; "D.C." keeps its own. */
function withoutStop(place: string): string {
  return /(?:^|[ .])\p{Lu}\.$/u.test(place) ? place : place.replace(/[,.\s]+$/u, '');
}

function isHouse(agency: string): boolean {
  return isKnownAgency(agency) || isAgency(agency) || agency.split(/[/-]/u).some(isKnownAgency);
}

/** True of a text whose letters are capitals, or have none. */
function isCapitals(text: string): boolean {
  return (
    /[\p{Lu}\p{Lo}]/u.test(text) &&
    !/\p{Ll}/u.test(text.replace(/\b(?:Mc|Mac|St|d['’])(?=\p{Lu})/gu, ''))
  );
}

const notPlaces = new Set([
  ...wordsOfAll(({ datelines }) => datelines?.labels),
  ...listed(capitalNames),
]);

/** "EDITOR'S NOTE" is none, nor are "BC-EU" and an agency without its place. */
function isNoPlace(first: string, place: string): boolean {
  return (
    notPlaces.has(first.replace(/['’]S$/u, '')) ||
    /^(?:BC|AM|PM|AP)-/u.test(first) ||
    isKnownAgency(place) ||
    isPaper(place)
  );
}

/** Letters that are read one by one: "FBI", "BMW"; towns of three letters are known by name. */
function isAcronym(town: string): boolean {
  return /^[A-Z]{1,3}$/u.test(town) || /^[B-DF-HJ-NP-TV-XZ]{2,6}$/u.test(town);
}

function isDatelinePlace(place: string, agency: string | null, dated: boolean): boolean {
  if (place.length < 2 || place.length > longestPlace || /[\d!?:;"“()]/u.test(place)) return false;
  const words = place.split(/[ ,/]/u).filter(Boolean);
  const [first = '', ...rest] = words;
  if (words.length > 8 || (isNoPlace(first, place) && !isKnownCity(place))) return false;
  if (
    !rest.every(
      (word) =>
        isShaped(word) ||
        /^(?:of|the|de|la|al|and|sur|am|le|del|do|upon|in|an|der|du|den)$/u.test(word),
    )
  ) {
    return false;
  }
  const [town = ''] = place.split(/[,/]/u);
  if (isCapitals(town.replace(/^St\. /u, ''))) {
    return agency !== null || isKnownCity(place) || place !== town
      ? town.length > 1
      : town.length > 2 && !isAcronym(town);
  }
  if (isKnownCity(place) || isKnownCity(town)) return agency !== null || dated;
  return agency !== null && (isHouse(agency) || isHouseCode(agency)) && isShaped(first);
}

/** German and Alpine papers sign with small letters: "Saltmarsch (hal) -", "(hal/abc)". */
function isHouseCode(agency: string): boolean {
  return /^\p{Ll}{2,4}(?:\/\p{Ll}{2,4})?$/u.test(agency);
}
