/** How much of a page is worth parsing: UTF-16 units, tags, elements within one another. */
interface MarkupBounds {
  length: number;
  tags: number;
  depth: number;
}

const articleBounds: MarkupBounds = { length: 2_000_000, tags: 60_000, depth: 400 };
/** HTML elements without an end tag, or whose end tag is mostly left out. */
const unnested = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
);

/**
 * Markup cut off where it grows past its bounds, by default those of an article's page: 2,000,000
 * characters, 60,000 tags, 400 elements within one another. Parsers spend quadratic time, or the stack, beyond that.
 */
export function boundedMarkup(markup: string, bounds = articleBounds): string {
  const text = markup.slice(0, bounds.length);
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const tag of text.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/giu)) {
    const name = (tag[2] ?? '').toLowerCase();
    tags += 1;
    if (tags > bounds.tags) return text.slice(0, tag.index);
    if (unnested.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (tag[1] === '') {
      open.set(name, count + 1);
      depth += 1;
    } else if (count > 0) {
      open.set(name, count - 1);
      depth -= 1;
    }
    if (depth > bounds.depth) return text.slice(0, tag.index);
  }
  return text;
}

function isBranch(node: unknown): node is { children: unknown[] } {
  return (
    typeof node === 'object' && node !== null && 'children' in node && Array.isArray(node.children)
  );
}

/**
 * Cuts the rows of siblings in a parsed document that are longer than `most`, since selector
 * engines spend quadratic time on them at every search. True when something was cut.
 */
export function cutSiblings(root: unknown, most: number): boolean {
  let cut = false;
  const pending = [root];
  while (pending.length > 0) {
    const branch = pending.pop();
    if (!isBranch(branch)) continue;
    if (branch.children.length > most) {
      branch.children.length = most;
      cut = true;
    }
    for (const child of branch.children) pending.push(child);
  }
  return cut;
}
