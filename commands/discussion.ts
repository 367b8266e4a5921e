import {
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Discussion, DiscussionState } from '../src/core/discussion/discussion.ts';
import { RequestError } from '../src/core/errors.ts';
import { DiscussionId } from '../src/core/ids.ts';
import { minuteMs, type UnixMs } from '../src/core/time/duration.ts';
import {
  discussionStatus,
  findDiscussion,
  setOverride,
} from '../src/newsroom/discussions/moderator-override.ts';
import { escapeMarkdown, truncate } from '../src/render/index.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from './command.ts';
import { isModerator, requireModerator } from './permissions.ts';
import { choices, durationOption } from './options.ts';

const states: Record<DiscussionState, string> = {
  waiting: 'waiting for its first comment',
  open: 'open',
  'closing-soon': 'open, closing soon',
  closing: 'closing: the last comments are being brought over',
  closed: 'closed',
  detached: 'given up: its thread was deleted',
};

const storyOption = 'Which story (in its thread: leave this out)';

const body = new SlashCommandBuilder()
  .setName('discussion')
  .setDescription("A story's discussion: how it stands, and when it closes")
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
  .addSubcommand((status) =>
    status
      .setName('status')
      .setDescription('How a discussion stands')
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
        option.setName('for').setDescription('How long: 12h, 3d … (until it is closed by hand)'),
      )
      .addStringOption((option) =>
        option.setName('story').setDescription(storyOption).setAutocomplete(true),
      ),
  )
  .addSubcommand((extend) =>
    extend
      .setName('extend')
      .setDescription('Keep a discussion open for longer')
      .addStringOption((option) =>
        option.setName('by').setDescription('How much longer: 12h, 3d …').setRequired(true),
      )
      .addStringOption((option) =>
        option.setName('story').setDescription(storyOption).setAutocomplete(true),
      ),
  )
  .toJSON();

/** The states in which each subcommand finds something to do. */
const offered: Record<string, DiscussionState[]> = {
  status: ['waiting', 'open', 'closing-soon', 'closing', 'closed', 'detached'],
  close: ['waiting', 'open', 'closing-soon'],
  reopen: ['closing', 'closed'],
  extend: ['waiting', 'open', 'closing-soon'],
};

export const discussion: SlashCommand = {
  body,

  async run(interaction, context) {
    await requireModerator(interaction, context);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const meant = await chosenDiscussion(interaction, context);
    switch (interaction.options.getSubcommand()) {
      case 'close':
        return close(interaction, meant, context);
      case 'reopen':
        return reopen(interaction, meant, context);
      case 'extend':
        return extend(interaction, meant, context);
      default:
        return status(interaction, meant, context);
    }
  },

  async autocomplete(interaction, context) {
    if (!(await isModerator(interaction, context))) return interaction.respond([]);
    const { ports } = context;
    const wanted = offered[interaction.options.getSubcommand()] ?? [];
    const found = await ports.store.discussions.listInGuild(interaction.guildId, wanted, 200);
    await interaction.respond(
      choices(
        found,
        interaction.options.getFocused(),
        ({ headline }) => headline?.trim() || 'Untitled story',
        ({ discussion: { id } }) => id,
      ),
    );
  },
};

async function chosenDiscussion(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<Discussion> {
  const story = interaction.options.getString('story');
  const meant = story
    ? { discussionId: DiscussionId.parse(story) }
    : { threadId: interaction.channelId };
  return findDiscussion(ports, interaction.guildId, meant);
}

async function status(
  interaction: SlashInteraction,
  meant: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  const { headline, closesAt, comments, backlog } = await discussionStatus(ports, meant);
  const { state, source, lastError, nextPoll, threadId } = meant;
  const lines = [
    `**${escapeMarkdown(truncate(headline ?? 'Untitled story', 200))}**`,
    `It is ${states[state]}${threadId ? ` in <#${threadId}>` : ''}.`,
    closesAt === null ? 'It never closes.' : `Closing time: ${stamp(closesAt)}.`,
    `Comments mirrored: ${comments}${backlog > 0 ? `, messages waiting to be sent: ${backlog}` : ''}.`,
    source
      ? `Read by ${source.source}${state === 'closed' ? '' : `, next ${stamp(nextPoll, 'R')}`}.`
      : 'No source of comments was found for this story.',
    ...(lastError ? [`Last trouble: ${escapeMarkdown(truncate(lastError, 300))}`] : []),
  ];
  await interaction.editReply({ content: lines.join('\n'), allowedMentions: { parse: [] } });
}

async function close(
  interaction: SlashInteraction,
  meant: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  refuseEnded(meant);
  await setOverride(ports, meant.id, (now) => ({ kind: 'closed', at: now }), interaction.user.id);
  await interaction.editReply(
    meant.threadId === null
      ? 'The discussion is closed before its first comment: no thread is opened for it.'
      : 'The discussion is being closed: the last comments are brought over, then its thread is locked.',
  );
}

async function reopen(
  interaction: SlashInteraction,
  meant: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  refuseDetached(meant);
  if (meant.state !== 'closed' && meant.state !== 'closing') {
    throw new RequestError(
      `This discussion is ${states[meant.state]}: there is nothing to reopen.`,
    );
  }
  const length = interaction.options.getString('for');
  const ms = length ? durationOption('for', length, minuteMs) : null;
  await setOverride(
    ports,
    meant.id,
    (now) => (ms === null ? { kind: 'never-closes' } : { kind: 'open-until', until: now + ms }),
    interaction.user.id,
  );
  await interaction.editReply(
    ms === null
      ? 'The discussion is open again, until `/discussion close` ends it.'
      : `The discussion is open again, until ${stamp(ports.clock.now() + ms)}.`,
  );
}

async function extend(
  interaction: SlashInteraction,
  meant: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  refuseEnded(meant);
  const by = durationOption('by', interaction.options.getString('by', true), minuteMs);
  const { closesAt } = await discussionStatus(ports, meant);
  if (closesAt === null)
    throw new RequestError('This discussion never closes: it needs no extension.');
  const until = Math.max(closesAt, ports.clock.now()) + by;
  await setOverride(ports, meant.id, () => ({ kind: 'open-until', until }), interaction.user.id);
  await interaction.editReply(`The discussion stays open until ${stamp(until)}.`);
}

/** @throws RequestError for a discussion that is closed already, or was given up */
function refuseEnded(meant: Discussion): void {
  refuseDetached(meant);
  if (meant.state !== 'closed' && meant.state !== 'closing') return;
  throw new RequestError(
    `This discussion is ${states[meant.state]}. \`/discussion reopen\` opens it again.`,
  );
}

function refuseDetached({ state }: Discussion): void {
  if (state !== 'detached') return;
  throw new RequestError(
    `This discussion is ${states[state]}. It is not tended any more; its story stays.`,
  );
}

/** An instant in the reader's own zone. */
function stamp(at: UnixMs, style: 'f' | 'R' = 'f'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}
