import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { isRemoved } from '../../src/core/delivery/delivery.ts';
import { RequestError } from '../../src/core/errors.ts';
import { dayMs } from '../../src/core/time/duration.ts';
import { caseCard, caseContext } from '../../src/newsroom/outbox/case-card.ts';
import { cardDelivery } from '../../src/newsroom/outbox/keys.ts';
import { guildSettings, moderatorsChannelTrouble } from '../../src/newsroom/outbox/moderators.ts';
import {
  caseSummary,
  escapeMarkdown,
  labelsFor,
  messageUrl,
  outcomeText,
  timestamp,
  truncate,
  urgencyName,
} from '../../src/render/index.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from '../command.ts';
import { requireModerator } from '../permissions.ts';
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

const queueLength = 15;

/** The moderators' queue of cases and a member's own reports. */
export const flags: SlashCommand = {
  body: new SlashCommandBuilder()
    .setName('flags')
    .setDescription('Show the queue of flagged messages, one case, or your own reports')
    .setContexts(InteractionContextType.Guild)
    .addSubcommand((queue) =>
      queue.setName('queue').setDescription('For moderators: the cases that wait for a ruling'),
    )
    .addSubcommand((show) =>
      show
        .setName('show')
        .setDescription("For moderators: a case's card, with the buttons to rule on it")
        .addIntegerOption((option) =>
          option
            .setName('case')
            .setDescription('The number of the case, as in /flags queue')
            .setRequired(true)
            .setMinValue(1),
        ),
    )
    .addSubcommand(appealSubcommand)
    .addSubcommand(banSubcommand)
    .addSubcommand(unbanSubcommand)
    .addSubcommand(bannedSubcommand)
    .addSubcommand((mine) =>
      mine.setName('mine').setDescription('The results of your reports of the last 30 days'),
    )
    .addSubcommand(statsSubcommand)
    .toJSON(),

  async run(interaction, context) {
    switch (interaction.options.getSubcommand()) {
      case 'queue':
        return queue(interaction, context);
      case 'show':
        return show(interaction, context);
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
};

async function queue(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await requireModerator(interaction, null, context);
  const { store } = context.ports;
  const settings = await guildSettings(store, interaction.guildId);
  const { moderatorsChannelId } = settings;
  const trouble = await moderatorsChannelTrouble(store, settings);
  const cases = await store.cases.listQueue(interaction.guildId, queueLength);
  const lines = await Promise.all(
    cases.map(async (flagged) => {
      const { guildId, number, state, urgency, openedAt } = flagged;
      const place = await caseContext(store, flagged);
      const card =
        moderatorsChannelId &&
        (await store.deliveries.get(cardDelivery(guildId, number, moderatorsChannelId)));
      const where =
        card && card.message && !isRemoved(card) && trouble === null
          ? `[card](${messageUrl(guildId, card.channelId, card.message.id)})`
          : `\`/flags show case:${number}\``;
      const view = place.messageUrl === null ? [] : [`[message](${place.messageUrl})`];
      const priority = state === 'escalated' ? '**escalated**' : `urgency: ${urgencyName(urgency)}`;
      const opened = `opened ${timestamp(openedAt, 'R')}`;
      const parts = [`**Case ${number}**`, caseSummary(flagged, place), priority, opened];
      return `- ${[...parts, ...view, where].join(' · ')}`;
    }),
  );
  if (!moderatorsChannelId && lines.length > 0) {
    lines.unshift(
      'Cases have no cards yet: choose a channel for them with `/settings set moderators-channel`.',
    );
  }
  if (trouble !== null) {
    lines.unshift(
      `No card can be posted in <#${moderatorsChannelId}>: ${escapeMarkdown(truncate(trouble, 200))}. Give Wirethread access there, or choose another channel with \`/settings set moderators-channel\`.`,
    );
  }
  await interaction.editReply({
    content:
      lines.length === 0
        ? 'No case is waiting for a ruling.'
        : withinMessage(lines, labelsFor(interaction)),
    allowedMentions: { parse: [] },
  });
}

/** Works without the moderators' channel, and for a ruled case too. */
async function show(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const number = interaction.options.getInteger('case', true);
  const flagged = await context.ports.store.cases.get(interaction.guildId, number);
  await requireModerator(interaction, flagged?.subject.channelId ?? null, context);
  const card = await caseCard(context.ports.store, interaction.guildId, number);
  if (!card) throw new RequestError(`There is no case ${number} here. See \`/flags queue\`.`);
  await interaction.editReply({
    components: card.components ?? [],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  });
}

const monthMs = 30 * dayMs;

async function mine(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { store, clock } = ports;
  const { guildId, user } = interaction;
  const reports = await store.cases.listReportsBy(guildId, user.id, clock.now() - monthMs);
  const lines = await Promise.all(
    reports.slice(-20).map(async ({ caseNumber, at }) => {
      const flagged = await store.cases.get(guildId, caseNumber);
      const about = flagged ? ` · ${caseSummary(flagged, await caseContext(store, flagged))}` : '';
      const outcome = flagged ? outcomeText(flagged, labelsFor(interaction)) : 'deleted';
      return `- Case ${caseNumber}, reported ${timestamp(at, 'R')}${about}: ${outcome}`;
    }),
  );
  const none = 'You have not reported anything in the last 30 days.';
  await interaction.editReply({
    content: lines.length === 0 ? none : withinMessage(lines, labelsFor(interaction)),
    allowedMentions: { parse: [] },
  });
}
