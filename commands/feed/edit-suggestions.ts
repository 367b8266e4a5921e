import type { AutocompleteInteraction } from 'discord.js';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import type { Story } from '../../src/core/story/story.ts';
import { channelOf } from '../../src/newsroom/subscriptions/edit-subscription.ts';
import { parseDigest, parseQuietHours } from '../../src/core/feed/option-text.ts';
import {
  subscriptionsMeant,
  theOneMeant,
} from '../../src/newsroom/subscriptions/own-subscription.ts';
import type { CommandContext } from '../command.ts';
import { choices } from '../options.ts';
import { type FilterOption, filterOptions } from './edit-options.ts';

type Autocomplete = AutocompleteInteraction<'cached'>;

const mostStories = 100;
const longestValue = 100;
const usualZones = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Australia/Sydney',
];

const templates = [
  '{mentions} **{headline}** · {feed}',
  '**{headline}** ({place}) · {authors}',
  '{agency}: {headline}',
  '[{headline}]({url}) {mentions}',
];

/** Suggestions for an option of `/feed edit`, except for `feed`; empty if the option has none. */
export async function editSuggestions(
  interaction: Autocomplete,
  context: CommandContext,
): Promise<{ name: string; value: string }[]> {
  const { name, value } = interaction.options.getFocused(true);
  switch (name) {
    case 'mention-roles':
      return listed(value, roleNames(interaction));
    case 'content-line':
      return offered(value, ['none', ...templates]);
    case 'quiet-hours':
      return clocked(
        value,
        ['none'],
        '22:00-07:00',
        (text) => parseQuietHours(text, 'UTC') !== null,
        zonesOf(await feedsHere(interaction, context)),
      );
    case 'digest': {
      const zones = zonesOf(await feedsHere(interaction, context));
      const parses = (text: string) => parseDigest(text, 'UTC')?.every === 'day';
      return clocked(value, ['off', 'hourly'], 'daily 08:00', parses, zones);
    }
    case 'forum-tag': {
      const { tags } = await channelOf(
        context.ports,
        await chosenFeed(interaction, context),
        context.signal,
      );
      return offered(value, ['none', ...tags.map((tag) => tag.name)]);
    }
    default:
      return name in filterOptions
        ? listed(value, await recentEntries(interaction, context, name as FilterOption))
        : [];
  }
}

async function chosenFeed(
  interaction: Autocomplete,
  { ports }: CommandContext,
): Promise<Subscription> {
  const typed = interaction.options.getString('feed') ?? '';
  return theOneMeant(await subscriptionsMeant(ports.store, interaction.guildId, typed), typed);
}

const feedsHere = ({ guildId }: Autocomplete, { ports }: CommandContext) =>
  ports.store.feeds.listSubscriptionsIn(guildId);

function offered(typed: string, texts: readonly string[]) {
  return choices(texts, typed, String, String);
}

/** Suggests the next entry of a list, after the entries already typed. */
function listed(typed: string, entries: readonly string[]) {
  const at = typed.lastIndexOf(',') + 1;
  const before = at === 0 ? '' : `${typed.slice(0, at)} `;
  const used = new Set(
    typed
      .toLowerCase()
      .split(',')
      .map((one) => one.trim()),
  );
  const fresh = [...new Set(entries)].filter((entry) => !used.has(entry.toLowerCase()));
  const texts = (at === 0 ? ['none', ...fresh] : fresh).map((entry) => before + entry);
  const last = typed.slice(at).trim().toLowerCase();
  return texts
    .filter((text) => text.length <= longestValue)
    .filter((text) => text.slice(before.length).toLowerCase().includes(last))
    .slice(0, 25)
    .map((text) => ({ name: text, value: text }));
}

/** Times of day with a time zone: first the zones in use on this server, then frequent ones, then all that match. */
function clocked(
  typed: string,
  fixed: readonly string[],
  usual: string,
  parses: (text: string) => boolean,
  used: readonly string[],
) {
  const text = typed.trim().slice(0, longestValue);
  const zoneAt = parses(text) ? text.length : text.search(/[A-Za-z_/+-]+$/u);
  const before = zoneAt < 0 ? '' : text.slice(0, zoneAt).trim();
  const [hours, zone] = parses(before) ? [before, text.slice(zoneAt)] : ['', ''];
  const zones = [...new Set([...used, ...usualZones, ...Intl.supportedValuesOf('timeZone')])];
  const wanted = zone.toLowerCase();
  const texts = zones
    .filter((name) => name.toLowerCase().includes(wanted))
    .map((name) => `${hours || usual} ${name}`);
  if (hours !== '') return offered('', texts);
  return offered(typed, [...fixed, ...texts]);
}

function zonesOf(subscriptions: readonly Subscription[]): string[] {
  return subscriptions.flatMap(({ settings: { quietHours, digest } }) => [
    ...(quietHours ? [quietHours.zone] : []),
    ...(digest?.every === 'day' ? [digest.zone] : []),
  ]);
}

function roleNames({ guild }: Autocomplete): string[] {
  return guild.roles.cache
    .filter(({ id, managed }) => id !== guild.id && !managed)
    .map(({ name }) => `@${name}`);
}

/** The entries of the feed's recent stories, the most frequent first. */
async function recentEntries(
  interaction: Autocomplete,
  context: CommandContext,
  option: FilterOption,
): Promise<string[]> {
  const { feedId } = await chosenFeed(interaction, context);
  const stories = await context.ports.store.feeds.listRecentStories(feedId, mostStories);
  const [, part] = filterOptions[option];
  const counts = new Map<string, { entry: string; count: number }>();
  for (const { story } of stories) {
    for (const entry of new Set(partsOf(story, part))) {
      const key = entry.toLowerCase();
      counts.set(key, { entry, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ entry }) => entry);
}

function partsOf({ headline, topics, credits }: Story, part: 'words' | 'topics' | 'authors') {
  switch (part) {
    case 'topics':
      return topics.filter((topic) => !topic.includes(','));
    case 'authors': {
      const { byline, reporting, additionalReporting, writing } = credits;
      return [byline, reporting, additionalReporting, writing].flat().map(({ name }) => name);
    }
    case 'words':
      return (headline ?? '').slice(0, 500).match(/[\p{L}\p{M}]{4,}/gu) ?? [];
    default:
      return part satisfies never;
  }
}
