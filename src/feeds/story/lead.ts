import { splitDateline } from '../../credits/dateline/dateline.ts';
import { splitCaption } from '../../credits/photo/photo-credit.ts';
import { readCreditLine } from '../../credits/line/credit-line.ts';
import { isDateNote, withoutBoilerplate } from './boilerplate.ts';
import { creditLineAtEnd } from '../../credits/line/closing-line.ts';
import { beginsSigned } from '../../credits/line/prefilter.ts';
import type { Contributor, Credits } from '../../core/story/credits.ts';
import { textWithoutTracking } from '../../text/tracking.ts';
import { cutAtWord } from '../../text/truncate.ts';
import { sentenceEnds } from '../../text/sentences.ts';
import type { Dateline } from '../../core/story/story.ts';
import { creditMarkup, mayBeginSigned, headMarkup, tailMarkup } from '../markup/head-and-tail.ts';
import { paragraphs } from '../markup/plain-text.ts';

const longestSummary = 350;
const mostSentences = 3;
const mostParagraphs = 12;
const fewParagraphs = 2;
const tailParagraphs = 6;
const longestCredit = 1_000;
/** Of a longer paragraph only this much is told. */
const longestRead = 4_000;
/** A line of a few words without a stop before others is a heading. */
const longestHeading = 80;

/** What a story's text says of the story besides telling it. */
export interface Lead {
  summary: string | null;
  dateline: Dateline | null;
  byline: Contributor[];
  /** Read from the credit lines at the text's end. */
  credits: Partial<Credits>[];
}

/**
 * Reads the lead of a story from what its feed gives of the text: two or three whole sentences,
 * 350 characters at most, without dateline, byline, credit line, caption or the "read more" of its
 * publisher. A summary broken off by its publisher gives way to the content when there is one.
 * Of a text only its head is read, and its end where a word of credits stands there.
 */
export function readLead(texts: readonly string[], headline: string | null): Lead {
  const lead: Lead = { summary: null, dateline: null, byline: [], credits: [] };
  let brokenOff: string | null = null;
  for (const html of new Set(texts)) {
    const tail = tailMarkup(html);
    const mayCredit = tail !== '' || html.length > creditMarkup;
    const isTold = lead.summary !== null;
    const isPlaced = lead.dateline !== null && lead.byline.length > 0;
    if (!isTold || (!isPlaced && mayBeginSigned(html))) {
      const told = readOpening(html, headline, { isTold, mayCredit });
      lead.dateline ??= told.dateline;
      if (lead.byline.length === 0) lead.byline = told.byline;
      if (told.isBrokenOff) brokenOff ??= told.summary;
      else lead.summary ??= told.summary;
    }
    if (lead.credits.length === 0 && tail !== '') lead.credits = readCredits(tail);
  }
  lead.summary ??= brokenOff;
  return lead;
}

interface Opening {
  summary: string | null;
  isBrokenOff: boolean;
  dateline: Dateline | null;
  byline: Contributor[];
}

interface Wanted {
  /** The summary is known already. */
  isTold: boolean;
  /** A word of credits stands in the text, or may. */
  mayCredit: boolean;
}

function readOpening(
  html: string,
  headline: string | null,
  { isTold, mayCredit }: Wanted,
): Opening {
  const markup = headMarkup(html, isTold);
  // The first that tells something is enough for a dateline: others are read when it is not there.
  let body = paragraphs(markup, isTold ? fewParagraphs : mostParagraphs * 2);
  const opening: Opening = { summary: null, isBrokenOff: false, dateline: null, byline: [] };
  const told: string[] = [];
  let units = 0;
  for (let index = 0; index < body.length; index += 1) {
    const text = tellingText(body[index] ?? '', body.length > 1 && index < 3);
    if (isTold && index + 1 === fewParagraphs) body = paragraphs(markup, mostParagraphs * 2);
    if (text === '' || isSame(text, headline)) continue;
    if (told.length === 0 && opening.byline.length === 0 && beginsSigned(text)) {
      opening.byline = readCreditLine(text.slice(0, longestCredit))?.byline ?? [];
      if (opening.byline.length > 0) continue;
    }
    const isCredit = mayCredit && text.length <= longestCredit && readCreditLine(text) !== null;
    if (isCredit) continue;
    const tail = mayCredit ? creditLineAtEnd(text) : null;
    const dated = told.length === 0 ? splitDateline(tail?.rest ?? text) : null;
    opening.dateline ??= dated?.dateline ?? null;
    told.push(dated?.rest ?? tail?.rest ?? text);
    units += told.at(-1)?.length ?? 0;
    if (isTold || told.length === mostParagraphs || units > longestSummary * 3) break;
  }
  return isTold ? opening : { ...opening, ...summaryOf(withoutHeadings(told), headline) };
}

