import { setOfAll } from '../../languages/words.ts';
import type { PhotoCredit } from '../../core/story/credits.ts';
import { firstDecision } from '../../text/rules.ts';
import { endsInInitial } from '../../text/initials.ts';
import { folded } from '../names/word-shape.ts';
import { photoHeading } from './heading.ts';
import { readMarkedCredit, readPhotoCredit } from './photo-credit.ts';
import { captionCreditRules } from './rules.ts';

/** What a picture's caption says, and the credit that was in it. */
export interface Caption {
  caption: string | null;
  credit: PhotoCredit | null;
}

const longestCaption = 2_000;
/** A credit is looked for in the end of a caption. UTF-16 units. */
const longestEnd = 160;
/** … and after this many of its last breaks. */
const mostBreaks = 16;
/** Where a credit may begin: after a sentence, a bar or a dash, at a bracket or a copyright sign. */
const breaks =
  /[.!?…"”’»)\]。] ?(?=[^\s.!?…"”’»)\]。])|(?<=\S)\s?(?=[([（])|[|•·] ?|(?<=\s)[–—-] |(?=©|ⓒ|（[CcＣｃ]）|\([Cc]\))/gu;

function breaksIn(text: string): number[] {
  const start = Math.max(0, text.length - longestEnd);
  const found = [...text.slice(start).matchAll(breaks)]
    .map((mark) => start + mark.index + mark[0].length)
    .filter(
      (at) =>
        at > 0 && at < text.length && !endsInInitial(text.slice(Math.max(0, at - 8), at).trim()),
    );
  return [...new Set(found)].slice(-mostBreaks);
}

const opened = /^[([（]/u;

function hasHeading(end: string): boolean {
  return photoHeading(end.replace(opened, '')).end > 0 || /^(?:©|ⓒ|[(（][CcＣｃ][)）])/u.test(end);
}

/**
 * A caption that ends in its credit ("… on Monday. AGENCY/First Last", "… (Foto: First Last)"), split
 * into both.
 */
export function splitCaption(text: string): Caption {
  const plain = folded(text.slice(0, longestCaption));
  const all = breaksIn(plain);
  const split = (start: number, credit: PhotoCredit): Caption => ({
    caption: plain.slice(0, start).replace(/[\s|•·–—([（-]+$/u, '') || null,
    credit,
  });
  for (const start of [0, ...all]) {
    const end = plain.slice(start);
    const credit = hasHeading(end)
      ? (readPhotoCredit(end) ?? (start > 0 ? readMarkedCredit(end) : null))
      : null;
    if (credit) return split(start, credit);
  }
  const endCredit = (start: number | undefined): PhotoCredit | null => {
    const end = start === undefined ? '' : plain.slice(start);
    return firstDecision(captionCreditRules, end) ? readPhotoCredit(end) : null;
  };
  const starts = [...all.reverse(), 0];
  for (const [index, start] of starts.entries()) {
    const credit = endCredit(start);
    if (!credit) continue;
    // "Ana Ruiz (AGENCY)": its brackets alone are a credit too.
    const before = starts[index + 1];
    const longer = credit.photographer === null ? endCredit(before) : null;
    return longer?.photographer && before !== undefined
      ? split(before, longer)
      : split(start, credit);
  }
  return { caption: plain || null, credit: null };
}

const labels = setOfAll(({ photos }) => photos?.captions);
const longestLabel = 30;

/** A caption without its label for screen readers: "Image caption, …", "Bildunterschrift: …". */
export function withoutCaptionLabel(caption: string): string {
  const end = caption.slice(0, longestLabel).search(/[:,：]/u);
  const label = end > 0 ? caption.slice(0, end).trim().toLowerCase() : '';
  return labels.has(label) ? caption.slice(end + 1).trim() : caption;
}
