import { describe, expect, test } from 'vitest';
import { cutAtWord } from '../../src/text/truncate.ts';
import { leadSentences, sentences } from '../../src/text/sentences.ts';

const texts: [what: string, parts: string[], joint?: string][] = [
  ['two sentences', ['The ferry sank.', 'It was old.']],
  ['titles', ['Mr. Falk of Ledger Corp. spoke.', 'J. R. Smith Jr. of the U.S. Navy did not.']],
  ['more titles', ['Dr. Ruiz met Prof. Cho and Gen. Li in St. Mary.', 'Sen. Falk stayed.']],
  ['an abbreviation at the end', ['They live in the U.S.', 'The ferry does not.']],
  ['a company at the end', ['She left Ledger Inc.', 'He stayed.']],
  ['a company in the middle', ['Ledger Inc. Chairman Ana Ruiz left.', 'He stayed.']],
  ['numbers', ['It cost 3.5 million.', 'No. 5 sank.', 'See Fig. 7 and Art. 12 there.']],
  ['no as a word', ['He said no.', 'The board said yes.']],
  ['months', ['It sank on Nov. 5 at noon.', 'Then it rose.']],
  ['times', ['It left at 5 p.m. Friday.', 'It sank at 6 p.m.', 'The crew swam.']],
  ['initials', ['It was J. Smith who swam.', 'C.S. Ruiz did not.']],
  ['a year', ['It was built in 2011.', 'It sank in 2026.']],
  ['questions', ['Did it sink?', 'Yes!', 'It did.']],
  ['a question within', ['“Did it sink?” he asked.', 'She nodded.']],
  ['quotes after stops', ['“It sank.”', 'That was all.']],
  ['straight quotes', ['"It sank."', '"It did not."', 'So they said.']],
  ['single quotes', ['‘It sank.’', 'That was all.']],
  ['brackets', ['It sank (at noon.)', 'It was old.', '(It had leaked.)', 'So it went.']],
  ['an ellipsis', ['It sank…', 'Then it rose.']],
  ['three stops', ['It sank...', 'Then it rose.']],
  ['an ellipsis within', ['It was … well, old.', 'It sank.']],
  ['an address', ['It cost 3.5 million.', 'See ledger.example/a.b for more.']],
  ['many marks', ['What?!', 'It sank!!!', 'Yes.']],
  ['a small letter after a stop', ['The iPad app. beta is out.', 'It works.']],
  ['numbers as beginnings', ['It sank.', '15 people swam.']],
  ['money as a beginning', ['It sank.', '$5 million went with it.']],
  ['pictures', ['It sank 🚢.', '🌊 It was a wave.']],
  ['a dash as a beginning', ['It sank.', '— It was old.']],
  ['German abbreviations', ['Das gilt z. B. für Fähren, d. h. für alle.', 'Sie sinken.']],
  [
    'German abbreviations without spaces',
    ['Das gilt z.B. Montag.', 'Die Fähre sinkt ca. 5 Meter.'],
  ],
  ['a German date', ['Am 5. Mai sank sie.', 'Im 19. Jahrhundert nicht.']],
  ['German quotes', ['„Sie sank.“', 'Das war alles.']],
  ['French quotes', ['« Il a coulé. »', 'Ce fut tout.']],
  ['French marks after spaces', ['Vraiment ?', 'Oui !', 'Il a coulé.']],
  ['Spanish marks', ['¿Se hundió?', '¡Sí!', 'El Sr. Ruiz lo vio, p. ej. Ana también.', 'Fin.']],
  ['accented beginnings', ['Il a coulé.', 'À midi.', 'Élan.']],
  ['Dutch', ['Dhr. Falk sprak.', 'Mevr. Ruiz niet.']],
  ['Russian', ['Паром затонул.', 'Он был старый.', 'На ул. Портовой тихо.']],
  ['Russian initials', ['А. С. Иванов выплыл.', 'Паром нет.']],
  ['Greek', ['Το πλοίο βυθίστηκε.', 'Ήταν παλιό;', 'Ναι.']],
  ['Japanese', ['船が沈んだ。', '古い船だった。'], ''],
  ['Japanese quotations', ['「船が沈んだ。」と彼は言った。', '古い船だった。'], ''],
  ['Japanese marks', ['沈んだ！', '本当？', 'はい。'], ''],
  ['Chinese', ['渡轮沉没了。', '它很旧！', '真的吗？'], ''],
  ['Korean', ['배가 가라앉았다.', '낡은 배였다.']],
  ['Arabic', ['غرقت العبارة.', 'هل كانت قديمة؟', 'نعم.']],
  ['Urdu', ['کشتی ڈوب گئی۔', 'وہ پرانی تھی۔']],
  ['Hebrew', ['המעבורת טבעה.', 'היא הייתה ישנה.']],
  ['Hindi', ['नाव डूब गई।', 'वह पुरानी थी।']],
  ['Bengali', ['ফেরি ডুবে গেছে।', 'এটি পুরানো ছিল।']],
  ['Thai without stops', ['เรือข้ามฟากจม เรือเก่ามาก']],
  ['Armenian', ['Լաստանավը խորտակվեց։', 'Այն հին էր։']],
  ['Georgian', ['ბორანი ჩაიძირა.', 'ის ძველი იყო.']],
  ['no stop at all', ['no stop at all']],
  ['nothing', []],
];

