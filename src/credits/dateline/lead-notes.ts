import { setOfAll } from '../../languages/words.ts';
import { isDateText } from './head.ts';

/** What a wire changed in the story, in brackets before its text: "(Corrects the tenth paragraph.)" */
const change =
  /^\((?:Corrects|Updates|Adds|Recasts|Refiles|Repeats|Removes|Clarifies|Fixes|Rewrites|Inserts|Deletes) [^()]{1,300}\)\.?\s*/u;
/** "Feb. 23, 2015 -- " */
const date = /^([\p{L}\d][\p{L}\d., ]{5,30}?) ?(?:--|[–—-]) ?(?=[\p{Lu}\p{Lo}"“«])/u;
/** "Culture · ", before a text or a dateline. */
const section = /^(\p{L}[\p{L} ]{2,24}) [·|] (?=[\p{Lu}\p{Lo}\d"“«„])/u;
const sections = setOfAll(({ datelines }) => datelines?.sections);
/** All of them end within so many UTF-16 units. */
const longestNote = 31;

/**
 * A lead without what stands before its text and is neither text nor dateline: changes, the paper's
 * section, a date with its year.
 */
export function withoutLeadNotes(lead: string): string {
  const changed = lead.startsWith('(') ? lead.replace(change, '') : lead;
  const marks = marksIn(changed);
  if (marks === 'none') return changed;
  const [labelled, name = ''] = (marks === 'parted' && section.exec(changed)) || [];
  const isSection = labelled !== undefined && sections.has(name.toLowerCase());
  const text = isSection ? changed.slice(labelled.length) : changed;
  const [before, dated = ''] = date.exec(text) ?? [];
  if (before === undefined || !/\d{4}/u.test(dated) || !/\p{L}/u.test(dated)) return text;
  return isDateText(dated.trim()) ? text.slice(before.length) : text;
}

/** A quick check: whether there is a mark as after a section, or else a figure, where notes are. */
function marksIn(text: string): 'parted' | 'dated' | 'none' {
  const end = Math.min(text.length, longestNote);
  let isDated = false;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xb7 || code === 124) return 'parted';
    if (code >= 48 && code <= 57) isDated = true;
  }
  return isDated ? 'dated' : 'none';
}