/** A paragraph without boilerplate; `''` for dates, and for captions where other text follows. */
function tellingText(paragraph: string, mayBeCaption: boolean): string {
  if (isDateNote(paragraph)) return '';
  const text = withoutBoilerplate(paragraph);
  return mayBeCaption && isCaption(text) ? '' : text;
}

const creditWords = ['hoto', '©', 'redit', 'mage', 'oto:', 'oto ', 'ETTY', 'etty', '/'];

function isCaption(text: string): boolean {
  if (text.length > 400) return false;
  const tail = text.slice(-100);
  return creditWords.some((word) => tail.includes(word)) && splitCaption(text).credit !== null;
}

/** The same words, whatever the case and the marks at the end. */
function isSame(text: string, headline: string | null): boolean {
  if (headline === null || Math.abs(text.length - headline.length) > 4) return false;
  return text === headline || wordsOf(text) === wordsOf(headline);
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[\s.…!:;,|–—-]+$/u, '');
}

const stopAtEnd = /[.!?…:。！？؟।۔]["'”’»)\]」』]*$/u;

/** Without the lines that head a part of the text, when whole sentences follow. */
function withoutHeadings(told: readonly string[]): readonly string[] {
  if (told.length < 2) return told;
  const isHeading = (text: string) => text.length <= longestHeading && !stopAtEnd.test(text);
  const whole = told.filter((text) => !isHeading(text));
  return whole.length > 0 ? whole : told;
}

function summaryOf(
  told: readonly string[],
  headline: string | null,
): Pick<Opening, 'summary' | 'isBrokenOff'> {
  const isOpen = isBrokenOff(told.at(-1) ?? '');
  let summary = '';
  let count = 0;
  for (const [index, paragraph] of told.entries()) {
    const text = textWithoutTracking(paragraph.slice(0, longestRead));
    const joint = summary === '' || isUnspaced(summary) ? '' : ' ';
    let start = 0;
    let end = 0;
    for (const next of sentenceEnds(text)) {
      const isLast = index === told.length - 1 && next === text.length;
      if (isLast && isOpen && (count > 0 || told.length > 1)) break;
      if (count === 0 && isSame(text.slice(start, next).trim(), headline) && next < text.length) {
        start = next;
        continue;
      }
      const length = summary.length + joint.length + text.slice(start, next).trim().length;
      if (length > longestSummary || count === mostSentences) break;
      end = next;
      count += 1;
    }
    if (end > start) summary += joint + text.slice(start, end).trim();
    if (end < text.length) break;
  }
  const text = summary || cutAtWord((told[0] ?? '').trim(), longestSummary);
  const whole = text.endsWith('...') ? `${text.slice(0, -3)}…` : text;
  return { summary: whole || null, isBrokenOff: isOpen };
}

function isBrokenOff(text: string): boolean {
  return text.endsWith('…') || text.endsWith('...');
}

function isUnspaced(text: string): boolean {
  return '。！？｡」』'.includes(text.charAt(text.length - 1));
}

/** Credit lines among the last paragraphs, or in brackets at the end of one. */
function readCredits(tail: string): Partial<Credits>[] {
  const read: Partial<Credits>[] = [];
  for (const paragraph of paragraphs(tail).slice(-tailParagraphs)) {
    const line = paragraph.length <= longestCredit ? readCreditLine(paragraph) : null;
    const found = line ?? creditLineAtEnd(paragraph)?.credits;
    if (found) read.push(found);
  }
  return read;
}
