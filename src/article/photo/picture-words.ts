import { markupWords } from '../../text/markup-words.ts';
import type { Element, Page } from '../page/page.ts';

/** What names of classes, properties and attributes say of an element near a picture. */

const creditWords = new Set(
  `credit credits copyright copyrights photographer photographers fotograf fotografo fotografen fotograaf
  photographe attribution bildnachweis fotocredit fotocredits fotonachweis quelle bildquelle urheber
  rights rightsholder distributor supplier lic licence license source auteur autor autore agency provider owner kredit
  crédit credito créditos creditos fuente bron kilde`.split(/\s+/u),
);
/** Said of a caption's author and of an article's: a credit only inside a caption. */
const weakCreditWords = new Set(['author', 'byline', 'creator', 'name', 'by', 'meta']);
const captionWords = new Set(
  `caption captions figcaption cutline bildunterschrift bildtext bildbeschreibung didascalia
  bijschrift bildetekst billedtekst kuvateksti`.split(/\s+/u),
);
/** Said of a picture's caption, and of much else: a caption near a picture only. */
const weakCaptionWords = new Set(
  `legend legende légende leyenda pie onderschrift description desc popisek podpis alt`.split(' '),
);

/** `credit` beats `caption`: "caption__credit". */
export type PictureWord = 'credit' | 'caption' | 'maybeCredit' | null;

/** "bildautor", "fotoquelle", "imagecredit": compounds of a picture and its credit or its caption. */
const compounds = {
  credit:
    /^(?:bild|foto|photo|image|img|pic|picture|media)\p{L}{0,8}(?:autor|author|quelle|source|nachweis|rechte|credits?|urheber|copyright|graf|graph|grapher)$/u,
  caption:
    /^(?:bild|foto|photo|image|img|pic|picture|media)\p{L}{0,8}(?:unterschrift|text|beschreibung|legende|captions?|title|titel)$/u,
};

function hasCompound(words: ReadonlySet<string>, compound: RegExp): boolean {
  for (const word of words) if (word.length <= 30 && compound.test(word)) return true;
  return false;
}

function isAny(words: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  for (const word of words) if (list.has(word)) return true;
  return false;
}

function meaningOf(words: ReadonlySet<string>): PictureWord {
  if (isAny(words, creditWords) || hasCompound(words, compounds.credit)) return 'credit';
  if (
    isAny(words, captionWords) ||
    hasCompound(words, compounds.caption) ||
    isAny(words, weakCaptionWords)
  )
    return 'caption';
  return isAny(words, weakCreditWords) ? 'maybeCredit' : null;
}

function wordsOf(page: Page, element: Element): ReadonlySet<string> {
  const { itemprop, property } = element.attribs;
  const test = element.attribs['data-testid'];
  const words = page.words(element);
  if (!itemprop && !property && !test) return words;
  return new Set([...words, ...markupWords(itemprop, property, test)]);
}

/** What an element near a picture is called by its class, id and properties. */
export function pictureWord(page: Page, element: Element): PictureWord {
  return meaningOf(wordsOf(page, element));
}

/** True of an element that is called a picture's caption, and nothing else is called so. */
export function isCalledCaption(page: Page, element: Element): boolean {
  const words = wordsOf(page, element);
  return isAny(words, captionWords) || hasCompound(words, compounds.caption);
}

/** What scripts count, not what a picture shows. */
const counted = /event|track|analytic|gtm/u;

/** What the attributes that begin with `data-` say of a picture: its caption, its credit. */
export function pictureData({ attribs }: Element): { caption?: string; credit?: string } {
  const found: { caption?: string; credit?: string } = {};
  for (const [name, value] of Object.entries(attribs).slice(0, 50)) {
    if (!name.startsWith('data-') || value.trim() === '') continue;
    if (counted.test(name)) continue;
    const meaning = meaningOf(markupWords(name.slice('data-'.length)));
    if (meaning === 'credit') found.credit ??= value;
    if (meaning === 'caption') found.caption ??= value;
  }
  return found;
}
