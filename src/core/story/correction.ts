import type { Contributor, Credits } from './credits.ts';
import { nameKey } from './same-person.ts';
import type { Story } from './story.ts';

/**
 * True when the text that readers see has changed: the headline, the summary, the credits, or the
 * photo's caption and credit. Ignores spaces, punctuation, the kind of quotation marks and the
 * order of people.
 */
export function isCorrection(before: Story, after: Story): boolean {
  const [old, current] = [before, after].map((story) => JSON.stringify(comparedText(story)));
  return old !== current;
}

function comparedText({ headline, summary, credits, photo }: Story): unknown[] {
  const { caption = null, credit = null } = photo ?? {};
  return [
    letters(headline),
    letters(summary),
    peopleIn(credits),
    letters(caption),
    nameKey(credit?.photographer ?? ''),
    nameKey(credit?.agency ?? ''),
  ];
}

function peopleIn({ verbatim, ...roles }: Credits): unknown[] {
  const named = ({ name, place }: Contributor) => `${nameKey(name)} ${letters(place)}`;
  return [...Object.values(roles).map((people) => people.map(named).sort()), verbatim.map(letters)];
}

/** A text's letters, digits and symbols. Punctuation before a digit is kept: "-5", "1.5". */
function letters(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\p{Pi}\p{Pf}"'`´„‚]/gu, '')
    .replace(/\p{P}(?!\d)/gu, '')
    .replace(/[\s\p{Cf}]+/gu, '');
}
