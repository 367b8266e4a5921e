import type { Contributor } from './credits.ts';
import {
  folded,
  isAgency,
  isNameSuffix,
  isPersonName,
  isPlace,
  mixedCase,
  withoutFullStop,
} from './names.ts';

const separator = /(?: ?[,，、،] ?(?:and |& )?| (?:and|&|with) |; ?| [|•·] )/iu;
const placeLink = /^(.{2,80}?) (?:in|from|at|reporting from) (.{2,60})$/iu;
const employerLink = /^(.{2,80}?) (?:(?:for|of)(?: the)?|the) /iu;
const bracketed = /^(.{2,80}?) ?\(([^()]{1,60})\)?$/u;
/** "Associated Press writer", "AP photographer", "staff reporters" before a name. */
const jobBefore =
  /^(?:.{0,60} )?(?:writers?|reporters?|correspondents?|journalists?|photographers?|researchers?|staffers?|producers?|editors?) (?=[\p{Lu}\p{Lo}])/u;
/** "ANA RUIZ AP Business Writer": the name ends where the capitals do, give or take an agency. */
const capitalsThenTitle =
  /^((?:\p{Lu}[\p{Lu}.'’-]+ ){2,4}?)(?=(?:AP|AFP|UPI) |\p{Lu}\p{Ll})[\p{L} ]{0,40}(?:Writer|Reporter|Correspondent|Editor|Columnist|Staff)$/u;
const nameThenTitle =
  /^(\p{Lu}[^ ]{0,30} (?:\p{Lu}\. ){0,2}\p{Lu}[^ ]{1,30}) (?:(?:Associated Press|AP|AFP|Reuters|Staff|Senior|Chief|Special|Business|Sports|Science|Health|Political|Foreign) ){1,3}(?:Writer|Reporter|Correspondent|Editor|Columnist)$/iu;
const twoWordRegion =
  /^(?:New (?:York|Jersey|Mexico|Hampshire|Zealand|Brunswick|Delhi)|(?:North|South) (?:Carolina|Dakota|Korea|Africa|Sudan)|West (?:Virginia|Bank)|Rhode Island|British Columbia|Nova Scotia|Northern Ireland|Saudi Arabia|Sri Lanka|Costa Rica|El Salvador|United (?:States|Kingdom|Arab Emirates)|Western Australia|Hong Kong)$/iu;

/** People read from a list; `unread` are the parts that are neither a person nor an agency. */
export interface PeopleList {
  people: Contributor[];
  agencies: string[];
  unread: string[];
}

function isRegion(part: string): boolean {
  return isPlace(part) && (!part.includes(' ') || twoWordRegion.test(part));
}

function readPerson(part: string): Contributor | 'agency' | null {
  const plain = withoutFullStop(part.replace(jobBefore, ''));
  if (isPersonName(plain)) return { name: mixedCase(plain), place: null };
  const untitled = capitalsThenTitle.exec(plain)?.[1]?.trim() ?? nameThenTitle.exec(plain)?.[1];
  if (untitled && isPersonName(untitled)) return { name: mixedCase(untitled), place: null };
  if (isAgency(plain) && !/ (?:in|from|at) the /iu.test(plain)) return 'agency';
  const employer = employerLink.exec(plain)?.[1];
  if (employer && isPersonName(employer)) return { name: mixedCase(employer), place: null };
  const [, namedAside, aside] = bracketed.exec(plain) ?? [];
  const [, namedThere, there] = placeLink.exec(plain) ?? [];
  const name = namedThere ?? namedAside;
  if (name === undefined || !isPersonName(name)) return null;
  if (there === undefined && isAgency(aside ?? '')) return { name: mixedCase(name), place: null };
  const place = withoutFullStop(there ?? aside ?? '');
  return isPlace(place) ? { name: mixedCase(name), place } : null;
}

/**
 * The people of a list such as "A in London, B & C in Paris". A single word (or a state) that
 * follows a place belongs to that place: "A in Washington, D.C., and B in Kyiv".
 */
export function readPeople(list: string): PeopleList {
  const read: PeopleList = { people: [], agencies: [], unread: [] };
  for (const raw of folded(list).split(separator)) {
    const part = raw.replace(/^(?:and|&) /iu, '').trim();
    if (part === '' || part === '.') continue;
    const previous = read.people.at(-1);
    if (previous && isNameSuffix(part)) {
      previous.name += `, ${part}`;
      continue;
    }
    if (previous && previous.place !== null && isRegion(withoutFullStop(part)) && !isAgency(part)) {
      previous.place += `, ${/^(?:\p{Lu}\.)+$/u.test(part) ? part : withoutFullStop(part)}`;
      continue;
    }
    const person = readPerson(part);
    if (person === 'agency') read.agencies.push(part);
    else if (person === null) read.unread.push(part);
    else read.people.push(person);
  }
  return read;
}

/** The same person whatever the capitals, accents and full stops. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** A name as it is compared: no case, no accents, no punctuation. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

const email = /[<(]?(?:mailto:)?[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[>)]?/gu;
const notAuthor = /^(?:published|updated|posted|last |first |https?:|www\.)/iu;

/**
 * The people of a byline or an author field: "By ANA RUIZ and BEN CHO, Associated Press" are two.
 * Agencies, titles and e-mail addresses are left out. A short author field that has no name's
 * shape (a pen name, a login) is one contributor as it stands, unless it names an agency or a date.
 */
export function readByline(text: string): Contributor[] {
  const plain = folded(text.slice(0, 1000).replace(email, ' ')).replace(
    /^\( ?(.{1,200}?) ?\)$/u,
    '$1',
  );
  const list = folded(
    plain
      .replace(/^(?:(?:written |story |words |text )?by:?|par|por) /iu, '')
      .replaceAll(/ ?\/ ?/gu, ', '),
  );
  if (list === '' || notAuthor.test(list)) return [];
  const surnameFirst =
    /^[^ ,]+, [^ ,]+$/u.test(list) &&
    !list.split(', ').some((part) => isAgency(part) || isNameSuffix(part));
  if (surnameFirst) return [{ name: list, place: null }];
  const { people, agencies } = readPeople(list);
  if (people.length > 0) return distinct(people);
  if (agencies.length > 0 || list.length > 60 || !/\p{L}/u.test(list) || /\d{4}|[@/]/u.test(list))
    return [];
  return [{ name: list, place: null }];
}

function distinct(people: readonly Contributor[]): Contributor[] {
  return people.filter(
    (person, index) => people.findIndex((other) => sameName(other.name, person.name)) === index,
  );
}
