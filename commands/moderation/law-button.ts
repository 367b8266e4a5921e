import {
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { checkLaw, nameLaw } from '../../src/newsroom/moderation/name-law.ts';
import { type Labels, labelsFor, requestError } from '../../src/render/index.ts';
import type { ComponentHandler } from '../command.ts';

/** The button `law:<case>` under the receipt of a report of illegal content, and its modal. */
export const lawButton: ComponentHandler = {
  prefix: 'law',

  async click(interaction, { ports }) {
    const { guildId, user, customId } = interaction;
    await checkLaw(ports.store, guildId, numberOf(customId), user.id);
    await interaction.showModal(lawModal(customId, labelsFor(interaction)));
  },

  formAgain: (customId, typed, labels) => lawModal(customId, labels, typed),

  async submit(interaction, { ports }) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, user, customId, fields } = interaction;
    if (fields.getStringSelectValues('good-faith')[0] !== 'yes') {
      throw requestError((labels) => labels.report.law.confirm);
    }
    const number = numberOf(customId);
    const law = fields.getTextInputValue('law').trim();
    const { hidden } = await nameLaw(ports, { guildId, number, reporterId: user.id, law });
    const { report } = labelsFor(interaction);
    await interaction.editReply({
      content: hidden ? report.law.hidden({ number }) : report.law.noted({ number }),
      allowedMentions: { parse: [] },
    });
  },
};

const numberOf = (customId: string) => Number(customId.split(':')[1]) || 0;

function lawModal(
  customId: string,
  { report }: Labels,
  typed: ReadonlyMap<string, string> = new Map(),
): ModalBuilder {
  const law = new TextInputBuilder()
    .setCustomId('law')
    .setStyle(TextInputStyle.Paragraph)
    .setMinLength(3)
    .setMaxLength(1000);
  const written = typed.get('law');
  if (written) law.setValue(written);
  const goodFaith = new StringSelectMenuBuilder()
    .setCustomId('good-faith')
    .setPlaceholder(report.placeholders.goodFaith)
    .addOptions({ value: 'yes', label: report.choices.goodFaith });
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(report.titles.law)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(report.labels.law)
        .setDescription(report.hints.law)
        .setTextInputComponent(law),
      new LabelBuilder()
        .setLabel(report.labels.goodFaith)
        .setDescription(report.hints.goodFaith)
        .setStringSelectMenuComponent(goodFaith),
    );
}
