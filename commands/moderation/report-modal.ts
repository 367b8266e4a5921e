import {
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { ReportReason, reportReasonLabels } from '../../src/core/moderation/case.ts';
import type { Receipt } from '../../src/newsroom/moderation/report.ts';

/** The modal that asks what is wrong with a message. `typed` is what its fields had before. */
export function reportModal(
  customId: string,
  title: string,
  typed: ReadonlyMap<string, string> = new Map(),
): ModalBuilder {
  const chosen = typed.get('reason');
  const reason = new StringSelectMenuBuilder()
    .setCustomId('reason')
    .setPlaceholder('Choose a reason')
    .addOptions(
      ReportReason.options.map((value) => ({
        value,
        label: reportReasonLabels[value],
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
      new LabelBuilder().setLabel('What is wrong with it?').setStringSelectMenuComponent(reason),
      new LabelBuilder()
        .setLabel('Anything the moderators should know?')
        .setDescription('Only the moderators read this.')
        .setTextInputComponent(details),
    );
}

/** The values of the modal's fields. @throws RequestError for a reason that is not offered any more */
export function reportFields({ fields }: ModalSubmitInteraction): {
  reason: ReportReason;
  details: string | null;
} {
  const chosen = ReportReason.safeParse(fields.getStringSelectValues('reason')[0]);
  if (!chosen.success) {
    throw new RequestError(
      'This form is from another version of Wirethread. Open it again and choose a reason.',
    );
  }
  const reason = chosen.data;
  return { reason, details: fields.getTextInputValue('details').trim() || null };
}

/** The answer to a report; only the reporter sees it. */
export function receiptText({ outcome, caseNumber }: Receipt): string {
  const outcomeLater = '`/flags mine` shows the result.';
  switch (outcome) {
    case 'opened':
    case 'reopened':
      return `Thank you. The moderators have your report as case ${caseNumber}. ${outcomeLater} Nobody sees who reported it.`;
    case 'joined':
      return `Thank you. Your report is added to case ${caseNumber}, which is waiting for the moderators. ${outcomeLater} Nobody sees who reported it.`;
    case 'already-ruled':
      return `The moderators already ruled on this text in case ${caseNumber}. Your report is added to it. ${outcomeLater}`;
    case 'reported-before':
      return `You already reported this. It is case ${caseNumber}. ${outcomeLater}`;
    default:
      return outcome satisfies never;
  }
}
