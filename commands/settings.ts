import {
  ChannelType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { Language } from '../src/core/feed/channel-options.ts';
import { parseZone } from '../src/core/feed/option-text.ts';
import { GuildSettings } from '../src/core/moderation/guild-settings.ts';
import {
  changeSettings,
  settingNames,
  type SettingsChange,
} from '../src/newsroom/moderation/change-settings.ts';
import { guildSettings, moderatorsChannelTrouble } from '../src/newsroom/outbox/moderators.ts';
import { waitingAlerts } from '../src/newsroom/outbox/waiting-alerts.ts';
import {
  escapeMarkdown,
  type Labels,
  labelsFor,
  languageNames,
  permissionsIn,
  requestError,
  truncate,
} from '../src/render/index.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from './command.ts';
import { described } from './localized.ts';
import { requireManager } from './permissions.ts';
import { namedRole } from './options.ts';
import { optionRefused } from './refusals.ts';
import { settingsWarnings } from './settings-warnings.ts';

/** The setting of each option. */
const settingOfOption = Object.fromEntries(
  Object.entries(settingNames).map(([key, name]) => [name, key as keyof SettingsChange]),
);

/** A server's own settings: the moderators' channel and roles, limits on reports. */
export const settings: SlashCommand = {
  body: described(
    new SlashCommandBuilder().setName('settings'),
    (labels) => labels.commands.settings.description,
  )
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((show) =>
      described(show.setName('show'), (labels) => labels.commands.settings.show.description),
    )
    .addSubcommand((set) =>
      described(set.setName('set'), (labels) => labels.commands.settings.set.description)
        .addChannelOption((option) =>
          described(
            option.setName('moderators-channel').addChannelTypes(ChannelType.GuildText),
            (labels) => labels.commands.settings.set.moderatorsChannel,
          ),
        )
        .addRoleOption((option) =>
          described(
            option.setName('moderator-role'),
            (labels) => labels.commands.settings.set.moderatorRole,
          ),
        )
        .addRoleOption((option) =>
          described(
            option.setName('senior-role'),
            (labels) => labels.commands.settings.set.seniorRole,
          ),
        )
        .addRoleOption((option) =>
          described(
            option.setName('alert-role'),
            (labels) => labels.commands.settings.set.alertRole,
          ),
        )
        .addIntegerOption((option) =>
          described(
            option.setName('alert-every').setMinValue(1).setMaxValue(1440),
            (labels) => labels.commands.settings.set.alertEvery,
          ),
        )
        .addStringOption((option) =>
          described(
            option
              .setName('language')
              .addChoices(
                ...Object.entries(languageNames).map(([value, name]) => ({ name, value })),
              ),
            (labels) => labels.commands.settings.set.language,
          ),
        )
        .addIntegerOption((option) =>
          described(
            option.setName('hide-after').setMinValue(0).setMaxValue(100),
            (labels) => labels.commands.settings.set.hideAfter,
          ),
        )
        .addIntegerOption((option) =>
          described(
            option.setName('reports-per-hour').setMinValue(1).setMaxValue(1000),
            (labels) => labels.commands.settings.set.reportsPerHour,
          ),
        )
        .addIntegerOption((option) =>
          described(
            option.setName('evidence-days').setMinValue(1).setMaxValue(365),
            (labels) => labels.commands.settings.set.evidenceDays,
          ),
        )
        .addChannelOption((option) =>
          described(
            option
              .setName('transparency-channel')
              .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement),
            (labels) => labels.commands.settings.set.transparencyChannel,
          ),
        )
        .addStringOption((option) =>
          described(
            option.setName('time-zone').setMaxLength(64),
            (labels) => labels.commands.settings.set.timeZone,
          ),
        ),
    )
    .addSubcommand((clear) =>
      described(
        clear.setName('clear'),
        (labels) => labels.commands.settings.clear.description,
      ).addStringOption((option) =>
        described(
          option
            .setName('setting')
            .setRequired(true)
            .addChoices(...Object.keys(settingOfOption).map((name) => ({ name, value: name }))),
          (labels) => labels.commands.settings.clear.setting,
        ),
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
        settingsText(current, { trouble, waiting }, labelsFor(interaction).settings),
        ...settingsWarnings(interaction, current),
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
  if (!key) throw requestError((labels) => labels.settings.unknown);
  return changeSettings(ports, guildId, { [key]: GuildSettings.parse({})[key] }, user.id, signal);
}

async function changeFromOptions(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<GuildSettings> {
  const { options, guildId, user } = interaction;
  const role = (name: string) => namedRole(name, options.getRole(name), guildId);
  const channelId = options.getChannel('moderators-channel')?.id;
  const summaryChannel = options.getChannel('transparency-channel')?.id;
  for (const channel of [channelId, summaryChannel]) {
    if (!channel) continue;
    const missing = await ports.discord.missingPermissions(channel, signal);
    const required = missing.filter((name) => name === 'ViewChannel' || name === 'SendMessages');
    if (required.length > 0) {
      throw requestError((labels) =>
        labels.feed.refused.lacksPermissions({
          permissions: permissionsIn(labels, required),
          channel: `<#${channel}>`,
          command: '/settings set',
        }),
      );
    }
  }
  const changes: SettingsChange = {
    ...(channelId && { moderatorsChannelId: channelId }),
    ...given('moderatorRoleId', role('moderator-role')),
    ...given('seniorRoleId', role('senior-role')),
    ...given('alertRoleId', role('alert-role')),
    ...given('alertEveryMinutes', options.getInteger('alert-every')),
    ...given('language', Language.nullable().parse(options.getString('language'))),
    ...given('hideThreshold', options.getInteger('hide-after')),
    ...given('reportsPerHour', options.getInteger('reports-per-hour')),
    ...given('evidenceDays', options.getInteger('evidence-days')),
    ...given('transparencyChannelId', summaryChannel),
    ...given('timeZone', zoneOption(options.getString('time-zone'))),
  };
  if (Object.keys(changes).length === 0) {
    throw requestError((labels) => labels.settings.nothing);
  }
  return changeSettings(ports, guildId, changes, user.id, signal);
}

function zoneOption(typed: string | null): string | null {
  const zone = typed === null ? null : parseZone(typed);
  if (typed === null || zone !== null) return zone;
  const shown = escapeMarkdown(truncate(typed, 40));
  throw optionRefused('time-zone', (labels) => labels.settings.badZone({ zone: shown }));
}

const given = <T>(name: keyof SettingsChange, value: T | null | undefined) =>
  value === null || value === undefined ? {} : { [name]: value };

function settingsText(
  settings: GuildSettings,
  { trouble, waiting }: { trouble: string | null; waiting: number },
  label: Labels['settings'],
): string {
  const { moderatorsChannelId, moderatorRoleId, seniorRoleId, hideThreshold } = settings;
  const { transparencyChannelId, timeZone } = settings;
  return [
    moderatorsChannelId === null
      ? label.noChannel
      : label.channel({ channel: `<#${moderatorsChannelId}>` }),
    ...(moderatorsChannelId === null && waiting > 0 ? [label.waiting({ count: waiting })] : []),
    ...(trouble === null
      ? []
      : [label.trouble({ reason: escapeMarkdown(truncate(trouble, 200)) })]),
    moderatorRoleId === null
      ? label.moderators
      : label.moderatorsOr({ role: `<@&${moderatorRoleId}>` }),
    seniorRoleId === null ? label.seniors : label.seniorsOr({ role: `<@&${seniorRoleId}>` }),
    settings.alertRoleId === null
      ? label.noAlertRole
      : label.alertRole({
          role: `<@&${settings.alertRoleId}>`,
          count: settings.alertEveryMinutes,
        }),
    label.language({ language: languageNames[settings.language] }),
    hideThreshold === 0 ? label.neverHides : label.hides({ count: hideThreshold }),
    label.reportsPerHour({ count: settings.reportsPerHour }),
    label.evidence({ count: settings.evidenceDays }),
    transparencyChannelId === null
      ? label.noSummary
      : label.summary({ channel: `<#${transparencyChannelId}>`, zone: timeZone }),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
