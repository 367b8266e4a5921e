import { withoutLeadNotes } from '../../credits/dateline/lead-notes.ts';
import { splitDateline } from '../../credits/dateline/dateline.ts';
import { isDateText } from '../../credits/dateline/head.ts';
import { readCreditLine } from '../../credits/line/credit-line.ts';
import { isAgency } from '../../credits/names/agencies.ts';
import { isPlace } from '../../credits/names/name-shape.ts';
import { wordsOfAll } from '../../languages/words.ts';
import { leadSentences, sentences } from '../../text/sentences.ts';
import { printedDate } from './printed-date.ts';
import { sharedWords } from './shared-words.ts';
import type { Dateline } from '../../core/story/story.ts';
import { textIn } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { textOf, type Page } from '../page/page.ts';

/** The beginnings of paragraphs that belong to the page, not to the article. */
const aside =
  /^(?:photo|credit|image|updated|published|advertisement|subscribe|sign (?:in|up)|log ?in|register|already a (?:subscriber|member)|to (?:continue|keep) reading|continue reading|this (?:article|content|story) is (?:for|only)|we use cookies|(?:by|if you) (?:accept|continu|click)|(?:please )?enable (?:javascript|cookies)|your browser|javascript is|all rights reserved|copyright|©|follow us|share this|read more|click here|related:|also read|see also|listen to this|get (?:our|the) newsletter|this (?:story|article|report|post) (?:has been |was )?(?:updated|corrected|amended|refiled)|(?:an earlier|a previous) version of this (?:story|article|report|post)|editor[’']s note|for immediate release)(?![\p{L}\p{N}])/iu;
/** Labels of paragraphs that are no part of the text. */
const label =
  /^(?:corrections?|clarification|contact|(?:media|press) contact|watch|listen|live updates):/iu;

/** The same in all languages. */
const invitations = [
  ...wordsOfAll(({ boilerplate }) => boilerplate?.invitations),
  ...wordsOfAll(({ boilerplate }) => boilerplate?.walls),
];
const longestInvitation = 220;

/** A sentence or more of the article, however short. */
function isText(text: string): boolean {
  if (text.length < 40 && /(?:\.\.\.|…)$/u.test(text)) return false;
  if (text.length < 3 || !/[.!?…。！？।]["'”’“»«)」』]*$/u.test(text)) return false;
  const key = text.slice(0, longestInvitation).toLowerCase();
  const invites =
    text.length < longestInvitation && invitations.some((begin) => key.startsWith(begin));
  return !invites && !aside.test(text) && !label.test(text) && readCreditLine(text) === null;
}

/** A paragraph that an article may begin with. */
function isLead(text: string): boolean {
  return text.length >= (/[\p{Script=Han}\p{Script=Kana}]/u.test(text) ? 20 : 40) && isText(text);
}

const dateInLine =
  /(?:^|[ ,|–—-]+)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,2}[ :./]).*$/iu;

/** The place of a line of its own, as "PORT ELLEN Thu May 5, 2011 4:29pm EDT". */
function printedPlace(all: readonly string[]): string | null {
  const line = all.slice(0, 8).find((text) => text.length <= 100 && printedDate(text) !== null);
  return line !== undefined && /^\p{Lu}{2}/u.test(line) ? markedPlace(line) : null;
}

function markedPlace(text: string | null): string | null {
  const line = text?.replace(dateInLine, '').replace(/[\s,–—-]+$/u, '') ?? '';
  return isPlace(line) && !/[\d|]/u.test(line) && !isAgency(line) && !isDateText(line)
    ? line
    : null;
}

/** A shorter caption may be a name that the text begins with. */
const leastCaption = 20;
const longestCredit = 80;

/** The lead is one of the first paragraphs. */
const openingParagraphs = 30;

/** The summary of the article by its first sentences, and the dateline that stood before them. */
export interface Lead {
  summary: string | null;
  dateline: Dateline | null;
}

/** The article's description; one that shares no word with the headline is often the site's. */
function readDescription(page: Page, { article }: LinkedArticle, headline: string | null) {
  const ofArticle = textIn(article['description']);
  if (ofArticle !== null) return ofArticle;
  const said = page
    .metas('og:description', 'description', 'twitter:description')
    .filter((text) => text !== headline && text !== page.meta('og:site_name'));
  return said.find((text) => headline === null || sharedWords(text, headline) > 0) ?? null;
}

/** A description without its last sentence where that is cut off; a single one stays. */
function uncut(text: string | null): string | null {
  if (text === null || /[.!?…。！？।]["'”’“»«)」』]*$/u.test(text)) return text;
  const whole = sentences(text).slice(0, -1).join(' ');
  return whole === '' ? text : whole;
}

/** A paragraph without its last sentence where that leads over to a list or a quotation: "They say:". */
function beforeColon(text: string): string {
  if (!text.endsWith(':')) return text;
  return sentences(text).slice(0, -1).join(' ') || text;
}

/** A paragraph that says what the lead picture's caption says, with its credit or without. */
function isSame(text: string, caption: string | null): boolean {
  if (caption === null || caption.length < leastCaption) return false;
  return text.startsWith(caption) && text.length < caption.length + longestCredit;
}

/** Reads the lead: from the article's own paragraphs, the lead picture's `caption` left out, else from its description. */
export function readLead(
  page: Page,
  linked: LinkedArticle,
  paragraphs: readonly string[],
  headline: string | null,
  caption: string | null,
): Lead {
  const { article } = linked;
  const all = paragraphs
    .slice(0, openingParagraphs)
    .filter((text) => !isSame(text, caption))
    .map((text) => beforeColon(withoutLeadNotes(text)))
    .filter((text) => text !== '');
  const leads = all.filter(isLead);
  const dated = leads.slice(0, 6).findIndex((text) => splitDateline(text) !== null);
  const first = leads[Math.max(0, dated)];
  const after = first === undefined ? [] : all.slice(all.indexOf(first) + 1);
  const end = after.findIndex((text) => readCreditLine(text) !== null);
  const rest = (end < 0 ? after : after.slice(0, end)).filter(isText);
  const description = uncut(readDescription(page, linked, headline));
  const split = first === undefined ? null : splitDateline(first);
  const text =
    first === undefined ? description : [split?.rest ?? first, ...rest.slice(0, 3)].join(' ');
  const fromDescription = first === undefined && text ? splitDateline(text) : null;
  const dateline = split?.dateline ?? fromDescription?.dateline ?? null;
  const said = splitDateline(`${textIn(article['dateline'], 100) ?? ''} — .`)?.dateline ?? null;
  const marked =
    markedPlace(
      textOf(page.$('.dateline, [itemprop="dateline"], .article-location, .location'), 200),
    ) ?? printedPlace(all);
  const place =
    dateline?.place ?? said?.place ?? markedPlace(textIn(article['dateline'], 200)) ?? marked;
  const agency = dateline?.agency ?? said?.agency ?? null;
  return {
    summary: text ? leadSentences(fromDescription?.rest ?? text) : null,
    dateline: place === null && agency === null ? null : { place, agency },
  };
}
