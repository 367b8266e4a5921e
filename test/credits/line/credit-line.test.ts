import { describe, expect, test } from 'vitest';
import type { Credits } from '../../../src/core/story/credits.ts';
import { readCreditLine } from '../../../src/credits/line/credit-line.ts';
import { people } from '../contributors.ts';
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
