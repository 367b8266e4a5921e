import {
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { ReportReason } from '../../src/core/moderation/case.ts';
import { type Labels, requestError } from '../../src/render/index.ts';

/** The modal that asks what is wrong with a message. `typed` is what its fields had before. */
export function reportModal(
  customId: string,
  title: string,
  { report }: Labels,
  typed: ReadonlyMap<string, string> = new Map(),
): ModalBuilder {
  const chosen = typed.get('reason');
  const reason = new StringSelectMenuBuilder()
    .setCustomId('reason')
    .setPlaceholder(report.placeholders.reason)
    .addOptions(
      ReportReason.options.map((value) => ({
        value,
        label: report.reasons[value],
        default: value === chosen,
      })),
    );
  const details = new TextInputBuilder()
    .setCustomId('details')
    .setStyle(TextInputStyle.Paragraph)
    .setRequired(false)
    .setMaxLength(1000);
  const written = typed.get('details');
  if (written) details.setValue(written);
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(title)
    .addLabelComponents(
      new LabelBuilder().setLabel(report.labels.reason).setStringSelectMenuComponent(reason),
      new LabelBuilder()
        .setLabel(report.labels.details)
        .setDescription(report.hints.details)
        .setTextInputComponent(details),
    );
}

/** The values of the modal's fields. @throws RequestError for a reason that is not offered any more */
export function reportFields({ fields }: ModalSubmitInteraction): {
  reason: ReportReason;
  details: string | null;
} {
  const chosen = ReportReason.safeParse(fields.getStringSelectValues('reason')[0]);
  if (!chosen.success) throw requestError((labels) => labels.report.refusals.otherVersion);
  const reason = chosen.data;
  return { reason, details: fields.getTextInputValue('details').trim() || null };
}
