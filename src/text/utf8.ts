import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';

/** A charset of Latin letters: in text that is written in it, UTF-8's sequences hardly occur. */
const latin = /^(?:windows-125[02478]|iso-8859-(?:[2-4]|9|1[03-6])|macintosh)$/;
/** In other charsets a fifth of the letters may look like UTF-8's sequences, in Thai two fifths. */
const mostFaults = 0.1;

/** UTF-8 without a fault as text; `null` for all else. */
export function wholeUtf8(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1');
  // Seven times as fast as `toString('utf8')`.
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'ucs2').toString('ucs2') : null;
}

/**
 * UTF-8 with faults as text, each fault as U+FFFD; `null` where the faults are so many that the
 * bytes are rather of the charset `other`. The halves of CESU-8 are put together (Unicode, UTR 26).
 */
export function mostlyUtf8(bytes: Buffer, other: string | null): string | null {
  const text = withoutHalves(bytes).toString('utf8');
  let faults = -count(bytes, '\ufffd');
  let letters = -faults;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) faults += 1;
    else if (code > 0x7f) letters += 1;
  }
  // English has no letters but ASCII's: a quotation mark that was cut in two may be all there is.
  if (letters === 0) return faults === cutMarks(bytes) ? text : null;
  const most = other === null || latin.test(other) ? letters : letters * mostFaults;
  return faults <= most ? text : null;
}

function count(bytes: Buffer, part: string): number {
  let found = 0;
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) found += 1;
  return found;
}

/** Quotation marks and dashes (U+2000 to U+203F) without their last byte. */
function cutMarks(bytes: Buffer): number {
  let found = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    if (bytes[at] !== 0xe2 || bytes[at + 1] !== 0x80) continue;
    if (!isContinuation(bytes[at + 2])) found += 1;
  }
  return found;
}

function isContinuation(byte = 0): boolean {
  return byte >> 6 === 2;
}

/** Bytes whose surrogates, three bytes each, are the characters of four bytes that they stand for. */
function withoutHalves(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const high = surrogateAt(bytes, at);
    const low = surrogateAt(bytes, at + 3);
    if (high >> 10 !== 0x36 || low >> 10 !== 0x37) continue;
    parts.push(bytes.subarray(start, at), Buffer.from(String.fromCharCode(high, low)));
    start = at + 6;
    at += 5;
  }
  return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(start)]);
}

/** The surrogate whose three bytes are at `at`; 0 where there is none. */
function surrogateAt(bytes: Buffer, at: number): number {
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2];
  if (bytes[at] !== 0xed || second >> 5 !== 5 || !isContinuation(third)) return 0;
  return 0xd000 | ((second & 0x3f) << 6) | ((third ?? 0) & 0x3f);
}
