import {
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { ReportReason, reportReasonLabels } from '../../src/core/moderation/case.ts';
import type { Receipt } from '../../src/newsroom/moderation/report.ts';

/** The modal that asks what is wrong with a message. */
export function reportModal(customId: string, title: string): ModalBuilder {
  const reason = new StringSelectMenuBuilder()
    .setCustomId('reason')
    .setPlaceholder('Choose what fits best')
    .addOptions(ReportReason.options.map((value) => ({ value, label: reportReasonLabels[value] })));
  const details = new TextInputBuilder()
    .setCustomId('details')
    .setStyle(TextInputStyle.Paragraph)
    .setRequired(false)
    .setMaxLength(1000);
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

/** What was filled into the modal. */
export function reportFields({ fields }: ModalSubmitInteraction): {
  reason: ReportReason;
  details: string | null;
} {
  const reason = ReportReason.parse(fields.getStringSelectValues('reason')[0]);
  return { reason, details: fields.getTextInputValue('details').trim() || null };
}

/** The receipt that a reporter gets, and nobody else sees. */
export function receiptText({ outcome, caseNumber }: Receipt): string {
  const outcomeLater = '`/flags mine` tells you how it ended.';
  switch (outcome) {
    case 'opened':
    case 'reopened':
      return `Thank you: the moderators have your report as case ${caseNumber}. ${outcomeLater} Nobody is told who reported.`;
    case 'joined':
      return `Thank you: your report joined case ${caseNumber}, which the moderators have before them. ${outcomeLater} Nobody is told who reported.`;
    case 'already-ruled':
      return `The moderators ruled on this text already, as case ${caseNumber}. Your report is kept with it. ${outcomeLater}`;
    case 'reported-before':
      return `You reported this already: it is case ${caseNumber}. ${outcomeLater}`;
    default:
      return outcome satisfies never;
  }
}
