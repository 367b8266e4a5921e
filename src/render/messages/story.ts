import type { APIEmbed } from 'discord-api-types/v10';
import type { Language } from '../../core/feed/channel-options.ts';
import { creditLines } from './credits.ts';
import type { Contributor, Credits, PhotoCredit } from '../../core/story/credits.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Story } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { linkButton, row, webUrl } from './components.ts';
import { contentLine, framed } from './content-line.ts';
import { breakMentions, escapeMarkdown } from '../markdown/escape.ts';
import { fillLabel, labels } from '../labels/index.ts';
import type { Labels } from '../labels/labels.ts';
import { limits, truncate, truncateAtSentence, truncateWritten } from '../markdown/limits.ts';
import { isolated, oneLine } from '../markdown/clean-text.ts';
import { timestamp } from '../markdown/timestamp.ts';

const mostSummary = 350;
const mostSmallPrint = 400;
const mostHeadlineOfSummary = 120;
const mostPersonName = 80;
/** Characters after these are ignored. */
const mostRead = 5000;
/** The colour of the embed of a withdrawn story. */
const withdrawnColour = 0x95a5a6;

export interface StoryContext {
  threadUrl: string | null;
  commentCount: number | null;
  /** The roles to mention, in this order. Nobody else is mentioned. */
  mentionRoleIds: readonly Snowflake[];
  /** When the story was last corrected. */
  corrected: UnixMs | null;
  /** When its publisher withdrew the story. */
  withdrawn: UnixMs | null;
  feedTitle: string | null;
  language: Language;
  /** The template of the content line; `null` is the headline alone. */
  contentTemplate: string | null;
}

/**
 * A story's message: one headline line, which push notifications show, an embed with its credits,
 * and link buttons. Only the given roles are mentioned.
 */
export function renderStory(story: Story, context: StoryContext): MessageBody {
  const { language } = context;
  const label = labels[language].story;
  const roles = [...new Set(context.mentionRoleIds)];
  const headline = headlineOf(story, language);
  const facts = {
    headline,
    feed: context.feedTitle ?? '',
    agency: story.dateline?.agency ?? '',
    place: story.dateline?.place ?? '',
    authors: authorsOf(story.credits),
    topics: story.topics,
    url: story.url,
  };
  const mentions = roles.map((id) => ` <@&${id}>`).join('');
  const isWithdrawn = context.withdrawn !== null;
  const frame = isWithdrawn ? label.withdrawn : '{headline}';
  const template = isWithdrawn ? null : context.contentTemplate;
  return {
    content: contentLine(facts, template, mentions, frame),
    embeds: [
      isWithdrawn ? withdrawnEmbed(story, headline, context) : storyEmbed(story, headline, context),
    ],
    components: row(
      linkButton(label.read, story.url),
      linkButton(
        discussLabel(context.commentCount ?? story.commentCount, language),
        context.threadUrl ?? story.commentLinks.page,
      ),
    ),
    allowed_mentions: roles.length === 0 ? { parse: [] } : { parse: [], roles },
  };
}

/** The name of a story's thread: its headline on one line, at most 100 units. */
export function threadName(story: Pick<Story, 'headline' | 'summary'>, language: Language): string {
  return truncate(headlineOf(story, language), limits.threadName);
}

