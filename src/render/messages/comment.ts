import type { Language } from '../../core/feed/channel-options.ts';
import type { Comment } from '../../core/discussion/comment.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { actionButton, flag, linkButton, row } from './components.ts';
import { escapedName } from '../markdown/escape.ts';
import { labels } from '../labels/index.ts';
import type { Labels } from '../labels/labels.ts';
import { limits } from '../markdown/limits.ts';
import { discordMarkdown } from '../markdown/markdown.ts';
import { splitMessage } from '../markdown/split.ts';
import { timestamp } from '../markdown/timestamp.ts';

const mostParts = 5;

export interface CommentContext {
  /** What the report button's `custom_id` names. */
  key: string;
  articleUrl: string | null;
  siteName: string;
  replyTo: Snowflake | null;
  hidden: false | 'under-review' | 'removed';
  /** The discussion is closed: a button there could no longer be answered. */
  buttonsDisabled: boolean;
  language: Language;
}

/**
 * A comment's messages in order: one, or up to five when its text is long; the first replies to
 * its parent, the last has the buttons. A hidden one is a single placeholder that names nobody.
 */
export function renderComment(comment: Comment, context: CommentContext): MessageBody[] {
  const { hidden, key, articleUrl, buttonsDisabled, replyTo } = context;
  const words = labels[context.language].comment;
  const placeholder = hidden === 'removed' ? words.removed : words.underReview;
  const texts = hidden ? [`-# ${placeholder}`] : commentTexts(comment, context.siteName, words);
  const report = actionButton(
    words.report,
    `report:${key}`,
    'secondary',
    buttonsDisabled || hidden !== false,
  );
  const view = hidden ? [] : linkButton(words.view, comment.url ?? articleUrl);
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

function commentTexts(comment: Comment, siteName: string, words: Labels['comment']): string[] {
  const continued = `\n-# ${words.continues}`;
  const heading = [
    `**${escapedName(comment.author, words.anonymous)}**`,
    siteName && escapedName(siteName),
    comment.publishedAt === null ? '' : timestamp(comment.publishedAt, 'R'),
  ];
  const text = discordMarkdown(comment.html) || `*${words.noText}*`;
  const whole = `${heading.filter(Boolean).join(' · ')}\n${text}`;
  const parts = splitMessage(whole, limits.content);
  if (parts.length <= mostParts) return parts;
  const [last = ''] = splitMessage(parts[mostParts - 1] ?? '', limits.content - continued.length);
  return [...parts.slice(0, mostParts - 1), last + continued];
}
