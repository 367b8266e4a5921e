import { htmlTag } from './html-tags.ts';
import { MarkupScanner } from './scanner.ts';

/** Elements without an end tag. */
const empty = new Set(['br', 'wbr', 'hr', 'img']);
/** Elements that surround a title, or words of it; a title that was cut may have one half of them. */
const around = /^(?:a|b|big|cite|div|em|font|h[1-6]|i|mark|p|q|s|small|span|strong|u)$/;

/**
 * Where a title has tags that are words of it ("Use <details> and <summary>"), by their position: those
 * of no HTML element, and those whose element does not begin and end in the title. An open tag with
 * attributes is none of them, nor is "<b>" at the title's beginning or "</b>" at its end, since a title
 * may have been cut out of markup. Linear in the title's length.
 */
export function writtenTags(title: string): ReadonlySet<number> {
  const scanner = new MarkupScanner(title);
  const written = new Set<number>();
  const open = new Map<string, number[]>();
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    if (token !== 'open' && token !== 'close') continue;
    const { tagStart, position } = scanner;
    const name = scanner.name().toLowerCase();
    if (htmlTag(name) === null) {
      written.add(tagStart);
    } else if (token === 'open') {
      if (empty.has(name)) continue;
      open.set(name, [...(open.get(name) ?? []).slice(-mostOpen), tagStart]);
      const isCut = tagStart === 0 && around.test(name);
      if (!isCut && !scanner.hasAttributes()) written.add(tagStart);
    } else {
      const opened = open.get(name)?.pop();
      if (opened !== undefined) written.delete(opened);
      else if (position < title.length || !around.test(name)) written.add(tagStart);
    }
  }
  return written;
}

/** Of elements within one another that have the same name. */
const mostOpen = 20;
