import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';

const c1Controls = /[\u0080-\u009f]/g;

/**
 * A text whose control characters U+0080 to U+009F are the characters that windows-1252 has in their
 * place, as browsers read "&#146;"; the five that it has none for are left out.
 */
export function withoutC1(text: string): string {
  return text.replace(c1Controls, windowsCharacter);
}

function windowsCharacter(control: string): string {
  const character = iconv.decode(Buffer.from(control, 'latin1'), 'windows-1252');
  return character === control || character === '\ufffd' ? '' : character;
}
