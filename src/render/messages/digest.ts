import type { Language } from '../../core/feed/channel-options.ts';
import type { Credits } from '../../core/story/credits.ts';
import type { Snowflake } from '../../core/ids.ts';
import { nameKey } from '../../core/story/same-person.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Story } from '../../core/story/story.ts';
import { webUrl } from './components.ts';
import { escapedName, escapeMarkdown, safeUrl } from '../markdown/escape.ts';
import { labelsIn } from '../labels/index.ts';
import { limits, truncate, truncateAtSentence, truncateWritten } from '../markdown/limits.ts';
import { isolated, oneLine } from '../markdown/clean-text.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { headlineOf } from './story.ts';

const mostLines = 20;
const mostSummary = 200;
/** A summary with less room than this is left out. */
const leastSummary = 40;
/** What a line adds around its summary: its mark, its time and the line's end. */
const aroundSummary = 30;
const mostAuthors = 3;
const mostHeadline = 200;
const mostPlace = 100;
const mostName = 80;
/** Room for "and N more" with its link. */
const tailRoom = 1_100;
/** Characters after these are ignored. */
const mostRead = 5_000;

export interface DigestContext {
  feedTitle: string | null;
  siteUrl: string | null;
  language: Language;
  /** How many stories the digest has besides these. */
  more: number;
  mentionRoleIds: readonly Snowflake[];
}

/**
 * One message for several stories, in the given order: for each its headline, and below it its time
 * and how its summary begins; at most 20 and no more than Discord accepts, then how many more there
 * are. The summaries share the room that the headlines leave.
 */
export function renderDigest(stories: readonly Story[], context: DigestContext): MessageBody {
  const { feedTitle, siteUrl, more, language } = context;
  const roles = [...new Set(context.mentionRoleIds)];
  const label = labelsIn(language).digest;
  const lines: string[] = [];
  let room = limits.embedDescription - tailRoom;
  for (const story of stories.slice(0, mostLines)) {
    const line = storyLine(story, language);
    if (line.length + 1 > room) break;
    lines.push(line);
    room -= line.length + 1;
  }
  const listed = stories.slice(0, lines.length);
  const unlisted = stories.length - listed.length + more;
  const roomEach = Math.floor(room / Math.max(1, listed.length)) - aroundSummary;
  const newest = Math.max(...listed.map(({ publishedAt }) => publishedAt ?? 0));
  const description = listed.flatMap((story, index) => [
    lines[index] ?? '',
    ...detailLine(story, newest, roomEach, language),
  ]);
  const siteAddress = siteUrl === null ? null : safeUrl(siteUrl);
  if (unlisted > 0) {
    const text = label.more({ count: unlisted });
    description.push(siteAddress === null ? text : `[${text}](${siteAddress})`);
  }
  const url = webUrl(siteUrl, limits.embedUrl);
  return {
    content: `${headingOf(feedTitle, stories.length + more, language)}${roles
      .map((id) => ` <@&${id}>`)
      .join('')}`,
    embeds: [
      {
        title: truncateWritten(
          oneLine(feedTitle ?? label.untitled),
          limits.embedTitle,
          escapeMarkdown,
        ),
        ...(url && { url }),
        description: description.join('\n'),
      },
    ],
    components: [],
    allowed_mentions: roles.length === 0 ? { parse: [] } : { parse: [], roles },
  };
}

/** Whether a digest that is in Discord lists the story: it is known by its address. */
export function isInDigest(
  { embeds }: { embeds: readonly { description?: string | undefined }[] },
  story: Pick<Story, 'url'>,
): boolean {
  const url = story.url === null ? null : safeUrl(story.url);
  if (url === null) return false;
  return embeds.some(
    ({ description = '' }) =>
      description.includes(`](${url})`) || description.includes(`(<${url}>)`),
  );
}

function headingOf(feedTitle: string | null, count: number, language: Language): string {
  const label = labelsIn(language).digest;
  const stories = label.stories({ count });
  if (feedTitle === null) return stories;
  return label.heading({ feed: escapedName(feedTitle), stories });
}

function storyLine(story: Story, language: Language): string {
  const headline = isolated(escapeMarkdown(truncate(headlineOf(story, language), mostHeadline)));
  const url = story.url === null ? null : safeUrl(story.url);
  const linked =
    url === null
      ? `**${headline}**`
      : isAddress(headlineOf(story, language))
        ? `**${headline}** (<${url}>)`
        : `**[${headline}](${url})**`;
  const place = (story.dateline?.place ?? '').slice(0, mostRead);
  const about = [written(place, mostPlace), authorsOf(story.credits)].filter(Boolean);
  return about.length === 0 ? linked : `${linked} — ${about.join(' · ')}`;
}

/** True for a headline that would be taken for the address that its link leads to. */
function isAddress(headline: string): boolean {
  return /:\/\/|^\s*(?:www\.)?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,5}(?:\/\S*)?\s*$/iu.test(
    headline.slice(0, mostRead),
  );
}

/** Small print below a story: when it appeared, and how its summary begins. */
function detailLine(
  { headline, summary, publishedAt }: Story,
  newest: UnixMs,
  room: number,
  language: Language,
): string[] {
  if (room < 0) return [];
  // A time alone would be unclear for a story of an earlier day.
  const style = publishedAt !== null && newest - publishedAt < dayMs ? 't' : 'd';
  const time = publishedAt === null ? '' : timestamp(publishedAt, style);
  const text = oneLine((summary ?? '').slice(0, mostRead));
  const isNew = headline !== null && text !== headlineOf({ headline, summary }, language);
  const most = Math.min(room, mostSummary);
  const shown = isNew && most >= leastSummary ? shortened(text, most) : '';
  const parts = [time, shown && isolated(shown)].filter(Boolean);
  return parts.length === 0 ? [] : [`-# ${parts.join(' · ')}`];
}

/** The longest beginning, at best of whole sentences, that is at most `most` units once escaped. */
function shortened(text: string, most: number): string {
  const whole = escapeMarkdown(truncateAtSentence(text, most));
  return whole.length <= most ? whole : truncateWritten(text, most, escapeMarkdown);
}

/** The first few authors, each once. */
function authorsOf({ byline, reporting, writing }: Credits): string {
  const people = new Map(
    [...byline, ...reporting, ...writing].map(({ name }) => [nameKey(name), name]),
  );
  const names = [...people.values()];
  const rest = names.length > mostAuthors ? ' …' : '';
  const shown = names
    .slice(0, mostAuthors)
    .map((name) => written(name.slice(0, mostRead), mostName));
  return shown.filter(Boolean).join(', ') + rest;
}

/** One line of text with its own reading direction. */
function written(text: string, most: number): string {
  const shown = escapeMarkdown(truncate(oneLine(text), most));
  return shown === '' ? '' : isolated(shown);
}
