import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/text/charset.ts';
import { rss, story } from '../feeds/builders.ts';

const cyrillic = 'Новости порта';
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const prolog = (label: string, text: string): string =>
  `<?xml version="1.0" encoding="${label}"?><t>${text}</t>`;

describe('the text of a document', () => {
  test('windows-1251 declared in the prolog is read as such', () => {
    const text = prolog('windows-1251', cyrillic);
    expect(decodeText(iconv.encode(text, 'windows-1251'), 'application/xml')).toBe(text);
  });

  test('the charset of the content type outranks the prolog', () => {
    const text = prolog('iso-8859-1', cyrillic);
    expect(decodeText(iconv.encode(text, 'koi8-r'), 'text/xml; charset="KOI8-R"')).toBe(text);
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le'])(
    'a byte order mark of %s outranks the content type',
    (encoding) => {
      const text = `<t>${cyrillic}</t>`;
      const marked = iconv.encode(text, encoding, { addBOM: true });
      expect(decodeText(marked, 'text/xml; charset=iso-8859-1')).toBe(text);
    },
  );

  test('UTF-16 without a mark is known by its prolog', () => {
    const text = prolog('utf-16', cyrillic);
    expect(decodeText(iconv.encode(text, 'utf-16be', { addBOM: false }), null)).toBe(text);
  });

  test.each(['iso-8859-1', 'us-ascii', 'windows-1252', 'windows-1251', 'no-such-charset'])(
    'UTF-8 labelled %s is still UTF-8',
    (label) => {
      const text = prolog(label, `Zoë’s ${cyrillic}`);
      expect(decodeText(Buffer.from(text), `text/xml; charset=${label}`)).toBe(text);
    },
  );

  test('Latin-1 labelled UTF-8 is read as windows-1252', () => {
    const text = prolog('utf-8', 'Café “Zoë” — 5 €');
    expect(decodeText(iconv.encode(text, 'windows-1252'), null)).toBe(text);
  });

  test('the curly quotes of windows-1252 survive an iso-8859-1 label', () => {
    const text = prolog('ISO-8859-1', '“Quay’s end”');
    expect(decodeText(iconv.encode(text, 'windows-1252'), null)).toBe(text);
  });

  test('one broken byte in a UTF-8 document costs one letter, not all', () => {
    const whole = Buffer.from(`${cyrillic} ${cyrillic}`);
    const broken = Buffer.concat([whole, Buffer.from([0xd0])]);
    expect(decodeText(broken, 'text/xml; charset=utf-8')).toBe(`${cyrillic} ${cyrillic}\ufffd`);
  });

  test.each([
    ['shift_jis', '港のニュース'],
    ['euc-jp', '港のニュース'],
    ['gb2312', '港口新闻报道'],
    ['big5', '港口新聞報道'],
    ['euc-kr', '항구 소식'],
    ['iso-8859-2', 'Přístav zpráv'],
  ])('a document in %s is decoded by its prolog', (label, text) => {
    expect(decodeText(iconv.encode(prolog(label, text), label), null)).toBe(prolog(label, text));
  });

  test('ISO-2022-JP, all ASCII bytes, is read by its label', () => {
    const written = Buffer.from(prolog('iso-2022-jp', '\u001b$B9A\u001b(B'), 'latin1');
    expect(decodeText(written, null)).toContain('<t>港</t>');
  });

  test.each(['base64', 'hex', 'utf-7'])('%s is no charset that a feed may name', (label) => {
    expect(decodeText(Buffer.from(prolog(label, 'Quay')), null)).toBe(prolog(label, 'Quay'));
  });

  test.each([
    ['UTF-8 labelled otherwise', Buffer.from('Café'), 'text/xml; charset=iso-8859-1', 'Café'],
    [
      'ISO 8859-15 by its content type',
      latin('Caf\xe9'),
      'text/html; charset="iso-8859-15"',
      'Café',
    ],
    ['a page without any charset', latin('Caf\xe9'), null, 'Café'],
    ['a page of an unknown charset', latin('Caf\xe9'), 'text/html; charset=x-klingon', 'Café'],
    ['UTF-16 by its mark', latin('\xff\xfeA\0'), 'text/html; charset=utf-8', 'A'],
    [
      'windows-1251 by meta',
      latin('<meta charset="windows-1251">\xcf'),
      null,
      '<meta charset="windows-1251">П',
    ],
    [
      'windows-1251 by meta http-equiv',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">\xcf'),
      'text/html',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">П',
    ],
    [
      'the content type before meta',
      latin('<meta charset="windows-1251">\xe9'),
      'text/html; charset=iso-8859-1',
      '<meta charset="windows-1251">é',
    ],
  ])('%s is decoded', (_, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType)).toBe(text);
  });

  test('control characters that XML forbids are dropped, line breaks stay', () => {
    expect(decodeText(Buffer.from('a\0b\x0bc\td\r\ne\x1f'), null)).toBe('abc\td\r\ne');
  });

  test('a feed in windows-1251 gives its headline', async () => {
    const feed = rss(`<item><title>${cyrillic}</title></item>`).replace(
      '?>',
      ' encoding="windows-1251"?>',
    );
    expect((await story(iconv.encode(feed, 'windows-1251'))).headline).toBe(cyrillic);
  });
});
