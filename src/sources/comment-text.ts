import { madeId } from '../core/discussion/known-ids.ts';
import { shortHash } from '../text/hash.ts';
import { foldWhiteSpace } from '../text/white-space.ts';
import { longestText } from './source.ts';

/** What a source sets on its comments only where it knows more. */
export const bareComment = {
  parentId: null,
  authorUrl: null,
  avatarUrl: null,
  publishedAt: null,
  editedAt: null,
  url: null,
  deleted: false,
} as const;

const longestName = 200;

/** A text as one line, within the length of a comment. */
export function oneLine(text: string): string {
  return foldWhiteSpace(text.slice(0, longestText));
}

/** A commenter's name as plain text; "Anonymous" when it is empty. */
export function commenter(name: string | null | undefined): string {
  const folded = oneLine(name ?? '')
    .slice(0, longestName)
    .replace(/[\ud800-\udbff]$/u, '');
  return folded === '' ? 'Anonymous' : folded;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text between the quotation marks of an attribute. */
export function quoted(text: string): string {
  return escaped(text).replaceAll('"', '&quot;');
}

/** A text whose few special characters are written as for HTML. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:quot|#0{0,3}34);/gu, '"')
    .replaceAll(/&#0{0,3}39;/gu, "'")
    .replaceAll('&amp;', '&');
}

/** The words of HTML, for a comment that is too long to be kept whole. */
export function withoutTags(html: string): string {
  return html.replaceAll(/<[^<>]{0,3000}>/gu, ' ');
}

/** The HTML if it is short enough, else its text only, since cutting HTML could cut a tag. */
export function cappedHtml(html: string, text: () => string): string {
  const trimmed = html.trim();
  if (trimmed.length <= longestText) return trimmed;
  let cut = oneLine(text()).replace(/[\ud800-\udbff]$/u, '');
  while (escaped(cut).length > longestText) cut = cut.slice(0, Math.floor(cut.length * 0.9));
  return escaped(cut.replace(/[\ud800-\udbff]$/u, ''));
}

/** A text within the length of a comment. */
export function cappedText(text: string): string {
  return text
    .trim()
    .slice(0, longestText)
    .replace(/[\ud800-\udbff]$/u, '');
}

/** An id for a comment without one; the same while author, time and text are the same. */
export function hashedId(author: string, time: string, html: string): string {
  return madeId(shortHash(JSON.stringify([author, time, html])));
}
