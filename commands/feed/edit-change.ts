import type { Collection, Role } from 'discord.js';
import type { PostingChannel } from '../../src/core/delivery/channel.ts';
import { type ChannelOptions, Criteria, Language } from '../../src/core/feed/channel-options.ts';
import { templateProblem } from '../../src/core/feed/content-template.ts';
import { parseSelectors } from '../../src/core/feed/comment-selectors.ts';
import type { Snowflake } from '../../src/core/ids.ts';
import {
  Backlog,
  mostBacklog,
  mostMentionedRoles,
  mostOneByOne,
} from '../../src/core/feed/subscription.ts';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { parseDigest, parseList, parseQuietHours } from '../../src/core/feed/option-text.ts';
import { hourMs, minuteMs, secondMs } from '../../src/core/time/duration.ts';
import { escapeMarkdown, type Labels, requestError, truncate } from '../../src/render/index.ts';
import type { SlashInteraction } from '../command.ts';
import { durationOption, namedRole, periodOption } from '../options.ts';
import { optionRefused, type OptionRefused } from '../refusals.ts';
import { type FilterOption, filterOptions } from './edit-options.ts';

const nothing = new Set(['none', '-', 'off']);

/** Whether a text clears a setting. */
export function clears(text: string): boolean {
  return nothing.has(text.trim().toLowerCase());
}

export type Change = (
  settings: SubscriptionSettings,
  channel: PostingChannel,
) => SubscriptionSettings;

/** The options that a person gave, by name and in order, and what they change together. */
export interface RequestedChange {
  changed: string[];
  change: Change;
  /** The channel to move to; `null` for the one it has. */
  moveTo: Snowflake | null;
}

/** @throws RequestError for an option with an invalid value; the message says what is valid */
export function requestedChange({ options, guild }: SlashInteraction): RequestedChange {
  const changes: [string, Change][] = [];
  for (const [name, read] of Object.entries(textOptions)) {
    const typed = options.getString(name);
    if (typed !== null) changes.push([name, read(typed, guild)]);
  }
  const catchUp = options.getInteger('catch-up');
  if (catchUp !== null) changes.push(['catch-up', only({ catchUp })]);
  const mirror = options.getBoolean('comments');
  if (mirror !== null) changes.push(['comments', mirrorChange(mirror)]);
  const personas = options.getBoolean('personas');
  if (personas !== null) changes.push(['personas', personasChange(personas)]);
  return {
    changed: changes.map(([name]) => name),
    change: (settings, channel) =>
      changes.reduce((changed, [, change]) => change(changed, channel), settings),
    moveTo: options.getChannel('channel')?.id ?? null,
  };
}

const personasChange =
  (personas: boolean): Change =>
  (settings) => ({ ...settings, comments: { ...settings.comments, personas } });

type ReadText = (typed: string, guild: SlashInteraction['guild']) => Change;

const filterTexts = Object.fromEntries(
  (Object.keys(filterOptions) as FilterOption[]).map((name): [string, ReadText] => [
    name,
    (typed) => filterChange(name, typed),
  ]),
);

/** How the text of each option is read; "none", "off" and "-" clear a setting. */
const textOptions: Readonly<Record<string, ReadText>> = {
  ...filterTexts,
  'mention-roles': (typed, guild) => {
    const mentionRoleIds = clears(typed) ? [] : rolesFrom(typed, guild.id, guild.roles.cache);
    return (settings) => ({ ...settings, mentionRoleIds });
  },
  'content-line': (typed) => {
    const problem = clears(typed) ? null : templateProblem(typed);
    if (problem !== null) throw refused('content-line', typed, () => problem);
    return only({ contentTemplate: clears(typed) ? null : typed });
  },
  'quiet-hours': (typed) => {
    if (clears(typed)) return only({ quietHours: null });
    if (parseQuietHours(typed, 'UTC')) {
      return (settings) => ({ ...settings, quietHours: parseQuietHours(typed, zoneOf(settings)) });
    }
    throw refused('quiet-hours', typed, ({ quietHours }) => quietHours);
  },
  digest: (typed) => {
    if (clears(typed)) return only({ digest: null });
    if (parseDigest(typed, 'UTC')) {
      return (settings) => ({ ...settings, digest: parseDigest(typed, zoneOf(settings)) });
    }
    throw refused('digest', typed, ({ digest }) => digest);
  },
  language: (value) => only({ language: Language.parse(value) }),
  'forum-tag': (typed) => (settings, channel) => ({
    ...settings,
    forumTagId: clears(typed) ? null : tagFrom(typed, channel),
  }),
  'poll-every': (typed) => {
    const pollEveryMs = durationOption('poll-every', typed, minuteMs);
    return (settings) => ({ ...settings, pollEveryMs });
  },
  'comment-selectors': (typed) => {
    const selectors = clears(typed) ? null : parseSelectors(typed);
    if (selectors && 'problem' in selectors) {
      throw refused('comment-selectors', typed, () => selectors.problem);
    }
    return (settings) => ({ ...settings, comments: { ...settings.comments, selectors } });
  },
  backlog: (typed) => {
    const number = /^\s*(\d{1,6})\s*$/u.exec(typed)?.[1];
    const backlog = Backlog.safeParse(
      number === undefined ? typed.trim().toLowerCase() : Number(number),
    );
    if (!backlog.success) {
      throw refused('backlog', typed, ({ backlog: values }) =>
        values({ least: mostOneByOne, most: mostBacklog }),
      );
    }
    return (settings) => ({
      ...settings,
      comments: { ...settings.comments, backlog: backlog.data },
    });
  },
  'comment-period': (typed) => {
    const commentPeriodMs = periodOption('comment-period', typed, hourMs);
    return (settings) => ({
      ...settings,
      commentPeriodMs,
      closingWarningMs: Math.min(settings.closingWarningMs, quarter(commentPeriodMs)),
    });
  },
  'closing-warning': (typed) => {
    const ms = clears(typed) ? 0 : durationOption('closing-warning', typed, minuteMs);
    return (settings) => ({ ...settings, closingWarningMs: warning(ms, settings) });
  },
  'open-thread': (value) => (settings) => ({
    ...settings,
    comments: {
      ...settings.comments,
      openThread: value === 'at-once' ? 'at-once' : 'first-comment',
    },
  }),
};

