import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { type Case, type FlagSubject, RulingAction } from '../../src/core/moderation/case.ts';
import { evidenceTexts } from '../../src/core/moderation/evidence.ts';
import {
  checkRuling,
  ruleCase,
  type RulingRequest,
} from '../../src/newsroom/moderation/rule-case.ts';
import { escapeMarkdown, quotedText, truncate } from '../../src/render/index.ts';
import type { ComponentHandler, CommandContext } from '../command.ts';
import { isSenior, requireModerator } from '../permissions.ts';

/** Asked before a member's message is deleted. */
const choices = ['delete', 'keep'] as const;

/**
 * The buttons of a case card, `case:<number>:<version>:<action>`, the modal for a reason, and the
 * buttons of the question before a message is deleted: `case:<number>:<version>:remove:<choice>`.
 */
export const caseButtons: ComponentHandler = {
  prefix: 'case',

  async click(interaction, context) {
    const { number, action, choice } = parseCustomId(interaction.customId);
    const flagged = await moderatedCase(interaction, number, context);
    if (choice !== null) {
      await interaction.deferUpdate();
      if (choice === 'delete') return rule(interaction, null, context);
      const content = `The message stays, and case ${number} is as it was.`;
      await interaction.editReply({ content, components: [] });
      return;
    }
    if (flagged?.state === 'escalated' || action === 'escalate') {
      checkRuling(flagged, await rulingRequest(interaction, 'still to be given', context));
      await interaction.showModal(reasonModal(interaction.customId, number, action));
      return;
    }
    if (flagged?.subject.kind === 'message' && action === 'remove') {
      checkRuling(flagged, await rulingRequest(interaction, null, context));
      await askToDelete(interaction, flagged, flagged.subject);
      return;
    }
    await answerRuling(interaction, null, context);
  },

  async submit(interaction, context) {
    const { number } = parseCustomId(interaction.customId);
    await moderatedCase(interaction, number, context);
    await answerRuling(
      interaction,
      interaction.fields.getTextInputValue('reason').trim() || null,
      context,
    );
  },
};

/** A case of this server; `null` without. @throws RequestError to members who may not rule on it */
async function moderatedCase(
  interaction: ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'>,
  number: number,
  context: CommandContext,
): Promise<Case | null> {
  const flagged = await context.ports.store.cases.get(interaction.guildId, number);
  await requireModerator(interaction, flagged?.subject.channelId ?? null, context);
  return flagged;
}

async function answerRuling(
  interaction: ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'>,
  reason: string | null,
  context: CommandContext,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await rule(interaction, reason, context);
}

/** Rules, and answers in the reply that was begun. */
async function rule(
  interaction: ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'>,
  reason: string | null,
  context: CommandContext,
): Promise<void> {
  const ruling = await rulingRequest(interaction, reason, context);
  const after = await ruleCase(context.ports, ruling);
  await interaction.editReply({
    content: ruling.action === 'undo' ? undoText(after) : rulingText(after),
    components: [],
    allowedMentions: { parse: [] },
  });
}

/** What is deleted in Discord cannot be brought back. */
async function askToDelete(
  interaction: ButtonInteraction<'cached'>,
  { evidence }: Case,
  { authorName, channelId }: FlagSubject,
): Promise<void> {
  const [text = ''] = evidenceTexts(evidence ?? '');
  const button = (choice: (typeof choices)[number], label: string, style: ButtonStyle) =>
    new ButtonBuilder()
      .setCustomId(`${interaction.customId}:${choice}`)
      .setLabel(label)
      .setStyle(style);
  const question = `Delete this message by ${escapeMarkdown(truncate(authorName, 80))} in <#${channelId}>? It cannot be brought back.`;
  await interaction.reply({
    content: [question, quotedText(text, 500)].filter(Boolean).join('\n'),
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('delete', 'Delete the message', ButtonStyle.Danger),
        button('keep', 'Keep it', ButtonStyle.Secondary),
      ),
    ],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  });
}

async function rulingRequest(
  interaction: ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'>,
  reason: string | null,
  context: CommandContext,
): Promise<RulingRequest> {
  const { number, versionSeen, action } = parseCustomId(interaction.customId);
  return {
    number,
    versionSeen,
    action,
    guildId: interaction.guildId,
    by: interaction.user.id,
    senior: await isSenior(interaction, context),
    reason,
  };
}

function parseCustomId(customId: string): {
  number: number;
  versionSeen: number;
  action: RulingAction;
  choice: (typeof choices)[number] | null;
} {
  const [, number, version, action, choice] = customId.split(':');
  const parsed = RulingAction.safeParse(action);
  if (!parsed.success || !Number.isInteger(Number(number)) || !Number.isInteger(Number(version))) {
    throw new RequestError('This card is from another version of Wirethread. Use `/flags queue`.');
  }
  return {
    number: Number(number),
    versionSeen: Number(version),
    action: parsed.data,
    choice: choices.find((one) => one === choice) ?? null,
  };
}

function undoText({ number, state, subject }: Case): string {
  const again = `The ruling is undone. Case ${number} is ${state} again.`;
  return subject.kind === 'comment'
    ? `${again} If its comment was removed or hidden, it is visible again.`
    : `${again} A message that was deleted in Discord cannot be restored.`;
}

function rulingText({ number, state, subject }: Case): string {
  switch (state) {
    case 'upheld':
      return subject.kind === 'comment'
        ? `Case ${number}: removed. The comment is no longer shown here and will not be mirrored again. It stays on the publisher’s site; the card links to it.`
        : `Case ${number}: removed. The message is deleted.`;
    case 'dismissed':
      return `Case ${number}: nothing wrong. The message stays.`;
    case 'escalated':
      return `Case ${number} is escalated to the senior moderators.`;
    case 'open':
      return `Case ${number} is open again.`;
    default:
      return state satisfies never;
  }
}

function reasonModal(customId: string, number: number, action: RulingAction): ModalBuilder {
  const reason = new TextInputBuilder()
    .setCustomId('reason')
    .setStyle(TextInputStyle.Paragraph)
    .setRequired(true)
    .setMaxLength(500);
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(`Case ${number}: ${action === 'no-fault' ? 'dismiss' : action}`)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Reason')
        .setDescription('It is stored in the audit log and shown on the card.')
        .setTextInputComponent(reason),
    );
}
