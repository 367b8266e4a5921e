import { isDateText } from './head.ts';

/** What a wire changed in the story, in brackets before its text: "(Corrects the tenth paragraph.)" */
const change =
  /^\((?:Corrects|Updates|Adds|Recasts|Refiles|Repeats|Removes|Clarifies|Fixes|Rewrites|Inserts|Deletes) [^()]{1,300}\)\.?\s*/u;
const longestDate = 31;
/** "Feb. 23, 2015 -- " */
const date = /^([\p{L}\d][\p{L}\d., ]{5,30}?) ?(?:--|[–—-]) ?(?=[\p{Lu}\p{Lo}"“«])/u;

/** A lead without what stands before its text and is neither text nor dateline: changes, a date with its year. */
export function withoutLeadNotes(lead: string): string {
  const text = lead.startsWith('(') ? lead.replace(change, '') : lead;
  if (!mayBeDated(text)) return text;
  const [before, dated = ''] = date.exec(text) ?? [];
  if (before === undefined || !/\d{4}/u.test(dated) || !/\p{L}/u.test(dated)) return text;
  return isDateText(dated.trim()) ? text.slice(before.length) : text;
}

/** A quick check: true when there is a figure where a date would be. */
function mayBeDated(text: string): boolean {
  const end = Math.min(text.length, longestDate);
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}