test.each(texts)('a text with %s is split into its sentences', (_, parts, joint = ' ') => {
  expect(sentences(parts.join(joint))).toEqual(parts);
});

test('a text with an invalid language tag is split like any other', () => {
  expect(sentences('船が沈んだ。古い船だった。', 'not a language!')).toHaveLength(2);
});

const hostile: [what: string, text: string][] = [
  ['one word', 'a'.repeat(100_000)],
  ['words without a stop', 'tide '.repeat(20_000)],
  ['stops', '.'.repeat(100_000)],
  ['stops and spaces', '. '.repeat(50_000)],
  ['initials', 'A. '.repeat(33_000)],
  ['quotes', '"'.repeat(100_000)],
  ['stops and quotes', '."'.repeat(50_000)],
  ['openers', `a. ${'('.repeat(100_000)}`],
  ['stops before openers', '. ((( '.repeat(16_000)],
  ['combining marks', `a${'\u0301'.repeat(100_000)}`],
  ['CJK without a stop', '船'.repeat(100_000)],
  ['Thai', 'เรือ'.repeat(25_000)],
  ['half surrogates', '\ud83d'.repeat(100_000)],
  ['pictures', '🚢'.repeat(50_000)],
  ['joined pictures', '👩‍👩‍👧‍👦'.repeat(9_000)],
  ['one joined picture without end', '👩\u200d'.repeat(33_000)],
  ['spaces', ' '.repeat(100_000)],
  ['one address', `https://ledger.example/${'a'.repeat(100_000)}`],
];

test.each(hostile)(
  'a hundred thousand characters of %s are read at once, within the limit',
  (_, text) => {
    expect(leadSentences(text)?.length ?? 0).toBeLessThanOrEqual(350);
    expect(cutAtWord(text, 350).length).toBeLessThanOrEqual(350);
    expect(sentences(text).join('').length).toBeLessThanOrEqual(text.length);
  },
);

test('a summary is at most three whole sentences', () => {
  expect(leadSentences('One is. Two is. Three is. Four is.')).toBe('One is. Two is. Three is.');
});

test('a sentence that does not fit is left out whole', () => {
  expect(leadSentences('One is. Two is longer.', 12)).toBe('One is.');
});

test('a text without spaces is cut between characters, never within one', () => {
  const lead = leadSentences('🚢'.repeat(300), 100);
  expect(Buffer.from(lead ?? '').toString()).toBe(lead);
  expect(lead?.length).toBeLessThanOrEqual(100);
});

test('a picture of several joined characters is not cut inside', () => {
  const family = '👩‍👩‍👧‍👦';
  expect(cutAtWord(family.repeat(10), 30)).toBe(`${family.repeat(2)}…`);
});

test('Japanese is cut between words', () => {
  expect(cutAtWord('港湾委員会は火曜日に新しい桟橋についての決定を延期した', 12)).toMatch(
    /^港湾委員会は火曜日に?…$/u,
  );
});

test('a link that does not fit is left out whole', () => {
  expect(leadSentences(`Read ${'https://ledger.example/'.repeat(5)} now`, 60)).toBe('Read…');
});

test('right-to-left text keeps its order', () => {
  expect(leadSentences('غرقت العبارة. كانت قديمة. لم يصب أحد. نهاية.')).toBe(
    'غرقت العبارة. كانت قديمة. لم يصب أحد.',
  );
});

describe('a lead', () => {
  const long = (letters: number) => `The ferry ${'l'.repeat(letters - 11)}.`;

  test('has a second sentence that makes it somewhat longer than usual', () => {
    const two = `${long(300)} ${long(150)}`;
    expect(leadSentences(`${two} ${long(20)}`)).toBe(two);
  });

  test('has no second sentence that makes it far longer', () => {
    expect(leadSentences(`${long(300)} ${long(250)}`)).toBe(long(300));
  });

  test.each([
    ['The ferry sank. “One is old. Two is longer,” she said.', ' “Three is. It went on.” Five.'],
    ['The ferry sank.', ' Er sagt: „Es war spät. Es war kalt. Es schneite.“ Dann ging er.'],
    ['The ferry sank.', ' Elle dit : « Il est tard. Il fait froid. Il neige. » Puis rien.'],
  ])('ends in no quotation that goes on: %s', (whole, rest) => {
    expect(leadSentences(`${whole}${rest}`)).toBe(whole);
  });
});
