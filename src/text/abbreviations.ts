/** Words whose full stop may end no sentence, in lower case without the stop. */

/** A name or a number follows: these never end a sentence. */
const titles = new Set(
  (
    'mr mrs ms mx dr prof rev hon gov sen rep gen lt col capt sgt maj cmdr adm st ste mt ft pres supt det insp messrs mme mlle ' +
    'sra srta dña dott ing avv dipl hr dhr mevr drs vs approx dept bros cf vgl bzw evtl ggf inkl ca tel ej ex al max min ' +
    'ee l’on ' +
    'ул им стр руб млн тыс др проф гр tzw np prof ks ul tzv např sn yrd doç κ δρ डॉ श्री प्रो'
  ).split(' '),
);
/** They may end a sentence, when the next begins as sentences do. */
const houses = new Set(
  'inc co corp ltd llc plc jr sr esq etc usw osv enz etcétera bn mn ust gmbh uu'.split(' '),
);
/** They end none where a number follows. */
const numbered = new Set(
  'no nos nr nrs art fig figs vol pp ch sec par núm n jan feb mar apr jun jul aug sep sept oct nov dec abs kap ziff bd'.split(
    ' ',
  ),
);
const starters = new Set(
  (
    'the a an he she it they we i but and in on at this that these those there his her its our their after when while as for if what who ' +
    'how why with yet so now then since last some most more all no not one two both by to from an officials police ' +
    'der die das er sie es ein eine im am und aber wir le la les il elle un une el los las lo het een de o os na'
  ).split(' '),
);
/** What an ordinal stands before in German and its neighbours: "am 5. Mai", "im 19. Jahrhundert". */
const afterOrdinals = new Set(
  (
    'januar februar märz april mai juni juli august september oktober november dezember jänner jahrhundert jahrhunderts quartal halbjahr platz liga stock etage tag mal rang stelle lauf ' +
    'januar februar mars maj juni juli desember december klasse runde spieltag januára tammikuuta'
  ).split(' '),
);
const dotted = /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u;
const longestWord = 16;

/**
 * True when the full stop at `stop` belongs to an abbreviation, an initial or an ordinal, and the
 * text goes on with the word at `next`.
 */
export function isAbbreviated(text: string, stop: number, next: number): boolean {
  let start = stop;
  while (start > 0 && stop - start <= longestWord && !' ("“«[„‘'.includes(text.charAt(start - 1))) {
    start -= 1;
  }
  const length = stop - start;
  if (length === 0 || length > longestWord) return false;
  const written = text.slice(start, stop);
  const word = written.toLowerCase();
  if (isDigits(written)) {
    return length <= 2 && (isListed(text, start) || afterOrdinals.has(wordAt(text, next)));
  }
  if (titles.has(word)) return true;
  if (numbered.has(word))
    return isDigit(text.charCodeAt(next)) || (length === 1 && isInitial(written));
  if (length === 1) return isInitial(written);
  if (houses.has(word) || dotted.test(written)) return !starters.has(wordAt(text, next));
  return false;
}

/** "1. Boats came. 2. Gulls followed.": the number begins a sentence. */
function isListed(text: string, start: number): boolean {
  return start === 0 || (start > 1 && '.!?…'.includes(text.charAt(start - 2)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isDigits(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (!isDigit(word.charCodeAt(index))) return false;
  }
  return true;
}

/** One letter of an alphabet; a letter of a script without capitals is a word. */
function isInitial(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}

function wordAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < longestWord && !' ,.;:!?)”"'.includes(text.charAt(end)))
    end += 1;
  return text.slice(start, end).toLowerCase();
}
