import { expect, test } from 'vitest';
import { splitCaption } from '../../../src/credits/photo/caption.ts';
import { readMarkedCredit, readPhotoCredit } from '../../../src/credits/photo/photo-credit.ts';

/** Lines, and the photographer and agency they name. Every name is invented. */
const credits: [line: string, photographer: string | null, agency: string | null][] = [
  ['Credit: Reuters/Ana Ruiz', 'Ana Ruiz', 'Reuters'],
  ['REUTERS/Ana Ruiz', 'Ana Ruiz', 'REUTERS'],
  ['REUTERS/Ana Ruiz/File Photo', 'Ana Ruiz', 'REUTERS'],
  ['(AP Photo/Ana Ruiz)', 'Ana Ruiz', 'AP'],
  ['AP Photo/Ana Ruiz, File', 'Ana Ruiz', 'AP'],
  ['AP/Ana Ruiz', 'Ana Ruiz', 'AP'],
  ['Ana Ruiz/AP', 'Ana Ruiz', 'AP'],
  ['Photograph: Ana Ruiz/Reuters', 'Ana Ruiz', 'Reuters'],
  ['Photograph: Ana Ruiz/The Example', 'Ana Ruiz', 'The Example'],
  ['Photograph: Ana Ruiz', 'Ana Ruiz', null],
  ['Photo by Ana Ruiz / AFP', 'Ana Ruiz', 'AFP'],
  ['Photo by Ana Ruiz/Getty Images', 'Ana Ruiz', 'Getty Images'],
  ['Ana Ruiz/AFP via Getty Images', 'Ana Ruiz', 'AFP via Getty Images'],
  ['Ana Ruiz—Getty Images', 'Ana Ruiz', 'Getty Images'],
  ['AFP/Getty Images', null, 'AFP/Getty Images'],
  ['Ana Ruiz for The Example', 'Ana Ruiz', 'The Example'],
  ['Ana Ruiz for The Harbour Times', 'Ana Ruiz', 'The Harbour Times'],
  ['Ana Ruiz, Reuters', 'Ana Ruiz', 'Reuters'],
  ['Ana Ruiz | Harbour Ledger', 'Ana Ruiz', 'Harbour Ledger'],
  ['Harbour Ledger photo by Ana Ruiz', 'Ana Ruiz', 'Harbour Ledger'],
  ['Harbourpix/Ana Ruiz', 'Ana Ruiz', 'Harbourpix'],
  ['Image credit: Ana Ruiz', 'Ana Ruiz', null],
  ['Ana Ruiz/Saltmarsh Echo', 'Ana Ruiz', 'Saltmarsh Echo'],
  ['(Ana Ruiz/Harbour Ledger via AP, Pool, File)', 'Ana Ruiz', 'Harbour Ledger via AP'],
  ['Ana Ruiz/The Harbour Ledger via AP', 'Ana Ruiz', 'The Harbour Ledger via AP'],
  ['Photo by Ana Ruiz on Unsplash', 'Ana Ruiz', 'Unsplash'],
  ['Photo courtesy Ana Ruiz', 'Ana Ruiz', null],
  ['Photo provided by Ana Ruiz', 'Ana Ruiz', null],
  ['Image source, Getty Images', null, 'Getty Images'],
  ['Photo: University of Saltmarsh', null, 'University of Saltmarsh'],
  ['Photo credit: Ana Ruiz/Harbourpix', 'Ana Ruiz', 'Harbourpix'],
  ['Photo courtesy of Ana Ruiz', 'Ana Ruiz', null],
  ['Courtesy of Ana Ruiz', 'Ana Ruiz', null],
  ['Credit: Ana Ruiz for The Example', 'Ana Ruiz', 'The Example'],
  ['© Ana Ruiz', 'Ana Ruiz', null],
  ['© 2026 Ana Ruiz', 'Ana Ruiz', null],
  ['© Ana Ruiz/dpa', 'Ana Ruiz', 'dpa'],
  ['© AFP', null, 'AFP'],
  ['Copyright: Ana Ruiz', 'Ana Ruiz', null],
  ['ANA RUIZ/REUTERS', 'Ana Ruiz', 'REUTERS'],
  ['By Ana Ruiz', 'Ana Ruiz', null],
  ['Photographs by Ludwig van der Berg', 'Ludwig van der Berg', null],
  ['Foto: Ana Ruiz/dpa', 'Ana Ruiz', 'dpa'],
  ['Foto: Ana Ruiz', 'Ana Ruiz', null],
  ['Foto Ana Ruiz / ANP', 'Ana Ruiz', 'ANP'],
  ['Foto di Ana Ruiz', 'Ana Ruiz', null],
  ['Foto de Ana Ruiz / EFE', 'Ana Ruiz', 'EFE'],
  ['Fotografía: Ana Ruiz', 'Ana Ruiz', null],
  ['Bild: Ana Ruiz/picture alliance', 'Ana Ruiz', 'picture alliance'],
  ['Crédit photo : Ana Ruiz', 'Ana Ruiz', null],
  ['Photo : Ana Ruiz / AFP', 'Ana Ruiz', 'AFP'],
  ['Fot. Ana Ruiz / PAP', 'Ana Ruiz', 'PAP'],
  ['Фото: Мария Иванова / ТАСС', 'Мария Иванова', 'ТАСС'],
  ['צילום: דנה לוי', 'דנה לוי', null],
  ['تصوير: سارة حسن', 'سارة حسن', null],
  ['फोटो: दीपा शर्मा', 'दीपा शर्मा', null],
  ['撮影：田中太郎', '田中太郎', null],
  ['写真=田中太郎', '田中太郎', null],
  ['田中太郎撮影', '田中太郎', null],
  ['新华社记者张伟摄', '张伟', '新华社'],
  ['사진: 김민수', '김민수', null],
  ['사진=연합뉴스', null, '연합뉴스'],
  ['Image credit: 田中太郎/共同通信社', '田中太郎', '共同通信社'],
  ['(Photo Ana Ruiz. AFP)', 'Ana Ruiz', 'AFP'],
  ['Crédits photo : Ana RUIZ/Le Phare', 'Ana RUIZ', 'Le Phare'],
  ['REUTERS/Ana Ruiz -', 'Ana Ruiz', 'REUTERS'],
];