/** The name of a forum post that is not a story: the title of its message, or else how its text begins. */
export function bodyTitle({ content = '', embeds = [] }: MessageBody, language: Language): string {
  const [embed] = embeds;
  const title = embed?.title || content;
  const plain = line(title.replace(/^-# |[*_~`\\]/gmu, '').replace(/<[^<>]*>/gu, ''));
  return truncate(plain, limits.threadName) || labels[language].story.untitled;
}

/** Plain text on one line. A story without a headline is named by the beginning of its summary. */
export function headlineOf(story: Pick<Story, 'headline' | 'summary'>, language: Language): string {
  const headline = line(story.headline);
  if (headline !== '') return headline;
  return truncate(line(story.summary), mostHeadlineOfSummary) || labels[language].story.untitled;
}

/** The authors: the byline, or else the people credited with reporting or writing. */
export function authorsOf({ byline, writing, reporting }: Credits): string[] {
  const people = [byline, writing, reporting].find((role) => role.length > 0) ?? [];
  return people.map(({ name }) => name);
}

function line(text: string | null): string {
  return text === null ? '' : oneLine(text.slice(0, mostRead));
}

function discussLabel(count: number | null, language: Language): string {
  const { discuss, discussCount } = labels[language].story;
  if (count === null || count < 1) return discuss;
  return fillLabel(discussCount, { count: count.toLocaleString(language) });
}

/** The address stays, because it identifies the message. The summary, photo and credits are removed. */
function withdrawnEmbed(story: Story, headline: string, context: StoryContext): APIEmbed {
  const url = webUrl(story.url, limits.embedUrl);
  const label = labels[context.language].story;
  const description = timed(label.withdrawnAt, context.withdrawn, 'R');
  return {
    title: framed(label.withdrawn, headline, limits.embedTitle),
    color: withdrawnColour,
    ...(url && { url }),
    ...(description && { description }),
  };
}

function storyEmbed(story: Story, headline: string, context: StoryContext): APIEmbed {
  const url = webUrl(story.url, limits.embedUrl);
  const imageUrl = story.photo && webUrl(story.photo.url, limits.embedUrl);
  const caption = line(story.photo?.caption ?? null);
  const author = [line(story.dateline?.agency ?? null) || line(context.feedTitle)]
    .concat(line(story.dateline?.place ?? null))
    .filter(Boolean)
    .map(isolated)
    .join(' · ');
  const footer = creditLines(displayedCredits(story.credits), labels[context.language].credits);
  const description = descriptionOf(story, context);
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

/** Credits cleaned, on one line, with limited names, each with its own reading direction. */
function displayedCredits(credits: Credits): Credits {
  const shown = (name: string) => isolated(truncate(line(name), mostPersonName));
  const people = (role: readonly Contributor[]) =>
    role
      .map(({ name, place }) => ({
        name: shown(name),
        place: place === null ? null : shown(place),
      }))
      .filter(({ name }) => name !== '')
      .map(({ name, place }) => ({ name, place: place === '' ? null : place }));
  const { verbatim, ...roles } = credits;
  const named = Object.entries(roles).map(([role, whole]) => [role, people(whole)]);
  return {
    ...(Object.fromEntries(named) as typeof roles),
    verbatim: verbatim.map((text) => isolated(line(text))).filter(Boolean),
  };
}

/** At most about 2,400 units, so that with title, author and footer the embed stays below 6,000. */
function descriptionOf(story: Story, { corrected, language }: StoryContext): string {
  const label = labels[language].story;
  const summary = truncateAtSentence(line(story.summary), mostSummary);
  const times = [
    timed(label.published, story.publishedAt, 'f'),
    timed(label.corrected, corrected, 'R'),
  ];
  const smallPrint = [
    story.photo ? photoLine(line(story.photo.caption), story.photo.credit, label) : '',
    topicsLine(story.topics, label),
    times.filter(Boolean).join(' · '),
  ];
  // A summary that only repeats the headline is left out.
  const said = summary === headlineOf(story, language) ? '' : escapeMarkdown(summary);
  return [said, ...smallPrint.filter(Boolean).map((text) => `-# ${text}`)]
    .filter(Boolean)
    .join('\n');
}

function timed(label: string, at: UnixMs | null, style: 'f' | 'R'): string {
  const time = at === null ? '' : timestamp(at, style);
  return time && fillLabel(label, { time });
}

function photoLine(caption: string, credit: PhotoCredit | null, label: Labels['story']): string {
  const names = [line(credit?.photographer ?? null), line(credit?.agency ?? null)];
  const source = truncate(names.filter(Boolean).join('/'), mostSmallPrint / 2);
  return [
    isolated(escapeMarkdown(truncateAtSentence(caption, mostSmallPrint))),
    source && fillLabel(label.photo, { source: isolated(escapeMarkdown(source)) }),
  ]
    .filter(Boolean)
    .join(' — ');
}

function topicsLine(topics: readonly string[], label: Labels['story']): string {
  const named = topics.slice(0, 20).map(line).filter(Boolean).join(', ');
  const shown = escapeMarkdown(truncate(named, mostSmallPrint / 2));
  return shown && fillLabel(label.topics, { topics: isolated(shown) });
}
