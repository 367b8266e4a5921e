import { isKnownAgency, isAgency } from '../names/agencies.ts';
import type { DatedLead } from './dated-lead.ts';
import { isKnownCity } from '../names/places.ts';

const longest = 60;
const bracketed = /^[【［[（]([^】］\]）]{2,40})[】］\]）] ?[-–—]? ?/u;
const gluedAgency =
  /^([\p{Script=Katakana}ー\p{Script=Han}]{2,10})(共同|時事|ロイター|中央社|新華社)$/u;
const reported = /^【記者\p{Script=Han}{2,4}[／/](\p{Script=Han}{2,6}?)(?:報導|报道)】/u;
/** A place by what it is: 市 a city, 町 a town, 村 a village, 県 a prefecture, 省 a province … */
const municipality =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6}[市町村県區区郡島省镇鎮]$/u;
const wired =
  /^[（(]?(?:本报|本社)?(\p{Script=Han}{2,4}社|中新网)(?:記者\p{Script=Han}{3})?(\p{Script=Han}{2,8}?)(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)[）)]? ?(?:[（(][^）)]{2,30}[）)])?[:：]? ?/u;
const korean =
  /^[([]([\p{Script=Hangul}·/]{2,16})=([\p{L}\d]{2,12})[)\]] ?(?:[\p{Script=Hangul}· ]{2,20}(?:기자|특파원) ?[=-] ?)?/u;

/**
 * The datelines of East Asia: "【東京】", "［東京 5日 Agency］ -", "【ロンドン＝Name】", "新华社北京5月5日电",
 * "(서울=Agency) Name 기자 =". `null` for any other text.
 */
export function splitEastAsianDateline(text: string): DatedLead | null {
  const first = text.charCodeAt(0);
  if (first < 0x2e80 && first !== 0x28 && first !== 0x5b) return null;
  const head = text.slice(0, longest);
  return readKorean(text, head) ?? readBracketed(text, head) ?? readWired(text, head);
}

function dated(text: string, mark: string, place: string, agency: string | null): DatedLead | null {
  const rest = text.slice(mark.length).trim();
  return rest === '' ? null : { dateline: { place, agency }, rest };
}

function readBracketed(text: string, head: string): DatedLead | null {
  const [signed, from] = reported.exec(head) ?? [];
  if (signed && from) return dated(text, signed, from, null);
  const [mark, inside] = bracketed.exec(head) ?? [];
  if (mark === undefined || inside === undefined) return null;
  const glued = gluedAgency.exec(inside);
  if (glued?.[1] && glued[2]) return dated(text, mark, glued[1], glued[2]);
  const [place = '', ...rest] = inside.split(/[ 　＝=]/u).filter(Boolean);
  const said = rest.filter((word) => !/^\d{1,2}(?:月\d{1,2})?日$/u.test(word));
  const agency = said.find((word) => isKnownAgency(word) || isAgency(word)) ?? null;
  const isPlaced =
    isKnownCity(place) ||
    municipality.test(place) ||
    (agency !== null && rest.length > said.length);
  const isSigned = /[＝=]/u.test(inside) && said.length === 1;
  return isPlaced || isSigned ? dated(text, mark, place, agency) : null;
}

function readWired(text: string, head: string): DatedLead | null {
  const [mark, agency, place] = wired.exec(head) ?? [];
  return mark && agency && place ? dated(text, mark, place, agency) : null;
}

function readKorean(text: string, head: string): DatedLead | null {
  const [mark, place, agency] = korean.exec(head) ?? [];
  return mark && agency && place ? dated(text, mark, place, agency) : null;
}
