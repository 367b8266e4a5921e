import {
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { serverHealth } from '../src/newsroom/health/server-health.ts';
import { labelsFor } from '../src/render/index.ts';
import type { SlashCommand } from './command.ts';
import { findingLine } from './findings.ts';
import { described } from './localized.ts';
import { withinMessage } from './options.ts';
import { requireManager } from './permissions.ts';

/** What is wrong in a server, and what to do. It changes nothing. */
export const health: SlashCommand = {
  body: described(
    new SlashCommandBuilder().setName('health'),
    (labels) => labels.health.commands.description,
  )
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .toJSON(),

  async run(interaction, { ports, signal }) {
    requireManager(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const labels = labelsFor(interaction);
    const findings = await serverHealth(ports, interaction.guildId, signal);
    const lines = findings.map((finding) => `- ${findingLine(finding, labels)}`);
    const heading = labels.health.heading({ count: findings.length });
    const content =
      lines.length === 0 ? labels.health.fine : withinMessage([heading, ...lines], labels);
    await interaction.editReply({ content, allowedMentions: { parse: [] } });
  },
};
