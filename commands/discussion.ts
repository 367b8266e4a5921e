import {
  type AutocompleteInteraction,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type {
  Discussion,
  DiscussionSource,
  DiscussionState,
} from '../src/core/discussion/discussion.ts';
import { RequestError } from '../src/core/errors.ts';
import { DiscussionId } from '../src/core/ids.ts';
import { durationText, minuteMs, type UnixMs } from '../src/core/time/duration.ts';
import { describedSource } from '../src/newsroom/discussions/find-source.ts';
import {
  closingTimeByFeed,
  discussionExpired,
  type Decision,
  discussionStatus,
  findDiscussion,
  type OverrideFacts,
  setOverride,
} from '../src/newsroom/discussions/moderator-override.ts';
import { escapeMarkdown, labelsFor, timestamp, truncate } from '../src/render/index.ts';
import { shownAddress } from '../src/text/masked-url.ts';
import { numberText, plural } from '../src/text/plural.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from './command.ts';
import { systemName, whyUnread } from './feed/comment-lines.ts';
import { isModerator, requireModerator } from './permissions.ts';
import { channelLabel, choices, durationOption } from './options.ts';

const states: Record<DiscussionState, string> = {
  waiting: 'waiting for its first comment',
  open: 'open',
  'closing-soon': 'open, but closes soon',
  closing: 'closing: the last comments are being posted',
  closed: 'closed',
  detached: 'over, because its thread was deleted',
  expired: 'over, and its comments are no longer stored',
};

const storyOption = 'The story. Leave this out in its own thread.';

const body = new SlashCommandBuilder()
  .setName('discussion')
  .setDescription("See, close, reopen or extend a story's discussion")
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
  .addSubcommand((status) =>
    status
      .setName('status')
      .setDescription('Show the state of a discussion and when it closes')
      .addStringOption((option) =>
        option.setName('story').setDescription(storyOption).setAutocomplete(true),
      ),
  )
  .addSubcommand((close) =>
    close
      .setName('close')
      .setDescription('Close a discussion now and lock its thread')
      .addStringOption((option) =>
        option.setName('story').setDescription(storyOption).setAutocomplete(true),
      ),
  )
  .addSubcommand((reopen) =>
    reopen
      .setName('reopen')
      .setDescription('Open a closed discussion again')
      .addStringOption((option) =>
        option
          .setName('for')
          .setDescription('How long it stays open: 12h, 3d … (default: until you close it)'),
      )
      .addStringOption((option) =>
        option.setName('story').setDescription(storyOption).setAutocomplete(true),
      ),
  )
  .addSubcommand((extend) =>
    extend
      .setName('extend')
      .setDescription('Keep a discussion open longer')
      .addStringOption((option) =>
        option
          .setName('by')
          .setDescription('How much longer it stays open: 12h, 3d …')
          .setRequired(true),
      )
      .addStringOption((option) =>
        option.setName('story').setDescription(storyOption).setAutocomplete(true),
      ),
  )
  .toJSON();

/** The states of the discussions that each subcommand suggests. */
const suggestedStates: Record<string, DiscussionState[]> = {
  status: ['waiting', 'open', 'closing-soon', 'closing', 'closed', 'detached'],
  close: ['waiting', 'open', 'closing-soon'],
  reopen: ['closing', 'closed'],
  extend: ['waiting', 'open', 'closing-soon'],
};

export const discussion: SlashCommand = {
  body,

  async run(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const chosen = await findChosenDiscussion(interaction, context);
    switch (interaction.options.getSubcommand()) {
      case 'close':
        return close(interaction, chosen, context);
      case 'reopen':
        return reopen(interaction, chosen, context);
      case 'extend':
        return extend(interaction, chosen, context);
      default:
        return showStatus(interaction, chosen, context);
    }
  },

  async autocomplete(interaction, context) {
    const { ports } = context;
    const wanted = suggestedStates[interaction.options.getSubcommand()] ?? [];
    const found = await ports.store.discussions.listInGuild(interaction.guildId, wanted, 200);
    await interaction.respond(
      choices(
        await moderated(interaction, found, context),
        interaction.options.getFocused(),
        ({ headline, discussion: { channelId } }) =>
          `${truncate(headline?.trim() || 'Untitled story', 60)} in ${channelLabel(interaction.guild, channelId)}`,
        ({ discussion: { id } }) => id,
      ),
    );
  },
};

/** The discussions in channels where the member is a moderator. */
async function moderated<Listed extends { discussion: Discussion }>(
  interaction: AutocompleteInteraction<'cached'>,
  listed: readonly Listed[],
  context: CommandContext,
): Promise<Listed[]> {
  const channelIds = [...new Set(listed.map(({ discussion }) => discussion.channelId))];
  const allowed = new Set<string>();
  for (const channelId of channelIds) {
    if (await isModerator(interaction, channelId, context)) allowed.add(channelId);
  }
  return listed.filter(({ discussion }) => allowed.has(discussion.channelId));
}

/** @throws RequestError where there is none, and to members who are not moderators of its channel */
async function findChosenDiscussion(
  interaction: SlashInteraction,
  context: CommandContext,
): Promise<Discussion> {
  const story = interaction.options.getString('story');
  const chosen = story
    ? { discussionId: DiscussionId.parse(story) }
    : { threadId: interaction.channelId };
  const discussion = await findDiscussion(context.ports, interaction.guildId, chosen);
  await requireModerator(interaction, discussion.channelId, context);
  return discussion;
}

async function showStatus(
  interaction: SlashInteraction,
  chosen: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  if (chosen.state === 'expired') throw new RequestError(discussionExpired);
  const { headline, closesAt, comments, posted, leftOut, backlog, system, commentsUrl } =
    await discussionStatus(ports, chosen);
  const labels = labelsFor(interaction);
  const { state, lastError, threadId } = chosen;
  const lines = [
    `**${escapeMarkdown(truncate(headline ?? 'Untitled story', 200))}**`,
    `This discussion is ${states[state]}${threadId ? ` (<#${threadId}>)` : ''}.`,
    closesAt === null ? 'It has no closing time.' : `Closing time: ${timestamp(closesAt, 'f')}.`,
    commentsLine({ comments, posted, leftOut, backlog, total: chosen.total ?? 0 }),
    chosen.source
      ? sourceLines(chosen, chosen.source, ports.clock.now())
      : system === null
        ? 'This story has no source of comments.'
        : `Its comments are shown with ${systemName(system, labels)}, ${whyUnread(system, labels)}${commentsUrl === null ? '' : `: <${truncate(shownAddress(commentsUrl), 300)}>`}.`,
    ...(lastError ? [`Last error: ${escapeMarkdown(truncate(lastError, 300))}`] : []),
  ];
  await interaction.editReply({ content: lines.join('\n'), allowedMentions: { parse: [] } });
}

/** Which source a discussion is read from and why, when it was read, and when it is next. */
function sourceLines(
  { state, nextPoll, readAt, replaced }: Discussion,
  source: DiscussionSource,
  now: UnixMs,
): string {
  const { label, foundBy } = describedSource(source);
  const by = foundBy === null ? '' : ` (found by ${foundBy})`;
  const read = readAt === null ? 'Not read yet.' : `Last read: ${timestamp(readAt, 'R')}.`;
  const next = nextPoll > now ? timestamp(nextPoll, 'R') : 'now';
  const line = `Comment source: ${label}${by}. ${read}${state === 'closed' ? '' : ` Next check: ${next}.`}`;
  if (!replaced) return line;
  const failing = describedSource(replaced.source).label;
  const reason = escapeMarkdown(truncate(replaced.reason, 300));
  return `${line}\nIt is read in place of ${failing}, which fails: ${reason} ${failing} is tried again ${timestamp(replaced.tryAt, 'R')}.`;
}

function commentsLine({
  comments,
  posted,
  leftOut,
  backlog,
  total,
}: Record<'comments' | 'posted' | 'leftOut' | 'backlog' | 'total', number>): string {
  const waiting = `${plural(backlog, 'message')} waiting to be sent`;
  if (posted < comments) {
    return `${numberText(posted)} of ${plural(comments, 'comment')} posted, ${waiting}.`;
  }
  const counts = `${numberText(comments)} of the ${plural(Math.max(total, comments + leftOut), 'comment')} on the site are mirrored`;
  const mirrored =
    leftOut > 0
      ? `${counts}: ${leftOut === 1 ? 'an older one was' : `${numberText(leftOut)} older ones were`} left out, by the setting \`backlog\` of \`/feed edit\``
      : total > comments
        ? `${counts}: its source gives no more`
        : `${plural(comments, 'comment')} mirrored`;
  return `${mirrored}${backlog > 0 ? `, ${waiting}` : ''}.`;
}

async function close(
  interaction: SlashInteraction,
  { id, threadId }: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  const decide = ({ discussion: current }: OverrideFacts): Decision => {
    refuseEnded(current);
    return { kind: 'closed' };
  };
  await setOverride(ports, id, decide, interaction.user.id);
  await interaction.editReply(
    threadId === null
      ? 'The discussion is closed. It had no comments yet, so it gets no thread.'
      : 'The discussion is closing. Wirethread posts the last comments, then locks the thread.',
  );
}

async function reopen(
  interaction: SlashInteraction,
  chosen: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  const length = interaction.options.getString('for');
  const ms = length ? durationOption('for', length, minuteMs) : null;
  const decide = ({ discussion: current, now }: OverrideFacts): Decision => {
    refuseOpen(current);
    return ms === null ? { kind: 'never-closes' } : { kind: 'open-until', until: now + ms };
  };
  const override = await setOverride(ports, chosen.id, decide, interaction.user.id);
  if (override.kind !== 'open-until') {
    await interaction.editReply('The discussion is open again, until you use `/discussion close`.');
    return;
  }
  const text = `The discussion is open again, until ${timestamp(override.until, 'f')}.`;
  const byFeed = await closingTimeByFeed(ports, chosen);
  await interaction.editReply(`${text}${earlierText(override.until, byFeed)}`);
}

/** What to type when a moderator's time is earlier than the one by the feed's rule; else nothing. */
function earlierText(until: UnixMs, byFeed: UnixMs | null): string {
  if (byFeed === null) {
    return ' By the rule of its feed it would never close. To keep it open, use `/discussion close`, then `/discussion reopen` without `for`.';
  }
  if (byFeed <= until) return '';
  const longer = Math.ceil((byFeed - until) / minuteMs) * minuteMs;
  return ` By the rule of its feed it would close later, ${timestamp(byFeed, 'f')}. To keep that time, use \`/discussion extend by:${durationText(longer)}\`.`;
}

async function extend(
  interaction: SlashInteraction,
  { id }: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  const by = durationOption('by', interaction.options.getString('by', true), minuteMs);
  const decide = ({ discussion: current, closesAt, now }: OverrideFacts) => {
    refuseEnded(current);
    if (closesAt === null) {
      throw new RequestError('This discussion has no closing time, so it needs no extension.');
    }
    return { kind: 'open-until' as const, until: Math.max(closesAt, now) + by };
  };
  const { until } = await setOverride(ports, id, decide, interaction.user.id);
  await interaction.editReply(`The discussion stays open until ${timestamp(until, 'f')}.`);
}

function refuseEnded({ state }: Discussion): void {
  if (state !== 'closed' && state !== 'closing') return;
  throw new RequestError(
    `This discussion is ${states[state]}. Use \`/discussion reopen\` to open it again.`,
  );
}

function refuseOpen({ state }: Discussion): void {
  if (state === 'closed' || state === 'closing') return;
  throw new RequestError(`There is nothing to reopen: this discussion is ${states[state]}.`);
}
