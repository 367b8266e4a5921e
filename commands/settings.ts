import {
  ChannelType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import { Language } from '../src/core/feed/channel-options.ts';
import { permissionLabels } from '../src/core/delivery/permissions.ts';
import { GuildSettings } from '../src/core/moderation/guild-settings.ts';
import {
  changeSettings,
  settingNames,
  type SettingsChange,
} from '../src/newsroom/moderation/change-settings.ts';
import { guildSettings, moderatorsChannelTrouble } from '../src/newsroom/outbox/moderators.ts';
import { waitingAlerts } from '../src/newsroom/outbox/waiting-alerts.ts';
import { escapeMarkdown, languageNames, truncate } from '../src/render/index.ts';
import { plural } from '../src/text/plural.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from './command.ts';
import { requireManager } from './permissions.ts';
import { namedRole } from './options.ts';

/** The setting of each option. */
const settingOfOption = Object.fromEntries(
  Object.entries(settingNames).map(([key, name]) => [name, key as keyof SettingsChange]),
);

/** A server's own settings: the moderators' channel and roles, limits on reports. */
export const settings: SlashCommand = {
  body: new SlashCommandBuilder()
    .setName('settings')
    .setDescription('Show and change how Wirethread works in this server')
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((show) => show.setName('show').setDescription('Show the current settings'))
    .addSubcommand((set) =>
      set
        .setName('set')
        .setDescription('Change settings. Options that you leave out stay as they are.')
        .addChannelOption((option) =>
          option
            .setName('moderators-channel')
            .setDescription('Channel for flagged messages and alerts')
            .addChannelTypes(ChannelType.GuildText),
        )
        .addRoleOption((option) =>
          option.setName('moderator-role').setDescription('Role that rules on flagged messages'),
        )
        .addRoleOption((option) =>
          option.setName('senior-role').setDescription('Role that rules on escalated cases'),
        )
        .addStringOption((option) =>
          option
            .setName('language')
            .setDescription('Language of cards, alerts and notices. A feed has its own.')
            .addChoices(...Object.entries(languageNames).map(([value, name]) => ({ name, value }))),
        )
        .addIntegerOption((option) =>
          option
            .setName('hide-after')
            .setDescription(
              'How many reports hide a comment until a moderator rules; 0 for never (default: 3)',
            )
            .setMinValue(0)
            .setMaxValue(100),
        )
        .addIntegerOption((option) =>
          option
            .setName('reports-per-hour')
            .setDescription('How many messages one member can report per hour (default: 10)')
            .setMinValue(1)
            .setMaxValue(1000),
        )
        .addIntegerOption((option) =>
          option
            .setName('evidence-days')
            .setDescription(
              'After how many days the text of a closed case is deleted (default: 30)',
            )
            .setMinValue(1)
            .setMaxValue(365),
        ),
    )
    .addSubcommand((clear) =>
      clear
        .setName('clear')
        .setDescription('Reset a setting to its default')
        .addStringOption((option) =>
          option
            .setName('setting')
            .setDescription('The setting to reset')
            .setRequired(true)
            .addChoices(...Object.keys(settingOfOption).map((name) => ({ name, value: name }))),
        ),
    )
    .toJSON(),

  async run(interaction, context) {
    requireManager(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, options } = interaction;
    const subcommand = options.getSubcommand();
    const current =
      subcommand === 'set'
        ? await changeFromOptions(interaction, context)
        : subcommand === 'clear'
          ? await resetToDefault(interaction, context)
          : await guildSettings(context.ports.store, guildId);
    const { store } = context.ports;
    const trouble = await moderatorsChannelTrouble(store, current);
    const waiting = (await waitingAlerts(store, guildId)).length;
    await interaction.editReply({
      content: [
        settingsText(current, { trouble, waiting }),
        ...openChannelWarning(interaction),
      ].join('\n'),
      allowedMentions: { parse: [] },
    });
  },
};

async function resetToDefault(
  { guildId, options, user }: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<GuildSettings> {
  const key = settingOfOption[options.getString('setting', true)];
  if (!key) throw new RequestError('There is no such setting. Choose one from the list.');
  return changeSettings(ports, guildId, { [key]: GuildSettings.parse({})[key] }, user.id, signal);
}

async function changeFromOptions(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<GuildSettings> {
  const { options, guildId, user } = interaction;
  const role = (name: string) => namedRole(name, options.getRole(name), guildId);
  const channelId = options.getChannel('moderators-channel')?.id;
  if (channelId) {
    const missing = await ports.discord.missingPermissions(channelId, signal);
    const required = missing.filter((name) => name === 'ViewChannel' || name === 'SendMessages');
    if (required.length > 0) {
      throw new RequestError(
        `Wirethread lacks ${permissionLabels(required)} in <#${channelId}>. Give its role these permissions there, then use \`/settings set\` again.`,
      );
    }
  }
  const changes: SettingsChange = {
    ...(channelId && { moderatorsChannelId: channelId }),
    ...given('moderatorRoleId', role('moderator-role')),
    ...given('seniorRoleId', role('senior-role')),
    ...given('language', Language.nullable().parse(options.getString('language'))),
    ...given('hideThreshold', options.getInteger('hide-after')),
    ...given('reportsPerHour', options.getInteger('reports-per-hour')),
    ...given('evidenceDays', options.getInteger('evidence-days')),
  };
  if (Object.keys(changes).length === 0) {
    throw new RequestError('You gave nothing to change. Fill in at least one option.');
  }
  return changeSettings(ports, guildId, changes, user.id, signal);
}

/** What is shown in the moderators' channel is not for everybody. */
function openChannelWarning({ options, guild }: SlashInteraction): string[] {
  const channelId = options.getChannel('moderators-channel')?.id;
  const channel = channelId && guild.channels.cache.get(channelId);
  if (
    !channel ||
    !channel.permissionsFor(guild.roles.everyone).has(PermissionFlagsBits.ViewChannel)
  )
    return [];
  return [
    `⚠️ Everybody can read <#${channelId}>: flagged messages and what reporters wrote are shown there. Take View Channel from @everyone in that channel's permissions, or choose another channel.`,
  ];
}

const given = <T>(name: keyof SettingsChange, value: T | null | undefined) =>
  value === null || value === undefined ? {} : { [name]: value };

function settingsText(
  settings: GuildSettings,
  { trouble, waiting }: { trouble: string | null; waiting: number },
): string {
  const { moderatorsChannelId, moderatorRoleId, seniorRoleId, hideThreshold } = settings;
  const waits =
    waiting === 0
      ? ''
      : `. ${plural(waiting, 'alert')} ${waiting === 1 ? 'waits' : 'wait'} until you choose one`;
  const where = moderatorsChannelId
    ? `<#${moderatorsChannelId}>`
    : `no channel yet. Choose one: \`/settings set moderators-channel:#…\`${waits}`;
  const problem =
    trouble === null
      ? ''
      : `. Nothing can be posted there: ${escapeMarkdown(truncate(trouble, 200))}`;
  return [
    `Cases and alerts: ${where}${problem}`,
    `Moderators: members with Manage Messages${moderatorRoleId ? ` or <@&${moderatorRoleId}>` : ''}`,
    `Escalated cases: members with Manage Server${seniorRoleId ? ` or <@&${seniorRoleId}>` : ''}`,
    `Language: ${languageNames[settings.language]}`,
    hideThreshold === 0
      ? 'Reports do not hide a comment'
      : `After ${plural(hideThreshold, 'report')} a comment is hidden until a moderator rules`,
    `One member can report ${plural(settings.reportsPerHour, 'message')} per hour`,
    `The text of a closed case is deleted after ${plural(settings.evidenceDays, 'day')}`,
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
