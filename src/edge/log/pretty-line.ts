/** Control characters that a terminal would act on, including C1 and line breaks. */
const control = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const bare = /^[^\s"'=]+$/u;

function escaped(text: string): string {
  return text.replace(control, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

function valueText(value: unknown): string {
  const text = typeof value === 'string' && bare.test(value) ? value : JSON.stringify(value);
  return escaped(text ?? '');
}

/**
 * A JSON log line as a readable line: local time, level, event, then fields as `name=value`. A line
 * that is not JSON is only escaped.
 */
export function prettyLine(line: string): string {
  const parts = parsed(line);
  if (!parts) return `${escaped(line.trimEnd())}\n`;
  const { level, time, event, ...fields } = parts;
  const clock =
    typeof time === 'string' ? new Date(Date.parse(time)).toTimeString().slice(0, 8) : '';
  const pairs = Object.entries(fields).map(
    ([name, value]) => `${escaped(name)}=${valueText(value)}`,
  );
  const head = [clock, String(level).toUpperCase().padEnd(5), escaped(String(event)), ...pairs];
  return `${head.join(' ')}\n`;
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
