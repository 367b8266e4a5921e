import {
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Discussion, DiscussionState } from '../src/core/discussion/discussion.ts';
import { durationText, minuteMs, type UnixMs } from '../src/core/time/duration.ts';
import {
  closingTimeByFeed,
  type Decision,
  type OverrideFacts,
  setOverride,
} from '../src/newsroom/discussions/moderator-override.ts';
import { type Labels, labelsFor, requestError, timestamp } from '../src/render/index.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from './command.ts';
import { chosenDiscussion, storyChoices } from './discussion/choose-story.ts';
import { authorChoices, listMuted, mute, unmute } from './discussion/mute.ts';
import { slowDiscussion, slowModeSubcommand } from './discussion/slow-mode.ts';
import { showStatus } from './discussion/status.ts';
import { described } from './localized.ts';
import { isModerator, requireModerator } from './permissions.ts';
import { durationOption } from './options.ts';

const body = described(
  new SlashCommandBuilder().setName('discussion'),
  ({ commands }) => commands.discussion.description,
)
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
  .addSubcommand((status) =>
    described(
      status.setName('status'),
      ({ commands }) => commands.discussion.status.description,
    ).addStringOption((option) =>
      described(
        option.setName('story').setAutocomplete(true),
        ({ commands }) => commands.discussion.story,
      ),
    ),
  )
  .addSubcommand((close) =>
    described(
      close.setName('close'),
      ({ commands }) => commands.discussion.close.description,
    ).addStringOption((option) =>
      described(
        option.setName('story').setAutocomplete(true),
        ({ commands }) => commands.discussion.story,
      ),
    ),
  )
  .addSubcommand((reopen) =>
    described(reopen.setName('reopen'), ({ commands }) => commands.discussion.reopen.description)
      .addStringOption((option) =>
        described(option.setName('for'), ({ commands }) => commands.discussion.reopen.for),
      )
      .addStringOption((option) =>
        described(
          option.setName('story').setAutocomplete(true),
          ({ commands }) => commands.discussion.story,
        ),
      ),
  )
  .addSubcommand((extend) =>
    described(extend.setName('extend'), ({ commands }) => commands.discussion.extend.description)
      .addStringOption((option) =>
        described(
          option.setName('by').setRequired(true),
          ({ commands }) => commands.discussion.extend.by,
        ),
      )
      .addStringOption((option) =>
        described(
          option.setName('story').setAutocomplete(true),
          ({ commands }) => commands.discussion.story,
        ),
      ),
  )
  .addSubcommand(slowModeSubcommand)
  .addSubcommand((muting) =>
    described(muting.setName('mute'), ({ mutes }) => mutes.commands.mute)
      .addStringOption((option) =>
        described(
          option.setName('author').setAutocomplete(true),
          ({ mutes }) => mutes.commands.author,
        ),
      )
      .addStringOption((option) =>
        described(
          option.setName('comment').setMaxLength(200),
          ({ mutes }) => mutes.commands.comment,
        ),
      ),
  )
  .addSubcommand((unmuting) =>
    described(unmuting.setName('unmute'), ({ mutes }) => mutes.commands.unmute).addStringOption(
      (option) =>
        described(
          option.setName('author').setRequired(true).setAutocomplete(true),
          ({ mutes }) => mutes.commands.mutedAuthor,
        ),
    ),
  )
  .addSubcommand((listing) =>
    described(listing.setName('muted'), ({ mutes }) => mutes.commands.muted),
  )
  .toJSON();

/** The states of the discussions that each subcommand suggests. */
const suggestedStates: Record<string, DiscussionState[]> = {
  status: ['waiting', 'open', 'closing-soon', 'closing', 'closed', 'detached'],
  close: ['waiting', 'open', 'closing-soon'],
  reopen: ['closing', 'closed'],
  extend: ['waiting', 'open', 'closing-soon'],
  'slow-mode': ['open', 'closing-soon', 'closing'],
};

const authorCommands: Record<
  string,
  (interaction: SlashInteraction, context: CommandContext) => Promise<void>
> = { mute, unmute, muted: listMuted };

export const discussion: SlashCommand = {
  body,

  async run(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const subcommand = interaction.options.getSubcommand();
    const onAuthors = authorCommands[subcommand];
    if (onAuthors) {
      // It counts in every channel.
      await requireModerator(interaction, null, context);
      return onAuthors(interaction, context);
    }
    const chosen = await chosenDiscussion(interaction, context);
    switch (subcommand) {
      case 'close':
        return close(interaction, chosen, context);
      case 'reopen':
        return reopen(interaction, chosen, context);
      case 'slow-mode':
        return slowDiscussion(interaction, chosen, context);
      case 'extend':
        return extend(interaction, chosen, context);
      default:
        return showStatus(interaction, chosen, context);
    }
  },

  async autocomplete(interaction, context) {
    const subcommand = interaction.options.getSubcommand();
    if (authorCommands[subcommand]) {
      const allowed = await isModerator(interaction, null, context);
      await interaction.respond(allowed ? await authorChoices(interaction, context) : []);
      return;
    }
    const wanted = suggestedStates[subcommand] ?? [];
    const { discussions } = context.ports.store;
    const found = await discussions.listInGuild(interaction.guildId, wanted, 200);
    await interaction.respond(await storyChoices(interaction, found, context));
  },
};

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
  const { closed, closing } = labelsFor(interaction).discussions;
  await interaction.editReply(threadId === null ? closed : closing);
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
  const { discussions: text } = labelsFor(interaction);
  if (override.kind !== 'open-until') {
    await interaction.editReply(text.reopened);
    return;
  }
  const reopened = text.reopenedUntil({ time: timestamp(override.until, 'f') });
  const byFeed = await closingTimeByFeed(ports, chosen);
  await interaction.editReply(`${reopened} ${earlierText(override.until, byFeed, text)}`.trimEnd());
}

/** What to type when a moderator's time is earlier than the one by the feed's rule; else nothing. */
function earlierText(
  until: UnixMs,
  byFeed: UnixMs | null,
  { neverByFeed, laterByFeed }: Labels['discussions'],
): string {
  if (byFeed === null) return neverByFeed;
  if (byFeed <= until) return '';
  const longer = Math.ceil((byFeed - until) / minuteMs) * minuteMs;
  return laterByFeed({ time: timestamp(byFeed, 'f'), duration: durationText(longer) });
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
      throw requestError((labels) => labels.discussions.refusals.noClosingTime);
    }
    return { kind: 'open-until' as const, until: Math.max(closesAt, now) + by };
  };
  const { until } = await setOverride(ports, id, decide, interaction.user.id);
  const { discussions: text } = labelsFor(interaction);
  await interaction.editReply(text.extended({ time: timestamp(until, 'f') }));
}

function refuseEnded({ state }: Discussion): void {
  if (state !== 'closed' && state !== 'closing') return;
  throw requestError(({ discussions: { states, refusals } }) =>
    refusals.ended({ state: states[state] }),
  );
}

function refuseOpen({ state }: Discussion): void {
  if (state === 'closed' || state === 'closing') return;
  throw requestError(({ discussions: { states, refusals } }) =>
    refusals.open({ state: states[state] }),
  );
}
