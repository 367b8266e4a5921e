import type { PostingChannel } from '../../src/core/delivery/channel.ts';
import type { Feed, FeedState } from '../../src/core/feed/feed.ts';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { durationText, minuteMs, secondMs, type UnixMs } from '../../src/core/time/duration.ts';
import { ownSubscription } from '../../src/newsroom/subscriptions/subscribe.ts';
import { channelOf } from '../../src/newsroom/subscriptions/edit-subscription.ts';
import { escapeMarkdown, settingsLines, truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { withinMessage } from '../options.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const show: FeedSubcommand = {
  name: 'show',
  body: (subcommand) =>
    subcommand
      .setDescription('How a feed is: its last answer, its next poll, what is wrong with it')
      .addStringOption((option) =>
        option.setName('feed').setDescription('Which').setRequired(true).setAutocomplete(true),
      ),
  run,
};

async function run(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<void> {
  const id = interaction.options.getString('feed', true);
  const subscription = await ownSubscription(ports.store, interaction.guildId, id);
  const feed = await ports.store.feeds.getFeed(subscription.feedId);
  const known = await ports.store.feeds.countStories(subscription.feedId);
  const hasAccess = (await ports.store.access.get(subscription.feedId)) !== null;
  const lines = [
    ...(feed ? healthLines(feed, hasAccess) : ['It has not been read yet.']),
    `Stories known: ${known}.`,
    ...subscriptionLines(subscription, await channelOf(ports, subscription, signal)),
  ];
  await interaction.editReply({
    content: withinMessage(lines),
    allowedMentions: { parse: [] },
  });
}

function healthLines(feed: Feed, hasAccess: boolean): string[] {
  const { title, url, state } = feed;
  const name = title === null ? '' : `**${escapeMarkdown(truncate(title, 200))}** `;
  const opened = hasAccess ? ', opened with what was given for it' : '';
  return [
    `${name}<${truncate(shownAddress(url), 300)}>${opened}`,
    ...(state.movedFrom
      ? [`Moved here from <${truncate(shownAddress(state.movedFrom), 300)}>.`]
      : []),
    lastAnswer(feed),
    ...(state.changedAt === null ? [] : [`Last changed ${ago(state.changedAt)}.`]),
    ...failureLines(feed),
    nextPollLine(feed),
  ];
}

function lastAnswer({ lastPolledAt, state: { answer } }: Feed): string {
  if (lastPolledAt === null) return 'Not read yet.';
  const when = `Last asked ${ago(lastPolledAt)}`;
  if (!answer) return `${when}.`;
  const took = `after ${(answer.tookMs / secondMs).toFixed(1)} s`;
  if (answer.status === null) return `${when}: no answer ${took}.`;
  if (answer.status === 304) return `${when}: unchanged (304) ${took}.`;
  const size = answer.bytes > 0 ? `, ${sizeText(answer.bytes)}` : '';
  return `${when}: answered ${answer.status} ${took}${size}.`;
}

function failureLines({ errors, lastError, state }: Feed): string[] {
  if (lastError === null) return [];
  const first = state.failingSince === null ? '' : `, first ${ago(state.failingSince)}`;
  const count =
    errors > 1
      ? `Failed ${errors} times in a row${first}`
      : errors === 1
        ? `Failed once${first.replace('first ', '')}`
        : `Turned away${first}`;
  return [`${count}: ${escapeMarkdown(truncate(lastError, 500))}`];
}

const pauseReasons: Record<NonNullable<FeedState['paused']>, string> = {
  gone: 'its server says that it is gone for good',
  refused: 'its server refuses it',
  failing: 'it has failed for too long',
};

const paceReasons = {
  interval: 'as set here',
  ttl: 'as its publisher asks (ttl)',
  cache: 'as its publisher asks (cache headers)',
  'retry-after': 'as its server asks (Retry-After)',
  backoff: ': slower, as it fails',
} as const;

function nextPollLine({ nextPoll, state }: Feed): string {
  if (state.paused) {
    return `**Paused**, as ${pauseReasons[state.paused]}. \`/feed retry\` sets it going again.`;
  }
  const next = `Next read ${ago(nextPoll)}`;
  if (!state.pace) return `${next}.`;
  const { everyMs, reason } = state.pace;
  // What a server asks to wait is asked for once.
  if (reason === 'retry-after') return `${next}, ${paceReasons[reason]}.`;
  return `${next}, every ${paceText(everyMs)}${reason === 'backoff' ? '' : ' '}${paceReasons[reason]}.`;
}

/** Rounded as people would say it: jitter makes no whole minutes. */
function paceText(ms: number): string {
  const unit = ms >= 2 * minuteMs ? minuteMs : secondMs;
  return durationText(Math.round(ms / unit) * unit);
}

function subscriptionLines(
  { channelId, settings, origin }: Subscription,
  channel: PostingChannel,
): string[] {
  const declared = origin === 'config' ? ', declared in the configuration file' : '';
  const words = settingsLines(settings, channel).map((one) => `- ${one}`);
  return [`**In <#${channelId}>**${declared}`, ...words];
}

const ago = (at: UnixMs) => `<t:${Math.floor(at / secondMs)}:R>`;

function sizeText(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
}
