import type { Comment } from '../../core/discussion/comment.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { labelsIn } from '../labels/index.ts';
import { commentMarkdown } from '../markdown/comment-body.ts';
import { escapedName, safeUrl } from '../markdown/escape.ts';
import { limits } from '../markdown/limits.ts';
import { splitMessage } from '../markdown/split.ts';
import { type CommentContext, commentParts, commentTime, placeholderOf } from './comment.ts';
import { actionButton, flag, section, textDisplay } from './components.ts';
import { type Answered, replyLine } from './reply-line.ts';

/**
 * Discord takes 40 components in a message, nested ones included, and a comment is three: a section,
 * its text and its button. One more is the heading.
 */
export const mostInPack = 13;

/**
 * Discord answers 500 to a message with more than about 10,170 bytes of text in UTF-8, as one reader of
 * its API reports. With the labels of its buttons, a pack stays below.
 */
const mostBytes = 9_000;

/** The size of all texts in a pack: UTF-16 units, or bytes where Discord's limit for these is nearer. */
export function textSize(text: string): number {
  const bytes = new TextEncoder().encode(text).length;
  return Math.max(text.length, Math.ceil((bytes * limits.componentsText) / mostBytes));
}

/** The heading with the longest site name, and what the link to comments that were left out adds. */
const longestHeading = 130;
export const leftOutSize = 360;
/** When a comment was written, and when it was edited. */
const timeSize = 25;
const editedSize = 45;

/** How large the comments of a pack may be together, by {@link packedSize} and {@link replySize}. */
export const packRoom = limits.componentsText - longestHeading;

/** The size of a comment in a pack without the line on what it answers. One over `packRoom` fits in none. */
function packedSize({ author, body, editedAt }: Comment): number {
  const times = timeSize + (editedAt === null ? 0 : editedSize);
  return textSize(`**${escapedName(author)}**\n${commentMarkdown(body)}`) + times;
}

/** The room that a comment takes in Discord. */
export interface CommentSize {
  /** The largest number of messages of its own. */
  messages: number;
  /** By {@link packedSize}. */
  packed: number;
}

export function commentSize(comment: Comment): CommentSize {
  return { messages: commentParts(comment), packed: packedSize(comment) };
}

/** The size of the line on what a comment answers: with a link when that stands in another message. */
export function replySize(author: string, isElsewhere: boolean): number {
  const url = isElsewhere ? 'https://discord.com/channels/'.padEnd(92, '0') : null;
  // Room for the languages whose words are longer.
  return textSize(replyLine({ author, url }, 'en')) + 10;
}

/** A comment of a pack. */
export interface PackedComment {
  comment: Comment;
  /** Is part of the `custom_id` of its report button. */
  key: string;
  hidden: CommentContext['hidden'];
  answered: Answered | null;
}

export interface PackContext {
  siteName: string;
  articleUrl: string | null;
  /** Where comments that were left out can be read. */
  commentsUrl: string | null;
  /** How many comments before these were left out. */
  leftOut: number;
  mirroredAt: UnixMs;
  language: Language;
}

/**
 * Many comments in one message that notifies nobody, each with its own report button. Those that have
 * become too long for it are cut. `null` when there is nothing to show.
 */
export function renderPack(
  comments: readonly PackedComment[],
  context: PackContext,
): MessageBody | null {
  if (comments.length === 0 && context.leftOut === 0) return null;
  const heading = headingOf(context);
  const parts = comments.slice(0, mostInPack).map((one) => partsOf(one, context));
  const sizes = parts.map(({ lead, text }) => textSize(lead + text));
  const most = fairShare(sizes, limits.componentsText - textSize(heading));
  const { report } = labelsIn(context.language).comment;
  return {
    components: [
      textDisplay(heading),
      ...parts.map(({ lead, text, key, continued, isPlaceholder }) =>
        section(
          fitting(lead, text, continued, most),
          actionButton(report, `report:${key}`, 'secondary', isPlaceholder),
        ),
      ),
    ],
    flags: flag.componentsV2 | flag.suppressNotifications,
    allowed_mentions: { parse: [] },
  };
}

function headingOf({ siteName, commentsUrl, articleUrl, leftOut, language }: PackContext): string {
  const { from, earlier } = labelsIn(language).comment;
  const site = from({ site: escapedName(siteName) });
  if (leftOut === 0) return `-# ${site}`;
  const label = earlier({ count: leftOut });
  const address = commentsUrl ?? articleUrl;
  const url = address === null || address.length > 300 ? null : safeUrl(address);
  return `-# ${site}\n${url === null ? label : `[${label}](<${url}>)`}`;
}

interface Parts {
  key: string;
  /** Never cut: who wrote it, when, and what it answers. */
  lead: string;
  text: string;
  continued: string;
  isPlaceholder: boolean;
}

function partsOf(
  { comment, key, hidden, answered }: PackedComment,
  { mirroredAt, language }: PackContext,
): Parts {
  const label = labelsIn(language).comment;
  const placeholder = placeholderOf(comment, hidden, label);
  if (placeholder !== null) {
    return { key, lead: '', text: `-# ${placeholder}`, continued: '', isPlaceholder: true };
  }
  const { author, body, publishedAt, editedAt, url } = comment;
  const time = (at: UnixMs | null) => (at === null ? '' : commentTime(at, mirroredAt));
  const heading = [
    `**${escapedName(author, label.anonymous)}**`,
    time(publishedAt),
    editedAt === null ? '' : label.edited({ time: time(editedAt) }),
  ];
  const reply = answered === null ? '' : `\n${replyLine(answered, language)}`;
  const site = url === null || url.length > 300 ? null : safeUrl(url);
  return {
    key,
    lead: `${heading.filter(Boolean).join(' · ')}${reply}\n`,
    text: commentMarkdown(body) || `*${label.noText}*`,
    continued: `\n-# ${site === null ? label.continues : `[${label.continues}](<${site}>)`}`,
    isPlaceholder: false,
  };
}

/** The largest size that each may have, so that all of them have no more than `room`. */
function fairShare(sizes: readonly number[], room: number): number {
  const ascending = [...sizes].sort((a, b) => a - b);
  let left = room;
  for (const [index, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (size > share) return share;
    left -= size;
  }
  return room;
}

function fitting(lead: string, text: string, continued: string, most: number): string {
  const whole = lead + text;
  if (textSize(whole) <= most) return whole;
  let room = most - lead.length - continued.length;
  while (room > 0) {
    const [cut = ''] = splitMessage(text, room, 1);
    const shown = `${lead}${cut}${continued}`;
    const size = textSize(shown);
    if (size <= most) return shown;
    room -= Math.max(1, Math.ceil(((size - most) * room) / size));
  }
  return lead + continued.trimStart();
}
