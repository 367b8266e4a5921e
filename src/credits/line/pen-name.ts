import { firstDecision, type Decision, type Rule } from '../../text/rules.ts';
import { isAgency } from '../names/agencies.ts';
import { isMonth } from '../names/calendar-words.ts';
import { isPlainName } from '../names/name-shape.ts';
import { isKnownCity } from '../names/places.ts';
import { isShaped } from '../names/word-shape.ts';

const longest = 80;

/** Fields that are one contributor’s name as they are written, though they have no person's form. */
export const penNameRules: readonly Rule<string, string>[] = [
  {
    name: 'a handle',
    example: '@nora@mas.example',
    read: (text) => (/^(?:@[\w.-]+(?:@[\w.-]+)?|\/?u\/[\w-]+)$/u.test(text) ? text : null),
  },
  {
    name: 'a login',
    example: 'xX_n00b_Xx',
    read: (text) =>
      /^[\p{L}\d_.-]+$/u.test(text) && /[_\d]/u.test(text) && /\p{L}/u.test(text) && !isHash(text)
        ? text
        : null,
  },
  {
    name: 'a word and a number',
    example: 'DJ 3000',
    read(text) {
      const [, before = '', after = ''] = /^(?:(\S+) \d{1,4}|\d{1,4} (\S+))$/u.exec(text) ?? [];
      const word = before === '' ? after : before;
      return isShaped(word) && !isMonth(word) ? text : null;
    },
  },
  {
    name: 'two words with "&" between them',
    example: 'Marsh & Tidewell',
    why: 'A duo; people who share a byline have first names.',
    read(text) {
      const [first = '', second = '', ...more] = text.split(' & ');
      return isWord(first) && isWord(second) && more.length === 0 ? text : null;
    },
  },
  {
    name: 'a word and a motto after a dash',
    example: 'Saltgesagt – In a Teacup',
    read(text) {
      const [word = '', motto = ''] = text.split(/ [–—-] /u);
      if (!isWord(word) || motto === '' || isKnownCity(motto) || isAgency(motto)) return null;
      return /(?:^| )\p{Ll}/u.test(motto) && !isPlainName(motto) ? text : null;
    },
  },
  {
    name: 'a surname with its particle before the first name',
    example: 'de Vries, Jan',
    read(text) {
      const [, surname, first] =
        /^(\p{Ll}{1,4}(?: \p{Ll}{1,4})? \p{Lu}\S*), (\p{Lu}\S*)$/u.exec(text) ?? [];
      return surname && first && !isKnownCity(first) ? `${first} ${surname}` : null;
    },
  },
];

function isWord(text: string): boolean {
  return isShaped(text) && !isAgency(text);
}

/** A content system's own number for its author. */
function isHash(text: string): boolean {
  return /^[\da-f-]{12,}$/iu.test(text);
}

/** The name of an author field that is a handle, a login, a band or a channel; `null` for any other. */
export function penNameDecision(text: string): Decision<string> | null {
  if (text.length > longest || isAgency(text)) return null;
  return firstDecision(penNameRules, text);
}