function mirrorChange(mirror: boolean): Change {
  return (settings, channel) => {
    if (mirror && channel.kind === 'thread') {
      throw requestError((labels) => labels.feed.edit.noMirrorInThread);
    }
    return { ...settings, comments: { ...settings.comments, mirror } };
  };
}

/** The time zone that the feed's settings have already. */
function zoneOf({ quietHours, digest }: SubscriptionSettings): string {
  return quietHours?.zone ?? (digest?.every === 'day' ? digest.zone : 'UTC');
}

const only =
  (changed: Partial<ChannelOptions>): Change =>
  (settings) => ({ ...settings, ...changed });

function refused(
  option: string,
  typed: string,
  reasonOf: (values: Labels['feed']['values']) => string,
): OptionRefused {
  return optionRefused(option, ({ feed, refusals }) =>
    refusals.value({
      option,
      typed: escapeMarkdown(truncate(typed, 60)),
      reason: escapeMarkdown(reasonOf(feed.values)),
    }),
  );
}

function filterChange(name: FilterOption, typed: string): Change {
  const [side, part] = filterOptions[name];
  const entries = clears(typed) ? [] : parseList(typed);
  const checked = Criteria.safeParse({ [part]: entries });
  if (!checked.success) {
    throw refused(name, typed, ({ list }) => list);
  }
  return (settings) => ({
    ...settings,
    filters: {
      ...settings.filters,
      [side]: { ...settings.filters[side], [part]: checked.data[part] },
    },
  });
}

/** Ids of roles, from mentions or names separated by commas. */
function rolesFrom(
  typed: string,
  guildId: string,
  roles: Collection<string, Pick<Role, 'id' | 'name'>>,
): string[] {
  const mentioned = Array.from(typed.matchAll(/<@&(\d{15,20})>/gu), ([, id = '']) => id);
  const names = parseList(typed.replace(/<@&\d{15,20}>/gu, ','));
  const named = names.map((name) => {
    const plain = name.replace(/^@/u, '').toLowerCase();
    const role = roles.find((one) => one.name.replace(/^@/u, '').toLowerCase() === plain);
    if (role) return role.id;
    throw refused('mention-roles', name, ({ noRole }) => noRole);
  });
  const ids = [...new Set([...mentioned, ...named])];
  for (const id of ids) namedRole('mention-roles', { id }, guildId);
  if (ids.length > mostMentionedRoles) {
    throw refused('mention-roles', typed, ({ tooManyRoles }) =>
      tooManyRoles({ number: ids.length, most: mostMentionedRoles }),
    );
  }
  return ids;
}

function tagFrom(typed: string, { kind, tags }: PostingChannel): string {
  if (kind !== 'forum') {
    throw refused('forum-tag', typed, ({ notForum }) => notForum);
  }
  const plain = typed.trim().toLowerCase();
  const tag = tags.find(({ id, name }) => id === plain || name.toLowerCase() === plain);
  if (tag) return tag.id;
  const names = tags.map(({ name }) => name).join(', ');
  throw refused('forum-tag', typed, ({ noTag, noTags }) =>
    names === '' ? noTags : noTag({ tags: names }),
  );
}

/** The longest default warning: a quarter of the comment period, in whole seconds. */
function quarter(periodMs: number | null): number {
  return periodMs === null ? Infinity : Math.floor(periodMs / 4 / secondMs) * secondMs;
}

function warning(ms: number, { commentPeriodMs }: SubscriptionSettings): number {
  if (commentPeriodMs === null || ms < commentPeriodMs) return ms;
  throw optionRefused('closing-warning', (labels) => labels.feed.edit.warningTooLong);
}
