import { signatureDecision } from '../../credits/line/agency-signature.ts';
import type { Rule } from '../../text/rules.ts';
import { dateNotes, noticeEndings } from './boilerplate-words.ts';
import {
  beforeEnding,
  beforeSyndicationNote,
  beginsInvitation,
  isLoneInvitation,
  longestInvitation,
  stops,
  type Start,
} from './invitations.ts';

/** A rule that gives a text without its boilerplate. */
type CutRule<Input = string> = Rule<Input, string>;

/** What others added around the text. */
export const aroundRules: readonly CutRule[] = [
  {
    name: 'a note on where a post appeared first',
    example: 'Boats came. The post Quay opens appeared first on Ledger.',
    why: 'Blogs add it to what others may copy.',
    read: beforeSyndicationNote,
  },
];

const label = (pattern: RegExp) => (text: string) =>
  pattern.test(text) ? text.replace(pattern, '') : null;

/** What a publisher's system writes before the text; all begin with "a", "l" or "w". */
export const labelRules: readonly CutRule[] = [
  {
    name: 'the length of a recording',
    example: 'Listen now (32 min) | Boats came.',
    read: label(/^(?:listen|watch) now \(\d{1,3} mins?\) ?\| ?/iu),
  },
  {
    name: 'a paper’s number at arXiv',
    example: 'arXiv:2605.00001v1 Announce Type: new Abstract: Boats came.',
    read: label(/^arxiv:\S{1,20} announce type: \S{1,20} abstract: /iu),
  },
  {
    name: 'the heading of an abstract',
    example: 'Abstract: Boats came.',
    read: label(/^abstract: /iu),
  },
];

const counts =
  /^(?:\d[\d.,]{0,11} ?(?:points?|(?:up|down)?votes?|comments?|repl(?:y|ies)|views?|likes?|shares?|boosts?)(?:\P{L}{1,5}(?=\d)|\P{L}{0,3}$)){1,8}$/iu;

/** Of a whole paragraph nothing is left. */
export const paragraphRules: readonly CutRule<Start>[] = [
  {
    name: 'a paragraph that invites',
    example: 'Sign up for our newsletter.',
    read: (start) => (beginsInvitation(start) ? '' : null),
  },
  {
    name: 'one word that invites, with a count or without',
    example: 'Comments (3)',
    read: (start) => (isLoneInvitation(start) ? '' : null),
  },
  {
    name: 'a line of counts',
    example: '12 points | 4 comments',
    why: 'Pages of links count what readers did.',
    read: ({ text }) => (/^\d/.test(text) && counts.test(text) ? '' : null),
  },
  {
    name: 'a short paragraph that ends in a legal notice',
    example: 'Tidewire. All rights reserved',
    read: ({ text }) => (isNotice(text) ? '' : null),
  },
  {
    name: 'a wire’s code for the story',
    example: 'BC-EU--Harbour, 1st Ld-Writethru',
    read: ({ text }) =>
      text.charAt(2) === '-' && /^(?:BC|AM|PM|AP)-[\p{L}\d-]{1,40}--\p{L}/u.test(text) ? '' : null,
  },
];

function isNotice(paragraph: string): boolean {
  const text = paragraph.endsWith('.') ? paragraph.slice(0, -1) : paragraph;
  const end = text.slice(-42).toLowerCase();
  return noticeEndings.some(
    ([ending, most]) => text.length - ending.length <= most && end.endsWith(ending),
  );
}

/** What invites at a text's end, asked again until nothing is found. */
export const lastSentenceRules: readonly CutRule<Start>[] = [
  {
    name: 'a last sentence that invites',
    example: 'Boats came. Read more about it here.',
    read: (start) => (isShort(start) && beginsInvitation(start) ? textBefore(start) : null),
  },
  {
    name: 'a last word that invites',
    example: 'Boats came. Comments (3)',
    read: (start) => (isShort(start) && isLoneInvitation(start) ? textBefore(start) : null),
  },
  {
    name: 'words that invite, without a stop before them',
    example: 'Boats came and Continue reading',
    read: ({ text }) => beforeEnding(text),
  },
];

