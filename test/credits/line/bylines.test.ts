import { describe, expect, test } from 'vitest';
import type { Contributor } from '../../../src/core/story/credits.ts';
import { readSigned } from '../../../src/credits/line/byline.ts';
import { penNameDecision, penNameRules } from '../../../src/credits/line/pen-name.ts';
import { people } from '../contributors.ts';

/** Author fields as feeds fill them, and the names in them; a place is written after "@". */
const fields: Record<string, [field: string, ...names: string[]][]> = {
  'a house signs nobody': [
    ['By Harbour Ledger Staff'],
    ['By The Editors'],
    ['By Our Correspondent'],
    ['Reuters Staff'],
    ['AFP Factcheck'],
    ['AFP Fact Check'],
    ['Press Association 2'],
    ['Local Democracy Reporting Service'],
    ['Guardian staff and agencies'],
    ['newsdesk'],
    ['Sponsored by Saltmarsh Bank'],
    ['Press Release'],
    ['GlobeNewswire'],
    ['Special to The Harbour Ledger'],
    ['University of Saltmarsh'],
    ['Haber Merkezi'],
    ['ハーバー編集部'],
    ['编辑部'],
    ['מערכת הרציף'],
    ['Die Redaktion'],
    ['Von DPA'],
    ['By dpa'],
    ['AFP Deutschland'],
    ['dpa/lby'],
    ['AFP, MANILA'],
    ['Associated Press in Lagos'],
    ['Harbour-Redaktion'],
    ['HL-Redaktion'],
    ['ledger.example.com'],
    ['ORF.at'],
  ],
  'a handle, a login, a band or a channel is one name as it is written': [
    ['@anaruiz', '@anaruiz'],
    ['/u/ana_ruiz', '/u/ana_ruiz'],
    ['/u/tide_watcher99', '/u/tide_watcher99'],
    ['@nora@mas.example', '@nora@mas.example'],
    ['xX_n00b_Xx', 'xX_n00b_Xx'],
    ['By xX_n00b_Xx', 'xX_n00b_Xx'],
    ['DJ 3000', 'DJ 3000'],
    ['40 Pence', '40 Pence'],
    ['Marsh & Tidewell', 'Marsh & Tidewell'],
    ['Saltgesagt – In a Teacup', 'Saltgesagt – In a Teacup'],
  ],
  'a particle begins a surname that is first': [
    ['de Vries, Jan', 'Jan de Vries'],
    ['van der Berg, Ludwig', 'Ludwig van der Berg'],
  ],
  'a paper after a person is theirs': [
    ['By Ana Ruiz, Harbour Ledger', 'Ana Ruiz'],
    ['Ana Ruiz | Harbour Ledger', 'Ana Ruiz'],
    ['Ana Ruiz • Saltmarsh Daily News', 'Ana Ruiz'],
    ['By Ana Ruiz — Saltmarsh Post', 'Ana Ruiz'],
    ['By Ana Ruiz / Saltmarsh Post', 'Ana Ruiz'],
    ['Ana Ruiz (Saltmarsh Sentinel)', 'Ana Ruiz'],
    ['Ana Ruiz and Ben Cho, Saltmarsh Mercury', 'Ana Ruiz', 'Ben Cho'],
    ['Ana Ruiz, Contributor, Harbour Ledger', 'Ana Ruiz'],
    ['Ana Ruiz, Local Democracy Reporting Service', 'Ana Ruiz'],
    ['Ana Ruiz Special to The Harbour Ledger', 'Ana Ruiz'],
    ['Von Ana Ruiz, Hafen-Zeitung', 'Ana Ruiz'],
  ],
  'people who helped stand in brackets after "with"': [
    ['Par Ana Ruiz (avec Ben Cho et Dora Falk)', 'Ana Ruiz', 'Ben Cho', 'Dora Falk'],
    ['By Ana Ruiz (with Ben Cho)', 'Ana Ruiz', 'Ben Cho'],
  ],
  'a job in the plural ends the names': [
    ['Par ANA RUIZ, BEN CHO Envoyés spéciaux à Port Ellen', 'Ana Ruiz', 'Ben Cho@Port Ellen'],
  ],
  'names that run together are two': [
    ['Ana RuizBen Cho', 'Ana Ruiz', 'Ben Cho'],
    ['By Ana RuizBen Cho', 'Ana Ruiz', 'Ben Cho'],
    ['Ana McDonald Cho', 'Ana McDonald Cho'],
    ['Ana DeLuca Cho', 'Ana DeLuca Cho'],
    ['LeBron Ana Cho', 'LeBron Ana Cho'],
  ],
  'a name like a paper’s is a person’s name in the first place, after "and", or third': [
    ['Heath Ledger', 'Heath Ledger'],
    ['Ana Ruiz and Emily Post', 'Ana Ruiz', 'Emily Post'],
    ['Ana Ruiz, Ben Cho, Emily Post', 'Ana Ruiz', 'Ben Cho', 'Emily Post'],
  ],
  'an academic’s title and house are dropped': [
    ['Ana Ruiz, Professor of Marine Law, University of Saltmarsh', 'Ana Ruiz'],
    [
      'Ana Ruiz, Professor of Law, University of Saltmarsh; Ben Cho, Lecturer in Law, Oban College',
      'Ana Ruiz',
      'Ben Cho',
    ],
    ['Ana Ruiz, PhD Candidate in Marine Biology, Saltmarsh University', 'Ana Ruiz'],
    ['Ana Ruiz, Research Fellow in Energy, Saltmarsh Institute of Technology', 'Ana Ruiz'],
    ['Ana Ruiz, Director, Centre for Tides, University of Saltmarsh', 'Ana Ruiz'],
    ['Ana Ruiz, Emeritus Professor of Law', 'Ana Ruiz'],
    ['Ana Ruiz, CEO of Tidewire', 'Ana Ruiz'],
    ['Ana Ruiz, Professor Ben Cho', 'Ana Ruiz', 'Professor Ben Cho'],
    ['Ana Ruiz, Dean Falk', 'Ana Ruiz', 'Dean Falk'],
    ['Ana One (University 1), Bob Two (University 2)', 'Ana One', 'Bob Two'],
    [
      'Ana Ruiz (1 and 2), Ben Cho (2) ((1) University of Saltmarsh, (2) Oban Observatory)',
      'Ana Ruiz',
      'Ben Cho',
    ],
    ['Ana Ruiz (University of Saltmarsh), Ben Cho (Oban College)', 'Ana Ruiz', 'Ben Cho'],
  ],
  'a first name that is a conjunction in another language is a name': [
    ['By Dan Balsam and Scott Cley', 'Dan Balsam', 'Scott Cley'],
    ['BY DAN BALSAM AND SCOTT CLEY', 'Dan Balsam', 'Scott Cley'],
    ['Ana Ruiz, Con Quigley', 'Ana Ruiz', 'Con Quigley'],
    ['Og Marsh and Ja Tidewell', 'Og Marsh', 'Ja Tidewell'],
    ['By Ana Ruiz with Met Cho', 'Ana Ruiz', 'Met Cho'],
    ['Oleh Ana Ruiz dan Dan Balsam', 'Ana Ruiz', 'Dan Balsam'],
    ['Von Jan Met und Ana Ruiz', 'Jan Met', 'Ana Ruiz'],
  ],
  'a conjunction with capitals joins after a whole name': [
    ['Ana Ruiz And Ben Cho', 'Ana Ruiz', 'Ben Cho'],
    ['Ana Ruiz, And Ben Cho', 'Ana Ruiz', 'Ben Cho'],
    ['ANA RUIZ DAN BUDI SANTOSO', 'Ana Ruiz', 'Budi Santoso'],
  ],
  'what surrounds a name is not of it': [
    ['By Ana Ruiz @anaruiz and Ben Cho @bcho', 'Ana Ruiz', 'Ben Cho'],
    ['noreply@blogger.example (Ana Ruiz)', 'Ana Ruiz'],
    ['Ana Ruiz (now) and Ben Cho (earlier)', 'Ana Ruiz', 'Ben Cho'],
    ['Ben Cho as told to Ana Ruiz', 'Ben Cho', 'Ana Ruiz'],
    ['As told to Ana Ruiz', 'Ana Ruiz'],
    ['Posted by Ana Ruiz', 'Ana Ruiz'],
    ['Opinion by Ana Ruiz', 'Ana Ruiz'],
    ['Ana Ruiz 4 hours ago', 'Ana Ruiz'],
    ['By Ana Ruiz BBC News', 'Ana Ruiz'],
    ['AFP Ana Ruiz', 'Ana Ruiz'],
    ['Ana Ruiz (aru)', 'Ana Ruiz'],
    ['Ana Ruiz (aru), Ben Cho (obe), Chen Li (cli.)', 'Ana Ruiz', 'Ben Cho', 'Chen Li'],
    ['Dr. Ana Ruiz', 'Ana Ruiz'],
    ['Von Prof. Dr. Ana Ruiz und Dipl.-Ing. Ben Cho', 'Ana Ruiz', 'Ben Cho'],
    ['Ana Ruiz und Ben Cho, Salzmarsch', 'Ana Ruiz', 'Ben Cho@Salzmarsch'],
    ['Ana Ruiz, Ben Cho, and Madigan', 'Ana Ruiz', 'Ben Cho', 'Madigan'],
    ['Ana Ruiz – Lagos', 'Ana Ruiz@Lagos'],
    ['BBC – Ana Ruiz', 'Ana Ruiz'],
    ['Par Ana Ruiz (à Paris)', 'Ana Ruiz@Paris'],
    ['記者陳小明／台北報導', '陳小明@台北'],
  ],
};

