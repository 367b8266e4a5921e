import { listed, setOfAll, wordsOfAll } from '../../languages/words.ts';
import { houseNames } from './house-names.ts';
import { folded, isShaped, withoutFullStop } from './word-shape.ts';

const newsAgencies = new Set(listed(houseNames));
const agencyNames = new Set([...newsAgencies, ...wordsOfAll(({ houses }) => houses?.names)]);
/** Last words that make a desk, a title or a house of what precedes them. */
const agencyTails = setOfAll(({ houses }) => houses?.tails);
/** Words that make a house of those around them: "Institute of Tides". */
const institutions = setOfAll(({ houses }) => houses?.institutions);
/** First words of a desk or a house. */
const agencyHeads = setOfAll(({ houses }) => houses?.heads);
const unspacedHouse =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,12}(?:社|新聞|新闻|报|報|日報|日报|通信|뉴스|신문|일보|통신|방송)$|(?:編集部|编辑部|編輯部|取材班|취재팀)$/u;
/** "harbour.example.com", "ORF.at": people are called by no domain. */
const siteName =
  /^[\p{L}\d-]{2,}(?:\.[\p{L}\d-]+){0,3}\.(?:[a-z]{2}|com|net|org|info|news|online|media|press)$/u;
const titleWord = setOfAll(({ houses }) => houses?.inner);

const most = 8;

/** True of an agency, a paper, a desk or a job title; eight words at most. */
export function isAgency(text: string): boolean {
  const plain = withoutFullStop(folded(text));
  if (plain === '' || plain.length > 120) return false;
  const key = plain.toLowerCase();
  if (agencyNames.has(key.startsWith('the ') ? key.slice(4) : key)) return true;
  const last = key.slice(key.lastIndexOf(' ') + 1);
  if (agencyTails.has(last.slice(last.lastIndexOf('-') + 1)))
    return plain.split(' ').length <= most;
  const space = plain.indexOf(' ');
  if (space < 0)
    return (
      institutions.has(key) ||
      siteName.test(plain) ||
      (plain.charCodeAt(0) >= 0x2e80 && unspacedHouse.test(plain))
    );
  if (isService(plain, key)) return true;
  if (hasInstitution(key)) return plain.split(' ').length <= most;
  if (agencyHeads.has(key.slice(0, space))) return plain.split(' ').length <= most;
  if (key.startsWith('the ')) return isTitle(plain.slice(space + 1));
  return plain.includes(' via ') && isTitle(plain.replace(' via ', ' '));
}

function hasInstitution(key: string): boolean {
  return key.split(' ').some((word) => institutions.has(word));
}

/** Last words of papers that are hardly ever surnames. */
const paperTails = setOfAll(({ houses }) => houses?.papers);

/** Last words of papers that are surnames too: after two people, a third may be called so. */
const surnameTails = setOfAll(({ houses }) => houses?.surnamePapers);

/**
 * True of two to five words in capitals that end as papers' names do: "Saltmarsh Echo". A person may
 * be called so too; it is a paper where it follows a person, `afterOne` or several.
 */
export function isPaper(text: string, afterOne = true): boolean {
  const words = text.split(' ');
  if ((words.length < 2 && !text.includes('-')) || words.length > 5 || !words.every(isShaped))
    return false;
  const written = words.at(-1)?.toLowerCase() ?? '';
  const last = written.slice(written.lastIndexOf('-') + 1);
  return paperTails.has(last) || (afterOne && surnameTails.has(last));
}

/** True when every word is written as in the name of a paper. */
function isTitle(text: string): boolean {
  const words = text.split(' ');
  return words.length <= most && words.every((word) => isShaped(word) || titleWord.has(word));
}

/**
 * True of a news agency known by name, and of one with the name of its service after it: "AFP",
 * "dpa/lby", "AFP Deutschland".
 */
export function isNewsAgency(text: string): boolean {
  const key = text.toLowerCase();
  return newsAgencies.has(key.startsWith('the ') ? key.slice(4) : key) || isService(text, key);
}

/** An agency with the name of its service; `key` is the text in lower case. */
function isService(text: string, key: string): boolean {
  const end = text.search(/[ /]/u);
  if (end < 3 || !newsAgencies.has(key.slice(0, end))) return false;
  const second = text.slice(end + 1);
  if (!/^(?:\p{Lu}+|\p{Ll}+)$/u.test(text.slice(0, end)) || /[ /]/u.test(second)) return false;
  return text.charAt(end) === '/' || isShaped(second);
}

/** True of agencies and papers known by name, desks and titles not among them. */
export function isKnownAgency(text: string): boolean {
  return agencyNames.has(text.toLowerCase());
}
