import type { PhotoCredit } from '../../core/story/credits.ts';
import type { Rule } from '../../text/rules.ts';
import { isAgency, isKnownAgency, isPaper } from '../names/agencies.ts';
import { isPersonName, isPlainName, mixedCase } from '../names/name-shape.ts';
import { photoHeading, type PhotoHeading } from './heading.ts';

type PhotoRule<Input> = Rule<Input, PhotoCredit>;

/** Rules for a line exactly as it was written. */
export const writtenLineRules: readonly PhotoRule<string>[] = [
  {
    name: 'two plain words',
    example: 'Ana Ruiz',
    why: 'The most common credit, read without further questions.',
    read: (line) => (isPlainName(line) ? { photographer: line, agency: null } : null),
  },
];

const unspacedCredit =
  /^(?:(\p{Script=Han}{2,6}社)?(?:记者|記者)?)? ?(\p{Script=Han}{2,4}) ?(?:摄|攝|撮影|摄影|攝影)$/u;

/** Rules for a line without brackets around it and odd white space. */
export const plainLineRules: readonly PhotoRule<string>[] = [
  {
    name: 'a Chinese or Japanese name before a word for photographing',
    example: '新华社记者张伟摄',
    read(line) {
      const [, agency = null, photographer] = unspacedCredit.exec(line) ?? [];
      return photographer ? { photographer, agency } : null;
    },
  },
];

const employerLink = /^(.{2,80}?),? (?:for|of|via|on) (.{2,60})$/iu;
/** More words between slashes are a sentence's. */
const mostNameWords = 6;
const bracketedAgency = /^([^()]{2,80}) \(([^()]{2,60})\)$/u;
const agencyPhotoBy = /^(.{2,60}) (?:photo|photograph|picture|image) by (.{2,80})$/iu;
/** Words in small letters that an agency's or a desk's name may have. */
const mostSmallWords = 2;

function isAgencyAlone(part: string): boolean {
  if (isAcronym(part)) return true;
  const small = part.split(' ').filter((word) => /^\p{Ll}/u.test(word)).length;
  return isAgency(part) && small <= mostSmallWords;
}

/** Rules for names without a slash or bar between them. */
export const onePartRules: readonly PhotoRule<string>[] = [
  {
    name: 'a person for an employer that is called as agencies are',
    example: 'Ana Ruiz for The Harbour Times',
    read(part) {
      const [, name, agency] = employerLink.exec(part) ?? [];
      return name && agency && isPersonName(name) && !isAcronym(name) && isAgencyAlone(part)
        ? { photographer: mixedCase(name), agency }
        : null;
    },
  },
  {
    name: 'an agency alone',
    example: 'Photo: University of Saltmarsh',
    read: (part) =>
      isAgencyAlone(part) ? { photographer: null, agency: agencyName([part]) } : null,
  },
  {
    name: 'a photo of an agency by a person',
    example: 'Harbour Ledger photo by Ana Ruiz',
    read(part) {
      const [, agency, name] = agencyPhotoBy.exec(part) ?? [];
      return agency && name && isPersonName(name)
        ? { photographer: mixedCase(name), agency }
        : null;
    },
  },
  {
    name: 'a person, a full stop and an agency',
    example: 'Photo Ana Ruiz. AFP',
    read(part) {
      const stop = part.lastIndexOf('. ');
      const [name, agency] = [part.slice(0, Math.max(0, stop)), part.slice(stop + 2)];
      return isPersonName(name) && isKnownAgency(agency)
        ? { photographer: mixedCase(name), agency }
        : null;
    },
  },
  {
    name: 'a person alone',
    example: 'Photographs by Ludwig van der Berg',
    read: (part) => (isPersonName(part) ? { photographer: mixedCase(part), agency: null } : null),
  },
  {
    name: 'a person and an agency in brackets',
    example: 'Foto: Ana Ruiz (Harbourpix)',
    read(part) {
      const [, name, agency] = bracketedAgency.exec(part) ?? [];
      return name && agency && isPersonName(name)
        ? { photographer: mixedCase(name), agency }
        : null;
    },
  },
  {
    name: 'a person for an employer',
    example: 'Photo by Ana Ruiz on Harbourpix',
    read(part) {
      const [, name, agency] = employerLink.exec(part) ?? [];
      return name && agency && isPersonName(name)
        ? { photographer: mixedCase(name), agency }
        : null;
    },
  },
  {
    name: 'a person, a comma and an employer',
    example: 'Ana Ruiz, Harbourpix',
    read(part) {
      const comma = part.lastIndexOf(', ');
      return comma > 0 && isPersonName(part.slice(0, comma))
        ? { photographer: mixedCase(part.slice(0, comma)), agency: part.slice(comma + 2) }
        : null;
    },
  },
];

/** Names with a slash, a bar or a dash between them. */
export interface Parts {
  /** At least two. */
  all: readonly string[];
  agencies: readonly string[];
  /** Slashes alone part the names. */
  isSlashed: boolean;
  heading: PhotoHeading['kind'];
}

export function partsOf(
  all: readonly string[],
  names: string,
  heading: PhotoHeading['kind'],
): Parts {
  const isSlashed = names.includes('/') && !names.includes('|');
  return { all, agencies: all.filter(isAgencyPart), isSlashed, heading };
}

