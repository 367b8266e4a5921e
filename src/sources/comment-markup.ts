import { Parser } from 'htmlparser2';
import { boundedMarkup } from '../text/html-bounds.ts';
import { absoluteUrl } from '../text/url.ts';
import { escaped, quoted } from './comment-text.ts';

type Attributes = Readonly<Record<string, string>>;

/** An element is kept, left out with all that is in it, or a text stands in its place. */
export type ElementRule = (
  name: string,
  attributes: Attributes,
) => 'keep' | 'omit' | { text: string };

/** A comment of 50,000 characters has less. */
const bounds = { length: 400_000, tags: 20_000, depth: 100 };
/** What readers see only after a click: of Discourse and forums like it; of Reddit. */
const hiddenClass = /(?:^|\s)(spoiler|md-spoiler-text)(?:\s|$)/u;
const empty = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * A comment's HTML with absolute addresses, and without the elements that its site adds for its own
 * scripts; its text beside it. Of the attributes only those of links, images, lists and spoilers are left.
 */
export function rewrittenHtml(
  html: string,
  base: string,
  rule: ElementRule = () => 'keep',
): { html: string; text: string } {
  const written: string[] = [];
  const words: string[] = [];
  let omitted = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const becomes = omitted > 0 ? 'omit' : rule(name, attributes);
      if (becomes === 'keep') {
        written.push(`<${name}${keptAttributes(attributes, base)}>`);
        return;
      }
      omitted += 1;
      if (becomes === 'omit') return;
      written.push(escaped(becomes.text));
      words.push(becomes.text);
    },
    ontext: (text) => {
      if (omitted > 0) return;
      written.push(escaped(text));
      words.push(text);
    },
    onclosetag: (name) => {
      if (omitted > 0) omitted -= 1;
      else if (!empty.has(name)) written.push(`</${name}>`);
      if (omitted === 0) words.push(' ');
    },
  });
  parser.end(boundedMarkup(html, bounds));
  return { html: written.join('').trim(), text: words.join('').trim() };
}

function keptAttributes(attributes: Attributes, base: string): string {
  const kept: string[] = [];
  for (const name of ['href', 'src']) {
    const address = absoluteUrl(attributes[name] ?? '', base);
    if (address !== null) kept.push(` ${name}="${quoted(address)}"`);
  }
  const spoiler = hiddenClass.exec((attributes['class'] ?? '').slice(0, 300))?.[1];
  if (spoiler !== undefined) kept.push(` class="${spoiler}"`);
  for (const name of ['alt', 'start']) {
    const value = attributes[name];
    if (value !== undefined) kept.push(` ${name}="${quoted(value)}"`);
  }
  return kept.join('');
}
