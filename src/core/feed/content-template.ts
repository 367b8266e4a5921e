/** What a content line's wording may name, each in braces. */
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
/** What is written around a placeholder, and goes with it when it has nothing to say. */
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
  return templatePlaceholders.some((known) => known === name);
}

const knownPlaceholders = templatePlaceholders.map((name) => `{${name}}`).join(', ');

/**
 * What is wrong with a content line's wording and what to write instead, for a person; `null` when
 * it can be used.
 */
export function templateProblem(template: string): string | null {
  if (template.trim() === '') return 'it is empty';
  if (template.length > longestTemplate) {
    return `it is ${template.length} characters long, but at most ${longestTemplate} are allowed`;
  }
  for (const [placeholder, name = ''] of template.matchAll(inBraces)) {
    if (!isPlaceholder(name)) {
      return `${placeholder.slice(0, 40)} is not a placeholder; use ${knownPlaceholders}`;
    }
  }
  return null;
}

/** Whether the wording itself says where mentions go. */
export function placesMentions(template: string): boolean {
  return template.includes('{mentions}');
}

/**
 * A content line by its wording. `values` stand in the line as they are given. What is set apart by
 * " · ", " | " or a dash, and a line of its own, is left out when none of its placeholders has a
 * value; so are brackets and quotes around a single one. Unknown placeholders stay as written.
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
    if (isHollow(segment, values)) continue;
    const separator = filled === '' ? '' : (parts[at - 1] ?? '');
    filled += separator + filledSegment(segment, values);
  }
  return filled.trim();
}

function isHollow(segment: string, values: Readonly<Record<TemplatePlaceholder, string>>): boolean {
  const names = Array.from(segment.matchAll(inBraces), ([, name = '']) => name);
  return names.length > 0 && names.every((name) => isPlaceholder(name) && values[name] === '');
}

function filledSegment(
  segment: string,
  values: Readonly<Record<TemplatePlaceholder, string>>,
): string {
  let bare = segment;
  for (const name of templatePlaceholders) {
    if (values[name] !== '') continue;
    for (const [open, close] of surroundings) {
      bare = bare.replaceAll(`${open}{${name}}${close}`, `{${name}}`);
    }
    bare = bare.replaceAll(` {${name}}`, '').replaceAll(`{${name}} `, '');
  }
  return bare.replace(inBraces, (placeholder, name: string) =>
    isPlaceholder(name) ? values[name] : placeholder,
  );
}
