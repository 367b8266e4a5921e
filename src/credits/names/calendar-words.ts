import { setOfAll } from '../../languages/words.ts';

const months = setOfAll(({ calendar }) => calendar?.months);
const weekdays = setOfAll(({ calendar }) => calendar?.weekdays);
const links = setOfAll(({ calendar }) => calendar?.links);
const ambiguous = setOfAll(({ calendar }) => calendar?.ambiguous);

/** True of "May", "mai", "мая". */
export function isMonth(word: string): boolean {
  return months.has(plain(word));
}

/** True of a month, a day's name, a day or a year: "May", "Thu", "5", "5.", "2011", "05.05.2026". */
export function isDateWord(word: string): boolean {
  const bare = plain(word);
  if (months.has(bare) || weekdays.has(bare) || links.has(bare)) return true;
  return /^\d{1,2}(?:st|nd|rd|th|º|er)?$|^\d{4}$|^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/u.test(
    bare,
  );
}

/** True of a date's word that is another word or a place as well: "March", "de". */
export function isLooseDateWord(word: string): boolean {
  const bare = plain(word);
  return links.has(bare) || ambiguous.has(bare);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[.,]+$/u, '');
}
