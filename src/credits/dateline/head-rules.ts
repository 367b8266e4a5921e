import { listed, setOfAll, wordsOfAll } from '../../languages/words.ts';
import type { Dateline } from '../../core/story/story.ts';
import type { Rule } from '../../text/rules.ts';
import { isKnownAgency, isPaper } from '../names/agencies.ts';
import { capitalNames } from '../names/house-names.ts';
import { isKnownCity } from '../names/places.ts';
import { isShaped } from '../names/word-shape.ts';
import { isAnyAgency, type Head } from './head.ts';

const longestPlace = 60;
const mostDottedWords = 4;
/** "By", "Von": what follows is a name. */
const signingWords = setOfAll(({ credits }) => credits?.by);
const mostPlaceWords = 8;

/** A head is this dateline, or none. */
export type Verdict = Dateline | 'none';

/** The dateline of a head, when the condition holds. */
function dateline({ place, agency }: Head, condition: boolean): Verdict | null {
  return condition ? { place: place === '' ? null : place, agency } : null;
}

/** No dateline, when the condition holds. */
function none(condition: boolean): Verdict | null {
  return condition ? 'none' : null;
}

/** Rules for the text around the place. */
const aroundRules: readonly Rule<Head, Verdict>[] = [
  {
    name: 'no text after the separator',
    example: 'BOSTON —',
    read: ({ rest }) => none(rest === ''),
  },
  {
    name: 'a small letter after the separator, and no agency before it',
    example: 'BOSTON — and then it sank.',
    why: 'The dash belongs to the sentence.',
    read: ({ rest, agency, cityInBrackets }) =>
      none((agency === null || cityInBrackets !== null) && /^\p{Ll}/u.test(rest)),
  },
  {
    name: 'a known city in brackets before a dash',
    example: '(Nairobi) – The ferry sank.',
    read: ({ cityInBrackets, mark }) =>
      cityInBrackets !== null && mark === 'dash' ? { place: cityInBrackets, agency: null } : null,
  },
  {
    name: 'a known city in brackets before anything else',
    example: '(Nairobi): The ferry sank.',
    read: ({ cityInBrackets }) => none(cityInBrackets !== null),
  },
  {
    name: 'a number or a weekday without a month',
    example: 'BOSTON 5 - The ferry sank.',
    why: 'A result, an age or a chapter.',
    read: ({ date }) => none(date === 'partial'),
  },
  {
    name: 'words after the date that are no agency',
    example: 'LONDON, May 5 at noon - The ferry sank.',
    read: ({ hasMore }) => none(hasMore),
  },
  {
    name: 'a colon after neither an agency nor a known city',
    example: 'Wirtschaft: Der Hafen wächst.',
    why: 'Labels and speakers have a colon after them.',
    read: ({ mark, agency, isKnown }) => none(mark === 'colon' && agency === null && !isKnown),
  },
  {
    name: 'a known city before a colon',
    example: 'Asunción: Die Fähre sank.',
    read: (head) => dateline(head, head.mark === 'colon' && head.isKnown && head.agency === null),
  },
  {
    name: 'a bracket before the text, without an agency and a date or known city',
    example: 'Harbour Board (HB) The board met.',
    why: 'An abbreviation or a remark inside a sentence.',
    read({ mark, agency, isKnown, date }) {
      if (mark !== 'bracket') return null;
      const isCertain = date === 'whole' || (isKnown && agency !== null && isKnownAgency(agency));
      return none(agency === null || !isAnyAgency(agency) || !isCertain);
    },
  },
];

/** Rules for a head without a place. */
const agencyAloneRules: readonly Rule<Head, Verdict>[] = [
  {
    name: 'an agency without a place',
    example: 'May 5 (Reuters) - The ferry sank.',
    read: (head) => dateline(head, isAgencyAlone(head) && isAnyAgency(head.agency ?? '')),
  },
  {
    name: 'a name in brackets without a place',
    example: '(Tide Nine) - The ferry sank.',
    why: 'An agency that no list has.',
    read: (head) =>
      dateline(head, isAgencyAlone(head) && (head.agency ?? '').split(' ').every(isShaped)),
  },
  {
    name: 'neither a place nor an agency',
    example: '(See the picture) - The ferry sank.',
    read: ({ place }) => none(place === ''),
  },
];

function isAgencyAlone({ place, agency, date, hasWords }: Head): boolean {
  return place === '' && agency !== null && (!hasWords || date === 'whole');
}

/** Words in capitals, or first, that are a newsroom's label or an organisation. */
const notPlaces = new Set([
  ...wordsOfAll(({ datelines }) => datelines?.labels),
  ...listed(capitalNames),
]);

const smallWords = /^(?:of|the|de|la|al|and|sur|am|le|del|do|upon|in|an|der|du|den)$/u;

