import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type InteractionEditReplyOptions,
} from 'discord.js';
import type { FlagSubject, ReportReason } from '../../src/core/moderation/case.ts';
import type { Receipt } from '../../src/newsroom/moderation/report.ts';
import type { Labels } from '../../src/render/index.ts';

/**
 * The answer to a report; only the reporter sees it. One of illegal content asks for the law, with the
 * button `law:<case>`: a form cannot follow a form.
 */
export function receiptAnswer(
  receipt: Receipt,
  { reason, subject }: { reason: ReportReason; subject: FlagSubject },
  labels: Labels,
): InteractionEditReplyOptions {
  const { law, buttons } = labels.report;
  const text = receiptText(receipt, labels);
  const allowedMentions = { parse: [] };
  if (reason !== 'illegal' || receipt.outcome === 'reported-before') {
    return { content: text, allowedMentions };
  }
  const button = new ButtonBuilder()
    .setCustomId(`law:${receipt.caseNumber}`)
    .setLabel(buttons.law)
    .setStyle(ButtonStyle.Primary);
  return {
    content: `${text}\n${subject.kind === 'comment' ? law.ask : law.askMessage}`,
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
    allowedMentions,
  };
}

function receiptText({ outcome, caseNumber: number }: Receipt, { report }: Labels): string {
  const { receipts } = report;
  switch (outcome) {
    case 'opened':
    case 'reopened':
      return receipts.opened({ number });
    case 'joined':
      return receipts.joined({ number });
    case 'already-ruled':
      return receipts.alreadyRuled({ number });
    case 'reported-before':
      return receipts.reportedBefore({ number });
    default:
      return outcome satisfies never;
  }
}
