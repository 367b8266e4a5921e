import { type PostingChannel, supportsDiscussions } from '../../src/core/delivery/channel.ts';
import type { Feed } from '../../src/core/feed/feed.ts';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { minuteMs, secondMs, type UnixMs } from '../../src/core/time/duration.ts';
import { channelHealth } from '../../src/newsroom/health/server-health.ts';
import { channelOf } from '../../src/newsroom/subscriptions/edit-subscription.ts';
import {
  escapeMarkdown,
  intervalIn,
  type Labels,
  labelsFor,
  settingsLines,
  timestamp,
  truncate,
} from '../../src/render/index.ts';
import { commentBacklogs } from '../../src/newsroom/discussions/comment-backlog.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { findingLine } from '../findings.ts';
import { described } from '../localized.ts';
import { withinMessage } from '../options.ts';
import { chosenFeed } from './chosen-feed.ts';
import { newestComments } from './comment-lines.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const show: FeedSubcommand = {
  name: 'show',
  body: (subcommand) =>
    described(subcommand, (labels) => labels.commands.feed.show.description).addStringOption(
      (option) =>
        described(option.setName('feed'), (labels) => labels.commands.feed.show.feed)
          .setRequired(true)
          .setAutocomplete(true),
    ),
  run,
};

async function run(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<void> {
  const labels = labelsFor(interaction);
  const label = labels.feed.show;
  const subscription = await chosenFeed(interaction, { ports });
  const feed = await ports.store.feeds.getFeed(subscription.feedId);
  const stored = await ports.store.feeds.countStories(subscription.feedId);
  const hasAccess = (await ports.store.access.get(subscription.feedId)) !== null;
  const channel = await channelOf(ports, subscription, signal);
  const { channelId } = subscription;
  const findings = await channelHealth(ports, channelId, signal);
  const troubles = findings.map((finding) => `⚠️ ${findingLine(finding, labels)}`);
  const isMirrored = subscription.settings.comments.mirror && supportsDiscussions(channel);
  const lines = [
    ...(feed ? healthLines(feed, hasAccess, ports.clock.now(), labels) : [label.notRead]),
    label.stored({ count: stored }),
    ...subscriptionLines(subscription, channel, troubles, labels),
    ...(isMirrored ? await backlogLines(ports, subscription, labels) : []),
    ...(isMirrored ? await newestComments(ports, subscription, labels, signal) : []),
  ];
  await interaction.editReply({
    content: withinMessage(lines, labels),
    allowedMentions: { parse: [] },
  });
}

const mostBacklogs = 3;

/** How far long work is: comments that were found and are not all posted. */
async function backlogLines(
  ports: Ports,
  subscription: Subscription,
  { feed: { show: label } }: Labels,
): Promise<string[]> {
  const backlogs = await commentBacklogs(ports, subscription);
  const lines = backlogs
    .slice(0, mostBacklogs)
    .map(({ threadId, comments, posted }) =>
      label.posted({ posted, count: comments, thread: `<#${threadId}>` }),
    );
  const rest = backlogs.length - lines.length;
  if (rest === 0) return lines;
  return [...lines, label.moreBacklogs({ count: rest })];
}

function healthLines(feed: Feed, hasAccess: boolean, now: UnixMs, labels: Labels): string[] {
  const label = labels.feed.show;
  const { title, url, state } = feed;
  const name = title === null ? '' : `**${escapeMarkdown(truncate(title, 200))}** `;
  const access = hasAccess ? `, ${label.withAccess}` : '';
  return [
    `${name}<${truncate(shownAddress(url), 300)}>${access}`,
    ...(state.movedFrom
      ? [label.movedFrom({ address: `<${truncate(shownAddress(state.movedFrom), 300)}>` })]
      : []),
    lastAnswer(feed, labels),
    ...(state.changedAt === null
      ? []
      : [label.lastChange({ time: timestamp(state.changedAt, 'R') })]),
    ...failureLines(feed, labels),
    nextPollLine(feed, now, labels),
  ];
}

function lastAnswer({ lastPolledAt, state: { answer } }: Feed, { feed }: Labels): string {
  const label = feed.show;
  if (lastPolledAt === null) return label.notRead;
  const time = timestamp(lastPolledAt, 'R');
  if (!answer) return label.lastRead({ time });
  const seconds = (answer.tookMs / secondMs).toFixed(1);
  const { status, bytes } = answer;
  if (status === null) return label.noAnswer({ time, seconds });
  if (status === 304) return label.unchanged({ time, seconds });
  return bytes > 0
    ? label.answeredSize({ time, status, seconds, size: sizeText(bytes) })
    : label.answered({ time, status, seconds });
}

function failureLines({ errors, lastError, state }: Feed, { feed }: Labels): string[] {
  if (lastError === null) return [];
  const label = feed.show;
  const time = state.failingSince === null ? null : timestamp(state.failingSince, 'R');
  const error = escapeMarkdown(truncate(lastError, 500));
  // Requests that the server turned away as too many are not counted as errors.
  if (errors === 0) {
    return [time === null ? label.rateLimited({ error }) : label.rateLimitedSince({ time, error })];
  }
  const count = errors;
  return [
    time === null ? label.failed({ count, error }) : label.failedSince({ count, time, error }),
  ];
}

function nextPollLine({ nextPoll, state }: Feed, now: UnixMs, labels: Labels): string {
  const label = labels.feed.show;
  if (state.paused) return label.pausedBecause[state.paused];
  const time = nextPoll > now ? timestamp(nextPoll, 'R') : label.now;
  if (!state.pace) return label.next({ time });
  const reason = label.pace[state.pace.reason];
  // A server's Retry-After is for one request only.
  if (state.pace.reason === 'retry-after') return label.nextAsked({ time, reason });
  const interval = intervalIn(labels, rounded(state.pace.everyMs));
  return label.nextThen({ time, interval, reason });
}

/** Without the odd seconds that jitter adds. */
function rounded(ms: number): number {
  const unit = ms >= 2 * minuteMs ? minuteMs : secondMs;
  return Math.round(ms / unit) * unit;
}

function subscriptionLines(
  { channelId, settings, origin }: Subscription,
  channel: PostingChannel,
  troubles: readonly string[],
  labels: Labels,
): string[] {
  const { inChannel, inChannelDeclared } = labels.feed.show;
  const heading = (origin === 'config' ? inChannelDeclared : inChannel)({
    channel: `<#${channelId}>`,
  });
  return [
    heading,
    ...troubles,
    ...settingsLines(settings, channel, labels).map((line) => `- ${line}`),
  ];
}

function sizeText(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
}