/** Rules by which words are no place. */
const noPlaceRules: readonly Rule<Head, Verdict>[] = [
  {
    name: 'a place of one letter, or of more than 60',
    example: 'Q — The ferry sank.',
    read: ({ place }) => none(place.length < 2 || place.length > longestPlace),
  },
  {
    name: 'digits or marks that no place has',
    example: '“BOSTON” — The film opens on Monday.',
    read: ({ place }) => none(/[\d!?:;"“()]/u.test(place)),
  },
  {
    name: 'more than eight words',
    example: 'IN THE OLD TOWN BY THE WIDE RIVER MOUTH — The ferry sank.',
    read: ({ words }) => none(words.length > mostPlaceWords),
  },
  {
    name: 'a label or an organisation',
    example: 'EXCLUSIVE — The ferry sank.',
    read: ({ words: [first = ''], isKnown }) =>
      none(!isKnown && notPlaces.has(first.replace(/['’]S$/u, ''))),
  },
  {
    name: 'a wire’s code for the story',
    example: 'BC-EU--Harbour, 1st Ld-Writethru',
    read: ({ words: [first = ''], isKnown }) => none(!isKnown && /^(?:BC|AM|PM|AP)-/u.test(first)),
  },
  {
    name: 'an agency in the place’s stead',
    example: 'AGI - Il traghetto affonda.',
    read: ({ place, isKnown }) => none(!isKnown && isKnownAgency(place)),
  },
  {
    name: 'words that end as a newspaper’s name',
    example: 'HARBOUR LEDGER — The paper said so.',
    read: ({ place, isKnown }) => none(!isKnown && isPaper(place)),
  },
  {
    name: 'a word in small letters',
    example: 'The ferry - Ana Ruiz said so.',
    read: ({ words }) =>
      none(!words.every((word, index) => index === 0 || isShaped(word) || smallWords.test(word))),
  },
];

/** Rules for a place in capitals, from the most certain to the least. */
const capitalRules: readonly Rule<Head, Verdict>[] = [
  {
    name: 'a place in capitals with an agency',
    example: 'HARBOURTOWN (Harbour Wire) - The ferry sank.',
    read: (head) => dateline(head, head.isCapitals && head.agency !== null && head.town.length > 1),
  },
  {
    name: 'a known city in capitals',
    example: 'ULM – Die Fähre sank.',
    why: 'Also one of three letters.',
    read: (head) => dateline(head, head.isCapitals && head.isKnown),
  },
  {
    name: 'a place in capitals with its region',
    example: 'PORT ELLEN, Scotland — The ferry sank.',
    read: (head) =>
      dateline(head, head.isCapitals && head.place !== head.town && head.town.length > 1),
  },
  {
    name: 'letters that are read one by one',
    example: 'IBM - The company said so.',
    read: ({ isCapitals, town }) => none(isCapitals && (town.length < 3 || isAcronym(town))),
  },
  {
    name: 'a place in capitals',
    example: 'PORT ELLEN - The ferry sank.',
    read: (head) => dateline(head, head.isCapitals),
  },
];

/** Rules for a place in small letters. */
const smallLetterRules: readonly Rule<Head, Verdict>[] = [
  {
    name: 'a place of up to four words before a middle dot',
    example: 'Saltmarsch · Die Fähre sank.',
    why: 'No sentence has a dot there; some local papers set their datelines so.',
    read: (head) => (head.mark === 'dot' ? dotted(head) : null),
  },
  {
    name: 'a known city with an agency',
    example: 'Paris (AFP) - The ferry sank.',
    read: (head) => dateline(head, isCity(head) && head.agency !== null),
  },
  {
    name: 'a known city with a date',
    example: 'Berlin, 5. Mai – The ferry sank.',
    read: (head) => dateline(head, isCity(head) && head.date === 'whole'),
  },
  {
    name: 'known cities with a slash between them',
    example: 'München/London – Die Fähre sank.',
    read: (head) =>
      dateline(head, head.place.includes('/') && head.place.split(/ ?\/ ?/u).every(isKnownCity)),
  },
  {
    name: 'a known city alone',
    example: 'Berlin – The ferry sank.',
    why: 'A heading or a sentence about the city.',
    read: (head) => none(isCity(head)),
  },
  {
    name: 'any place with an agency',
    example: 'Harbourtown (Harbour Wire) - The ferry sank.',
    read: (head) =>
      dateline(head, head.agency !== null && beginsShaped(head) && isAnyAgency(head.agency)),
  },
  {
    name: 'any place with a writer’s initials',
    example: 'Saltmarsch (hal/ana) - The ferry sank.',
    why: 'German and Alpine papers sign so.',
    read: (head) => dateline(head, beginsShaped(head) && isInitials(head.agency ?? '')),
  },
  {
    name: 'words that nothing shows to be a place',
    example: 'Ana Ruiz (Labour) - The mayor said so.',
    read: () => 'none',
  },
];

/** What makes a head a dateline, or none; one of them always decides. */
export const headRules = [
  ...aroundRules,
  ...agencyAloneRules,
  ...noPlaceRules,
  ...capitalRules,
  ...smallLetterRules,
];

function dotted(head: Head): Verdict {
  const [first = ''] = head.words;
  const isLabel = notPlaces.has(first.toUpperCase()) || signingWords.has(first.toLowerCase());
  const isPlace = head.words.length <= mostDottedWords && beginsShaped(head) && !isLabel;
  return dateline(head, isPlace) ?? 'none';
}

/** The first word could begin a name. */
function beginsShaped({ words: [first = ''] }: Head): boolean {
  return isShaped(first);
}

function isCity({ isKnown, town }: Head): boolean {
  return isKnown || isKnownCity(town);
}

/** "FBI", "BMW"; towns of three letters are known by name. */
function isAcronym(town: string): boolean {
  return /^[A-Z]{1,3}$/u.test(town) || /^[B-DF-HJ-NP-TV-XZ]{2,6}$/u.test(town);
}

/** "(hal)", "(hal/ana)". */
function isInitials(agency: string): boolean {
  return /^\p{Ll}{2,4}(?:\/\p{Ll}{2,4})?$/u.test(agency);
}
