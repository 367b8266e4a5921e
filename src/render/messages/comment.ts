import type { Language } from '../../core/feed/channel-options.ts';
import type { Comment } from '../../core/discussion/comment.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { MessageBody, Persona } from '../../core/delivery/message-body.ts';
import { actionButton, flag, linkButton, row } from './components.ts';
import { escapedName } from '../markdown/escape.ts';
import { type Labels, labelsIn } from '../labels/index.ts';
import { limits } from '../markdown/limits.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { plainName } from '../markdown/clean-text.ts';
import { commentMarkdown } from '../markdown/comment-body.ts';
import { Remembered } from '../../text/remembered.ts';
import { markLength } from './mark.ts';
import { type Answered, linkedName, longestAnswered, replyLine, replyText } from './reply-line.ts';
import { splitMessage } from '../markdown/split.ts';
import { timestamp } from '../markdown/timestamp.ts';

const mostParts = 5;
const theseDaysMs = 7 * dayMs;

export interface CommentContext {
  /** Is part of the `custom_id` of the report button. */
  key: string;
  articleUrl: string | null;
  siteName: string;
  /** When it is mirrored, or about when: a time long before that is given as a date. */
  mirroredAt: UnixMs;
  replyTo: Snowflake | null;
  /** What it answers, where `replyTo` does not show it. */
  answered: Answered | null;
  /** Of a message that a webhook posts, which cannot reply; `null` for one of the bot's own. */
  persona: Persona | null;
  hidden: false | 'under-review' | 'removed' | 'muted';
  /** It notifies nobody. */
  quiet: boolean;
  language: Language;
}

/**
 * The messages of a comment in order: one, or up to five for a long text. The first replies to the
 * parent comment, the last has the buttons. A hidden or deleted comment is one placeholder without a
 * name. That of a muted author has a placeholder for each message, so that all return to their places;
 * the first has the buttons, as later ones may be new and are not posted.
 */
export function renderComment(comment: Comment, context: CommentContext): MessageBody[] {
  const { hidden, key, articleUrl, replyTo, persona, quiet } = context;
  const label = labelsIn(context.language).comment;
  const placeholder = placeholderOf(comment, hidden, label);
  const texts =
    placeholder === null || hidden === 'muted'
      ? textsOf.of(textKey(comment, context))
      : [`-# ${placeholder}`];
  const report = actionButton(label.report, `report:${key}`, 'secondary', placeholder !== null);
  const view = hidden ? [] : linkButton(label.view, comment.url ?? articleUrl);
  const withButtons = placeholder === null ? texts.length - 1 : 0;
  return texts.map((text, part) => ({
    content: placeholder === null ? text : `-# ${part === 0 ? placeholder : '…'}`,
    embeds: [],
    components: part === withButtons ? row(report, view) : [],
    flags: flag.suppressEmbeds | (quiet ? flag.suppressNotifications : 0),
    allowed_mentions: { parse: [] },
    ...(part === 0 &&
      replyTo !== null &&
      persona === null && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      }),
  }));
}

/** Site names are cut to 80 characters. The longest possible one gives the largest number of parts. */
const longestSiteName = 'M'.repeat(80);

/** The largest number of messages that a comment can take, whatever its site is called. */
export function commentParts(comment: Comment): number {
  return renderComment(comment, {
    key: '',
    articleUrl: null,
    siteName: longestSiteName,
    mirroredAt: 0,
    replyTo: null,
    answered: comment.parentId === null ? null : longestAnswered,
    persona: null,
    hidden: false,
    quiet: false,
    language: 'en',
  }).length;
}

/** What stands instead of a comment that is hidden, or was deleted; `null` for any other. */
export function placeholderOf(
  { deleted }: Comment,
  hidden: CommentContext['hidden'],
  label: Labels['comment'],
): string | null {
  if (hidden === 'removed') return label.removed;
  if (deleted) return label.deleted;
  if (hidden === 'muted') return label.muted;
  return hidden === false ? null : label.underReview;
}

/** "2 hours ago" says more than a date, "15 years ago" less. */
export function commentTime(at: UnixMs, mirroredAt: UnixMs): string {
  return timestamp(at, mirroredAt - at > theseDaysMs ? 'f' : 'R');
}

/** All that the texts of a comment's messages are made of. */
interface Written extends Pick<Comment, 'authorUrl' | 'body'> {
  /** `null` where the message has the name above it. */
  author: string | null;
  siteName: string;
  /** As Discord writes them; `null` for none. */
  published: string | null;
  edited: string | null;
  answered: Answered | null;
  /** In small print, where the name and the site are above the message. */
  isSmall: boolean;
  language: Language;
}

const mostTexts = 100;
/** Each message of a comment asks for all of its texts; `Written` as JSON. */
const textsOf = new Remembered(mostTexts, (key): readonly string[] =>
  commentTexts(JSON.parse(key) as Written),
);

function textKey(comment: Comment, context: CommentContext): string {
  const { siteName, mirroredAt, answered, persona, language } = context;
  const { author, authorUrl, body, publishedAt, editedAt } = comment;
  const time = (at: UnixMs | null) => (at === null ? null : commentTime(at, mirroredAt));
  const [published, edited] = [time(publishedAt), time(editedAt)];
  const shown = { authorUrl, body, published, edited, answered, language };
  // A name that Discord cuts or refuses is in the text too.
  const { anonymous } = labelsIn(language).comment;
  const isAbove = persona !== null && persona.username.startsWith(plainName(author, anonymous));
  const heading =
    persona === null
      ? { author, siteName, isSmall: false }
      : { author: isAbove ? null : author, siteName: '', isSmall: true };
  const written: Written = { ...shown, ...heading };
  return JSON.stringify(written);
}

function commentTexts({ siteName, published, edited, ...comment }: Written): string[] {
  const { answered, language } = comment;
  const label = labelsIn(language).comment;
  const continued = `\n-# ${label.continues}`;
  const { author, authorUrl, isSmall } = comment;
  const heading = [
    isSmall && answered && replyText(answered, language),
    author === null ? '' : `**${linkedName(author, authorUrl, label.anonymous)}**`,
    siteName && escapedName(siteName),
    published,
    edited === null ? '' : label.edited({ time: edited }),
  ]
    .filter(Boolean)
    .join(' · ');
  const text = commentMarkdown(comment.body) || `*${label.noText}*`;
  const lines = [
    isSmall && heading !== '' ? `-# ${heading}` : heading,
    !isSmall && answered && replyLine(answered, language),
    text,
  ];
  const whole = lines.filter(Boolean).join('\n');
  // The last part has its mark in its buttons, the others in their text.
  const isShort = whole.length <= limits.content;
  const room = isShort ? limits.content : limits.content - markLength;
  const parts = splitMessage(whole, room, mostParts + 1);
  if (parts.length <= mostParts) return parts;
  const [last = ''] = splitMessage(parts[mostParts - 1] ?? '', limits.content - continued.length);
  return [...parts.slice(0, mostParts - 1), last + continued];
}
