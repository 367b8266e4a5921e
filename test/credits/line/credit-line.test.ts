import { describe, expect, test } from 'vitest';
import { noCredits, type Contributor, type Credits } from '../../../src/core/story/credits.ts';
import { readSigned } from '../../../src/credits/line/byline.ts';
import { splitDateline } from '../../../src/credits/dateline/dateline.ts';
import { splitCaption } from '../../../src/credits/photo/caption.ts';
import { readPhotoCredit } from '../../../src/credits/photo/photo-credit.ts';
import { readCreditLine } from '../../../src/credits/line/credit-line.ts';
import { creditLines } from '../../../src/render/messages/credits.ts';
import { mergeCredits } from '../../../src/credits/merge.ts';

/** "Ana Ruiz@Paris" is Ana Ruiz in Paris. */
function people(...names: string[]): Contributor[] {
  return names.map((text) => {
    const [name = '', place] = text.split('@');
    return { name, place: place ?? null };
  });
}

const lines: [string, Partial<Credits> | null][] = [
  [
    '(Reporting by Ana Ruiz; additional reporting by Ben Cho in Paris; writing by Chen Li; editing by Dora Falk and Emil Hart)',
    {
      reporting: people('Ana Ruiz'),
      additionalReporting: people('Ben Cho@Paris'),
      writing: people('Chen Li'),
      editing: people('Dora Falk', 'Emil Hart'),
    },
  ],
  [
    'Reporting by Ana Ruiz in London and Ben Cho in Paris; Editing by Chen Li',
    { reporting: people('Ana Ruiz@London', 'Ben Cho@Paris'), editing: people('Chen Li') },
  ],
  [
    'Reporting by Ana Ruiz, editing by Ben Cho',
    { reporting: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    'Reporting by Ana Ruiz. Editing by Ben Cho.',
    { reporting: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    '(Reporting by Ana Ruiz) (Editing by Ben Cho)',
    { reporting: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  ['[Reporting by Ana Ruiz]', { reporting: people('Ana Ruiz') }],
  [
    '(REPORTING BY ANA RUIZ; EDITING BY BEN CHO)',
    { reporting: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    'Additional reporting by Ana Ruiz, Ben Cho and Chen Li',
    { additionalReporting: people('Ana Ruiz', 'Ben Cho', 'Chen Li') },
  ],
  [
    'Additional reporting by Ana Ruiz, Ben Cho, and Chen Li.',
    { additionalReporting: people('Ana Ruiz', 'Ben Cho', 'Chen Li') },
  ],
  ['With additional reporting by Ana Ruiz', { additionalReporting: people('Ana Ruiz') }],
  ['With reporting by Ana Ruiz & Ben Cho', { additionalReporting: people('Ana Ruiz', 'Ben Cho') }],
  [
    '— With assistance from Ana Ruiz and Ben Cho',
    { additionalReporting: people('Ana Ruiz', 'Ben Cho') },
  ],
  [
    '(Writing and editing by Ana Ruiz)',
    { writing: people('Ana Ruiz'), editing: people('Ana Ruiz') },
  ],
  [
    '(Reporting and writing by Ana Ruiz, editing by Ben Cho)',
    { reporting: people('Ana Ruiz'), writing: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    'Reporting by Ana Ruiz, writing and additional reporting by Ben Cho',
    {
      reporting: people('Ana Ruiz'),
      writing: people('Ben Cho'),
      additionalReporting: people('Ben Cho'),
    },
  ],
  [
    'Reporting: Ana Ruiz; Editing: Ben Cho',
    { reporting: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    'Written by Ana Ruiz and edited by Ben Cho',
    { writing: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    'Associated Press writers Ana Ruiz in Kyiv and Ben Cho in Rome contributed to this report.',
    { additionalReporting: people('Ana Ruiz@Kyiv', 'Ben Cho@Rome') },
  ],
  [
    'Harbour Ledger staff writer Ana Ruiz contributed to this story.',
    { additionalReporting: people('Ana Ruiz') },
  ],
  [
    'AP writer Ana Ruiz in Kyiv and AP photographer Ben Cho in Rome contributed.',
    { additionalReporting: people('Ana Ruiz@Kyiv', 'Ben Cho@Rome') },
  ],
  [
    'Ana Ruiz and Ben Cho contributed reporting from Lagos.',
    { additionalReporting: people('Ana Ruiz@Lagos', 'Ben Cho@Lagos') },
  ],
  ['Ana Ruiz contributed reporting.', { additionalReporting: people('Ana Ruiz') }],
  [
    'Ana Ruiz reported from Lagos, and Ben Cho from Abuja.',
    { reporting: people('Ana Ruiz@Lagos', 'Ben Cho@Abuja') },
  ],
  [
    'Ana Ruiz and Ben Cho reported from Lagos.',
    { reporting: people('Ana Ruiz@Lagos', 'Ben Cho@Lagos') },
  ],
  [
    'Ana Ruiz reported from Lagos. Ben Cho contributed reporting from Abuja.',
    { reporting: people('Ana Ruiz@Lagos'), additionalReporting: people('Ben Cho@Abuja') },
  ],
  ['Compiled by Ana Ruiz', { compiling: people('Ana Ruiz') }],
  [
    '(Compiled by Ana Ruiz and Ben Cho; Edited by Chen Li)',
    { compiling: people('Ana Ruiz', 'Ben Cho'), editing: people('Chen Li') },
  ],
  ['Photograph: Ana Ruiz/Reuters', { photography: people('Ana Ruiz') }],
  ['Photo by Ana Ruiz / AFP', { photography: people('Ana Ruiz') }],
  ['(AP Photo/Ana Ruiz)', { photography: people('Ana Ruiz') }],
  [
    'Story by Ana Ruiz, photos by Ben Cho',
    { writing: people('Ana Ruiz'), photography: people('Ben Cho') },
  ],
  ['By ANA RUIZ and BEN CHO, Associated Press', { byline: people('Ana Ruiz', 'Ben Cho') }],
  [
    '(Reporting by Ludwig van der Berg; editing by J. R. Smith Jr.)',
    { reporting: people('Ludwig van der Berg'), editing: people('J. R. Smith Jr.') },
  ],
  [
    "(Reporting by Ngũgĩ wa Thiong'o, Carl O’Brien and Abd el-Sayed)",
    { reporting: people("Ngũgĩ wa Thiong'o", 'Carl O’Brien', 'Abd el-Sayed') },
  ],
  [
    '(Reporting by 田中 太郎 and Мария Иванова in Москва; editing by محمد علي)',
    { reporting: people('田中 太郎', 'Мария Иванова@Москва'), editing: people('محمد علي') },
  ],
  ['(Reporting by Ana Ruiz, Jr., and Ben Cho)', { reporting: people('Ana Ruiz, Jr.', 'Ben Cho') }],
  [
    'Reporting by Ana Ruiz in Washington, D.C., and Ben Cho in Kyiv',
    { reporting: people('Ana Ruiz@Washington, D.C.', 'Ben Cho@Kyiv') },
  ],
  [
    'Reporting by Ana Ruiz in Albany, New York, Ben Cho in Kyiv',
    { reporting: people('Ana Ruiz@Albany, New York', 'Ben Cho@Kyiv') },
  ],
  [
    'Reporting by Ana Ruiz (Paris); editing by Ben Cho',
    { reporting: people('Ana Ruiz@Paris'), editing: people('Ben Cho') },
  ],
  ['(Reporting by Ana Ruiz and the Harbour newsroom)', { reporting: people('Ana Ruiz') }],
  [
    '(Reporting by Ana Ruiz; Graphics by Ben Cho)',
    { reporting: people('Ana Ruiz'), graphics: people('Ben Cho') },
  ],
  [
    '(Reporting by Ana Ruiz; editing by the owls of the night)',
    { reporting: people('Ana Ruiz'), verbatim: ['editing by the owls of the night'] },
  ],
  [
    '(Reporting by our correspondents abroad)',
    { verbatim: ['(Reporting by our correspondents abroad)'] },
  ],
  ['(Reporting by Reuters)', { verbatim: ['(Reporting by Reuters)'] }],
  ['Reporting by bell hooks', { verbatim: ['Reporting by bell hooks'] }],
  [
    'Reporting by Ana Ruiz in London; Ben Cho in Rome contributed to this report',
    { reporting: people('Ana Ruiz@London'), additionalReporting: people('Ben Cho@Rome') },
  ],
  ['The council met on Monday to talk about reporting by schools.', null],
  ['Edited by Hand, the book was sold in every shop along the coast for many years.', null],
  ['By Tuesday the ferry had sunk.', null],
  ['By Tuesday', null],
  [
    'Reporting by Ana Ruiz / Editing by Ben Cho',
    { reporting: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    'Reporting by Ana Ruiz | Editing by Ben Cho',
    { reporting: people('Ana Ruiz'), editing: people('Ben Cho') },
  ],
  [
    'Reporting from Lagos by Ana Ruiz; Editing in London by Ben Cho',
    { reporting: people('Ana Ruiz@Lagos'), editing: people('Ben Cho@London') },
  ],
  [
    'Reporting by Ana Ruiz in the Gaza Strip and Ben Cho at the United Nations',
    { reporting: people('Ana Ruiz@the Gaza Strip', 'Ben Cho@the United Nations') },
  ],
  ['(Reporting by Ana Ruiz; ana.ruiz@example.com; +1 555 0100)', { reporting: people('Ana Ruiz') }],
  [
    '(The third paragraph was mended; Reporting by Ana Ruiz)',
    { reporting: people('Ana Ruiz'), verbatim: ['The third paragraph was mended'] },
  ],
  ['Video by Ana Ruiz', { video: people('Ana Ruiz') }],
  ['(The ferry sails daily.)', null],
  ['The mill contributed to this decline.', null],
  ['', null],
  ['   ', null],
  ['()', null],
];

describe('a credit line', () => {
  test.each(lines)('the credit line "%s" is read', (line, credits) => {
    expect(readCreditLine(line)).toEqual(credits);
  });

  test('a credit line is read the same with odd white space around and inside', () => {
    expect(readCreditLine('\u00a0(Reporting  by\nAna\u00a0Ruiz)\u200b ')).toEqual({
      reporting: people('Ana Ruiz'),
    });
  });

  test('a credit line longer than a thousand characters is not cut inside a name', () => {
    const names = Array.from(
      { length: 200 },
      (_, index) => `Ana Ruiz${'abcdefghij'.charAt(index % 10)}`,
    );
    const read = readCreditLine(`(Reporting by ${names.join(', ')})`);
    expect(read?.reporting?.length).toBeGreaterThan(50);
    expect(read?.reporting?.every(({ name }) => names.includes(name))).toBe(true);
  });

  test.each([
    '(',
    'a '.repeat(50_000),
    '('.repeat(50_000),
    `(Reporting by ${'and '.repeat(20_000)}`,
    'reporting, '.repeat(9_000),
    ' '.repeat(100_000),
  ])('a credit line of repeated rubbish is not read as people', (line) => {
    const read = readCreditLine(line);
    expect(read === null || Object.keys(read).join() === 'verbatim').toBe(true);
  });
});

const bylines: [string, Contributor[]][] = [
  ['By ANA RUIZ and BEN CHO, Associated Press', people('Ana Ruiz', 'Ben Cho')],
  ['By Ana Ruiz', people('Ana Ruiz')],
  ['by Ana Ruiz & Ben Cho', people('Ana Ruiz', 'Ben Cho')],
  ['Ana Ruiz with Ben Cho', people('Ana Ruiz', 'Ben Cho')],
  ['Ana Ruiz, Ben Cho, and Chen Li', people('Ana Ruiz', 'Ben Cho', 'Chen Li')],
  ['ana@example.com (Ana Ruiz)', people('Ana Ruiz')],
  ['Ana Ruiz <ana.ruiz@news.example.com>', people('Ana Ruiz')],
  ['ana@example.com', []],
  ['Reuters', []],
  ['The Harbour Ledger', []],
  ['Staff Writer', []],
  ['By Ana Ruiz, Science Editor', people('Ana Ruiz')],
  ['By Ana Ruiz | Reuters', people('Ana Ruiz')],
  ['By Ana Ruiz/AFP', people('Ana Ruiz')],
  ['Ana Ruiz for The Example', people('Ana Ruiz')],
  ['Ana Ruiz (Reuters)', people('Ana Ruiz')],
  ['By Ana Ruiz in Paris and Ben Cho in Rome', people('Ana Ruiz@Paris', 'Ben Cho@Rome')],
  ['By ANA RUIZ AP Business Writer', people('Ana Ruiz')],
  ['Ana Ruiz Staff Writer', people('Ana Ruiz')],
  ['BY ANA RUIZ THE HARBOUR LEDGER', people('Ana Ruiz')],
  ['BY LUDWIG VAN DER BERG', people('Ludwig van der Berg')],
  ["J. R. SMITH JR. and SEAN O'BRIEN", people('J. R. Smith Jr.', "Sean O'Brien")],
  ['JEAN-PAUL MCDONALD III', people('Jean-Paul McDonald III')],
  ['FATMA İNCİ', people('Fatma İnci')],
  ['JD SMITH and AL WEST', people('JD Smith', 'Al West')],
  ['John Smith, Jr.', people('John Smith, Jr.')],
  ['МАРИЯ ИВАНОВА', people('МАРИЯ ИВАНОВА')],
  ['田中太郎', people('田中太郎')],
  ['Ruiz, Ana', people('Ruiz, Ana')],
  ['bell hooks', people('bell hooks')],
  ['Ana Ruiz and Ana Ruiz', people('Ana Ruiz')],
  ['Ruiz, Ana; Cho, Ben', people('Ruiz, Ana', 'Cho, Ben')],
  ['Von Ana Ruiz und Ben Cho, Berlin', people('Ana Ruiz', 'Ben Cho@Berlin')],
  ['Von Trapp', people('Von Trapp')],
  ['Text: Ana Ruiz', people('Ana Ruiz')],
  ['Written by Ana Ruiz on May 5, 2026', people('Ana Ruiz')],
  ['By Ana Ruiz Updated May 5, 2026', people('Ana Ruiz')],
  ['Ana Ruiz <ana@x.example>, Ben Cho <ben@x.example>', people('Ana Ruiz', 'Ben Cho')],
  ['김민수 기자', people('김민수')],
  ['记者张伟', people('张伟')],
  ['田中太郎、佐藤花子', people('田中太郎', '佐藤花子')],
  ['admin', []],
  ['Published May 5, 2011', []],
  ['https://example.com/ana', []],
  ['', []],
];

test.each(bylines)('the byline "%s" names its people', (text, named) => {
  expect(readSigned(text).people).toEqual(named);
});

const photos: [string, string | null, string | null][] = [
  ['Credit: Reuters/Ana Ruiz', 'Ana Ruiz', 'Reuters'],
  ['REUTERS/Ana Ruiz', 'Ana Ruiz', 'REUTERS'],
  ['Harbourpix/Ana Ruiz', 'Ana Ruiz', 'Harbourpix'],
  ['Photograph: Ana Ruiz/Harbourpix', 'Ana Ruiz', 'Harbourpix'],
  ['Photograph: Ana Ruiz/Reuters', 'Ana Ruiz', 'Reuters'],
  ['Photo by Ana Ruiz / AFP', 'Ana Ruiz', 'AFP'],
  ['(AP Photo/Ana Ruiz)', 'Ana Ruiz', 'AP'],
  ['AP Photo/Ana Ruiz, File', 'Ana Ruiz', 'AP'],
  ['Ana Ruiz for The Example', 'Ana Ruiz', 'The Example'],
  ['Ana Ruiz/AFP via Getty Images', 'Ana Ruiz', 'AFP via Getty Images'],
  ['REUTERS/Ana Ruiz/File Photo', 'Ana Ruiz', 'REUTERS'],
  ['Harbour Ledger photo by Ana Ruiz', 'Ana Ruiz', 'Harbour Ledger'],
  ['AFP/Getty Images', null, 'AFP/Getty Images'],
  ['Photo: Ana Ruiz', 'Ana Ruiz', null],
  ['© Ana Ruiz', 'Ana Ruiz', null],
  ['Credit: Reuters', null, 'Reuters'],
  ['Ana Ruiz, Reuters', 'Ana Ruiz', 'Reuters'],
  ['ANA RUIZ/REUTERS', 'Ana Ruiz', 'REUTERS'],
  ['Image credit: 田中太郎/共同通信社', '田中太郎', '共同通信社'],
];

test.each(photos)(
  'the photo credit "%s" gives its photographer and agency',
  (line, photographer, agency) => {
    expect(readPhotoCredit(line)).toEqual({ photographer, agency });
  },
);

test.each(['', 'The ferry leaves the harbour at dawn.', 'and/or', '/', 'x'.repeat(2_000)])(
  'a caption without a credit is no photo credit: %s',
  (line) => {
    expect(readPhotoCredit(line)).toBeNull();
  },
);

test.each([
  [
    'A ferry leaves the harbour on Monday. REUTERS/Ana Ruiz',
    'A ferry leaves the harbour on Monday.',
    'Ana Ruiz',
  ],
  ['A ferry leaves the harbour. (AP Photo/Ana Ruiz)', 'A ferry leaves the harbour.', 'Ana Ruiz'],
  ['A ferry leaves. Photograph: Ana Ruiz/Harbourpix', 'A ferry leaves.', 'Ana Ruiz'],
  ['A ferry leaves the harbour.', 'A ferry leaves the harbour.', null],
])('the caption "%s" is split from the credit at its end', (text, caption, photographer) => {
  const split = splitCaption(text);
  expect([split.caption, split.credit?.photographer ?? null]).toEqual([caption, photographer]);
});

const datelines: [string, string | null, string | null, string][] = [
  ['BOSTON (Reuters) - The ferry sank.', 'BOSTON', 'Reuters', 'The ferry sank.'],
  ['BOSTON (AP) — The ferry sank.', 'BOSTON', 'AP', 'The ferry sank.'],
  ['Boston (dpa) – The ferry sank.', 'Boston', 'dpa', 'The ferry sank.'],
  ['PORT ELLEN, Scotland — The ferry sank.', 'PORT ELLEN, Scotland', null, 'The ferry sank.'],
  ['LONDON, May 5 (Reuters) — The ferry sank.', 'LONDON', 'Reuters', 'The ferry sank.'],
  ['LONDON, May 5, 2011 (AFP) -- The ferry sank.', 'LONDON', 'AFP', 'The ferry sank.'],
  [
    'WASHINGTON, D.C. - The ferry - an old one - sank.',
    'WASHINGTON, D.C.',
    null,
    'The ferry - an old one - sank.',
  ],
  [
    'SÃO PAULO/NEW YORK (Reuters) - The ferry sank.',
    'SÃO PAULO/NEW YORK',
    'Reuters',
    'The ferry sank.',
  ],
  ['ST. LOUIS — The ferry sank.', 'ST. LOUIS', null, 'The ferry sank.'],
  ['By Ana Ruiz BOSTON (Reuters) - The ferry sank.', 'BOSTON', 'Reuters', 'The ferry sank.'],
  ['BOSTON (Reuters) -The ferry sank.', 'BOSTON', 'Reuters', 'The ferry sank.'],
  ['(Reuters) - The ferry sank.', null, 'Reuters', 'The ferry sank.'],
];

test.each(datelines)('the lead "%s" is split from its dateline', (lead, place, agency, rest) => {
  expect(splitDateline(lead)).toEqual({ dateline: { place, agency }, rest });
});

test.each([
  'The ferry - an old one - sank.',
  'UPDATE 1 - The ferry sank.',
  'EXCLUSIVE — The ferry sank.',
  'It was BIG - very big.',
  'BOSTON',
  'BOSTON (Reuters) -',
  '— and then it sank.',
  '',
])('a lead without a dateline stays whole: %s', (lead) => {
  expect(splitDateline(lead)).toBeNull();
});

test('the footer names everyone by what they did, the unread line last', () => {
  const credits: Credits = {
    ...noCredits,
    byline: people('Ana Ruiz'),
    reporting: people('Ben Cho@Paris'),
    additionalReporting: people('Chen Li'),
    editing: people('Dora Falk', 'Emil Hart'),
    verbatim: ['Graphics by Fay Moss'],
  };
  expect(creditLines(credits)).toBe(
    'By Ana Ruiz · Reporting: Ben Cho (Paris) · Additional reporting: Chen Li · Editing: Dora Falk, Emil Hart · Graphics by Fay Moss',
  );
  expect(creditLines(noCredits)).toBe('');
  const ana = { name: 'Ana Ruiz', place: null };
  expect(creditLines({ ...noCredits, byline: [ana], reporting: [ana] })).toBe(
    'Reporting: Ana Ruiz',
  );
  expect(creditLines({ ...noCredits, byline: [ana], editing: [ana] })).toBe(
    'By Ana Ruiz · Editing: Ana Ruiz',
  );
});

test('the page adds people and places to the feed’s credits without naming anyone twice', () => {
  const feed = { ...noCredits, byline: people('Ana Ruíz'), verbatim: ['x'] };
  const page = {
    ...noCredits,
    byline: people('ANA RUIZ@Paris', 'Ben Cho'),
    editing: people('Chen Li'),
    graphics: people('Fay Moss'),
    verbatim: ['x'],
  };
  expect(mergeCredits(feed, page)).toEqual({
    ...noCredits,
    byline: people('Ana Ruíz@Paris', 'Ben Cho'),
    editing: people('Chen Li'),
    graphics: people('Fay Moss'),
    verbatim: ['x'],
  });
});
