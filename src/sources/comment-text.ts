import { shortHash } from '../text/hash.ts';
import { longestText } from './source.ts';

const longestAddress = 2000;
const longestName = 200;

/** The absolute http(s) address of a reference; `null` for any other scheme. */
export function absoluteUrl(href: string | null | undefined, base: string): string | null {
  const trimmed = href?.trim() ?? '';
  if (trimmed === '' || trimmed.length > longestAddress || !URL.canParse(trimmed, base))
    return null;
  const url = new URL(trimmed, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** White space folded, invisible marks dropped. */
export function oneLine(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/[\u200b\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A commenter's name as text, whatever it holds; "Anonymous" when it is empty. */
export function commenter(name: string | null | undefined): string {
  const folded = oneLine(name ?? '')
    .slice(0, longestName)
    .replace(/[\ud800-\udbff]$/u, '');
  return folded === '' ? 'Anonymous' : folded;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The HTML within its cap; longer than that, its text alone, since a cut could fall inside a tag. */
export function cappedHtml(html: string, text: () => string): string {
  const trimmed = html.trim();
  if (trimmed.length <= longestText) return trimmed;
  let cut = oneLine(text()).replace(/[\ud800-\udbff]$/u, '');
  while (escaped(cut).length > longestText) cut = cut.slice(0, Math.floor(cut.length * 0.9));
  return escaped(cut.replace(/[\ud800-\udbff]$/u, ''));
}

/** An id for a comment that has none: the same as long as author, time and text are. */
export function hashedId(author: string, time: string, html: string): string {
  return `hash:${shortHash(JSON.stringify([author, time, html]))}`;
}
