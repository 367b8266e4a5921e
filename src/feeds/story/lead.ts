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
/** Only the beginning of a longer paragraph is read. */
const longestRead = 4_000;
/** A short line without a full stop, before other lines, is a heading. */
const longestHeading = 80;

/** The parts of a story's text that are shown apart. */
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
 * publisher. A summary that the publisher cut off is replaced by the content when there is one.
 * Only the head of a text is read, and its end when that has a word of credits.
 */
export function readLead(texts: readonly string[], headline: string | null): Lead {
  const lead: Lead = { summary: null, dateline: null, byline: [], credits: [] };
  let cutOff: string | null = null;
  for (const html of new Set(texts)) {
    const tail = tailMarkup(html);
    const mayCredit = tail !== '' || html.length > creditMarkup;
    const hasSummary = lead.summary !== null;
    const isSigned = lead.dateline !== null && lead.byline.length > 0;
    if (!hasSummary || (!isSigned && mayBeginSigned(html))) {
      const opening = readOpening(html, headline, { hasSummary, mayCredit });
      lead.dateline ??= opening.dateline;
      if (lead.byline.length === 0) lead.byline = opening.byline;
      if (opening.isCutOff) cutOff ??= opening.summary;
      else lead.summary ??= opening.summary;
    }
    if (lead.credits.length === 0 && tail !== '') lead.credits = readCredits(tail);
  }
  lead.summary ??= cutOff;
  return lead;
}

interface Opening {
  summary: string | null;
  isCutOff: boolean;
  dateline: Dateline | null;
  byline: Contributor[];
}

interface Wanted {
  /** The summary was read before, so only dateline and byline are needed. */
  hasSummary: boolean;
  /** The text has, or may have, a word of credits. */
  mayCredit: boolean;
}

function readOpening(
  html: string,
  headline: string | null,
  { hasSummary, mayCredit }: Wanted,
): Opening {
  const markup = headMarkup(html, hasSummary);
  // The first paragraphs are enough for a dateline: more are read only when they are boilerplate.
  let body = paragraphs(markup, hasSummary ? fewParagraphs : mostParagraphs * 2);
  const opening: Opening = { summary: null, isCutOff: false, dateline: null, byline: [] };
  const read: string[] = [];
  let units = 0;
  for (let index = 0; index < body.length; index += 1) {
    const text = storyText(body[index] ?? '', body.length > 1 && index < 3);
    if (hasSummary && index + 1 === fewParagraphs) body = paragraphs(markup, mostParagraphs * 2);
    if (text === '' || isSame(text, headline)) continue;
    if (read.length === 0 && opening.byline.length === 0 && beginsSigned(text)) {
      opening.byline = readCreditLine(text.slice(0, longestCredit))?.byline ?? [];
      if (opening.byline.length > 0) continue;
    }
    const isCredit = mayCredit && text.length <= longestCredit && readCreditLine(text) !== null;
    if (isCredit) continue;
    const tail = mayCredit ? creditLineAtEnd(text) : null;
    const dated = read.length === 0 ? splitDateline(tail?.rest ?? text) : null;
    opening.dateline ??= dated?.dateline ?? null;
    read.push(dated?.rest ?? tail?.rest ?? text);
    units += read.at(-1)?.length ?? 0;
    if (hasSummary || read.length === mostParagraphs || units > longestSummary * 3) break;
  }
  return hasSummary ? opening : { ...opening, ...summaryOf(withoutHeadings(read), headline) };
}

/** A paragraph without boilerplate; `''` for dates, and for captions where other text follows. */
function storyText(paragraph: string, mayBeCaption: boolean): string {
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

/** True for the same text, apart from case and punctuation at the end. */
function isSame(text: string, headline: string | null): boolean {
  if (headline === null || Math.abs(text.length - headline.length) > 4) return false;
  return text === headline || wordsOf(text) === wordsOf(headline);
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[\s.…!:;,|–—-]+$/u, '');
}

const stopAtEnd = /[.!?…:。！？؟।۔]["'”’»)\]」』]*$/u;

/** Without headings, when whole sentences follow. */
function withoutHeadings(read: readonly string[]): readonly string[] {
  if (read.length < 2) return read;
  const isHeading = (text: string) => text.length <= longestHeading && !stopAtEnd.test(text);
  const whole = read.filter((text) => !isHeading(text));
  return whole.length > 0 ? whole : read;
}

function summaryOf(
  read: readonly string[],
  headline: string | null,
): Pick<Opening, 'summary' | 'isCutOff'> {
  const isOpen = isCutOff(read.at(-1) ?? '');
  let summary = '';
  let count = 0;
  for (const [index, paragraph] of read.entries()) {
    const text = textWithoutTracking(paragraph.slice(0, longestRead));
    const joint = summary === '' || isUnspaced(summary) ? '' : ' ';
    let start = 0;
    let end = 0;
    for (const next of sentenceEnds(text)) {
      const isLast = index === read.length - 1 && next === text.length;
      if (isLast && isOpen && (count > 0 || read.length > 1)) break;
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
  const text = summary || cutAtWord((read[0] ?? '').trim(), longestSummary);
  const whole = text.endsWith('...') ? `${text.slice(0, -3)}…` : text;
  return { summary: whole || null, isCutOff: isOpen };
}

function isCutOff(text: string): boolean {
  return text.endsWith('…') || text.endsWith('...');
}

function isUnspaced(text: string): boolean {
  return '。！？｡」』'.includes(text.charAt(text.length - 1));
}

/** Credit lines among the last paragraphs, or in brackets at the end of one. */
function readCredits(tail: string): Partial<Credits>[] {
  const credits: Partial<Credits>[] = [];
  for (const paragraph of paragraphs(tail).slice(-tailParagraphs)) {
    const line = paragraph.length <= longestCredit ? readCreditLine(paragraph) : null;
    const found = line ?? creditLineAtEnd(paragraph)?.credits;
    if (found) credits.push(found);
  }
  return credits;
}
