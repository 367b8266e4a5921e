import type { Language } from '../../core/feed/channel-options.ts';
import type { Credits } from '../../core/story/credits.ts';
import type { Snowflake } from '../../core/ids.ts';
import { nameKey } from '../../core/story/same-person.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Story } from '../../core/story/story.ts';
import { webUrl } from './components.ts';
import { escapedName, escapeMarkdown, safeUrl } from '../markdown/escape.ts';
import { pluralLabel, fillLabel, labels } from '../labels/index.ts';
import { limits, truncate, truncateWritten } from '../markdown/limits.ts';
import { isolated, oneLine } from '../markdown/clean-text.ts';
import { headlineOf } from './story.ts';

const mostLines = 20;
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
 * One message for several stories, in the given order: one line per story, at most 20 and no more
 * than Discord accepts, then how many more there are.
 */
export function renderDigest(stories: readonly Story[], context: DigestContext): MessageBody {
  const { feedTitle, siteUrl, more, language } = context;
  const roles = [...new Set(context.mentionRoleIds)];
  const label = labels[language].digest;
  const lines: string[] = [];
  let room = limits.embedDescription - tailRoom;
  for (const story of stories.slice(0, mostLines)) {
    const line = storyLine(story, language);
    if (line.length + 1 > room) break;
    lines.push(line);
    room -= line.length + 1;
  }
  const unlisted = stories.length - lines.length + more;
  const siteAddress = siteUrl === null ? null : safeUrl(siteUrl);
  if (unlisted > 0) {
    const text = pluralLabel(label.more, unlisted, language);
    lines.push(siteAddress === null ? text : `[${text}](${siteAddress})`);
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
        description: lines.join('\n'),
      },
    ],
    components: [],
    allowed_mentions: roles.length === 0 ? { parse: [] } : { parse: [], roles },
  };
}

function headingOf(feedTitle: string | null, count: number, language: Language): string {
  const label = labels[language].digest;
  const stories = pluralLabel(label.stories, count, language);
  if (feedTitle === null) return stories;
  return fillLabel(label.heading, { feed: escapedName(feedTitle), stories });
}

function storyLine(story: Story, language: Language): string {
  const headline = isolated(escapeMarkdown(truncate(headlineOf(story, language), mostHeadline)));
  const url = story.url === null ? null : safeUrl(story.url);
  const linked = url === null ? `**${headline}**` : `**[${headline}](${url})**`;
  const place = (story.dateline?.place ?? '').slice(0, mostRead);
  const about = [written(place, mostPlace), authorsOf(story.credits)].filter(Boolean);
  return about.length === 0 ? linked : `${linked} — ${about.join(' · ')}`;
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
