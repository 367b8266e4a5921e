import { describe, expect, test } from 'vitest';
import { parsePublicationDate } from '../../src/core/time/publication-date.ts';
import { splitDateline } from '../../src/credits/dateline/dateline.ts';
import { readSigned } from '../../src/credits/line/byline.ts';
import { readCreditLine } from '../../src/credits/line/credit-line.ts';
import { readPhotoCredit } from '../../src/credits/photo/photo-credit.ts';
import type { Contributor, Credits } from '../../src/core/story/credits.ts';
import { isDateNote } from '../../src/feeds/story/boilerplate.ts';
import { sentences } from '../../src/text/sentences.ts';
import { item, rss, story } from '../feeds/builders.ts';
import { catalan } from './catalan.table.ts';
import { greek } from './greek.table.ts';

const named = ({ name, place }: Contributor) => (place === null ? name : `${name}@${place}`);

function namedByRole(credits: Partial<Credits> | null): Record<string, string[]> | null {
  if (credits === null) return null;
  const { verbatim, ...roles } = credits;
  const people = Object.entries(roles).map(([role, list]) => [role, list.map(named)] as const);
  return { ...Object.fromEntries(people), ...(verbatim && { verbatim }) };
}

async function summary(...paragraphs: string[]): Promise<string | null> {
  const html = paragraphs.map((text) => `<p>${text}</p>`).join('');
  const read = await story(rss(item(1, `<description><![CDATA[${html}]]></description>`)));
  return read.summary;
}

describe.each([
  ['Greek', greek],
  ['Catalan', catalan],
] as const)('what newspapers print in %s is read:', (_, table) => {
  test.each(table.creditLines)('the credit line %s', (line, credits) => {
    expect(namedByRole(readCreditLine(line))).toEqual(credits);
  });

  test.each(table.bylines.map(([field, ...people]) => ({ field, people })))(
    'the byline $field',
    ({ field, people }) => {
      expect(readSigned(field).people.map(named)).toEqual(people);
    },
  );

  test.each(table.photoCredits)('the photo credit %s', (line, photographer, agency) => {
    expect(readPhotoCredit(line)).toEqual({ photographer, agency });
  });

  test.each(table.datelines)('the dateline, or none, of %s', (lead, dateline) => {
    expect(splitDateline(lead)).toEqual(dateline && { dateline, rest: table.rest });
  });

  test.each(table.boilerplate)('the boilerplate %s is no part of the summary', async (line) => {
    expect(await summary(table.story, line)).toBe(table.story);
    expect(await summary(`${table.story} ${line}`)).toBe(table.story);
  });

  test.each(table.notBoilerplate)('the sentence %s stays in the summary', async (line) => {
    expect(await summary(`${table.story} ${line}`)).toBe(`${table.story} ${line}`);
  });

  test.each(table.dateNotes)('the line %s only dates the text', (line) => {
    expect(isDateNote(line)).toBe(true);
  });

  test.each(table.sentences.map((parts) => ({ text: parts.join(' '), parts })))(
    'the sentences of $text',
    ({ text, parts }) => {
      expect(sentences(text)).toEqual(parts);
    },
  );

  test.each(table.dates)('the publication date %s', (text, instant) => {
    expect(new Date(parsePublicationDate(text) ?? Number.NaN).toJSON()).toBe(instant);
  });
});