test.each(credits)(
  'the photo credit "%s" gives its photographer and agency',
  (line, photographer, agency) => {
    expect(readPhotoCredit(line)).toEqual({ photographer, agency });
  },
);

test.each([
  '',
  'The ferry leaves the harbour at dawn.',
  'Photo: the ferry leaves the harbour at dawn, with gulls above it.',
  'Image of the harbour',
  'By the harbour, at noon',
  'and/or',
  '/',
  'Sources close to the board',
  'x'.repeat(2_000),
  '/'.repeat(900),
  'photo '.repeat(160),
])('a line that names nobody is no photo credit: %s', (line) => {
  expect(readPhotoCredit(line)).toBeNull();
});

test.each([
  ['A ferry leaves on Monday. REUTERS/Ana Ruiz', 'A ferry leaves on Monday.', 'Ana Ruiz'],
  ['A ferry leaves. (AP Photo/Ana Ruiz)', 'A ferry leaves.', 'Ana Ruiz'],
  ['A ferry leaves. (AP Photo/Ana Ruiz, File)', 'A ferry leaves.', 'Ana Ruiz'],
  ['A ferry leaves. Photograph: Ana Ruiz/Harbourpix', 'A ferry leaves.', 'Ana Ruiz'],
  ['A ferry leaves. Photo: Ana Ruiz', 'A ferry leaves.', 'Ana Ruiz'],
  ['Eine Fähre legt ab. Foto: Ana Ruiz/dpa', 'Eine Fähre legt ab.', 'Ana Ruiz'],
  ['Un ferry. Crédit photo : Ana Ruiz', 'Un ferry.', 'Ana Ruiz'],
  ['A ferry leaves. © Ana Ruiz', 'A ferry leaves.', 'Ana Ruiz'],
  ['Eine Fähre legt ab.Foto: Ana Ruiz', 'Eine Fähre legt ab.', 'Ana Ruiz'],
  ['Eine Fähre legt ab | Bildquelle: Ana Ruiz', 'Eine Fähre legt ab', 'Ana Ruiz'],
  ['A ferry leaves. — Picture by Ana Ruiz', 'A ferry leaves.', 'Ana Ruiz'],
  ['A ferry leaves. Photo: A. Ruiz/AFP', 'A ferry leaves.', 'A. Ruiz'],
  ['A ferry leaves (Photo: Ana Ruiz)', 'A ferry leaves', 'Ana Ruiz'],
  ['A ferry leaves. Ana Ruiz (Reuters)', 'A ferry leaves.', 'Ana Ruiz'],
  ['フェリーが出る（Ｃ）田中太郎', 'フェリーが出る', '田中太郎'],
  ['フェリーが出る（田中太郎撮影）', 'フェリーが出る', '田中太郎'],
  ['Symbolfoto: Ana Ruiz/dpa', null, 'Ana Ruiz'],
  ['Ana Ruiz (l.) and Ben Cho (right)', 'Ana Ruiz (l.) and Ben Cho (right)', null],
  ['A ferry leaves the harbour.', 'A ferry leaves the harbour.', null],
  ['(AP Photo/Ana Ruiz)', null, 'Ana Ruiz'],
])('the caption "%s" is split from the credit at its end', (text, caption, photographer) => {
  const split = splitCaption(text);
  expect([split.caption, split.credit?.photographer ?? null]).toEqual([caption, photographer]);
});

test.each([
  ['Photo: the owls of Ellen', 'the owls of Ellen'],
  ['Foto: Bild: tidepix.example', 'tidepix.example'],
  ['Kollage: tidepix.example', 'tidepix.example'],
  ['cho ruiz - stock.tide.example', 'cho ruiz - stock.tide.example'],
])('a line that the page calls a credit is kept as it is printed: %s', (line, agency) => {
  expect(readMarkedCredit(line)).toEqual({ photographer: null, agency });
});

test.each([
  'The ferry leaves the harbour at dawn.',
  'The ferry leaves. Nobody waves',
  'the ferry that leaves the harbour at dawn each day but Sunday and comes back at noon with gulls',
  '***',
])('a sentence is no credit, whatever the page calls it: %s', (line) => {
  expect(readMarkedCredit(line)).toBeNull();
});
