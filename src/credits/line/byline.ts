import { wordsOfAll } from '../../languages/words.ts';
import { isMonth } from '../names/calendar-words.ts';
import { headingAt } from './heading.ts';
import { anyGrammar, signingAt } from '../grammar/lexicon.ts';
import { creditTokens } from '../grammar/tokens.ts';
import type { Token } from '../grammar/token.ts';
import type { Contributor } from '../../core/story/credits.ts';
import { isAgency, isKnownAgency, isNewsAgency } from '../names/agencies.ts';
import { distinctPeople } from '../../core/story/same-person.ts';
import { isNameSuffix, isPlainName } from '../names/name-shape.ts';
import { readPeople } from '../people/people.ts';
import { penNameDecision } from './pen-name.ts';
import { folded, withoutFullStop } from '../names/word-shape.ts';

const longestByline = 1000;
const notAuthor =
  /^(?:published|updated|posted|last |first |special to |sponsored by |https?:|www\.)/iu;
/** What announces the author of an author field besides the words of credit lines. */
const announced =
  /^(?:posted|published|submitted|opinion|comment|commentary|review|essay|column) by:? (?=\p{Lu})/iu;
/** "Ana Ruiz (1 and 2), Ben Cho (2) ((1) A University, (2) Another)": the figures are footnotes. */
const footnotes = / ?\(\d{1,2}(?:(?:, ?| and | & )\d{1,2}){0,9}\)/gu;
const age = / \d{1,3} (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?) ago$/iu;

/** Who signs: people, or a news agency where nobody is named. */
export interface Signed {
  people: Contributor[];
  agency: string | null;
}

/**
 * The people of a byline or an author field: "By ANA RUIZ and BEN CHO, Associated Press" are two.
 * Agencies, titles and e-mail addresses are left out; a news agency is who signs where nobody is named.
 * A short author field that has no name's shape (a pen name, a login) is one contributor as it is
 * written, unless it names an agency or a date.
 */
export function readSigned(text: string): Signed {
  const second = text.slice(text.indexOf(' ') + 1);
  // "By Reuters" has a name's shape too.
  if (isPlainName(text) && !isKnownAgency(second)) return signedBy(text);
  const line = plainLine(folded(text.slice(0, longestByline)));
  const tokens = creditTokens(line);
  const pen = penNameDecision(line) ?? penNameDecision(afterSigning(line, tokens));
  if (pen) return signedBy(pen.result);
  const body = withoutDate(withoutContacts(unbracketed(tokens)));
  const heading = headingAt(line, body, 0);
  const signing = heading ?? signingOf(body);
  const grammar = signing?.grammar ?? anyGrammar;
  const list = { line, tokens: withoutColon(body.slice(signing?.end ?? 0)) };
  const names = withoutFullStop(wordsOf(line, list.tokens));
  if (names === '' || notAuthor.test(names)) return signedBy();
  const surnameFirst = names.split(/ ?; ?/u);
  if (surnameFirst.every(isSurnameFirst)) return signedBy(...surnameFirst);
  const { people, agencies } = readPeople(list, grammar);
  if (people.length > 0) return { people: distinctPeople(people.map(withoutDegree)), agency: null };
  const isUnfit = names.length > 60 || !/\p{L}/u.test(names) || /\d{4}|[@/]/u.test(names);
  if (agencies.length === 0) return isUnfit ? signedBy() : signedBy(names);
  return { people: [], agency: agencies.find(isNewsAgency) ?? null };
}

/** Academic degrees before a whole name. */
const degrees =
  /^(?:(?:prof|dr|dipl|mag|ing|med|jur|phil|h\.c)\.-?(?:ing\. ?| ?))+(?=\p{Lu}\S* )/iu;

/** "Dr. Ana Ruiz" signs as "Ana Ruiz". */
export function withoutDegree(person: Contributor): Contributor {
  return { ...person, name: person.name.replace(degrees, '') };
}

