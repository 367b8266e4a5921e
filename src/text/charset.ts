import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import iconv from 'iconv-lite';

/**
 * The text of a feed or a page. A byte order mark decides; then bytes that are UTF-8 beyond ASCII
 * are read as such, whatever their label; then the `charset` of the content type, of the XML prolog
 * and of an HTML `meta` element, and at last windows-1252. Control characters that XML forbids are
 * dropped.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = decoded(buffer, contentType);
  return mayHoldForbidden(buffer, text) ? text.replace(forbidden, '') : text;
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

function decoded(buffer: Buffer, contentType: string | null): string {
  const wide = wideEncoding(buffer);
  if (wide) return iconv.decode(buffer, wide);
  const labels = labelsOf(buffer, contentType);
  const stateful = labels.find((label) => label.startsWith('iso-2022-'));
  if (stateful)
    return new TextDecoder(stateful === 'iso-2022-jp' ? stateful : 'utf-8').decode(buffer);
  // Every charset that is left to ask for has ASCII's characters in ASCII's places.
  if (isAscii(buffer)) return buffer.toString('latin1');
  // Seven times as fast as `toString('utf8')`.
  if (isUtf8(buffer)) return transcode(buffer, 'utf8', 'ucs2').toString('ucs2');
  const whole = withoutCutCharacter(buffer);
  if (isUtf8(whole) && !isAscii(whole)) return buffer.toString('utf8');
  const label = labels.find((label) => label !== 'utf-8' && iconv.encodingExists(label));
  if (label) return iconv.decode(buffer, label);
  return labels.includes('utf-8') ? mostlyUtf8(buffer) : iconv.decode(buffer, 'windows-1252');
}

/** Without the first bytes of a character that the end of the document cuts in two (RFC 3629). */
function withoutCutCharacter(buffer: Buffer): Buffer {
  for (let length = 1; length <= Math.min(3, buffer.length); length += 1) {
    const byte = buffer[buffer.length - length] ?? 0;
    if (byte >= 0xc0) return buffer.subarray(0, buffer.length - length);
    if (byte < 0x80) return buffer;
  }
  return buffer;
}

/** By byte order mark, or by the zero bytes that a prolog's "<?" has in UTF-16. */
function wideEncoding(buffer: Buffer): string | null {
  const head = buffer.toString('latin1', 0, 4);
  if (head.startsWith('\xff\xfe\0\0')) return 'utf-32le';
  if (head.startsWith('\0\0\xfe\xff')) return 'utf-32be';
  if (head.startsWith('\xff\xfe') || head === '<\0?\0') return 'utf-16le';
  if (head.startsWith('\xfe\xff') || head === '\0<\0?') return 'utf-16be';
  return head.startsWith('\xef\xbb\xbf') ? 'utf-8' : null;
}

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

/** Labelled UTF-8 with faults: a few bad bytes are replaced, but a page of them is windows-1252. */
function mostlyUtf8(buffer: Buffer): string {
  const text = buffer.toString('utf8');
  let faults = 0;
  let letters = 0;
  for (const character of text) {
    if (character === '\ufffd') faults += 1;
    else if (character > '\u007f') letters += 1;
  }
  return faults > letters ? iconv.decode(buffer, 'windows-1252') : text;
}
