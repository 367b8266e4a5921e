/** Bytes of a page or a feed made into text that is safe to parse. */

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

function decoder(label: string | undefined): InstanceType<typeof TextDecoder> | null {
  if (!label) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function markLabel(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A document's text: by its byte order mark; as UTF-8 where it is valid UTF-8, whatever it says;
 * by the `charset` of its content type, of its XML prolog or `meta` element; else as windows-1252.
 */
export function documentText(bytes: Uint8Array, contentType: string | null): string {
  const marked = decoder(markLabel(bytes));
  if (marked) return marked.decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const said =
    /charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/iu.exec((contentType ?? '').slice(0, 300))?.[1] ??
    /<\?xml [^?]{0,100}encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})/iu.exec(head)?.[1] ??
    /<meta [^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/iu.exec(head)?.[1];
  const named = decoder(said);
  if (named?.encoding === 'iso-2022-jp') return named.decode(bytes);
  const utf8 = validUtf8(bytes);
  if (utf8 !== null) return utf8;
  return (named ?? new TextDecoder('windows-1252')).decode(bytes);
}

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
