import { creditLines } from '../core/credit-text.ts';
import type { PhotoCredit } from '../core/credits.ts';
import type { Snowflake } from '../core/ids.ts';
import type { MessageBody } from '../core/ports.ts';
import type { Story } from '../core/story.ts';
import type { UnixMs } from '../core/time.ts';
import { linkButton, row, webUrl } from './components.ts';
import { breakMentions, escapeMarkdown } from './escape.ts';
import { limits, truncate, truncateAtSentence, truncateWritten } from './limits.ts';
import { oneLine } from './plain.ts';
import { timeMark } from './time-mark.ts';

const mostSummary = 350;
const mostSmallPrint = 400;
const mostHeadlineOfSummary = 120;
/** Longer text is not looked at. */
const mostRead = 5000;

export interface StoryContext {
  threadUrl: string | null;
  commentCount: number | null;
  /** In the order they are mentioned; nobody else is. */
  mentionRoleIds: readonly Snowflake[];
  /** When a published correction was last taken over. */
  corrected: UnixMs | null;
  feedTitle: string | null;
}

/**
 * A story's message: one headline line, which push notifications show, an embed with its credits,
 * and link buttons. Only the given roles are mentioned.
 */
export function renderStory(story: Story, context: StoryContext): MessageBody {
  const roles = [...new Set(context.mentionRoleIds)];
  const mention = roles.map((id) => ` <@&${id}>`).join('');
  const headline = headlineOf(story);
  const written = truncateWritten(headline, limits.content - mention.length, escapeMarkdown);
  return {
    content: written + mention,
    embeds: [embedOf(story, headline, context)],
    components: row(
      linkButton('Read the story', story.url),
      linkButton(
        discussLabel(context.commentCount ?? story.commentCount),
        context.threadUrl ?? story.commentLinks.page,
      ),
    ),
    allowed_mentions: roles.length === 0 ? { parse: [] } : { parse: [], roles },
  };
}

/** The name of a story's thread: its headline on one line, at most 100 units. */
export function threadName(story: Pick<Story, 'headline' | 'summary'>): string {
  return truncate(headlineOf(story), limits.threadName);
}

/** Plain and on one line; a story without headline is called by its summary's beginning. */
export function headlineOf(story: Pick<Story, 'headline' | 'summary'>): string {
  const headline = line(story.headline);
  if (headline !== '') return headline;
  return truncate(line(story.summary), mostHeadlineOfSummary) || 'Untitled story';
}

function line(text: string | null): string {
  return text === null ? '' : oneLine(text.slice(0, mostRead));
}

function discussLabel(count: number | null): string {
  return count === null || count < 1 ? 'Discuss' : `Discuss (${count.toLocaleString('en-US')})`;
}

function embedOf(story: Story, headline: string, context: StoryContext): object {
  const url = webUrl(story.url, limits.embedUrl);
  const imageUrl = story.photo && webUrl(story.photo.url, limits.embedUrl);
  const caption = line(story.photo?.caption ?? null);
  const author = [line(story.dateline?.agency ?? null) || line(context.feedTitle)]
    .concat(line(story.dateline?.place ?? null))
    .filter(Boolean)
    .join(' · ');
  const footer = oneLine(creditLines(story.credits));
  const description = descriptionOf(story, context.corrected);
  return {
    title: truncateWritten(headline, limits.embedTitle, escapeMarkdown),
    ...(url && { url }),
    ...(author && { author: { name: truncate(breakMentions(author), limits.embedAuthor) } }),
    ...(description && { description }),
    ...(imageUrl && {
      image: {
        url: imageUrl,
        ...(caption && { description: truncate(breakMentions(caption), limits.altText) }),
      },
    }),
    ...(footer && { footer: { text: truncate(breakMentions(footer), limits.embedFooter) } }),
  };
}

/** At most about 2,400 units, so that with title, author and footer the embed stays below 6,000. */
function descriptionOf(story: Story, corrected: UnixMs | null): string {
  const summary = truncateAtSentence(line(story.summary), mostSummary);
  const times = [
    story.publishedAt === null ? '' : labelled('Published', timeMark(story.publishedAt, 'f')),
    corrected === null ? '' : labelled('Corrected', timeMark(corrected, 'R')),
  ];
  const smallPrint = [
    story.photo ? photoLine(line(story.photo.caption), story.photo.credit) : '',
    topicsLine(story.topics),
    times.filter(Boolean).join(' · '),
  ];
  return [escapeMarkdown(summary), ...smallPrint.filter(Boolean).map((text) => `-# ${text}`)]
    .filter(Boolean)
    .join('\n');
}

function labelled(label: string, text: string): string {
  return text && `${label} ${text}`;
}

function photoLine(caption: string, credit: PhotoCredit | null): string {
  const names = [line(credit?.photographer ?? null), line(credit?.agency ?? null)];
  const source = truncate(names.filter(Boolean).join('/'), mostSmallPrint / 2);
  return [truncateAtSentence(caption, mostSmallPrint), labelled('Photo:', source)]
    .filter(Boolean)
    .map((text) => escapeMarkdown(text))
    .join(' — ');
}

function topicsLine(topics: readonly string[]): string {
  const named = topics.slice(0, 20).map(line).filter(Boolean).join(', ');
  return named && `Topics: ${escapeMarkdown(truncate(named, mostSmallPrint / 2))}`;
}
