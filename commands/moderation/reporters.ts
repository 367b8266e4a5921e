import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { banFromReporting, unbanFromReporting } from '../../src/newsroom/moderation/report-bans.ts';
import {
  escapeMarkdown,
  labelsFor,
  requestError,
  timestamp,
  truncate,
} from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { withinMessage } from '../options.ts';
import { isModerator, requireModerator } from '../permissions.ts';

type Subcommand = SlashCommandSubcommandBuilder;

function withMember(subcommand: Subcommand): Subcommand {
  return subcommand.addUserOption((option) =>
    described(option.setName('member'), ({ reporters }) => reporters.commands.member).setRequired(
      true,
    ),
  );
}

export function banSubcommand(subcommand: Subcommand): Subcommand {
  const named = described(
    subcommand.setName('ban-reporter'),
    ({ reporters }) => reporters.commands.ban,
  );
  return withMember(named).addStringOption((option) =>
    described(option.setName('reason'), ({ reporters }) => reporters.commands.reason).setMaxLength(
      300,
    ),
  );
}

export function unbanSubcommand(subcommand: Subcommand): Subcommand {
  return withMember(
    described(subcommand.setName('unban-reporter'), ({ reporters }) => reporters.commands.unban),
  );
}

export function bannedSubcommand(subcommand: Subcommand): Subcommand {
  return described(
    subcommand.setName('banned-reporters'),
    ({ reporters }) => reporters.commands.banned,
  );
}

async function answer(interaction: SlashInteraction, content: string): Promise<void> {
  await interaction.editReply({ content, allowedMentions: { parse: [] } });
}

/** `/flags ban-reporter` */
export async function banReporter(
  interaction: SlashInteraction,
  context: CommandContext,
): Promise<void> {
  await requireModerator(interaction, null, context);
  const { guild, guildId, options, user } = interaction;
  const target = options.getUser('member', true);
  if (target.bot) throw requestError((labels) => labels.reporters.bots);
  const member = options.getMember('member');
  if (member && (await isModerator({ guild, guildId, member }, null, context))) {
    throw requestError((labels) => labels.reporters.moderators);
  }
  const reason = options.getString('reason');
  const request = { guildId, userId: target.id, by: user.id, reason };
  const isNew = await banFromReporting(context.ports, request);
  const { reporters } = labelsFor(interaction);
  const about = { member: `<@${target.id}>` };
  await answer(interaction, isNew ? reporters.banned(about) : reporters.bannedBefore(about));
}

/** `/flags unban-reporter` */
export async function unbanReporter(
  interaction: SlashInteraction,
  context: CommandContext,
): Promise<void> {
  await requireModerator(interaction, null, context);
  const { guildId, options, user } = interaction;
  const { id: userId } = options.getUser('member', true);
  const wasBanned = await unbanFromReporting(context.ports, { guildId, userId, by: user.id });
  const { reporters } = labelsFor(interaction);
  const about = { member: `<@${userId}>` };
  await answer(interaction, wasBanned ? reporters.unbanned(about) : reporters.notBanned(about));
}

/** `/flags banned-reporters` */
export async function bannedReporters(
  interaction: SlashInteraction,
  context: CommandContext,
): Promise<void> {
  await requireModerator(interaction, null, context);
  const { reporters } = labelsFor(interaction);
  const banned = await context.ports.store.readers.listBanned(interaction.guildId);
  const lines = banned.flatMap(({ userId, reportBan }) => {
    if (!reportBan) return [];
    const { by, at, reason } = reportBan;
    const about = {
      member: `<@${userId}>`,
      moderator: `<@${by}>`,
      time: timestamp(at, 'R'),
    };
    const why = reason === null ? '' : `: ${escapeMarkdown(truncate(reason, 200))}`;
    return [`- ${reporters.line(about)}${why}`];
  });
  await answer(
    interaction,
    lines.length === 0 ? reporters.none : withinMessage(lines, labelsFor(interaction)),
  );
}
