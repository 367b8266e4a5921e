import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { mostlyUtf8, wholeUtf8 } from './utf8.ts';
import { withoutC1 } from './windows-1252.ts';

/**
 * The text of a feed or a page. A byte order mark, or UTF-16's zero bytes, decide; then bytes that
 * are UTF-8 beyond ASCII, a few faults aside, are read as such, whatever their label; then the
 * `charset` of the content type, of the XML prolog and of an HTML `meta` element, and at last
 * windows-1252. Control characters are those of windows-1252 in their place, and those that XML
 * forbids are dropped; two references to the halves of a character ("&#55357;&#56832;") are it.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = decoded(buffer, contentType);
  const allowed = mayHoldForbidden(buffer, text) ? text.replace(forbidden, '') : text;
  const printed = mayHoldC1(buffer) ? withoutC1(allowed) : allowed;
  return mayHoldHalves(printed) ? printed.replace(halfReferences, wholeCharacter) : printed;
}

const controls = Array.from({ length: 32 }, (_, code) => code).filter(
  (code) => !'\t\n\r'.includes(String.fromCharCode(code)),
);
const noncharacters = ['\ufeff', '\ufffe', '\uffff'];
const forbidden = new RegExp(
  `[${controls.map((code) => String.fromCharCode(code)).join('')}${noncharacters.join('')}]`,
  'g',
);

/** Searches for single bytes, in native code, are much faster than a pass over all characters. */
function mayHoldForbidden(buffer: Buffer, text: string): boolean {
  return (
    controls.some((code) => buffer.includes(code)) ||
    noncharacters.some((character) => text.includes(character))
  );
}

/** In UTF-8 each of them begins with the same byte. */
function mayHoldC1(buffer: Buffer): boolean {
  return !isAscii(buffer) && (!isUtf8(buffer) || buffer.includes(0xc2));
}

/** One search of a large text where most have no reference right after another. */
function mayHoldHalves(text: string): boolean {
  return text.includes(';&') && (text.includes(';&#') || text.includes(';&amp;#'));
}

const reference = (hex: string, decimal: string): string =>
  `&(?:amp;)?#([xX]0{0,4}[dD]${hex}[\\da-fA-F]{2}|0{0,4}5(?:${decimal}));`;
/** Two numeric references to surrogates, U+D800 to U+DBFF and U+DC00 to U+DFFF. */
const halfReferences = new RegExp(
  reference('[89abAB]', '529[6-9]|5[3-9]\\d\\d|6[0-2]\\d\\d|63[01]\\d') +
    reference('[c-fC-F]', '63[2-9]\\d|6[4-9]\\d\\d|7[0-2]\\d\\d|73[0-3]\\d|734[0-3]'),
  'g',
);

function wholeCharacter(_: string, ...halves: string[]): string {
  const [high = '', low = ''] = halves;
  return String.fromCharCode(surrogate(high), surrogate(low));
}

function surrogate(written: string): number {
  return /^x/i.test(written) ? Number.parseInt(written.slice(1), 16) : Number(written);
}

function decoded(buffer: Buffer, contentType: string | null): string {
  const wide = wideEncoding(buffer);
  if (wide) return iconv.decode(buffer, wide);
  const isMarked = buffer.toString('latin1', 0, 3) === '\xef\xbb\xbf';
  const labels = isMarked ? [] : labelsOf(buffer, contentType);
  if (labels.includes('iso-2022-jp') && buffer.includes(escapeCode)) {
    return new TextDecoder('iso-2022-jp').decode(buffer);
  }
  // Every charset that is left to ask for has ASCII's characters in ASCII's places.
  const label = labels.find((name) => name !== 'utf-8' && iconv.encodingExists(name)) ?? null;
  const text = isMarked ? buffer.subarray(3) : buffer;
  return wholeUtf8(text) ?? mostlyUtf8(text, label) ?? iconv.decode(text, label ?? 'windows-1252');
}

const escapeCode = 0x1b;

/** By byte order mark, or by the zero bytes that a document's first two characters have. */
function wideEncoding(buffer: Buffer): string | null {
  const head = buffer.toString('latin1', 0, 4);
  return wideEncodings.find(([beginning]) => beginning.test(head))?.[1] ?? null;
}

const wideEncodings: readonly (readonly [beginning: RegExp, encoding: string])[] = [
  [/^\xff\xfe\0\0/, 'utf-32le'],
  [/^\0\0\xfe\xff/, 'utf-32be'],
  [/^\xff\xfe/, 'utf-16le'],
  [/^\xfe\xff/, 'utf-16be'],
  [/^[^\0]\0\0\0/, 'utf-32le'],
  [/^\0\0\0[^\0]/, 'utf-32be'],
  [/^[^\0]\0[^\0]\0/, 'utf-16le'],
  [/^\0[^\0]\0[^\0]/, 'utf-16be'],
];

/** Every charset that the document is labelled with, the strongest label first. */
function labelsOf(buffer: Buffer, contentType: string | null): string[] {
  const head = buffer.toString('latin1', 0, 2_048);
  const labels = [
    /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 500)),
    /<\?xml\b[^?>]{0,300}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head),
    /<meta\s[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head),
  ];
  return labels.map((found) => encodingName(found?.[1])).filter((name) => name !== null);
}

/** iconv's name for a label as browsers read it; `null` for what is no charset. */
function encodingName(label: string | undefined): string | null {
  const name = (label ?? '').toLowerCase();
  if (name === '' || /^(?:base64|hex|binary|internal|ucs|utf-?(?:7|16|32))/.test(name)) return null;
  if (/^(?:x-)?(?:us-)?ascii$|^(?:iso[-_]?8859-?1|latin-?1|l1|cp819)$/.test(name)) {
    return 'windows-1252';
  }
  if (/^iso[-_]?8859-?9$|^latin5$/.test(name)) return 'windows-1254';
  if (/^(?:x-)?(?:unicode-1-1-)?utf-?8$/.test(name)) return 'utf-8';
  return name.replace(/^x-(?!mac-)/, '');
}
