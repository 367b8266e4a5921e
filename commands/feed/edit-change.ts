import type { Collection, Role } from 'discord.js';
import type { PostingChannel } from '../../src/core/delivery/channel.ts';
import { type ChannelOptions, Criteria, Language } from '../../src/core/feed/channel-options.ts';
import { templateProblem } from '../../src/core/feed/content-template.ts';
import { RequestError } from '../../src/core/errors.ts';
import { mostMentionedRoles } from '../../src/core/feed/subscription.ts';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { parseDigest, parseList, parseQuietHours } from '../../src/core/feed/option-text.ts';
import { hourMs, minuteMs, secondMs } from '../../src/core/time/duration.ts';
import { escapeMarkdown, truncate } from '../../src/render/index.ts';
import type { SlashInteraction } from '../command.ts';
import { durationOption, namedRole, periodOption } from '../options.ts';
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

/** What a person changes, by the names of the options that they gave, in order. */
export interface RequestedChange {
  changed: string[];
  change: Change;
}

/** @throws RequestError for an option that cannot be, with what can */
export function requestedChange({ options, guild }: SlashInteraction): RequestedChange {
  const changes: [string, Change][] = [];
  const given = <T>(name: string, value: T | null, change: (value: T) => Change) => {
    if (value !== null) changes.push([name, change(value)]);
  };
  const text = (name: string, change: (value: string) => Change) =>
    given(name, options.getString(name), change);

  for (const name of Object.keys(filterOptions) as FilterOption[]) {
    text(name, (typed) => filterChange(name, typed));
  }
  text('mention-roles', (typed) => {
    const mentionRoleIds = clears(typed) ? [] : rolesFrom(typed, guild.id, guild.roles.cache);
    return (settings) => ({ ...settings, mentionRoleIds });
  });
  text('content-line', (typed) => {
    const problem = clears(typed) ? null : templateProblem(typed);
    if (problem !== null) throw refused('content-line', typed, problem);
    return only({ contentTemplate: clears(typed) ? null : typed });
  });
  text('quiet-hours', (typed) => {
    const quietHours = clears(typed) ? null : parseQuietHours(typed);
    if (quietHours || clears(typed)) return only({ quietHours });
    throw refused(
      'quiet-hours',
      typed,
      'it wants two times of day and a time zone, such as 22:00-07:00 Europe/Berlin, or none',
    );
  });
  text('digest', (typed) => {
    const digest = clears(typed) ? null : parseDigest(typed);
    if (digest || clears(typed)) return only({ digest });
    throw refused(
      'digest',
      typed,
      'it wants hourly, or a time of day and a time zone, such as daily 08:00 Europe/Berlin, or off',
    );
  });
  text('language', (value) => only({ language: Language.parse(value) }));
  given('catch-up', options.getInteger('catch-up'), (catchUp) => only({ catchUp }));
  text('forum-tag', (typed) => (settings, channel) => ({
    ...settings,
    forumTagId: clears(typed) ? null : tagFrom(typed, channel),
  }));
  text('poll-every', (typed) => {
    const pollEveryMs = durationOption('poll-every', typed, minuteMs);
    return (settings) => ({ ...settings, pollEveryMs });
  });
  given('comments', options.getBoolean('comments'), (mirror) => (settings, channel) => {
    if (mirror && channel.kind === 'thread') {
      throw new RequestError(
        'Comments cannot be mirrored in a thread: a story there has no thread of its own. Add the feed to a channel or a forum for that.',
      );
    }
    return { ...settings, comments: { ...settings.comments, mirror } };
  });
  text('comment-period', (typed) => {
    const commentPeriodMs = periodOption('comment-period', typed, hourMs);
    return (settings) => ({
      ...settings,
      commentPeriodMs,
      closingWarningMs: Math.min(settings.closingWarningMs, quarter(commentPeriodMs)),
    });
  });
  text('closing-warning', (typed) => {
    const ms = clears(typed) ? 0 : durationOption('closing-warning', typed, minuteMs);
    return (settings) => ({ ...settings, closingWarningMs: warning(ms, settings) });
  });
  text('open-thread', (value) => (settings) => ({
    ...settings,
    comments: {
      ...settings.comments,
      openThread: value === 'at-once' ? 'at-once' : 'first-comment',
    },
  }));
  return {
    changed: changes.map(([name]) => name),
    change: (settings, channel) =>
      changes.reduce((changed, [, change]) => change(changed, channel), settings),
  };
}

const only =
  (changed: Partial<ChannelOptions>): Change =>
  (settings) => ({ ...settings, ...changed });

function refused(option: string, typed: string, problem: string): RequestError {
  const shown = escapeMarkdown(truncate(typed, 60));
  return new RequestError(`\`${option}\` is "${shown}": ${escapeMarkdown(problem)}.`);
}

function filterChange(name: FilterOption, typed: string): Change {
  const [side, part] = filterOptions[name];
  const entries = clears(typed) ? [] : parseList(typed);
  const checked = Criteria.safeParse({ [part]: entries });
  if (!checked.success) {
    throw refused(
      name,
      typed,
      'it wants at most 50 entries between commas, each of 100 characters',
    );
  }
  return (settings) => ({
    ...settings,
    filters: {
      ...settings.filters,
      [side]: { ...settings.filters[side], [part]: checked.data[part] },
    },
  });
}

/** Roles as people write them, mentioned or by name. */
function rolesFrom(
  typed: string,
  guildId: string,
  known: Collection<string, Pick<Role, 'id' | 'name'>>,
): string[] {
  const mentioned = Array.from(typed.matchAll(/<@&(\d{15,20})>/gu), ([, id = '']) => id);
  const names = parseList(typed.replace(/<@&\d{15,20}>/gu, ','));
  const named = names.map((name) => {
    const plain = name.replace(/^@/u, '').toLowerCase();
    const role = known.find((one) => one.name.replace(/^@/u, '').toLowerCase() === plain);
    if (role) return role.id;
    throw refused(
      'mention-roles',
      name,
      'this server has no such role: choose those that are offered',
    );
  });
  const ids = [...new Set([...mentioned, ...named])];
  for (const id of ids) namedRole('mention-roles', { id }, guildId);
  if (ids.length > mostMentionedRoles) {
    throw refused(
      'mention-roles',
      typed,
      `these are ${ids.length} roles, and ${mostMentionedRoles} can be mentioned`,
    );
  }
  return ids;
}

function tagFrom(typed: string, { kind, tags }: PostingChannel): string {
  if (kind !== 'forum') {
    throw refused(
      'forum-tag',
      typed,
      'the feed’s channel is no forum, so its stories have no tags',
    );
  }
  const plain = typed.trim().toLowerCase();
  const tag = tags.find(({ id, name }) => id === plain || name.toLowerCase() === plain);
  if (tag) return tag.id;
  const names = tags.map(({ name }) => name).join(', ');
  throw refused('forum-tag', typed, `the forum has no such tag; it has ${names || 'none'}`);
}

/** A quarter of a period, which is the longest usual warning, in whole seconds. */
function quarter(periodMs: number | null): number {
  return periodMs === null ? Infinity : Math.floor(periodMs / 4 / secondMs) * secondMs;
}

function warning(ms: number, { commentPeriodMs }: SubscriptionSettings): number {
  if (commentPeriodMs === null || ms < commentPeriodMs) return ms;
  throw new RequestError(
    '`closing-warning` is as long as the comment period: choose a shorter one, or none.',
  );
}
