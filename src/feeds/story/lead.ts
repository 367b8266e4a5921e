import { withoutLeadNotes } from '../../credits/dateline/lead-notes.ts';
import { splitDateline } from '../../credits/dateline/dateline.ts';
import { splitCaption } from '../../credits/photo/caption.ts';
import { readCreditLine } from '../../credits/line/credit-line.ts';
import { isDateNote, withoutBoilerplate } from './boilerplate.ts';
import { creditLineAtEnd } from '../../credits/line/closing-line.ts';
import { beginsSigned } from '../../credits/line/prefilter.ts';
import type { Contributor, Credits } from '../../core/story/credits.ts';
import { textWithoutTracking } from '../../text/tracking.ts';
import { endsInStop } from '../../text/full-stop.ts';
import { cutAtWord } from '../../text/truncate.ts';
import { sentenceEnds } from '../../text/sentences.ts';
import type { Dateline } from '../../core/story/story.ts';
import { creditMarkup, mayBeginSigned, headMarkup, tailMarkup } from '../markup/head-and-tail.ts';
import { paragraphs, paragraphsAndHeadings } from '../markup/plain-text.ts';

const longestSummary = 350;
/** A longer first sentence of a post without a headline is cut, and stays in the summary. */
const longestHeadline = 200;
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
  /** The headline given, else the first sentence. */
  headline: string | null;
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
 * Without a headline the first sentence is it, the summary goes on from there, and nothing of the
 * text counts as a heading. Only the head of a text is read, and its end when that has a word of
 * credits.
 */
export function readLead(texts: readonly string[], headline: string | null): Lead {
  const lead: Lead = { headline, summary: null, dateline: null, byline: [], credits: [] };
  let cutOff: string | null = null;
  for (const html of distinct(texts)) {
    const tail = tailMarkup(html);
    const mayCredit = tail !== '' || html.length > creditMarkup;
    const hasSummary = lead.summary !== null;
    const isSigned = lead.dateline !== null && lead.byline.length > 0;
    if (!hasSummary || (!isSigned && mayBeginSigned(html))) {
      const isUntitled = headline === null;
      const opening = readOpening(html, lead.headline, { hasSummary, mayCredit, isUntitled });
      lead.headline ??= opening.headline;
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

/** A set reads each text to its end, so it is left to items that have many. */
function distinct(texts: readonly string[]): Iterable<string> {
  const [first, second] = texts;
  return texts.length > 2 || first === second ? new Set(texts) : texts;
}

interface Opening {
  headline: string | null;
  summary: string | null;
  isCutOff: boolean;
  dateline: Dateline | null;
  byline: Contributor[];
}

const noOpening: Opening = {
  headline: null,
  summary: null,
  isCutOff: false,
  dateline: null,
  byline: [],
};

interface Wanted {
  /** The summary was read before, so only dateline and byline are needed. */
  hasSummary: boolean;
  /** The text has, or may have, a word of credits. */
  mayCredit: boolean;
  /** The headline was the text's own first sentence, or there is none yet. */
  isUntitled: boolean;
}

function readOpening(
  html: string,
  headline: string | null,
  { hasSummary, mayCredit, isUntitled }: Wanted,
): Opening {
  const markup = headMarkup(html, hasSummary);
  const blocks = isUntitled ? paragraphsAndHeadings : paragraphs;
  // The first paragraphs are enough for a dateline: more are read only when they are boilerplate.
  let body = blocks(markup, hasSummary ? fewParagraphs : mostParagraphs * 2);
  const opening = { ...noOpening };
  const read: string[] = [];
  let units = 0;
  for (let index = 0; index < body.length; index += 1) {
    const text = storyText(body[index] ?? '', body.length > 1 && index < 3);
    if (hasSummary && index + 1 === fewParagraphs) body = blocks(markup, mostParagraphs * 2);
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
  if (hasSummary) return opening;
  if (!isUntitled) return { ...opening, ...summaryOf(withoutHeadings(read), headline) };
  const first = headline ?? firstSentence(read[0] ?? '');
  return { ...opening, headline: first || null, ...summaryOf(withoutFirst(read, first), first) };
}

/** The first sentence; one that is too long ends at a word. */
function firstSentence(text: string): string {
  for (const end of sentenceEnds(text.slice(0, longestRead))) {
    return cutAtWord(text.slice(0, end).trim(), longestHeadline);
  }
  return '';
}

/** Without the first paragraph, when the headline says all of it. */
function withoutFirst(read: readonly string[], headline: string): readonly string[] {
  return isSame(read[0] ?? '', headline) ? read.slice(1) : read;
}

/** A paragraph without boilerplate; `''` for dates, and for captions where other text follows. */
function storyText(paragraph: string, mayBeCaption: boolean): string {
  if (isDateNote(paragraph)) return '';
  const text = withoutLeadNotes(withoutBoilerplate(paragraph));
  return mayBeCaption && isCaption(text) ? '' : text;
}

const creditWords = ['hoto', '©', 'redit', 'mage', 'oto:', 'oto ', 'ETTY', 'etty', '/'];

function isCaption(text: string): boolean {
  if (text.length > 400) return false;
  const tail = text.slice(-100);
  return creditWords.some((word) => tail.includes(word)) && splitCaption(text).credit !== null;
}

/**
 * True for the same words, apart from case, marks and spaces, and for the beginning of the headline
 * with an ellipsis.
 */
function isSame(text: string, headline: string | null): boolean {
  if (headline === null) return false;
  if (text === headline) return true;
  const isShorter =
    headline.length < longestCompared && isCutOff(text) && text.length < headline.length + 2;
  if (!isShorter && Math.abs(text.length - headline.length) > longestMarks) return false;
  const words = wordsOf(text);
  return words === wordsOf(headline) || (isShorter && wordsOf(headline).startsWith(words));
}

/** No headline that was cut off is longer. */
const longestCompared = 500;
/** Marks and spaces that one of two texts with the same words may have more than the other. */
const longestMarks = 8;

function wordsOf(text: string): string {
  const words = text.toLowerCase().replace(/[\s\p{P}]+/gu, '');
  return words === '' ? text : words;
}

/** Without headings, when whole sentences follow. */
function withoutHeadings(read: readonly string[]): readonly string[] {
  if (read.length < 2) return read;
  const isHeading = (text: string) => text.length <= longestHeading && !endsInStop(text);
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
    const joint = summary === '' ? '' : jointBetween(summary, text);
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

/** Between two paragraphs: lines without a full stop are no sentences that run on. */
function jointBetween(before: string, after: string): string {
  if ('。！？｡」』'.includes(before.charAt(before.length - 1))) return '';
  return endsInStop(before) || /^[\p{Ll}\p{M}]/u.test(after) ? ' ' : ' · ';
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
