import { parsedLinkedData } from '../../markup/linked-data.ts';
import { withoutMarkup, type Page } from './page.ts';

/** One JSON-LD object. Its values may have any type. */
export type LinkedData = Readonly<Record<string, unknown>>;

const mostNodes = 500;
const deepest = 6;
const longestScript = 500_000;

function isObject(value: unknown): value is LinkedData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may be one, many or missing, as a list. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 100) : [value];
}

/** The objects of a value that may be one, many, or not objects. */
export function objectsOf(value: unknown): LinkedData[] {
  return listOf(value).filter(isObject);
}

/** A value's plain text: a string, a number, `{"@value": …}`, or the first of a list of them. */
export function textIn(value: unknown, longest = 5000): string | null {
  const [first] = listOf(value);
  if (typeof first === 'string') return withoutMarkup(first, longest);
  if (typeof first === 'number' && Number.isFinite(first)) return String(first);
  return isObject(first) && first['@value'] !== undefined ? textIn(first['@value'], longest) : null;
}

/** A count: a whole number of at least 0, written as a number or as digits. */
export function countIn(value: unknown): number | null {
  const text = textIn(value, 20)?.replaceAll(/[,. ]/gu, '') ?? '';
  return /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

export function typesOf(node: LinkedData): string[] {
  return listOf(node['@type']).filter((type) => typeof type === 'string');
}

function collect(value: unknown, nodes: LinkedData[], depth: number): void {
  if (depth > deepest || nodes.length >= mostNodes) return;
  for (const node of objectsOf(value)) {
    nodes.push(node);
    for (const inner of [
      node['@graph'],
      node['mainEntity'],
      node['mainEntityOfPage'],
      node['author'],
    ]) {
      collect(inner, nodes, depth + 1);
    }
  }
}

/** The objects of the page's JSON-LD blocks; broken blocks are skipped. */
export function jsonLd({ $ }: Page): LinkedData[] {
  const nodes: LinkedData[] = [];
  $('script[type="application/ld+json" i]')
    .slice(0, 20)
    .each((_, script) => {
      const text = $(script).text();
      if (text.length <= longestScript) collect(parsedLinkedData(text), nodes, 0);
    });
  return nodes;
}
