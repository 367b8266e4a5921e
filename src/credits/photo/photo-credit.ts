import type { PhotoCredit } from '../../core/story/credits.ts';
import { isPaper } from '../names/agencies.ts';
import { photoHeading } from './heading.ts';
import { isAgency } from '../names/agencies.ts';
import { folded, withoutFullStop } from '../names/word-shape.ts';
import { isPersonName, isPlainName, mixedCase } from '../names/name-shape.ts';

const photoTail = / (?:photos?|pictures?|photography)$/iu;
const aside = /(?:, (?:file|pool|handout|archive)(?: photo)?){1,3}$/iu;
/** "新华社记者张伟摄", "田中太郎撮影". */
const unspacedCredit =
  /^(?:(\p{Script=Han}{2,6}社)?(?:记者|記者)?)? ?(\p{Script=Han}{2,4}) ?(?:摄|攝|撮影|摄影|攝影)$/u;
const fileNote = /^(?:file|archive)(?: photo| picture| image)?$/iu;
const agencyPhotoBy = /^(.{2,60}) (?:photo|photograph|picture|image) by (.{2,80})$/iu;
const employerLink = /^(.{2,80}?),? (?:for|of|via|on) (.{2,60})$/iu;

function agencyName(parts: readonly string[]): string | null {
  const joined = parts
    .map((part) => part.replace(photoTail, ''))
    .filter(Boolean)
    .join('/');
  return joined === '' ? null : joined;
}

function isAcronym(part: string): boolean {
  return !part.includes(' ') && /^[\p{Lu}\d-]{2,}$/u.test(part);
}

/** Words in small letters that a house's or a desk's name may hold. */
const mostSmallWords = 2;

function readHolder(part: string): PhotoCredit | null {
  const small = part.split(' ').filter((word) => /^\p{Ll}/u.test(word)).length;
  if (isAcronym(part) || (isAgency(part) && small <= mostSmallWords)) {
    const [, name, house] = employerLink.exec(part) ?? [];
    if (name && house && isPersonName(name) && !isAcronym(name))
      return { photographer: mixedCase(name), agency: house };
    return { photographer: null, agency: agencyName([part]) };
  }
  const [, taker, takenBy] = agencyPhotoBy.exec(part) ?? [];
  if (taker && takenBy && isPersonName(takenBy))
    return { photographer: mixedCase(takenBy), agency: taker };
  if (isPersonName(part)) return { photographer: mixedCase(part), agency: null };
  const [, name, house] = employerLink.exec(part) ?? [];
  if (name && house && isPersonName(name)) return { photographer: mixedCase(name), agency: house };
  const comma = part.lastIndexOf(', ');
  if (comma > 0 && isPersonName(part.slice(0, comma)))
    return { photographer: mixedCase(part.slice(0, comma)), agency: part.slice(comma + 2) };
  return null;
}

/**
 * A photo's credit: "Credit: Agency/First Last", "Photograph: First Last/Agency", "(AP Photo/First
 * Last)", "First Last for The Example". Which side of the slash is the agency is told by its name,
 * else by the habit: "Credit:" and a bare pair put it first, "Photograph:" last. `null` when the
 * text is no credit.
 */
export function readPhotoCredit(line: string): PhotoCredit | null {
  if (isPlainName(line)) return { photographer: line, agency: null };
  if (line.length > 1000) return null;
  const plain = withoutFullStop(
    folded(
      line.replaceAll('(opens in a new window)', ' ').replace(/^image source, /iu, 'Image: '),
    ).replace(/^[([](.{1,300})[)\]]\.?$/u, '$1'),
  );
  const unspaced = unspacedCredit.exec(plain);
  if (unspaced?.[2]) return { photographer: unspaced[2], agency: unspaced[1] ?? null };
  const said = photoHeading(plain);
  const named = withoutFullStop(plain.slice(said.end).replace(aside, ''));
  if (named === '' || named.length > 160) return null;
  const parts = named.split(/ ?[/|—] ?/u).filter((part) => part !== '' && !fileNote.test(part));
  const [first, second] = parts;
  if (first === undefined) return null;
  if (second === undefined) return readHolder(first);
  const isHouse = (part: string) => isAgency(part) || isAcronym(part) || isPaper(part);
  const person = parts.find((part) => !isHouse(part) && isPersonName(part) && part.includes(' '));
  const houses = parts.filter(isHouse);
  if (houses.length === parts.length) return { photographer: null, agency: agencyName(parts) };
  if (houses.length > 0) {
    const photographer =
      person ?? parts.find((part) => !isHouse(part) && isPersonName(part)) ?? null;
    const others = parts.filter((part) => part !== photographer);
    return { photographer: photographer && mixedCase(photographer), agency: agencyName(others) };
  }
  if (!parts.every(isPersonName)) return null;
  const oneWord = parts.find((part) => !part.includes(' '));
  const isPair = named.includes('/') && !named.includes('|');
  const agencyFirst = oneWord === undefined ? isPair && said.kind !== 'photo' : oneWord === first;
  const [agency, photographer] = agencyFirst ? [first, second] : [second, first];
  return { photographer: mixedCase(photographer), agency: agencyName([agency]) };
}

const sentenceEnds = /[.!?"”’)] (?=\S)| (?=\()/gu;

/** A caption that ends in its credit ("… on Monday. AGENCY/First Last"), taken apart. */
export function splitCaption(text: string): { caption: string | null; credit: PhotoCredit | null } {
  const plain = folded(text.slice(0, 2000));
  const tailStart = Math.max(0, plain.length - 160);
  const ends = [...plain.slice(tailStart).matchAll(sentenceEnds)].map(
    (mark) => tailStart + mark.index + mark[0].length,
  );
  for (const start of [...ends.slice(-12).reverse(), 0]) {
    const tail = plain.slice(start);
    const via = tail.lastIndexOf(' via ');
    const isCredit =
      tail.includes('/') ||
      (via > 0 && isAgency(tail.slice(via + ' via '.length).replace(/\)$/u, ''))) ||
      photoHeading(tail.replace(/^[([]/u, '')).end > 0;
    const credit = isCredit ? readPhotoCredit(tail) : null;
    if (credit) return { caption: plain.slice(0, start).trim() || null, credit };
  }
  return { caption: plain || null, credit: null };
}
