import type { CommentBody } from '../../core/discussion/comment.ts';
import { markdownHtml } from './markdown-html.ts';
import { escapeHtml } from './markdown-inline.ts';
import { discordMarkdown, plainText } from './markdown.ts';

/** Longer texts are cut. Far more than all messages of a comment can show. */
const longestText = 25_000;
/** Room for such a text as HTML. */
const bounds = { html: 2_000_000 };

/** A comment's text as Discord markdown. All that its author wrote is escaped. Never throws. */
export function commentMarkdown(body: CommentBody): string {
  return 'html' in body ? discordMarkdown(body.html) : discordMarkdown(bodyHtml(body), bounds);
}

/** A comment's text without formatting, on the same lines. */
export function commentText(body: CommentBody): string {
  return 'html' in body ? plainText(body.html) : plainText(bodyHtml(body), bounds);
}

function bodyHtml(body: Exclude<CommentBody, { html: string }>): string {
  if ('markdown' in body) return markdownHtml(body.markdown.slice(0, longestText));
  const lines = body.text.slice(0, longestText).split(/\r\n?|\n/u);
  return lines.map((line) => (line.trim() === '' ? '<p></p>' : `${escapeHtml(line)}<br>`)).join('');
}
