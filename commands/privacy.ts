import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { recordMs } from '../src/core/moderation/reader.ts';
import {
  deleteOfMember,
  setPrivateMessages,
  storedOfMember,
  type StoredOfMember,
} from '../src/newsroom/moderation/privacy.ts';
import { type Labels, labelsFor, timestamp } from '../src/render/index.ts';
import { dayMs } from '../src/core/time/duration.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from './command.ts';
import { described } from './localized.ts';

/** What is stored of the member who asks, and their wish for private messages. */
export const privacy: SlashCommand = {
  body: described(
    new SlashCommandBuilder().setName('privacy'),
    (labels) => labels.privacy.commands.privacy,
  )
    .setContexts(InteractionContextType.Guild)
    .addSubcommand((show) =>
      described(show.setName('show'), (labels) => labels.privacy.commands.show),
    )
    .addSubcommand((remove) =>
      described(remove.setName('delete'), (labels) => labels.privacy.commands.delete),
    )
    .addSubcommand((messages) =>
      described(
        messages.setName('messages'),
        (labels) => labels.privacy.commands.messages,
      ).addBooleanOption((option) =>
        described(option.setName('on'), (labels) => labels.privacy.commands.on).setRequired(true),
      ),
    )
    .toJSON(),

  async run(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const content = await answerTo(interaction, context);
    await interaction.editReply({ content, allowedMentions: { parse: [] } });
  },
};

async function answerTo(interaction: SlashInteraction, { ports }: CommandContext): Promise<string> {
  const { guildId, user, options } = interaction;
  const labels = labelsFor(interaction);
  switch (options.getSubcommand()) {
    case 'delete':
      return deletedText(await deleteOfMember(ports, guildId, user.id), labels);
    case 'messages': {
      const on = options.getBoolean('on', true);
      await setPrivateMessages(ports, guildId, user.id, on);
      return on ? labels.privacy.messagesOn : labels.privacy.messagesOff;
    }
    default:
      return storedText(await storedOfMember(ports.store, guildId, user.id), labels);
  }
}

const recordDays = recordMs / dayMs;

/** Lines for what there is; those with a count of 0 are left out. */
function counted(
  ...lines: [count: number, text: (count: { count: number }) => string][]
): string[] {
  return lines.filter(([count]) => count > 0).map(([count, text]) => text({ count }));
}

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`);

function storedText(stored: StoredOfMember, { privacy: text, units }: Labels): string {
  const { reader, reports, cases, isInAudit, feeds, evidenceDays } = stored;
  const lines = [
    ...counted(
      [reports.length, text.reports],
      [
        reports.filter(({ details, law }) => details !== null || law !== null).length,
        text.reportTexts,
      ],
      [cases.length, text.casesOn],
      [cases.filter(({ evidence }) => evidence !== null).length, text.caseTexts],
      [cases.filter(({ appeal }) => appeal?.text).length, text.appeals],
      [feeds, text.feeds],
    ),
    ...(isInAudit ? [text.deeds] : []),
    ...(reader.privateMessages ? [] : [text.noMessages]),
    ...(reader.reportBan ? [text.banned({ time: timestamp(reader.reportBan.at, 'd') })] : []),
  ];
  if (lines.length === 0) return text.nothing;
  const evidence = units.days({ count: evidenceDays });
  const limits = text.limits({ evidence, reports: units.days({ count: recordDays }) });
  return [text.intro, ...listed(lines), limits].join('\n');
}

function deletedText(
  deleted: Awaited<ReturnType<typeof deleteOfMember>>,
  { privacy: text, units }: Labels,
): string {
  const gone = counted(
    [deleted.reportTexts, text.deletedReportTexts],
    [deleted.caseTexts, text.deletedCaseTexts],
    [deleted.appeals, text.deletedAppeals],
  );
  const reports = units.days({ count: recordDays });
  const kept = [
    ...counted(
      [deleted.open, text.keptOpen],
      [deleted.keptReports, ({ count }) => text.keptReports({ count, reports })],
      [deleted.keptCases, text.keptCases],
    ),
    ...(deleted.isBanned ? [text.keptBan] : []),
    ...(deleted.isInAudit ? [text.keptAudit] : []),
  ];
  return [
    ...(gone.length === 0 ? [text.nothingDeleted] : [text.deleted, ...listed(gone)]),
    ...(kept.length === 0 ? [] : [text.kept, ...listed(kept)]),
  ].join('\n');
}
