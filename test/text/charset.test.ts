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

  const english = Array.from(
    { length: 30 },
    (_, n) => `It’s “open” at quay ${n} — the ferry’s back.`,
  ).join(' ');
  /** With one "’" that lost its last byte. */
  const cut = (label: string): Buffer => {
    const whole = Buffer.from(prolog(label, `${english} It’s`));
    const at = whole.lastIndexOf('’');
    return Buffer.concat([whole.subarray(0, at + 2), whole.subarray(at + 3)]);
  };

  test.each([
    ['iso-8859-1', null],
    ['windows-1252', 'application/xml'],
    ['utf-8', 'text/xml; charset=iso-8859-1'],
    ['iso-8859-15', 'text/xml; charset=iso-8859-15'],
    ['windows-1251', 'text/xml; charset=us-ascii'],
    ['gb2312', null],
    ['iso-2022-jp', null],
    ['no-such-charset', null],
  ])('one broken byte in UTF-8 labelled %s, header %s, costs one letter', (label, header) => {
    expect(decodeText(cut(label), header)).toBe(prolog(label, `${english} It\ufffds`));
  });

  test('a single quote that lost its last byte makes no page of windows-1252', () => {
    const bytes = Buffer.from([...Buffer.from('<t>It'), 0xe2, 0x80, ...Buffer.from('s</t>')]);
    expect(decodeText(bytes, 'application/xml')).toBe('<t>It\ufffds</t>');
  });

  test.each([
    ['windows-1251', 'Её «Заря» — ещё «Маяк»… и «Приём»'],
    ['koi8-r', 'Её Заря и ещё Маяк, и приём, и берёза'],
    ['windows-874', 'ข่าวท่าเรือวันนี้ มีเรือเข้ามามากกว่าเดิม'],
    ['gbk', '港口新闻报道：渡轮周五恢复运行，码头今天开放'],
    ['euc-kr', '항구 소식: 여객선이 금요일에 다시 운항한다'],
    ['windows-1256', 'أخبار الميناء، العبارة عادت اليوم؛ متى؟'],
    ['iso-8859-1', 'Café “«à»” – élève très âgé'],
  ])('text in %s is not taken for UTF-8 with faults', (label, text) => {
    const bytes = iconv.encode(prolog(label, text), label === 'iso-8859-1' ? 'cp1252' : label);
    expect(decodeText(bytes, null)).toBe(prolog(label, text));
  });

  test('the pairs of CESU-8 are the characters that they stand for', () => {
    const pair = [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80];
    const bytes = Buffer.from([...Buffer.from('<t>Zoë 한국 '), ...pair, ...Buffer.from(' ok</t>')]);
    expect(decodeText(bytes, 'text/xml; charset=iso-8859-1')).toBe('<t>Zoë 한국 😀 ok</t>');
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    '%s without a mark and a prolog is known by its zero bytes',
    (encoding) => {
      const text = `<rss><channel><title>${cyrillic}</title></channel></rss>`;
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      expect(decodeText(bytes, 'text/xml; charset=UTF-16')).toBe(text);
      expect(decodeText(bytes, null)).toBe(text);
    },
  );

  test('a header that names UTF-16 for a document in UTF-8 is not believed', () => {
    expect(decodeText(Buffer.from('<t>Zoë</t>'), 'text/xml; charset=utf-16')).toBe('<t>Zoë</t>');
  });

  test('a mark of UTF-8 before windows-1252 makes no page of faults', () => {
    const bytes = Buffer.concat([Buffer.from('\ufeff'), latin('<t>Caf\xe9 \x93Zo\xeb\x94</t>')]);
    expect(decodeText(bytes, null)).toBe('<t>Café “Zoë”</t>');
  });

  test.each([
    ['&#55357;&#56832;', '😀'],
    ['&#xD83D;&#xDE00;', '😀'],
    ['&#xd83d;&#56832;', '😀'],
    ['&amp;#55357;&amp;#56832;', '😀'],
    ['&#0055357;&#x0de00;', '😀'],
    ['&#55357; &#56832;', '&#55357; &#56832;'],
    ['&#8217;&#146;', '&#8217;&#146;'],
  ])('the references %s, halves of one character, are %s', (written, read) => {
    expect(decodeText(Buffer.from(`<t>${written}</t>`), null)).toBe(`<t>${read}</t>`);
  });

  test('control characters of ISO 8859-1 are those that windows-1252 has in their place', () => {
    expect(
      decodeText(Buffer.from('It\u0092s \u0093open\u0094\u0085 5\u00a0\u0080\u0081'), null),
    ).toBe('It’s “open”… 5\u00a0€');
    expect(decodeText(latin('It\x92s \xa4'), 'text/xml; charset=iso-8859-15')).toBe('It’s €');
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
