import { type PostingChannel, supportsDiscussions } from '../../src/core/delivery/channel.ts';
import type { Feed, FeedState } from '../../src/core/feed/feed.ts';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { intervalInWords, minuteMs, secondMs, type UnixMs } from '../../src/core/time/duration.ts';
import { channelOf } from '../../src/newsroom/subscriptions/edit-subscription.ts';
import { escapeMarkdown, settingsLines, timestamp, truncate } from '../../src/render/index.ts';
import { commentBacklogs } from '../../src/newsroom/discussions/comment-backlog.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { numberText, plural } from '../../src/text/plural.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { withinMessage } from '../options.ts';
import { chosenFeed } from './chosen-feed.ts';
import { newestComments } from './comment-lines.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const show: FeedSubcommand = {
  name: 'show',
  body: (subcommand) =>
    subcommand
      .setDescription('Show a feed: its settings, last answer, next read and errors')
      .addStringOption((option) =>
        option
          .setName('feed')
          .setDescription('The feed to show')
          .setRequired(true)
          .setAutocomplete(true),
      ),
  run,
};

async function run(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<void> {
  const subscription = await chosenFeed(interaction, { ports });
  const feed = await ports.store.feeds.getFeed(subscription.feedId);
  const stored = await ports.store.feeds.countStories(subscription.feedId);
  const hasAccess = (await ports.store.access.get(subscription.feedId)) !== null;
  const channel = await channelOf(ports, subscription, signal);
  const isMirrored = subscription.settings.comments.mirror && supportsDiscussions(channel);
  const lines = [
    ...(feed ? healthLines(feed, hasAccess, ports.clock.now()) : ['It has not been read yet.']),
    `${plural(stored, 'story', 'stories')} stored.`,
    ...subscriptionLines(subscription, channel),
    ...(isMirrored ? await backlogLines(ports, subscription) : []),
    ...(isMirrored ? await newestComments(ports, subscription, signal) : []),
  ];
  await interaction.editReply({
    content: withinMessage(lines),
    allowedMentions: { parse: [] },
  });
}

const mostBacklogs = 3;

/** How far long work is: comments that were found and are not all posted. */
async function backlogLines(ports: Ports, subscription: Subscription): Promise<string[]> {
  const backlogs = await commentBacklogs(ports, subscription);
  const lines = backlogs
    .slice(0, mostBacklogs)
    .map(
      ({ threadId, comments, posted }) =>
        `${numberText(posted)} of ${plural(comments, 'comment')} posted in <#${threadId}>.`,
    );
  const rest = backlogs.length - lines.length;
  if (rest === 0) return lines;
  return [...lines, `Comments of ${plural(rest, 'more story', 'more stories')} are being posted.`];
}

function healthLines(feed: Feed, hasAccess: boolean, now: UnixMs): string[] {
  const { title, url, state } = feed;
  const name = title === null ? '' : `**${escapeMarkdown(truncate(title, 200))}** `;
  const access = hasAccess ? ', read with its access settings' : '';
  return [
    `${name}<${truncate(shownAddress(url), 300)}>${access}`,
    ...(state.movedFrom ? [`Moved from <${truncate(shownAddress(state.movedFrom), 300)}>.`] : []),
    lastAnswer(feed),
    ...(state.changedAt === null ? [] : [`Last change: ${timestamp(state.changedAt, 'R')}.`]),
    ...failureLines(feed),
    nextPollLine(feed, now),
  ];
}

function lastAnswer({ lastPolledAt, state: { answer } }: Feed): string {
  if (lastPolledAt === null) return 'Not read yet.';
  const when = `Last read: ${timestamp(lastPolledAt, 'R')}`;
  if (!answer) return `${when}.`;
  const took = `after ${(answer.tookMs / secondMs).toFixed(1)} s`;
  if (answer.status === null) return `${when}, no answer ${took}.`;
  if (answer.status === 304) return `${when}, unchanged (304) ${took}.`;
  const size = answer.bytes > 0 ? `, ${sizeText(answer.bytes)}` : '';
  return `${when}, answered ${answer.status} ${took}${size}.`;
}

function failureLines({ errors, lastError, state }: Feed): string[] {
  if (lastError === null) return [];
  const since = state.failingSince === null ? null : timestamp(state.failingSince, 'R');
  const first = since === null ? '' : `, first ${since}`;
  const error = escapeMarkdown(truncate(lastError, 500));
  // Requests that the server turned away as too many are not counted as errors.
  if (errors === 0) return [`Rate-limited${first}: ${error}`];
  if (errors === 1) return [`Failed once${since === null ? '' : `, ${since}`}: ${error}`];
  return [`Failed ${errors} times in a row${first}: ${error}`];
}

const pauseReasons: Record<NonNullable<FeedState['paused']>, string> = {
  gone: 'its server says that it was removed permanently',
  refused: 'its server does not let Wirethread read it',
  failing: 'it has failed for too long',
};

const paceReasons = {
  interval: 'as set here',
  ttl: 'as its publisher asks with ttl',
  cache: 'as its publisher asks with cache headers',
  'retry-after': 'as its server asks with Retry-After',
  backoff: 'less often because of errors',
} as const;

function nextPollLine({ nextPoll, state }: Feed, now: UnixMs): string {
  if (state.paused) {
    return `**Paused**, because ${pauseReasons[state.paused]}. Use \`/feed retry\` to resume it.`;
  }
  const next = `Next read: ${nextPoll > now ? timestamp(nextPoll, 'R') : 'now'}`;
  if (!state.pace) return `${next}.`;
  const { everyMs, reason } = state.pace;
  // A server's Retry-After is for one request only.
  if (reason === 'retry-after') return `${next}, ${paceReasons[reason]}.`;
  return `${next}, then ${intervalInWords(rounded(everyMs))} (${paceReasons[reason]}).`;
}

/** Without the odd seconds that jitter adds. */
function rounded(ms: number): number {
  const unit = ms >= 2 * minuteMs ? minuteMs : secondMs;
  return Math.round(ms / unit) * unit;
}

function subscriptionLines(
  { channelId, settings, origin }: Subscription,
  channel: PostingChannel,
): string[] {
  const declared = origin === 'config' ? ' (from the configuration file)' : '';
  const lines = settingsLines(settings, channel).map((line) => `- ${line}`);
  return [`**In <#${channelId}>**${declared}`, ...lines];
}

function sizeText(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
}
