import { cleanText, isolated, plainName } from './clean-text.ts';

const longestUrl = 1000;
const zeroWidthSpace = '\u200b';
const urlMarks = /[()*|`[\]\\<>"]|~~/gu;

/**
 * A web address for Discord's markdown: http or https, host in ASCII, without user name and password
 * (they can deceive), markdown characters percent-encoded. `null` for any other address and for one
 * of more than 1000 UTF-16 units.
 */
export function safeUrl(href: string): string | null {
  const text = cleanText(href.slice(0, longestUrl + 1)).trim();
  if (href.length > longestUrl || !/^https?:\/\//iu.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.hostname === '' || url.hostname.startsWith('[')) return null;
  url.username = '';
  url.password = '';
  const safe = url.href
    .replace(urlMarks, (marks) =>
      Array.from(marks, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`).join(''),
    )
    .replace(/@(?=everyone|here|[!&]?\d)/giu, '%40');
  return safe.length > longestUrl ? null : safe;
}

/** Breaks texts that Discord reads as mentions, also in fields without markdown. */
export function breakMentions(text: string): string {
  return text.replace(/@(?=everyone|here|[!&]?\d)/giu, `@${zeroWidthSpace}`);
}

/** Discord shows an invitation with a button wherever a text has its address, without a scheme too. */
const invitation = /\b(discord(?:app)?)\.(?=(?:gg|com\/invite|me|io|li)\/)/giu;

function escapeCharacters(text: string): string {
  return breakMentions(
    text
      .replace(/[\\*_~`|<[\]]/gu, '\\$&')
      .replace(/:(?=\/\/|[a-z0-9_+-]{1,32}:)/giu, '\\:')
      .replace(invitation, '$1\\.'),
  );
}

function escapeLineStart(escaped: string): string {
  return escaped
    .replace(/^(\s*)(#{1,3}(?=\s|$)|-(?=[\s#]|$)|>)/u, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}

function addressLength(match: string): number {
  const hasBracket = match.includes('(');
  let end = match.length;
  for (; end > 0; end -= 1) {
    const last = match.charAt(end - 1);
    if (last === ')' && hasBracket) break;
    if (!`.,:;!?'")]}*_~|\``.includes(last)) break;
  }
  return end;
}

/**
 * Part of a line, escaped so that no character forms markdown, a mention, a timestamp or an emoji.
 * With `links`, web addresses become `<address>`: a link without a preview.
 */
export function escapeStretch(text: string, how: { links: boolean; lineStart: boolean }): string {
  const written: string[] = [];
  let from = 0;
  if (how.links) {
    for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/giu)) {
      const address = match[0].slice(0, match[0].length > 2000 ? 0 : addressLength(match[0]));
      const url = safeUrl(address);
      if (url === null) continue;
      written.push(escapeCharacters(text.slice(from, match.index)), `<${url}>`);
      from = match.index + address.length;
    }
  }
  written.push(escapeCharacters(text.slice(from)));
  const escaped = written.join('');
  return how.lineStart ? escapeLineStart(escaped) : escaped;
}

/** Plain text, cleaned and escaped line by line; addresses become links only if `links` is true. */
export function escapeMarkdown(text: string, links = false): string {
  return cleanText(text)
    .split('\n')
    .map((line) => escapeStretch(line, { links, lineStart: true }))
    .join('\n');
}

/** A `plainName`, escaped for the text of a message. */
export function escapedName(name: string, nameless?: string): string {
  return isolated(escapeStretch(plainName(name, nameless), { links: false, lineStart: true }));
}