function isShort({ text, start }: Start): boolean {
  return text.length - start <= longestInvitation;
}

function textBefore({ text, start }: Start): string {
  return text.slice(0, start).trim();
}

/** True when the last word of a text could be an address. */
export function mayEndInAddress(text: string): boolean {
  const space = text.lastIndexOf(' ');
  const first = text.charCodeAt(space + 1);
  // "h", "w" or "(".
  return first === 104 || first === 119 || first === 40 || text.includes('@', space + 1);
}

/** Bare addresses at a text's end. */
export const addressRules: readonly CutRule[] = [
  {
    name: 'an e-mail address after the last sentence',
    example: 'Boats came. ana@quay.example',
    read(text) {
      const space = text.lastIndexOf(' ');
      if (space <= 0) return null;
      const isAddress = /^[^@]{1,64}@[^@]{1,190}\.\p{L}{2,}$/u.test(text.slice(space + 1));
      return isAddress && stops.includes(text.charAt(space - 1)) ? text.slice(0, space) : null;
    },
  },
  {
    name: 'a web address',
    example: 'Boats came. https://ledger.example/1',
    read(text) {
      const space = text.lastIndexOf(' ');
      return /^(?:\(?http[sS]?:\/\/|www\.)/.test(text.slice(space + 1))
        ? text.slice(0, Math.max(0, space)).trim()
        : null;
    },
  },
];

/** What is left at the end: lists of one rule, each asked once, in order. */
export const endRules: readonly (readonly CutRule[])[] = [
  [
    {
      name: 'an ellipsis in brackets',
      example: 'Boats came […]',
      why: 'A plain ellipsis says the same.',
      read: withoutOpenEnd,
    },
  ],
  [
    {
      name: 'hashtags after the last sentence, or several',
      example: 'Boats came #boats #gulls',
      why: 'One inside a sentence is part of it.',
      read: withoutHashtags,
    },
  ],
  [
    {
      name: 'an agency or a writer after the last sentence',
      example: 'Boats came. Gulls followed. (dpa/ana)',
      read: (text) => signatureDecision(text)?.result ?? null,
    },
  ],
];

function withoutOpenEnd(text: string): string | null {
  const last = text.charAt(text.length - 1);
  if (last !== ']' && last !== ')') return null;
  const end = text.search(/ ?[[(](?:…|\.{3})[\])]$/);
  return end < 0 ? null : `${text.slice(0, end)}…`;
}

function withoutHashtags(text: string): string | null {
  if (!text.includes('#')) return null;
  let end = text.length;
  let count = 0;
  for (let at = lastWord(text, end); isHashtag(text, at, end); at = lastWord(text, end)) {
    end = Math.max(0, at - 1);
    count += 1;
  }
  return count > 1 || (count === 1 && stops.includes(text.charAt(end - 1)))
    ? text.slice(0, end)
    : null;
}

function lastWord(text: string, end: number): number {
  return end === 0 ? 0 : text.lastIndexOf(' ', end - 1) + 1;
}

function isHashtag(text: string, start: number, end: number): boolean {
  return end - start > 1 && text.charAt(start) === '#' && !/\d/.test(text.charAt(start + 1));
}

/** What makes a line a note on when the text was published, or how long it takes to read. */
export const dateNoteRules: readonly Rule<string, true>[] = [
  {
    name: 'a word for publishing at the beginning, and digits',
    example: 'Published May 5, 2026',
    read(line) {
      const end = line.search(/[ :]/);
      const first = end < 0 ? line : line.slice(0, end);
      return dateNotes.has(first.toLowerCase()) ? true : null;
    },
  },
  {
    name: 'minutes to read',
    example: '4 min read',
    read: (line) => (/^\d{1,3}[ -]min(?:ute)?s?(?: read)?\b/i.test(line) ? true : null),
  },
];
