import { firstDecision, type Decision, type Rule } from '../../text/rules.ts';
import { isAgency, isKnownAgency } from '../names/agencies.ts';
import { isKnownCity } from '../names/places.ts';
import type { DatedLead } from './dated-lead.ts';

const longest = 60;
const korean =
  /^[([]([\p{Script=Hangul}·/]{2,16})=([\p{L}\d]{2,12})[)\]] ?(?:[\p{Script=Hangul}· ]{2,20}(?:기자|특파원) ?[=-] ?)?/u;
const reported = /^【記者\p{Script=Han}{2,4}[／/](\p{Script=Han}{2,6}?)(?:報導|报道)】/u;
const bracketed = /^[【［[（]([^】］\]）]{2,40})[】］\]）] ?[-–—]? ?/u;
const gluedAgency =
  /^([\p{Script=Katakana}ー\p{Script=Han}]{2,10})(共同|時事|ロイター|中央社|新華社)$/u;
/** A place by what it is: 市 a city, 町 a town, 村 a village, 県 a prefecture, 省 a province … */
const municipality =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6}[市町村県區区郡島省镇鎮]$/u;
const wired =
  /^[（(]?(?:本报|本社)?(\p{Script=Han}{2,4}社|中新网) ?(?:記者\p{Script=Han}{3})?(\p{Script=Han}{2,8}?) ?(?:\d{1,2}月)?\d{1,2}日 ?(?:电|電|讯|訊)[）)]? ?(?:[（(][^）)]{2,30}[）)])?[:：]? ?/u;

/** The beginning of a text, in which a dateline ends. */
interface Beginning {
  text: string;
  head: string;
  brackets: Brackets | null;
}

/** What brackets at the beginning of a text say. */
interface Brackets {
  /** The brackets with all in them, and a dash after them. */
  whole: string;
  inside: string;
  place: string;
  agency: string | null;
  hasDay: boolean;
  /** One name after "=". */
  isSigned: boolean;
}

export const eastAsianRules: readonly Rule<Beginning, DatedLead>[] = [
  {
    name: 'a Korean place and agency in brackets',
    example: '(서울=연합뉴스) 김민수 기자 = 배가 가라앉았다.',
    read({ text, head }) {
      const [mark, place, agency] = korean.exec(head) ?? [];
      return mark && agency && place ? dated(text, mark, place, agency) : null;
    },
  },
  {
    name: 'a Chinese reporter’s place in brackets',
    example: '【記者陳小明／台北報導】渡輪沉沒。',
    read({ text, head }) {
      const [mark, place] = reported.exec(head) ?? [];
      return mark && place ? dated(text, mark, place, null) : null;
    },
  },
  {
    name: 'a place with an agency after it, without a space, in brackets',
    example: '【ワシントン共同】船が沈んだ。',
    read({ text, brackets }) {
      const [, place, agency] = gluedAgency.exec(brackets?.inside ?? '') ?? [];
      return brackets && place && agency ? dated(text, brackets.whole, place, agency) : null;
    },
  },
  {
    name: 'a known city in brackets',
    example: '【東京】船が沈んだ。',
    read: (beginning) => placed(beginning, ({ place }) => isKnownCity(place)),
  },
  {
    name: 'a town or province by its last letter, in brackets',
    example: '【汐町】船が沈んだ。',
    read: (beginning) => placed(beginning, ({ place }) => municipality.test(place)),
  },
  {
    name: 'a place with a day and an agency in brackets',
    example: '［汐 5日 ロイター］ - 船が沈んだ。',
    read: (beginning) => placed(beginning, ({ agency, hasDay }) => agency !== null && hasDay),
  },
  {
    name: 'a place with a writer’s name in brackets',
    example: '【汐＝田中太郎】船が沈んだ。',
    read: (beginning) => placed(beginning, ({ isSigned }) => isSigned),
  },
  {
    name: 'a Chinese agency with a place and a day',
    example: '新华社北京5月5日电（记者张伟）渡轮沉没。',
    read({ text, head }) {
      const [mark, agency, place] = wired.exec(head) ?? [];
      return mark && agency && place ? dated(text, mark, place, agency) : null;
    },
  },
];

/**
 * The datelines of East Asia: "【東京】", "［東京 5日 Agency］ -", "【ロンドン＝Name】", "新华社北京5月5日电",
 * "(서울=Agency) Name 기자 =". `null` for any other text.
 */
export function eastAsianDecision(text: string): Decision<DatedLead> | null {
  const first = text.charCodeAt(0);
  if (first < 0x2e80 && first !== 0x28 && first !== 0x5b) return null;
  const head = text.slice(0, longest);
  return firstDecision(eastAsianRules, { text, head, brackets: bracketsOf(head) });
}

function dated(text: string, mark: string, place: string, agency: string | null): DatedLead | null {
  const rest = text.slice(mark.length).trim();
  return rest === '' ? null : { dateline: { place, agency }, rest };
}

function bracketsOf(head: string): Brackets | null {
  const [whole, inside] = bracketed.exec(head) ?? [];
  if (whole === undefined || inside === undefined) return null;
  const [place = '', ...words] = inside.split(/[ 　＝=]/u).filter(Boolean);
  const names = words.filter((word) => !/^\d{1,2}(?:月\d{1,2})?日$/u.test(word));
  const agency = names.find((word) => isKnownAgency(word) || isAgency(word)) ?? null;
  const hasDay = words.length > names.length;
  const isSigned = /[＝=]/u.test(inside) && names.length === 1;
  return { whole, inside, place, agency, hasDay, isSigned };
}

function placed(
  { text, brackets }: Beginning,
  isPlaced: (brackets: Brackets) => boolean,
): DatedLead | null {
  if (brackets === null || !isPlaced(brackets)) return null;
  return dated(text, brackets.whole, brackets.place, brackets.agency);
}
