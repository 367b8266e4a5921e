import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { FeedId, Snowflake, StoryId } from '../../src/core/ids.ts';
import { AuditArea, auditAreas, type AuditFilter } from '../../src/core/moderation/audit.ts';
import type { AuditSide } from '../../src/core/ports/audit-ledger.ts';
import { dayMs, type UnixMs } from '../../src/core/time/duration.ts';
import { discussionOfThread } from '../../src/newsroom/discussions/thread-discussion.ts';
import {
  escapeMarkdown,
  type Labels,
  requestError,
  timestamp,
  truncate,
} from '../../src/render/index.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { filterFeed } from '../feed/feed-choices.ts';
import { choice, described } from '../localized.ts';

/** The options by which lines are chosen. */
export function withFilterOptions(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  return subcommand
    .addIntegerOption((option) =>
      described(option.setName('case').setMinValue(1), ({ audit }) => audit.commands.case),
    )
    .addUserOption((option) =>
      described(option.setName('person'), ({ audit }) => audit.commands.person),
    )
    .addStringOption((option) =>
      described(
        option
          .setName('about')
          .addChoices(
            ...auditAreas.map((area) => choice(area, ({ audit }) => audit.choices[area])),
          ),
        ({ audit }) => audit.commands.about,
      ),
    )
    .addChannelOption((option) =>
      described(option.setName('channel'), ({ audit }) => audit.commands.channel),
    )
    .addStringOption((option) =>
      described(option.setName('story').setAutocomplete(true), ({ audit }) => audit.commands.story),
    )
    .addStringOption((option) =>
      described(option.setName('feed').setAutocomplete(true), ({ audit }) => audit.commands.feed),
    )
    .addIntegerOption((option) =>
      described(
        option.setName('days').setMinValue(1).setMaxValue(3650),
        ({ audit }) => audit.commands.days,
      ),
    );
}

/** What a command's options choose. @throws RequestError for a story that is not from the list */
export async function filterOf(
  interaction: SlashInteraction,
  context: CommandContext,
): Promise<AuditFilter> {
  const { options } = interaction;
  const { ports } = context;
  const feedId = await filterFeed(interaction, context);
  const caseNumber = options.getInteger('case');
  const actor = options.getUser('person')?.id;
  const area = options.getString('about');
  const days = options.getInteger('days');
  const story = options.getString('story');
  if (story !== null && !(await ports.store.feeds.getStory(StoryId.parse(story)))) {
    const shown = escapeMarkdown(truncate(story, 60));
    throw requestError(({ audit }) => audit.noStory({ story: shown }));
  }
  const channelId = options.getChannel('channel')?.id;
  const thread = channelId ? await discussionOfThread(ports.store, channelId) : null;
  const storyId = story === null ? thread?.storyId : StoryId.parse(story);
  return {
    ...(caseNumber !== null && { caseNumber }),
    ...(actor && { actor }),
    ...(area !== null && { area }),
    ...(channelId && !thread && { channelId }),
    // A story has its feed.
    ...(storyId ? { storyId } : feedId && { feedId }),
    ...(days !== null && { since: ports.clock.now() - days * dayMs }),
  };
}

/** "case 12 · by @Sam · Reports and rulings"; empty for all lines. */
export async function filterText(
  { caseNumber, actor, area, channelId, storyId, feedId, since }: AuditFilter,
  { filters, choices, subjects }: Labels['audit'],
  { ports }: CommandContext,
): Promise<string> {
  const stored = storyId && (await ports.store.feeds.getStory(storyId));
  const feed = feedId && (await ports.store.feeds.getFeed(feedId));
  const known = AuditArea.safeParse(area).data;
  return [
    caseNumber === undefined ? '' : filters.case({ number: caseNumber }),
    actor === undefined ? '' : filters.person({ person: `<@${actor}>` }),
    known === undefined ? '' : choices[known],
    channelId === undefined ? '' : filters.channel({ channel: `<#${channelId}>` }),
    stored
      ? subjects.story({ headline: escapeMarkdown(truncate(stored.story.headline ?? '…', 60)) })
      : '',
    feed
      ? filters.feed({ feed: escapeMarkdown(truncate(feed.title ?? shownAddress(feed.url), 60)) })
      : '',
    since === undefined ? '' : filters.since({ time: timestamp(since, 'f') }),
  ]
    .filter(Boolean)
    .join(' · ');
}

const radix = 36;
const short = (value: number | string) => BigInt(value).toString(radix);

/**
 * A page and its filter as a `custom_id`, at most 100 characters: a page can be turned after a restart.
 * `audit:<b|a|n>:<at>:<seq>:<case>:<person>:<area>:<channel>:<story>:<since>`, numbers in base 36. A
 * feed is in the place of the story, with `~` before it.
 */
export function pageId(side: AuditSide, filter: AuditFilter): string {
  const { caseNumber, actor, area, channelId, storyId, feedId, since } = filter;
  const [direction, place] =
    side === null ? ['n', null] : 'before' in side ? ['b', side.before] : ['a', side.after];
  return [
    'audit',
    direction,
    place ? short(place.at) : '',
    place ? short(place.seq) : '',
    caseNumber === undefined ? '' : short(caseNumber),
    actor === undefined ? '' : short(actor),
    area ?? '',
    // A story has its channel.
    storyId === undefined && channelId !== undefined ? short(channelId) : '',
    storyId ?? (feedId === undefined ? '' : `~${feedId}`),
    since === undefined ? '' : short(since),
  ].join(':');
}

/** The page of a `custom_id`. @throws RequestError for one that was not made by {@link pageId} */
export function pageOf(customId: string): { side: AuditSide; filter: AuditFilter } {
  const [
    ,
    direction,
    at = '',
    seq = '',
    number = '',
    person = '',
    area = '',
    channel = '',
    story = '',
    since = '',
  ] = customId.split(':');
  const place = { at: numberOf(at), seq: numberOf(seq) };
  const side = direction === 'b' ? { before: place } : direction === 'a' ? { after: place } : null;
  return {
    side,
    filter: {
      ...(number !== '' && { caseNumber: numberOf(number) }),
      ...(person !== '' && { actor: idOf(person) }),
      ...(area !== '' && { area }),
      ...(channel !== '' && { channelId: idOf(channel) }),
      ...(story.startsWith('~') && { feedId: FeedId.parse(story.slice(1)) }),
      ...(story !== '' && !story.startsWith('~') && { storyId: StoryId.parse(story) }),
      ...(since !== '' && { since: numberOf(since) }),
    },
  };
}

function numberOf(text: string): UnixMs {
  return Number.parseInt(text, radix) || 0;
}

function idOf(text: string): Snowflake {
  let id = 0n;
  for (const digit of text) id = id * BigInt(radix) + BigInt(Number.parseInt(digit, radix) || 0);
  const parsed = Snowflake.safeParse(id.toString());
  if (parsed.success) return parsed.data;
  throw requestError(({ refusals }) => refusals.older);
}
