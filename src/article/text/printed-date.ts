const english =
  /(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?[a-z]{3,9}\.? \d{1,2},? \d{4},?(?: at)? \d{1,2}:\d{2} ?(?:[ap]\.?m\.?)? ?[a-z]{1,5}$/iu;
/** "5. Mai 2026", "05.05.2026", "5.5.26", "5 de mayo de 2026". */
const dayFirst =
  /(?<![\d.])\d{1,2}(?:\.? (?:de )?\p{L}{3,10}\.? (?:de )?\d{4}|\.\d{1,2}\.(?:\d{4}|\d{2})|\/\d{1,2}\/\d{4})(?!\d)/u;
const timeAfter =
  /^[ ,|–—-]{0,3}(?:um |à |at |a las |ore |kl\.? |klo )?(\d{1,2})[:.h](\d{2})(?!\d)/iu;

/** The date, time and zone that a line has, in a form that is read; `null` when it has none. */
export function printedDate(line: string): string | null {
  const short = line.slice(0, 120);
  const found = english.exec(short)?.[0];
  if (found !== undefined) return found;
  const day = dayFirst.exec(short);
  if (day === null) return null;
  const [, hour, minute] = timeAfter.exec(short.slice(day.index + day[0].length)) ?? [];
  const date = day[0].replace(/\.(\d{2})$/u, '.20$1');
  return hour === undefined ? date : `${date} ${hour}:${minute}`;
}
