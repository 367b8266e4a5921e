import type { APIEmbed } from 'discord-api-types/v10';
import type { Language } from '../../core/feed/channel-options.ts';
import { commentSystemLabels, isHosted } from '../../core/story/comment-system.ts';
import { creditLines } from './credits.ts';
import type { Contributor, Credits, PhotoCredit } from '../../core/story/credits.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Story } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { linkButton, row, webUrl } from './components.ts';
import { contentLine, framed, unframed } from './content-line.ts';
import { breakMentions, escapeMarkdown } from '../markdown/escape.ts';
import { type Labels, labelsIn } from '../labels/index.ts';
import { limits, truncate, truncateAtSentence } from '../markdown/limits.ts';
import { isolateClosed, isolated, oneLine } from '../markdown/clean-text.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { longestLead } from '../../text/sentences.ts';

const mostSummary = 350;
const mostSmallPrint = 400;
const mostCredits = 1000;
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
  /** Whether it starts a forum post, whose name is the headline already. */
  inForum: boolean;
}

/**
 * A story's message: the headline, which push notifications show, an embed with all the rest, and
 * link buttons. The embed repeats the headline only where the text above it does not have it. Only
 * the given roles are mentioned.
 */
export function renderStory(story: Story, context: StoryContext): MessageBody {
  const { language } = context;
  const label = labelsIn(language).story;
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
  const template = isWithdrawn ? null : context.contentTemplate;
  const frame = isWithdrawn ? label.withdrawn : inBold;
  const isPostName = context.inForum && template === null;
  const content = isPostName ? mentions.trim() : contentLine(facts, template, mentions, frame);
  const embed = isWithdrawn ? withdrawnEmbed(story, context) : storyEmbed(story, context);
  const isNamed = !context.inForum && (template?.includes('{headline}') ?? true) && saysMore(embed);
  return {
    content,
    embeds: [isNamed ? embed : { title: titleOf(headline, context), ...embed }],
    components: row(linkButton(label.read, story.url), discussButton(story, context)),
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
  return truncate(plain, limits.threadName) || labelsIn(language).story.untitled;
}

/** Plain text on one line. A story without a headline is named by the beginning of its summary. */
export function headlineOf(story: Pick<Story, 'headline' | 'summary'>, language: Language): string {
  const headline = line(story.headline);
  if (headline !== '') return headline;
  return truncate(line(story.summary), mostHeadlineOfSummary) || labelsIn(language).story.untitled;
}

/** The authors: the byline, or else the people credited with reporting or writing. */
export function authorsOf({ byline, writing, reporting }: Credits): string[] {
  const people = [byline, writing, reporting].find((role) => role.length > 0) ?? [];
  return people.map(({ name }) => name);
}

function line(text: string | null): string {
  return text === null ? '' : oneLine(text.slice(0, mostRead));
}

/** Leads to the thread, or else to the comments on the site, and says which. */
function discussButton(story: Story, { threadUrl, commentCount, language }: StoryContext) {
  const label = labelsIn(language).story;
  const count = commentCount ?? story.commentCount ?? 0;
  const named = threadUrl === null ? label.comments : label.discuss;
  const counted = count < 1 ? '' : ` (${count.toLocaleString(language)})`;
  const { page, system } = story.commentLinks;
  const by =
    threadUrl === null && system !== undefined && isHosted(system)
      ? ` · ${commentSystemLabels[system]}`
      : '';
  return linkButton(named + counted + by, threadUrl ?? page);
}

/** Discord refuses an embed of an address alone. */
function saysMore({ author, description, image, footer }: APIEmbed): boolean {
  return [author, description, image, footer].some((part) => part !== undefined);
}

const inBold = ({ headline }: { headline: string }) => `**${headline}**`;

function titleOf(headline: string, { withdrawn, language }: StoryContext): string {
  const frame = withdrawn === null ? unframed : labelsIn(language).story.withdrawn;
  return framed(frame, headline, limits.embedTitle);
}

/** The address stays, because it identifies the message. The summary, photo and credits are removed. */
function withdrawnEmbed(story: Story, context: StoryContext): APIEmbed {
  const url = webUrl(story.url, limits.embedUrl);
  const label = labelsIn(context.language).story;
  const description = timed(label.withdrawnAt, context.withdrawn, 'R');
  return {
    color: withdrawnColour,
    ...(url && { url }),
    ...(description && { description }),
  };
}

function storyEmbed(story: Story, context: StoryContext): APIEmbed {
  const url = webUrl(story.url, limits.embedUrl);
  const imageUrl = story.photo && webUrl(story.photo.url, limits.embedUrl);
  const caption = line(story.photo?.caption ?? null);
  const source = sourceLine(story, context.feedTitle);
  const description = descriptionOf(story, context);
  // Discord draws the footer under the picture.
  const footer = story.photo ? photoLine(caption, story.photo.credit, context.language) : '';
  return {
    ...(url && { url }),
    ...(source && { author: { name: source, ...(url && { url }) } }),
    ...(description && { description }),
    ...(imageUrl && {
      image: {
        url: imageUrl,
        ...(caption && { description: truncate(breakMentions(caption), limits.altText) }),
      },
    }),
    ...(footer && { footer: { text: footer } }),
  };
}

/** Three of these fit the name of an embed's author, each whole in its own reading direction. */
const mostOfSource = 80;

/** The paper, the agency and the place: "The Harbour Ledger · Tidewire · PORT ELLIN". */
function sourceLine({ dateline }: Story, feedTitle: string | null): string {
  const paper = line(feedTitle);
  const agency = line(dateline?.agency ?? null);
  const parts = [paper, agency === paper ? '' : agency, line(dateline?.place ?? null)];
  return parts
    .filter(Boolean)
    .map((part) => isolated(truncate(breakMentions(part), mostOfSource)))
    .join(' · ');
}

/** Plain text as a reader sees it, with its own reading direction. */
function written(text: string): string {
  return isolated(escapeMarkdown(text));
}

/** Credits cleaned, on one line, with limited names, each with its own reading direction. */
function displayedCredits(credits: Credits): Credits {
  const shown = (name: string) => written(truncate(line(name), mostPersonName));
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
    verbatim: verbatim.map((text) => written(line(text))).filter(Boolean),
  };
}