describe.each(Object.entries(fields))('in a byline %s', (_, lines) => {
  test.each(lines.map(([field, ...names]) => ({ field, names })))(
    'the byline $field gives its people',
    ({ field, names }) => {
      const read = readSigned(field).people.map(({ name, place }) =>
        place ? `${name}@${place}` : name,
      );
      expect(read).toEqual(names);
    },
  );
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

test.each([
  ['The Associated Press', 'The Associated Press'],
  ['Von DPA', 'DPA'],
  ['AFP, MANILA', 'AFP'],
  ['AFP Deutschland', 'AFP Deutschland'],
  ['Harbour-Redaktion, dpa', 'dpa'],
  ['By Harbour Ledger Staff', null],
  ['Agencies', null],
  ['By Ana Ruiz, Associated Press', null],
])('the byline "%s" is signed by the agency %s', (line, agency) => {
  expect(readSigned(line).agency).toBe(agency);
});

test.each(penNameRules)('the author field $example is one name by the rule $name', (rule) => {
  expect(penNameDecision(rule.example)?.rule).toBe(rule.name);
});

test.each(['Ana (1), ', 'as told to ', 'Ana Ruiz, Professor of ', 'A (now) and ', ' ((1)'])(
  'a byline of a hundred thousand characters of "%s" is read within the limits',
  (bait) => {
    expect(readSigned(bait.repeat(Math.ceil(100_000 / bait.length))).people.length).toBeLessThan(
      1_000,
    );
  },
);
