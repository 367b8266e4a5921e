/** Placeholders of a content line's template, each written in braces. */
export const templatePlaceholders = [
  'headline',
  'feed',
  'agency',
  'place',
  'authors',
  'topics',
  'url',
  'mentions',
] as const;
export type TemplatePlaceholder = (typeof templatePlaceholders)[number];

export const longestTemplate = 500;

const inBraces = /\{([^{}]*)\}/gu;
const separators = /( (?:·|•|\||–|—|-) )/u;
/** Pairs around a placeholder that are removed with it when its value is empty. */
const surroundings = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['"', '"'],
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
] as const;

function isPlaceholder(name: string): name is TemplatePlaceholder {
  return templatePlaceholders.some((placeholder) => placeholder === name);
}

const allPlaceholders = templatePlaceholders.map((name) => `{${name}}`).join(', ');

/**
 * What is wrong with a template and what to write instead, for the person who wrote it; `null` when
 * it is valid.
 */
export function templateProblem(template: string): string | null {
  if (template.trim() === '') return 'it is empty';
  if (template.length > longestTemplate) {
    return `it is ${template.length} characters long, but at most ${longestTemplate} are allowed`;
  }
  for (const [placeholder, name = ''] of template.matchAll(inBraces)) {
    if (!isPlaceholder(name)) {
      return `${placeholder.slice(0, 40)} is not a placeholder; use ${allPlaceholders}`;
    }
  }
  return null;
}

/** True when the template has a place for mentions. */
export function placesMentions(template: string): boolean {
  return template.includes('{mentions}');
}

/**
 * A template with its placeholders replaced by `values`, unescaped. A segment (between " · ", " | " or
 * dashes) or a line is left out when it has placeholders and all are empty; so are brackets and
 * quotes around an empty placeholder. Unknown placeholders are not replaced.
 */
export function filledTemplate(
  template: string,
  values: Readonly<Record<TemplatePlaceholder, string>>,
): string {
  return template
    .split('\n')
    .map((line) => filledLine(line, values))
    .filter((line) => line !== '')
    .join('\n');
}

function filledLine(line: string, values: Readonly<Record<TemplatePlaceholder, string>>): string {
  const parts = line.split(separators);
  let filled = '';
  for (let at = 0; at < parts.length; at += 2) {
    const segment = parts[at] ?? '';
    if (isEmptySegment(segment, values)) continue;
    const separator = filled === '' ? '' : (parts[at - 1] ?? '');
    filled += separator + filledSegment(segment, values);
  }
  return filled.trim();
}

function isEmptySegment(
  segment: string,
  values: Readonly<Record<TemplatePlaceholder, string>>,
): boolean {
  const names = Array.from(segment.matchAll(inBraces), ([, name = '']) => name);
  return names.length > 0 && names.every((name) => isPlaceholder(name) && values[name] === '');
}

function filledSegment(
  segment: string,
  values: Readonly<Record<TemplatePlaceholder, string>>,
): string {
  let text = segment;
  for (const name of templatePlaceholders) {
    if (values[name] !== '') continue;
    for (const [open, close] of surroundings) {
      text = text.replaceAll(`${open}{${name}}${close}`, `{${name}}`);
    }
    text = text.replaceAll(` {${name}}`, '').replaceAll(`{${name}} `, '');
  }
  return text.replace(inBraces, (placeholder, name: string) =>
    isPlaceholder(name) ? values[name] : placeholder,
  );
}
