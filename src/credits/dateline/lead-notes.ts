import { isDateText } from './head.ts';

/** What a wire changed in the story, in brackets before its text: "(Corrects the tenth paragraph.)" */
const change =
  /^\((?:Corrects|Updates|Adds|Recasts|Refiles|Repeats|Removes|Clarifies|Fixes|Rewrites|Inserts|Deletes) [^()]{1,300}\)\.?\s*/u;
/** "Feb. 23, 2015 -- " */
const date = /^([\p{L}\d][\p{L}\d., ]{5,30}?) ?(?:--|[–—-]) ?(?=[\p{Lu}\p{Lo}"“«])/u;

/** A lead without what stands before its text and is neither text nor dateline: changes, a date with its year. */
export function withoutLeadNotes(lead: string): string {
  const text = lead.startsWith('(') ? lead.replace(change, '') : lead;
  const [before, dated = ''] = date.exec(text) ?? [];
  if (before === undefined || !/\d{4}/u.test(dated) || !/\p{L}/u.test(dated)) return text;
  return isDateText(dated.trim()) ? text.slice(before.length) : text;
}
