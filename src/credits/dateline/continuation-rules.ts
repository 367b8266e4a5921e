import { firstDecision, type Decision, type Rule } from '../../text/rules.ts';
import { isKnownAgency } from '../names/agencies.ts';
import type { DatedLead } from './dated-lead.ts';
import { headDecision } from './head-decision.ts';
import { isDateText } from './head.ts';

interface Continuation extends DatedLead {
  /** Words after a place without an agency, up to the next separator; `''` without one. */
  part: string;
  /** Where the text after them begins. */
  end: number;
}

/** What a dateline has after its first separator. */
export const continuationRules: readonly Rule<Continuation, DatedLead>[] = [
  {
    name: 'a date after the place',
    example: 'OBAN, Scotland – May 5, 2026 – The ferry sank.',
    read: ({ dateline, rest, part, end }) =>
      part.includes(' ') && isDateText(part) ? { dateline, rest: rest.slice(end) } : null,
  },
  {
    name: 'an agency after the place',
    example: 'القاهرة - أ ف ب - غرقت العبارة.',
    read: ({ dateline, rest, part, end }) =>
      isKnownAgency(part)
        ? { dateline: { ...dateline, agency: part }, rest: rest.slice(end) }
        : null,
  },
  {
    name: 'the place after the agency',
    example: '(ANSA) - ROMA, 05 MAG - The ferry sank.',
    read({ dateline, rest }) {
      const next = dateline.place === null ? headDecision(rest)?.result : null;
      if (!next || next.dateline.agency !== null) return null;
      return { dateline: { ...dateline, place: next.dateline.place }, rest: next.rest };
    },
  },
];

const firstPart = /^\(?([^–—()]{2,30}?)\)?(?: ?[–—] ?| - |\. )(?=.)/u;

/** A dateline with what it has after its first separator; `null` where the text follows at once. */
export function continuationDecision(dated: DatedLead): Decision<DatedLead> | null {
  const { dateline, rest } = dated;
  if (dateline.place !== null && dateline.agency !== null) return null;
  const [whole = '', part = ''] = (dateline.place !== null && firstPart.exec(rest)) || [];
  if (dateline.place !== null && part === '') return null;
  return firstDecision(continuationRules, { dateline, rest, part, end: whole.length });
}
