import {
  ChannelType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import { permissionLabels } from '../src/core/delivery/permissions.ts';
import { GuildSettings } from '../src/core/moderation/guild-settings.ts';
import { changeSettings } from '../src/newsroom/moderation/change-settings.ts';
import { guildSettings } from '../src/newsroom/outbox/moderators.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from './command.ts';
import { requireManager } from './permissions.ts';
import { namedRole } from './options.ts';

/** Settings by the names of their options. */
const clearable: Readonly<Record<string, keyof GuildSettings>> = {
  'moderators-channel': 'moderatorsChannelId',
  'moderator-role': 'moderatorRoleId',
  'senior-role': 'seniorRoleId',
  'hide-after': 'hideThreshold',
  'reports-per-hour': 'reportsPerHour',
  'evidence-days': 'evidenceDays',
};

/** What a server sets: where cases go, who rules, when a flagged comment is hidden. */
export const settings: SlashCommand = {
  body: new SlashCommandBuilder()
    .setName('settings')
    .setDescription('How Wirethread works in this server')
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((show) => show.setName('show').setDescription('The settings as they are'))
    .addSubcommand((set) =>
      set
        .setName('set')
        .setDescription('Change settings; what is left out stays')
        .addChannelOption((option) =>
          option
            .setName('moderators-channel')
            .setDescription('Where flagged messages and alerts go')
            .addChannelTypes(ChannelType.GuildText),
        )
        .addRoleOption((option) =>
          option.setName('moderator-role').setDescription('Who rules on flagged messages'),
        )
        .addRoleOption((option) =>
          option.setName('senior-role').setDescription('Who rules on escalated cases'),
        )
        .addIntegerOption((option) =>
          option
            .setName('hide-after')
            .setDescription('Reports that hide a comment until reviewed; 0 never hides (3)')
            .setMinValue(0)
            .setMaxValue(100),
        )
        .addIntegerOption((option) =>
          option
            .setName('reports-per-hour')
            .setDescription('How many messages one reader may report in an hour (10)')
            .setMinValue(1)
            .setMaxValue(1000),
        )
        .addIntegerOption((option) =>
          option
            .setName('evidence-days')
            .setDescription('How long the text of a ruled case is kept (30)')
            .setMinValue(1)
            .setMaxValue(365),
        ),
    )
    .addSubcommand((clear) =>
      clear
        .setName('clear')
        .setDescription('Take a setting back to its default')
        .addStringOption((option) =>
          option
            .setName('setting')
            .setDescription('Which')
            .setRequired(true)
            .addChoices(...Object.keys(clearable).map((name) => ({ name, value: name }))),
        ),
    )
    .toJSON(),

  async run(interaction, context) {
    requireManager(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, options } = interaction;
    const subcommand = options.getSubcommand();
    const shown =
      subcommand === 'set'
        ? await changed(interaction, context)
        : subcommand === 'clear'
          ? await cleared(interaction, context)
          : await guildSettings(context.ports.store, guildId);
    await interaction.editReply({ content: settingsLines(shown), allowedMentions: { parse: [] } });
  },
};

async function cleared(
  { guildId, options, user }: SlashInteraction,
  { ports }: CommandContext,
): Promise<GuildSettings> {
  const key = clearable[options.getString('setting', true)];
  if (!key) throw new RequestError('That is no setting: choose one of those that are offered.');
  return changeSettings(ports, guildId, { [key]: GuildSettings.parse({})[key] }, user.id);
}

async function changed(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<GuildSettings> {
  const { options, guildId, user } = interaction;
  const role = (name: string) => namedRole(name, options.getRole(name), guildId);
  const channelId = options.getChannel('moderators-channel')?.id;
  if (channelId) {
    const missing = await ports.discord.missingPermissions(channelId, signal);
    const lacking = missing.filter((name) => name === 'ViewChannel' || name === 'SendMessages');
    if (lacking.length > 0) {
      throw new RequestError(
        `Wirethread lacks ${permissionLabels(lacking)} in <#${channelId}>. Give its role these permissions there, then set it again.`,
      );
    }
  }
  const wanted: Partial<GuildSettings> = {
    ...(channelId && { moderatorsChannelId: channelId }),
    ...given('moderatorRoleId', role('moderator-role')),
    ...given('seniorRoleId', role('senior-role')),
    ...given('hideThreshold', options.getInteger('hide-after')),
    ...given('reportsPerHour', options.getInteger('reports-per-hour')),
    ...given('evidenceDays', options.getInteger('evidence-days')),
  };
  if (Object.keys(wanted).length === 0) {
    throw new RequestError('Nothing was given to change: fill in at least one option.');
  }
  return changeSettings(ports, guildId, wanted, user.id);
}

const given = <T>(name: keyof GuildSettings, value: T | null | undefined) =>
  value === null || value === undefined ? {} : { [name]: value };

function settingsLines(shown: GuildSettings): string {
  const { moderatorsChannelId, moderatorRoleId, seniorRoleId, hideThreshold } = shown;
  return [
    `Flagged messages and alerts: ${moderatorsChannelId ? `<#${moderatorsChannelId}>` : 'nowhere yet, set `moderators-channel`'}`,
    `Moderators: members with Manage Messages${moderatorRoleId ? `, and <@&${moderatorRoleId}>` : ''}`,
    `Escalated cases: members with Manage Server${seniorRoleId ? `, and <@&${seniorRoleId}>` : ''}`,
    hideThreshold === 0
      ? 'Reports alone never hide a comment'
      : `A comment is hidden until reviewed after ${hideThreshold} reports`,
    `One reader may report ${shown.reportsPerHour} messages an hour`,
    `The text of a ruled case is kept for ${shown.evidenceDays} days`,
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