/** Short enough that the embed stays below 6,000 units. */
function descriptionOf(story: Story, { corrected, language }: StoryContext): string {
  const label = labelsIn(language);
  const written = line(story.summary);
  const isLead = written.length <= longestLead;
  const summary = isLead ? written : truncateAtSentence(written, mostSummary);
  const times = [
    timed(label.story.published, story.publishedAt, 'f'),
    timed(label.story.corrected, corrected, 'R'),
  ];
  const credits = creditLines(displayedCredits(story.credits), label.credits);
  const smallPrint = [
    // A cut between a mark and its escape would show the escape.
    isolateClosed(truncate(credits, mostCredits).replace(/\\…$/u, '…')),
    topicsLine(story.topics, label.story),
    times.filter(Boolean).join(' · '),
  ];
  // A summary that only repeats the headline is left out.
  const said = summary === headlineOf(story, language) ? '' : escapeMarkdown(summary);
  return [said, ...smallPrint.filter(Boolean).map((text) => `-# ${text}`)]
    .filter(Boolean)
    .join('\n');
}

function timed(
  label: (places: { time: string }) => string,
  at: UnixMs | null,
  style: 'f' | 'R',
): string {
  return at === null ? '' : label({ time: timestamp(at, style) });
}

/** A footer's text, which has no markup. */
function photoLine(caption: string, credit: PhotoCredit | null, language: Language): string {
  const names = [line(credit?.photographer ?? null), line(credit?.agency ?? null)];
  const source = truncate(names.filter(Boolean).join('/'), mostSmallPrint / 2);
  const parts = [
    isolated(truncateAtSentence(caption, mostSmallPrint)),
    source && labelsIn(language).story.photo({ source: isolated(source) }),
  ];
  return truncate(breakMentions(parts.filter(Boolean).join(' — ')), limits.embedFooter);
}

function topicsLine(topics: readonly string[], label: Labels['story']): string {
  const named = topics.slice(0, 20).map(line).filter(Boolean).join(', ');
  const shown = escapeMarkdown(truncate(named, mostSmallPrint / 2));
  return shown && label.topics({ topics: isolated(shown) });
}