function signedBy(...names: string[]): Signed {
  return { people: names.map((name) => ({ name, place: null })), agency: null };
}

/** The line after "By". */
function afterSigning(line: string, tokens: readonly Token[]): string {
  const signing = signingOf(tokens);
  return signing === null ? '' : line.slice(tokens[signing.end]?.start ?? line.length);
}

/** "Ana Ruiz (avec Ben Cho)": who helped. */
const helped = / ?\((?:with|avec|mit|con|com|med|met) (?=\p{Lu})([^()]{3,120})\)/u;

/** "Ana RuizBen Cho": two whole names without a space between them. */
const runTogether = /(\p{L}\S* [^\s,]*?\p{Ll}{2})(?=\p{Lu}\p{Ll}+ \p{Lu})/gu;
/** Beginnings of names that have a capital in them. */
const capitalInside = / (?:Mc|Mac|De|Di|Du|Da|Le|La|Lo|Van|Von|Fitz|Jo|Mary|Ann?e?|O)$/u;

function parted(line: string): string {
  if (!/\p{Ll}{2}\p{Lu}\p{Ll}/u.test(line)) return line;
  return line.replaceAll(runTogether, (name: string) =>
    capitalInside.test(name) ? name : `${name}, `,
  );
}

function plainLine(written: string): string {
  const line = parted(written).replace(helped, ', $1');
  const notes = line.indexOf(' ((1)');
  const listed = (notes < 0 ? line : line.slice(0, notes)).replace(announced, '').replace(age, '');
  const joined = listed.includes(' told to ')
    ? listed.replace(/(?:^|,? )as told to /iu, ', ').replace(/^, /u, '')
    : listed;
  return joined.includes('(') ? joined.replace(footnotes, '') : joined;
}

/** "By", "Von", "Par" before a name; before one word alone it may be part of the name: "Von Trapp". */
function signingOf(tokens: readonly Token[]): ReturnType<typeof signingAt> {
  const signing = signingAt(tokens, 0);
  if (signing === null) return null;
  const [first] = tokens;
  const named = tokens.slice(signing.end).filter(({ kind }) => kind === 'word');
  const isLink = named.length > 1 || first?.key === 'by' || tokens[signing.end]?.text === ':';
  return isLink || isKnownAgency(named[0]?.key ?? '') ? signing : null;
}

function wordsOf(line: string, tokens: readonly Token[]): string {
  return line.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

function withoutColon(tokens: readonly Token[]): readonly Token[] {
  return tokens[0]?.text === ':' ? tokens.slice(1) : tokens;
}

function unbracketed(tokens: readonly Token[]): readonly Token[] {
  return tokens[0]?.text === '(' && tokens.at(-1)?.text === ')' ? tokens.slice(1, -1) : tokens;
}

/** "ana@example.com (Ana Ruiz)" is "Ana Ruiz". */
function withoutContacts(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === 'contact')) return tokens;
  return unbracketed(tokens.filter(({ kind, text }) => kind !== 'contact' && text !== '<'));
}

const datings = new Set([...wordsOfAll(({ calendar }) => calendar?.dated), 'last']);

/** "Ana Ruiz on May 5, 2026", "Ana Ruiz Updated today": the names end before the date. */
function withoutDate(tokens: readonly Token[]): readonly Token[] {
  const date = tokens.findIndex(
    ({ key, text }, index) =>
      index > 1 &&
      ((datings.has(key) && text !== key) ||
        (isMonth(text) && /^\d/u.test(tokens[index + 1]?.text ?? ''))),
  );
  if (date < 0) return tokens;
  const end = tokens[date - 1]?.key === 'on' || tokens[date - 1]?.kind === 'mark' ? date - 1 : date;
  return tokens.slice(0, end);
}

function isSurnameFirst(names: string): boolean {
  if (!/^[^ ,]+, [^ ,]+$/u.test(names)) return false;
  return !names.split(', ').some((part) => isAgency(part) || isNameSuffix(part));
}
