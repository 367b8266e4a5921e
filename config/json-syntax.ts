const space = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/iuy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/iy;

/** How far a text is JSON, in characters: where a reader of the file should look. */
function validLength(text: string): number {
  let at = 0;
  const take = (form: RegExp): boolean => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    at += found?.length ?? 0;
    return found !== undefined;
  };
  const mark = (character: string): boolean => {
    take(space);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const list = (end: string, member: () => boolean): boolean => {
    if (mark(end)) return true;
    do {
      if (!member()) return false;
    } while (mark(','));
    return mark(end);
  };
  const value = (): boolean => {
    if (mark('{')) return list('}', () => key() && mark(':') && value());
    if (mark('[')) return list(']', value);
    return take(string) || take(scalar);
  };
  const key = (): boolean => {
    take(space);
    return take(string);
  };
  value();
  take(space);
  return at;
}

/** "line 3, column 14": where a text stops being JSON. The text itself is not quoted: it may be secret. */
export function syntaxErrorPlace(text: string): string {
  const lines = text.slice(0, validLength(text)).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
