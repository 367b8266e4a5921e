import { setOfAll, wordsOfAll } from '../../languages/words.ts';

const pictures = setOfAll(({ photos }) => photos?.pictures);
const creditings = setOfAll(({ photos }) => photos?.credits);
/** Pictures whose name may follow without a link: "Foto Ana Ruiz". */
const bare = setOfAll(({ photos }) => photos?.bare);
const links = new Set([...wordsOfAll(({ photos }) => photos?.links), ':', '：', '=', '＝']);
const mostWords = 3;

export interface PhotoHeading {
  /** Where the names begin; 0 without a heading. */
  end: number;
  /** "Credit:" puts the agency first, "Photograph:" last. */
  kind: 'none' | 'credit' | 'photo';
}

const none: PhotoHeading = { end: 0, kind: 'none' };

/**
 * What announces a photo's credit:
 *
 *     heading = { picture | "credit" } ( ":" | "by" | "of" | "von" | … ) | "©" [ year ] | "By"
 */
export function photoHeading(text: string): PhotoHeading {
  const sign = /^(?:©|ⓒ|[(（][cＣｃ][)）]|copyright) ?(?:\d{4},? )?(?:by )?/iu.exec(text);
  if (sign && !text.startsWith(':', sign[0].length)) return { end: sign[0].length, kind: 'photo' };
  if (/^by /iu.test(text)) return { end: 3, kind: 'photo' };
  let end = 0;
  let kind: PhotoHeading['kind'] = 'none';
  let last = '';
  for (let count = 0; count <= mostWords; count += 1) {
    const word = wordAt(text, end);
    const key = word.toLowerCase();
    if (count > 0 && links.has(key))
      return further(text, { end: pastLink(text, end + word.length), kind });
    if (isPicture(key)) kind = kind === 'none' ? 'photo' : kind;
    else if (creditings.has(key)) kind = 'credit';
    else break;
    last = key;
    end = pastSpaces(text, end + word.length);
  }
  return (kind === 'photo' ? bare.has(last) : last === 'courtesy') &&
    /^[\p{Lu}\p{Lo}]/u.test(text.slice(end))
    ? { end, kind }
    : none;
}

/** True of a text that announces names after it; `alone`, of one that has the heading only. */
export function isPhotoHeading(text: string, extent: 'begins' | 'alone' = 'begins'): boolean {
  const plain = text.replace(/^[([（]/u, '').replace(/^image source, /iu, 'Image: ');
  if (extent === 'alone') return photoHeading(`${plain} Xx`).end > plain.length;
  const { end } = photoHeading(plain);
  return end > 0 && end < plain.length;
}

/** "Symbolfoto", "Archivbild": compounds, where a colon follows. */
function isPicture(word: string): boolean {
  return pictures.has(word) || /^\p{L}{3,12}(?:fotos?|bild(?:er)?|photos?)$/u.test(word);
}

/** "Foto: Bild: AGENCY" has two headings. */
function further(text: string, heading: PhotoHeading): PhotoHeading {
  const word = wordAt(text, heading.end);
  const mark = pastSpaces(text, heading.end + word.length);
  const isSecond = isPicture(word.toLowerCase()) || creditings.has(word.toLowerCase());
  return isSecond && isMark(text.charAt(mark))
    ? { ...heading, end: pastSpaces(text, mark + 1) }
    : heading;
}

const isMark = (text: string): boolean => text !== '' && ':：=＝'.includes(text);

function wordAt(text: string, start: number): string {
  if (isMark(text.charAt(start))) return text.charAt(start);
  let end = start;
  while (end < text.length && end - start < 20 && !' :：=＝.'.includes(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

/** "Photo courtesy of:" has two links. */
function pastLink(text: string, start: number): number {
  const end = pastSpaces(text, start);
  return isMark(text.charAt(end)) ? pastSpaces(text, end + 1) : end;
}

function pastSpaces(text: string, start: number): number {
  let end = start;
  while (' .'.includes(text.charAt(end)) && end < text.length) end += 1;
  return end;
}
