import { folded, isAgency } from './names.ts';
import type { Dateline } from './story.ts';

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dateAtEnd = new RegExp(
  `(?:^|,? )(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:${months} \\d{1,2}|\\d{1,2} ${months})(?:,? \\d{4})?$`,
  'iu',
);
const separator = /\s*(?:--|[–—―]|\s-(?=\s))\s*|\)\s*[-:_]+\s*/u;
const agencyAtEnd = /^(.*?),? ?\(([^()]{2,60})\)?$/u;
const capitals = /^[\p{Lu}\p{M}.'’-]*\p{Lu}{2}[\p{Lu}\p{M}.'’-]*$/u;
const capitalsAtEnd = / ((?:[\p{Lu}.'’-]{2,}[ ,/]{0,2}){1,5})$/u;
const notPlace =
  /^(?:UPDATE|BREAKING|EXCLUSIVE|WATCH|VIDEO|PHOTOS?|OPINION|ANALYSIS|LIVE|NEW|CORRECTION|CORRECTED|LISTEN|EDITORIAL|REVIEW|FACTBOX|PREVIEW|RECAP|READ|NATO|NASA|OPEC|ADVERTISEMENT|NOTE|JUST|DEVELOPING|FILE|FOR|UN|EU)\b/u;

function isDatelinePlace(place: string, agencyGiven: boolean): boolean {
  if (place.length < 2 || place.length > 60 || /\d|[!?:;"“]/u.test(place)) return false;
  if (place.split(' ').length > 8) return false;
  if (notPlace.test(place)) return false;
  const first = place.split(/[ ,/]/u)[0] ?? '';
  const rest = place.split(/[ ,/]/u).slice(1).filter(Boolean);
  const startsCapital = (word: string) =>
    /^[\p{Lu}\p{Lo}'’-]/u.test(word) || /^(?:of|the|de|la|al|and|sur|am)$/u.test(word);
  if (!rest.every(startsCapital)) return false;
  if (agencyGiven) return /^[\p{Lu}\p{Lo}]/u.test(first);
  return (
    capitals.test(first) ||
    (/^(?:ST|MT|FT|ST\.|St\.)$/u.test(first) && capitals.test(rest[0] ?? ''))
  );
}

/**
 * Takes the dateline off a lead: "BOSTON (Agency) - Text", "PORT ELLEN, Scotland — Text", "LONDON,
 * May 5 (Agency) — Text", "(Agency) - Text". `null` when the lead has none.
 */
export function splitDateline(lead: string): { dateline: Dateline; rest: string } | null {
  const text = folded(lead);
  const head = text.slice(0, 140);
  const mark = separator.exec(head);
  if (!mark || (mark.index === 0 && !head.startsWith('('))) return null;
  const closesBracket = mark[0].startsWith(')');
  const said = head.slice(0, mark.index) + (closesBracket ? ')' : '');
  const rest = text.slice(mark.index + mark[0].length).trim();
  const [, beforeAgency, agency] = agencyAtEnd.exec(said) ?? [];
  const hasAgency = agency !== undefined && (isAgency(agency) || /^[\p{Lu}\p{Lo}]/u.test(agency));
  const named = (hasAgency ? (beforeAgency ?? '') : said)
    .trim()
    .replace(dateAtEnd, '')
    .replace(/,$/u, '');
  const place = /^by /iu.test(named) ? (capitalsAtEnd.exec(named)?.[1] ?? '') : named;
  if (rest === '' || (named !== '' && place === '')) return null;
  if (place === '') return hasAgency ? { dateline: { place: null, agency }, rest } : null;
  if (!isDatelinePlace(place, hasAgency)) return null;
  return { dateline: { place, agency: hasAgency ? agency : null }, rest };
}
