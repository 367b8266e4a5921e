import { expect, test } from 'vitest';
import { splitCaption } from '../../../src/credits/photo/caption.ts';
import { readPhotoCredit } from '../../../src/credits/photo/photo-credit.ts';
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
