import { readByline, readCreditLine, splitDateline } from '../core/credit-line.ts';
import type { Contributor, Credits } from '../core/credits.ts';
import { sentences } from '../core/sentences.ts';
import type { Dateline } from '../core/story.ts';
import { paragraphs } from './plain-text.ts';
import { opening } from './opening.ts';

const longestSummary = 350;
const mostSentences = 3;
const tailParagraphs = 6;

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
 * 350 characters at most, without dateline, byline, credit line or the "read more" of its publisher.
 * A summary broken off by its publisher gives way to the content when there is one.
 */
export function readLead(texts: readonly string[], headline: string | null): Lead {
  const read = texts.map((html) => readText(html, headline));
  const told = read.filter(({ body }) => body.length > 0);
  const best = told.find(({ body }) => !isBrokenOff(body)) ?? told[0];
  return {
    summary: best ? summaryOf(best.body) : null,
    dateline: read.find(({ dateline }) => dateline !== null)?.dateline ?? null,
    byline: read.find(({ byline }) => byline.length > 0)?.byline ?? [],
    credits: read.find(({ credits }) => credits.length > 0)?.credits ?? [],
  };
}

interface ReadText extends Omit<Lead, 'summary'> {
  body: string[];
}

function readText(html: string, headline: string | null): ReadText {
  const body = paragraphs(html)
    .map((paragraph) => withoutInvitation(paragraph))
    .filter((paragraph) => paragraph !== '' && paragraph !== headline);
  const byline = takeByline(body);
  const credits = takeCredits(body);
  const dated = splitDateline((body[0] ?? '').slice(0, 2_000));
  if (dated) body[0] = dated.rest + (body[0] ?? '').slice(2_000);
  return { body, dateline: dated?.dateline ?? null, byline, credits };
}

/** "By Ana Ruiz" as the text's first paragraph. */
function takeByline(body: string[]): Contributor[] {
  const first = body[0] ?? '';
  if (!/^by\s+\p{Lu}/iu.test(first) || first.length > 150) return [];
  const people = readByline(first);
  if (people.length > 0) body.shift();
  return people;
}

/** Credit lines among the last paragraphs, or in brackets at the end of one. */
function takeCredits(body: string[]): Partial<Credits>[] {
  const read: Partial<Credits>[] = [];
  for (
    let index = body.length - 1;
    index >= Math.max(0, body.length - tailParagraphs);
    index -= 1
  ) {
    const paragraph = body[index] ?? '';
    const bracket = paragraph.endsWith(')') ? paragraph.lastIndexOf('(') : -1;
    const line = paragraph.length <= 1_000 ? readCreditLine(paragraph) : null;
    const tail = !line && bracket > 0 ? readCreditLine(paragraph.slice(bracket)) : null;
    const found = line ?? (tail && isAttributed(tail) ? tail : null);
    if (!found) continue;
    read.unshift(found);
    if (line) body.splice(index, 1);
    else body[index] = paragraph.slice(0, bracket).trim();
  }
  return read;
}

function isAttributed(credits: Partial<Credits>): boolean {
  return Object.entries(credits).some(([role, people]) => role !== 'verbatim' && people.length > 0);
}

const invitation =
  /(?:^|(?<=[.!?…\])”"]) )[[(]?(?:read (?:more|on|the (?:full|whole|entire|rest)|full|the original|article)|continue reading|keep reading|click here|see more|view (?:the )?(?:full|entire|original)|more\s*[»›→]|comments|leave a comment|\[?link\]?(?= ?\[?comments))(?![^.]{0,80}\.\s+\p{Lu})[^.]{0,120}\.{0,3}$/iu;

/** A paragraph without the words that only invite to the publisher's page. */
function withoutInvitation(paragraph: string): string {
  const post = paragraph.lastIndexOf('The post ');
  const told =
    post >= 0 && paragraph.slice(post).includes(' appeared first on ')
      ? paragraph.slice(0, post).trim()
      : paragraph;
  const head = told.slice(0, Math.max(0, told.length - 200));
  const tail = told.slice(head.length).replace(invitation, '');
  return (head + tail).replace(/ ?(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\))$/, '…').trim();
}

function isBrokenOff(body: readonly string[]): boolean {
  return /(?:…|\.{3})$/.test(body.at(-1) ?? '');
}

function summaryOf(body: readonly string[]): string {
  const all = body.slice(0, 10).flatMap((paragraph) => sentences(paragraph));
  const lastIsOpen = isBrokenOff(body) && body.length <= 10;
  const whole = lastIsOpen && all.length > 1 ? all.slice(0, -1) : all;
  return opening(whole, mostSentences, longestSummary).replace(/\.{3}$/, '…');
}
