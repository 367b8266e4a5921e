import {
  ActionRowBuilder,
  AttachmentBuilder,
  type AutocompleteInteraction,
  ButtonBuilder,
  ButtonStyle,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { discussionStates } from '../../src/core/discussion/discussion.ts';
import type { AuditFilter } from '../../src/core/moderation/audit.ts';
import type { AuditSide } from '../../src/core/ports/audit-ledger.ts';
import { auditPage, exportAudit } from '../../src/newsroom/moderation/read-audit.ts';
import {
  labelsFor,
  labelsIn,
  languageFor,
  type Locales,
  renderAuditPage,
  requestError,
  truncate,
} from '../../src/render/index.ts';
import type {
  CommandContext,
  ComponentHandler,
  SlashCommand,
  SlashInteraction,
} from '../command.ts';
import { feedChoices } from '../feed/feed-choices.ts';
import { described } from '../localized.ts';
import { choices } from '../options.ts';
import { isModerator, isSenior, requireModerator } from '../permissions.ts';
import { previewSummary, summarySubcommand } from './audit-summary.ts';
import { filterOf, filterText, pageId, pageOf, withFilterOptions } from './audit-filter.ts';

const pageSize = 10;

/** What was done in the server, by whom and why: for moderators. */
export const audit: SlashCommand = {
  body: described(
    new SlashCommandBuilder().setName('audit'),
    (labels) => labels.audit.commands.audit,
  )
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addSubcommand((list) =>
      withFilterOptions(described(list.setName('list'), (labels) => labels.audit.commands.list)),
    )
    .addSubcommand((exported) =>
      withFilterOptions(
        described(exported.setName('export'), (labels) => labels.audit.commands.export),
      ).addIntegerOption((option) =>
        described(
          option.setName('before-line').setMinValue(1),
          (labels) => labels.audit.commands.beforeLine,
        ),
      ),
    )
    .addSubcommand(summarySubcommand)
    .toJSON(),

  async run(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await requireModerator(interaction, null, context);
    if (interaction.options.getSubcommand() === 'summary') {
      return previewSummary(interaction, context);
    }
    const filter = await filterOf(interaction, context);
    if (interaction.options.getSubcommand() === 'export') {
      return download(interaction, filter, context);
    }
    await interaction.editReply(await pageBody(interaction, null, filter, context));
  },

  async autocomplete(interaction, context) {
    if (!(await isModerator(interaction, null, context))) return interaction.respond([]);
    const suggested =
      interaction.options.getFocused(true).name === 'feed' ? feedChoices : storyChoices;
    await interaction.respond(await suggested(interaction, context));
  },
};

/** The buttons that turn the pages of `/audit list`: see {@link pageId}. */
export const auditPages: ComponentHandler = {
  prefix: 'audit',

  async click(interaction, context) {
    await requireModerator(interaction, null, context);
    await interaction.deferUpdate();
    const { side, filter } = pageOf(interaction.customId);
    await interaction.editReply(await pageBody(interaction, side, filter, context));
  },
};

async function pageBody(
  interaction: Locales & { guildId: string },
  side: AuditSide,
  filter: AuditFilter,
  context: CommandContext,
) {
  const { lines, hasNewer, hasOlder } = await auditPage(
    context.ports,
    interaction.guildId,
    filter,
    side,
    pageSize,
  );
  const all = labelsFor(interaction);
  const { audit: labels } = all;
  const { embed, shown } = renderAuditPage(lines, all);
  const first = lines[0]?.line;
  const last = lines[shown - 1]?.line;
  const newer = hasNewer && first ? pageId({ after: first }, filter) : null;
  const older =
    (hasOlder || shown < lines.length) && last ? pageId({ before: last }, filter) : null;
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    turnButton(labels.buttons.newer, newer, 'newer'),
    turnButton(labels.buttons.older, older, 'older'),
  );
  const chosen = await filterText(filter, labels, context);
  return {
    content: chosen === '' ? `**${labels.title}**` : `**${labels.title}** · ${chosen}`,
    embeds: [embed],
    components: newer === null && older === null ? [] : [row],
    allowedMentions: { parse: [] },
  };
}

const turnButton = (label: string, id: string | null, name: string) =>
  new ButtonBuilder()
    .setCustomId(id ?? `audit:${name}`)
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary)
    .setDisabled(id === null);

async function download(
  interaction: SlashInteraction,
  filter: AuditFilter,
  context: CommandContext,
): Promise<void> {
  if (!(await isSenior(interaction, context))) {
    throw requestError((labels) => labels.audit.seniorsOnly);
  }
  const { guildId, options, user } = interaction;
  const wanted = {
    filter,
    filterText: await filterText(filter, labelsIn('en').audit, context),
    language: languageFor(interaction),
    beforeLine: options.getInteger('before-line'),
  };
  const { csv, lines, lastLine } = await exportAudit(context.ports, guildId, wanted, user.id);
  const { audit: labels } = labelsFor(interaction);
  const more = lastLine === null ? '' : ` ${labels.moreToExport({ line: lastLine })}`;
  await interaction.editReply({
    content: `${labels.exported({ count: lines })}${more}`,
    files: [new AttachmentBuilder(Buffer.from(csv), { name: 'wirethread-audit.csv' })],
    allowedMentions: { parse: [] },
  });
}

async function storyChoices(
  interaction: AutocompleteInteraction<'cached'>,
  { ports }: CommandContext,
): Promise<{ name: string; value: string }[]> {
  const found = await ports.store.discussions.listInGuild(
    interaction.guildId,
    discussionStates,
    200,
  );
  return choices(
    found,
    interaction.options.getFocused(),
    ({ headline }) => truncate(headline?.trim() || labelsFor(interaction).story.untitled, 90),
    ({ discussion }) => discussion.storyId,
  );
}