/** Rules for names with a slash, a bar or a dash between them. */
export const severalPartsRules: readonly PhotoRule<Parts>[] = [
  {
    name: 'agencies only',
    example: 'AFP/Getty Images',
    read: ({ all, agencies }) =>
      agencies.length === all.length ? { photographer: null, agency: agencyName(all) } : null,
  },
  {
    name: 'a full name beside agencies',
    example: 'Ana Ruiz/AFP via Getty Images',
    read: (parts) => besideAgencies(parts, isFullName),
  },
  {
    name: 'a name of one word beside agencies',
    example: 'Photo: Madonna/AFP',
    read: (parts) => besideAgencies(parts, isPersonName),
  },
  {
    name: 'words that are no name beside agencies',
    example: 'Photo: the owls/AFP',
    why: 'Whoever took it, the agency is right.',
    read: ({ all, agencies }) =>
      agencies.length > 0 && all.every((part) => part.split(' ').length <= mostNameWords)
        ? { photographer: null, agency: agencyName(all) }
        : null,
  },
  {
    name: 'one word beside a full name',
    example: 'Harbourpix/Ana Ruiz',
    why: 'An agency that no list has: people are credited with two names.',
    read({ all }) {
      const word = all.every(isPersonName) ? all.find((part) => !part.includes(' ')) : undefined;
      return word === undefined ? null : pair(all, word === all[0]);
    },
  },
  {
    name: 'a house whose name begins with an article, beside a full name',
    example: 'Ana Ruiz/Le Phare',
    read({ all }) {
      const [first = '', second = ''] = all;
      if (all.length !== 2 || !all.every(isPersonName)) return null;
      return article.test(first) === article.test(second) ? null : pair(all, article.test(first));
    },
  },
  {
    name: 'an agency that no list has, before the slash',
    example: 'Credit: Tide House/Ana Ruiz',
    why: '"Credit:" and a bare pair put the agency first.',
    read: ({ all, isSlashed, heading }) =>
      isSlashed && heading !== 'photo' && all.every(isPersonName) ? pair(all, true) : null,
  },
  {
    name: 'an agency that no list has, last',
    example: 'Photograph: Ana Ruiz/Tide House',
    why: '"Photograph:" and a bar put the photographer first.',
    read: ({ all }) => (all.every(isPersonName) ? pair(all, false) : null),
  },
];

const article = /^(?:the|le|les|la|el|los|die|der|das|il|lo) \p{Lu}/iu;

function besideAgencies(
  { all, agencies }: Parts,
  isPhotographer: (part: string) => boolean,
): PhotoCredit | null {
  if (agencies.length === 0) return null;
  const photographer = all.find((part) => !agencies.includes(part) && isPhotographer(part));
  if (photographer === undefined) return null;
  const others = all.filter((part) => part !== photographer);
  return { photographer: mixedCase(photographer), agency: agencyName(others) };
}

function pair([first = '', second = '']: readonly string[], agencyFirst: boolean): PhotoCredit {
  const [agency, photographer] = agencyFirst ? [first, second] : [second, first];
  return { photographer: mixedCase(photographer), agency: agencyName([agency]) };
}

function isFullName(part: string): boolean {
  return part.includes(' ') && isPersonName(part);
}

function isAgencyPart(part: string): boolean {
  return isAgency(part) || isAcronym(part) || isPaper(part);
}

function isAcronym(part: string): boolean {
  return !part.includes(' ') && /^[\p{Lu}\d-]{2,}$/u.test(part);
}

/** "AP Photo" is AP's photo. */
const photoWord = / (?:photos?|pictures?|photography)$/iu;

function agencyName(parts: readonly string[]): string | null {
  const joined = parts
    .map((part) => part.replace(photoWord, ''))
    .filter(Boolean)
    .join('/');
  return joined === '' ? null : joined;
}

/** What shows that the end of a caption may be its credit; any other end is left unread. */
export const captionCreditRules: readonly Rule<string, true>[] = [
  {
    name: 'a slash',
    example: 'REUTERS/Ana Ruiz',
    read: (end) => (end.includes('/') ? true : null),
  },
  {
    name: '"via" before an agency',
    example: '(Ana Ruiz via Getty Images)',
    read(end) {
      const via = end.lastIndexOf(' via ');
      const agency = end.slice(via + ' via '.length).replace(/\)$/u, '');
      return via > 0 && isAgency(agency) ? true : null;
    },
  },
  {
    name: 'a word for photographing after a name',
    example: '（田中太郎撮影）',
    read: (end) => (unspacedCredit.test(end.replaceAll(/[()（）]/gu, '')) ? true : null),
  },
  {
    name: 'an agency alone',
    example: 'Getty Images',
    read: (end) => (isKnownAgency(end.replace(/^[([]|[)\]]?\.?$/gu, '')) ? true : null),
  },
  {
    name: 'a person and an agency in brackets or after a comma',
    example: 'Ana Ruiz (Reuters)',
    read: (end) =>
      isKnownAgency(/(?: \(|, )([^(),]{2,40})\)?\.?$/u.exec(end)?.[1] ?? '') ? true : null,
  },
  {
    name: 'the heading of a photo credit',
    example: 'Photo: Ana Ruiz',
    read: (end) => (photoHeading(end.replace(/^[([]/u, '')).end > 0 ? true : null),
  },
];
