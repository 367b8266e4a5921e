import { ChannelType, InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { dayMs } from '../../src/core/time/duration.ts';
import { ReportReason } from '../../src/core/moderation/case.ts';
import { casePlace } from '../../src/newsroom/outbox/case-card.ts';
import { caseSummary, labelsFor, outcomeText, timestamp } from '../../src/render/index.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from '../command.ts';
import { choice, described } from '../localized.ts';
import { feedChoices, filterFeed } from '../feed/feed-choices.ts';
import { isModerator, isSenior, requireModerator } from '../permissions.ts';
import { stats, statsSubcommand } from './flags-stats.ts';
import { withinMessage } from '../options.ts';
import { appeal, appealSubcommand } from './appeal.ts';
import {
  bannedReporters,
  bannedSubcommand,
  banReporter,
  banSubcommand,
  unbanReporter,
  unbanSubcommand,
} from './reporters.ts';
import { showCase, showNext } from './case-view.ts';
import { queueMessage, type QueueState, queueStates } from './queue-view.ts';

/** The moderators' queue of cases and a member's own reports. */
export const flags: SlashCommand = {
  body: described(new SlashCommandBuilder().setName('flags'), ({ flags }) => flags.commands.flags)
    .setContexts(InteractionContextType.Guild)
    .addSubcommand((queue) =>
      described(queue.setName('queue'), ({ flags }) => flags.commands.queue)
        .addStringOption((option) =>
          described(option.setName('state'), ({ flags }) => flags.commands.state).addChoices(
            (Object.keys(queueStates) as QueueState[]).map((state) =>
              choice(state, ({ flags }) => flags.commands.choices[state]),
            ),
          ),
        )
        .addStringOption((option) =>
          described(option.setName('reason'), ({ flags }) => flags.commands.reason).addChoices(
            ReportReason.options.map((value) =>
              choice(value, ({ report }) => report.reasons[value]),
            ),
          ),
        )
        .addChannelOption((option) =>
          described(
            option.setName('channel'),
            ({ flags }) => flags.commands.channel,
          ).addChannelTypes(
            ChannelType.GuildText,
            ChannelType.GuildAnnouncement,
            ChannelType.GuildForum,
            ChannelType.PublicThread,
          ),
        )
        .addStringOption((option) =>
          described(
            option.setName('feed').setAutocomplete(true),
            ({ flags }) => flags.commands.feed,
          ),
        )
        .addBooleanOption((option) =>
          described(option.setName('mine'), ({ flags }) => flags.commands.mineOnly),
        ),
    )
    .addSubcommand((show) =>
      described(show.setName('show'), ({ flags }) => flags.commands.show).addIntegerOption(
        (option) =>
          described(option.setName('case'), ({ flags }) => flags.commands.case)
            .setRequired(true)
            .setMinValue(1),
      ),
    )
    .addSubcommand(appealSubcommand)
    .addSubcommand(banSubcommand)
    .addSubcommand(unbanSubcommand)
    .addSubcommand(bannedSubcommand)
    .addSubcommand(statsSubcommand)
    .addSubcommand((next) => described(next.setName('next'), ({ flags }) => flags.commands.next))
    .addSubcommand((mine) => described(mine.setName('mine'), ({ flags }) => flags.commands.mine))
    .toJSON(),

  async run(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    switch (interaction.options.getSubcommand()) {
      case 'queue':
        return queue(interaction, context);
      case 'show':
        return show(interaction, context);
      case 'next':
        await requireModerator(interaction, null, context);
        return showNext(interaction, context, {});
      case 'stats':
        return stats(interaction, context);
      case 'appeal':
        return appeal(interaction, context);
      case 'ban-reporter':
        return banReporter(interaction, context);
      case 'unban-reporter':
        return unbanReporter(interaction, context);
      case 'banned-reporters':
        return bannedReporters(interaction, context);
      default:
        return mine(interaction, context);
    }
  },

  async autocomplete(interaction, context) {
    const allowed = await isModerator(interaction, null, context);
    await interaction.respond(allowed ? await feedChoices(interaction, context) : []);
  },
};

async function queue(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  await requireModerator(interaction, null, context);
  const { options } = interaction;
  const usual = (await isSenior(interaction, context)) ? 'waiting' : 'open';
  const view = {
    page: 0,
    state: (options.getString('state') ?? usual) as QueueState,
    reason: ReportReason.safeParse(options.getString('reason')).data ?? null,
    channelId: options.getChannel('channel')?.id ?? null,
    feedId: await filterFeed(interaction, context),
    mine: options.getBoolean('mine') ?? false,
  };
  await interaction.editReply(await queueMessage(interaction, view, context.ports));
}

/** Works without the moderators' channel, and for a ruled case too. */
async function show(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  const number = interaction.options.getInteger('case', true);
  const flagged = await context.ports.store.cases.get(interaction.guildId, number);
  await requireModerator(interaction, flagged?.subject.channelId ?? null, context);
  await showCase(interaction, context, number);
}

const monthMs = 30 * dayMs;
async function mine(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const { store, clock } = ports;
  const { guildId, user } = interaction;
  const labels = labelsFor(interaction);
  const texts = labels.flags.mine;
  const reports = await store.cases.listReportsBy(guildId, user.id, clock.now() - monthMs);
  const lines = await Promise.all(
    reports.slice(-20).map(async ({ caseNumber: number, at }) => {
      const flagged = await store.cases.get(guildId, number);
      const time = timestamp(at, 'R');
      if (!flagged) return texts.deleted({ number, time });
      const what = caseSummary(flagged, await casePlace(store, flagged), labels);
      return texts.line({ number, time, what, outcome: outcomeText(flagged, labels) });
    }),
  );
  await interaction.editReply({
    content:
      lines.length === 0
        ? texts.none
        : withinMessage(
            lines.map((line) => `- ${line}`),
            labels,
          ),
    allowedMentions: { parse: [] },
  });
}
