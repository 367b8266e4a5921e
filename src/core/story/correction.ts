import type { Contributor, Credits } from './credits.ts';
import { nameKey } from './same-person.ts';
import type { Story } from './story.ts';

/**
 * Whether a story says something else than before in words that readers see: its headline, summary,
 * credits, or its photo's caption and credit. Spaces, punctuation and the kind of quotation marks
 * say nothing; the order of people neither.
 */
export function isCorrection(before: Story, after: Story): boolean {
  const [was, is] = [before, after].map((story) => JSON.stringify(saidIn(story)));
  return was !== is;
}

function saidIn({ headline, summary, credits, photo }: Story): unknown[] {
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

/** A text's letters, digits and symbols; a sign before a digit counts: "-5", "1.5". */
function letters(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\p{Pi}\p{Pf}"'`´„‚]/gu, '')
    .replace(/\p{P}(?!\d)/gu, '')
    .replace(/[\s\p{Cf}]+/gu, '');
}
