const possibleEnd = /[.!?…]["'”’»)]{0,3} (?=["'“‘«(]?[\p{Lu}\p{Lo}\p{N}])|[。！？]["'”’」』]?/gu;
const abbreviation =
  /(?:^|[ ("“])(?:mr|mrs|ms|dr|st|mt|ft|prof|rev|hon|gov|sen|rep|gen|lt|col|capt|sgt|maj|jr|sr|corp|inc|co|ltd|bros|no|nos|vs|etc|jan|feb|mar|apr|aug|sept?|oct|nov|dec|dept|approx|est|fig|\p{L}|(?:\p{L}\.)+\p{L})\.$/iu;

/** A text's sentences; the stops of "Mr.", "J. R." and "U.S." end none. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const end of text.matchAll(possibleEnd)) {
    const stop = end.index + end[0].length;
    const sentence = text.slice(start, stop).trim();
    if (
      end[0].startsWith('.') &&
      abbreviation.test(text.slice(Math.max(start, end.index - 20), end.index + 1))
    ) {
      continue;
    }
    if (sentence !== '') found.push(sentence);
    start = stop;
  }
  const last = text.slice(start).trim();
  return last === '' ? found : [...found, last];
}

function cutAtWord(text: string, longest: number): string {
  const room = text.slice(0, longest - 1);
  const space = room.lastIndexOf(' ');
  const cut = space > 0 ? room.slice(0, space) : room.replace(/[\ud800-\udbff]$/u, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/**
 * The first whole sentences of a text, three at most, within `longest` UTF-16 units. A first
 * sentence that is too long by itself ends at a word, with an ellipsis.
 */
export function leadSentences(text: string, longest = 350): string | null {
  const [first, ...rest] = sentences(text.slice(0, 5000));
  if (first === undefined) return null;
  if (first.length > longest) return cutAtWord(first, longest);
  let lead = first;
  for (const sentence of rest.slice(0, 2)) {
    const joint = /[。！？]$/u.test(lead) ? '' : ' ';
    if (lead.length + joint.length + sentence.length > longest) break;
    lead += joint + sentence;
  }
  return lead;
}
