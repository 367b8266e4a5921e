import { additionWords, workPhrases, type Grammar, type Phrase } from '../grammar/lexicon.ts';
import type { Work } from '../../languages/language.ts';
import { setOfAll } from '../../languages/words.ts';
import { isPlace } from '../names/name-shape.ts';
import { isKnownCity } from '../names/places.ts';
import type { Token } from '../grammar/token.ts';
import { isShaped } from '../names/word-shape.ts';

/** The words before the people of a credit: "Reporting and writing in Lagos by". */
export interface Heading {
  works: Work[];
  grammar: Grammar;
  /** Where the work was done, when the heading says it. */
  place: string | null;
  start: number;
  end: number;
  /** How its people are tied to it. */
  link: 'word' | 'colon' | 'none';
}

const joinMarks = new Set([',', '/', '&', '|']);
const linkMarks = new Set([':', '=']);
const longestPlace = 5;
const mostWorks = 6;
/** Languages that a story was edited in, or translated from: no places. */
const languageNames = setOfAll(({ called }) => called);

export function isLanguage(word: string): boolean {
  return languageNames.has(word.toLowerCase().replace(/^the /u, ''));
}

/**
 * The heading that begins at a token, `null` when none does:
 *
 *     heading = [ "and" | mark ] works [ ("in" | "from") place ] link
 *     works   = work { ( "," | "and" | "/" | "&" ) work }
 *     work    = { "additional" } phrase { "additional" }
 *     link    = "by" | ":" | "=" | nothing, after phrases that allow it
 */
export function headingAt(line: string, tokens: readonly Token[], start: number): Heading | null {
  const first = tokens[start];
  if (first?.kind !== 'word') return null;
  let begin = start;
  while (additionWords.has(tokens[begin]?.key ?? '')) begin += 1;
  for (const { meanings } of workPhrases.at(tokens, begin)) {
    for (const { grammar } of meanings) {
      const heading = readHeading(line, tokens, start, grammar);
      if (heading) return heading;
    }
  }
  return null;
}

function readHeading(
  line: string,
  tokens: readonly Token[],
  start: number,
  grammar: Grammar,
): Heading | null {
  const read = readWorks(tokens, start, grammar);
  if (read === null) return null;
  const previous = tokens[start - 1];
  const isApart =
    previous === undefined || previous.kind !== 'word' || grammar.and.has(previous.key);
  if (!isApart && isSmall(previous)) return null;
  const direct = linkAt(tokens, read.end, grammar);
  const tie = read.last.whole
    ? wholeLink(read, direct, isApart || read.end - start > 1)
    : (direct ??
      readPlace(line, tokens, read.end, grammar) ??
      bareLink(tokens, start, read, isApart, grammar));
  if (tie === null) return null;
  const { end, link, place } = tie;
  return { works: read.works, grammar, place, start, end, link };
}

type Tie = Pick<Heading, 'end' | 'link' | 'place'>;

/** A phrase that holds its link; a colon may follow. */
function wholeLink({ end }: Works, direct: Tie | null, mayFollow: boolean): Tie | null {
  if (!mayFollow) return null;
  return { end: direct?.link === 'colon' ? direct.end : end, link: 'word', place: null };
}

/** No link at all, before a name: "Reportage Ana Ruiz". */
function bareLink(
  tokens: readonly Token[],
  start: number,
  { end, last }: Works,
  isApart: boolean,
  grammar: Grammar,
): Tie | null {
  const next = tokens[end];
  if (!last.bare || next?.kind !== 'word' || grammar.in.has(next.key)) return null;
  const begins = isApart || isCapital(tokens[start]) || isCaseless(tokens[start]);
  return begins && isShaped(next.text) ? { end, link: 'none', place: null } : null;
}

/** Words in lower case that may stand before a heading: "This story was edited by". */
const auxiliaries = new Set([
  'was',
  'were',
  'is',
  'has',
  'have',
  'been',
  'originally',
  'first',
  'also',
  'with',
  'story',
  'version',
]);

/** True of an article or a preposition: what follows it is part of a sentence. */
function isSmall({ text, key }: Token): boolean {
  return (
    /^\p{Ll}/u.test(text) &&
    text === key &&
    !auxiliaries.has(key) &&
    !/\p{Script=Georgian}/u.test(text)
  );
}

/** True of scripts without capitals that write words together. */
function isCaseless(token: Token | undefined): boolean {
  return (token?.text.charCodeAt(0) ?? 0) >= 0x2e80;
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.text !== token.key;
}

interface Works {
  works: Work[];
  last: Phrase;
  end: number;
}

function readWorks(tokens: readonly Token[], start: number, grammar: Grammar): Works | null {
  const works: Work[] = [];
  let last: Phrase | null = null;
  let end = start;
  let from = start;
  for (let count = 0; count < mostWorks && from < tokens.length; count += 1) {
    const read = readWork(tokens, from, grammar);
    if (read === null) break;
    works.push(...read.works.filter((work) => !works.includes(work)));
    last = read.phrase;
    end = read.end;
    from = afterJoin(tokens, end, grammar);
    if (from === end || last.whole) break;
  }
  return last && { works, last, end };
}

function afterJoin(tokens: readonly Token[], start: number, grammar: Grammar): number {
  let end = start;
  while (joinMarks.has(tokens[end]?.kind === 'mark' ? (tokens[end]?.text ?? '') : '')) end += 1;
  return grammar.and.has(tokens[end]?.key ?? '') ? end + 1 : end;
}

function readWork(
  tokens: readonly Token[],
  start: number,
  grammar: Grammar,
): { works: Work[]; phrase: Phrase; end: number } | null {
  let begin = start;
  while (grammar.more.has(tokens[begin]?.key ?? '')) begin += 1;
  for (const { end, meanings } of workPhrases.at(tokens, begin)) {
    const own = meanings.filter((meaning) => meaning.grammar === grammar);
    const phrase = own.at(-1);
    if (!phrase) continue;
    let after = end;
    while (grammar.more.has(tokens[after]?.key ?? '')) after += 1;
    const isMore = begin > start || after > end;
    const works = own.map(({ work }) =>
      isMore && work === 'reporting' ? 'additionalReporting' : work,
    );
    return { works: [...new Set(works)], phrase, end: after };
  }
  return null;
}

function linkAt(tokens: readonly Token[], start: number, grammar: Grammar): Tie | null {
  const token = tokens[start];
  if (token === undefined) return null;
  if (token.kind === 'mark') {
    const isLink =
      linkMarks.has(token.text) || (isCaseless(tokens[start - 1]) && '/|'.includes(token.text));
    return isLink ? { end: start + 1, link: 'colon', place: null } : null;
  }
  if (!grammar.by.has(token.key)) return null;
  const end = tokens[start + 1]?.text === ':' ? start + 2 : start + 1;
  return { end, link: 'word', place: null };
}

/** "in Lagos by": the place of all that follows. "en español por" is a language, and no place. */
function readPlace(
  line: string,
  tokens: readonly Token[],
  start: number,
  grammar: Grammar,
): Tie | null {
  if (!grammar.in.has(tokens[start]?.key ?? '')) return null;
  for (let index = start + 2; index <= start + longestPlace; index += 1) {
    const link = linkAt(tokens, index, grammar);
    if (link === null) continue;
    const place = line.slice(tokens[start + 1]?.start, tokens[index - 1]?.end);
    const isSmall = place === place.toLowerCase() && !/\p{Lo}/u.test(place);
    if (isSmall || isLanguage(place)) return link;
    return isPlace(place) || isKnownCity(place) ? { ...link, place } : null;
  }
  return null;
}
