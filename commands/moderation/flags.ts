import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import type { Case } from '../../src/core/moderation/case.ts';
import { cardDelivery } from '../../src/newsroom/outbox/keys.ts';
import { messageUrl, timestamp } from '../../src/render/index.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from '../command.ts';
import { requireModerator } from '../permissions.ts';
import { withinMessage } from '../options.ts';

const queueLength = 15;

/** The moderators' queue of cases and a member's own reports. */
export const flags: SlashCommand = {
  body: new SlashCommandBuilder()
    .setName('flags')
    .setDescription('Show the queue of flagged messages, or your own reports')
    .setContexts(InteractionContextType.Guild)
    .addSubcommand((queue) =>
      queue.setName('queue').setDescription('For moderators: the cases that wait for a ruling'),
    )
    .addSubcommand((mine) =>
      mine.setName('mine').setDescription('The results of your reports of the last 30 days'),
    )
    .toJSON(),

  async run(interaction, context) {
    if (interaction.options.getSubcommand() === 'queue') return queue(interaction, context);
    return mine(interaction, context);
  },
};

async function queue(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  await requireModerator(interaction, context);
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { store } = context.ports;
  const cases = await store.cases.listQueue(interaction.guildId, queueLength);
  const lines = await Promise.all(
    cases.map(async ({ guildId, number, subject, state, urgency, openedAt }) => {
      const card = await store.deliveries.get(cardDelivery(guildId, number));
      const where = card?.messageId
        ? `[card](${messageUrl(guildId, card.channelId, card.messageId)})`
        : 'no card: choose a channel with `/settings set moderators-channel`';
      const what = `[message](${messageUrl(guildId, subject.channelId, subject.messageId)})`;
      const priority = state === 'escalated' ? '**escalated**' : `urgency ${urgency}`;
      return `- **Case ${number}** · ${priority} · opened ${timestamp(openedAt, 'R')} · ${what} · ${where}`;
    }),
  );
  await interaction.editReply({
    content: lines.length === 0 ? 'No case is waiting for a ruling.' : withinMessage(lines),
    allowedMentions: { parse: [] },
  });
}

const monthMs = 30 * 24 * 3_600_000;

async function mine(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { store, clock } = ports;
  const { guildId, user } = interaction;
  const reports = await store.cases.listReportsBy(guildId, user.id, clock.now() - monthMs);
  const lines = await Promise.all(
    reports.slice(-20).map(async ({ caseNumber, at }) => {
      const flagged = await store.cases.get(guildId, caseNumber);
      return `- Case ${caseNumber}, reported ${timestamp(at, 'R')}: ${flagged ? outcomeText(flagged) : 'deleted'}`;
    }),
  );
  const none = 'You have not reported anything in the last 30 days.';
  await interaction.editReply({
    content: lines.length === 0 ? none : withinMessage(lines),
    allowedMentions: { parse: [] },
  });
}

function outcomeText({ state, ruling }: Case): string {
  switch (state) {
    case 'open':
      return 'waiting for the moderators';
    case 'escalated':
      return 'waiting for a senior moderator';
    case 'upheld':
      return ruling?.action === 'remove' ? 'the message was removed' : 'upheld';
    case 'dismissed':
      return ruling?.action === 'void'
        ? 'the comment was deleted on its site'
        : 'the moderators found no violation';
    default:
      return state satisfies never;
  }
}
