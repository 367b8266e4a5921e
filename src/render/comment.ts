import type { Comment } from '../core/comment.ts';
import type { Snowflake } from '../core/ids.ts';
import type { MessageBody } from '../core/ports.ts';
import { actionButton, flag, linkButton, row } from './components.ts';
import { escapedName } from './escape.ts';
import { limits } from './limits.ts';
import { discordMarkdown } from './markdown.ts';
import { splitMessage } from './split.ts';
import { timeMark } from './time-mark.ts';

const mostParts = 5;
const continued = '\n-# The comment goes on at the site.';

export interface CommentContext {
  /** What the report button's `custom_id` names. */
  key: string;
  articleUrl: string | null;
  siteName: string;
  replyTo: Snowflake | null;
  hidden: false | 'under-review' | 'removed';
  /** The discussion is closed: a button there could no longer be answered. */
  buttonsDisabled: boolean;
}

const placeholders = {
  'under-review': '-# This comment is hidden while the moderators review it.',
  removed: '-# This comment was removed by the moderators.',
} as const;

/**
 * A comment's messages in order: one, or up to five when its text is long; the first replies to
 * its parent, the last has the buttons. A hidden one is a single placeholder that names nobody.
 */
export function renderComment(comment: Comment, context: CommentContext): MessageBody[] {
  const { hidden, key, articleUrl, buttonsDisabled, replyTo } = context;
  const texts = hidden ? [placeholders[hidden]] : commentTexts(comment, context.siteName);
  const report = actionButton(
    'Report as abuse',
    `report:${key}`,
    'secondary',
    buttonsDisabled || hidden !== false,
  );
  const view = hidden ? [] : linkButton('View on site', comment.url ?? articleUrl);
  return texts.map((content, part) => ({
    content,
    embeds: [],
    components: part === texts.length - 1 ? row(report, view) : [],
    flags: flag.suppressEmbeds,
    allowed_mentions: { parse: [] },
    ...(part === 0 &&
      replyTo !== null && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      }),
  }));
}

function commentTexts(comment: Comment, siteName: string): string[] {
  const heading = [
    `**${escapedName(comment.author)}**`,
    siteName && escapedName(siteName),
    comment.publishedAt === null ? '' : timeMark(comment.publishedAt, 'R'),
  ];
  const text = discordMarkdown(comment.html) || '*(no text)*';
  const whole = `${heading.filter(Boolean).join(' · ')}\n${text}`;
  const parts = splitMessage(whole, limits.content);
  if (parts.length <= mostParts) return parts;
  const [last = ''] = splitMessage(parts[mostParts - 1] ?? '', limits.content - continued.length);
  return [...parts.slice(0, mostParts - 1), last + continued];
}
