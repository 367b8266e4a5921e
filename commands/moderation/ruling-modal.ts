import {
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Case, RulingAction } from '../../src/core/moderation/case.ts';
import type { NewRuling } from '../../src/core/moderation/ruling.ts';
import { timeoutDurationsMs } from '../../src/core/moderation/timeout-duration.ts';
import { hourMs } from '../../src/core/time/duration.ts';
import {
  durationText,
  type Labels,
  labelsIn,
  languageFor,
  type Locales,
  requestError,
} from '../../src/render/index.ts';

const longestReason = 500;

/** Whether a ruling is asked about first: it needs a reason, more facts, or cannot be undone. */
export function needsModal(action: RulingAction, { state, subject }: Case): boolean {
  switch (action) {
    case 'escalate':
    case 'warn':
    case 'timeout':
    case 'duplicate':
      return true;
    case 'remove':
      return state === 'escalated' || subject.kind === 'message';
    case 'hide':
    case 'no-fault':
    case 'ignored':
    case 'void':
      return state === 'escalated';
    case 'undo':
      return false;
    default:
      return action satisfies never;
  }
}

/** The modal that asks for what a ruling needs. */
export function rulingModal(
  customId: string,
  action: RulingAction,
  { number, state, subject }: Case,
  interaction: Locales,
): ModalBuilder {
  const language = languageFor(interaction);
  const { modal } = labelsIn(language).flags;
  const isNeeded = state === 'escalated' || action === 'escalate' || action === 'warn';
  const built = new ModalBuilder().setCustomId(customId).setTitle(modal.titles[action]({ number }));
  if (action === 'timeout') {
    const options = timeoutDurationsMs.map((ms) => ({
      value: String(ms),
      label: durationText(ms, language),
      default: ms === hourMs,
    }));
    built.addLabelComponents(
      new LabelBuilder()
        .setLabel(modal.labels.duration)
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder().setCustomId('duration').addOptions(options),
        ),
    );
  }
  if (action === 'warn' || action === 'timeout') {
    const { choices } = modal;
    built.addLabelComponents(
      new LabelBuilder()
        .setLabel(modal.labels.message)
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('message')
            .addOptions(
              { value: 'keep', label: choices.keep, default: true },
              { value: 'delete', label: choices.delete },
            ),
        ),
    );
  }
  if (action === 'duplicate') {
    const input = new TextInputBuilder()
      .setCustomId('original')
      .setStyle(TextInputStyle.Short)
      .setMaxLength(10);
    built.addLabelComponents(
      new LabelBuilder().setLabel(modal.labels.original).setTextInputComponent(input),
    );
  }
  const deletes = action === 'remove' && subject.kind === 'message';
  return built.addLabelComponents(reasonField(modal, isNeeded, deletes));
}

function reasonField(
  modal: Labels['flags']['modal'],
  isNeeded: boolean,
  deletes: boolean,
): LabelBuilder {
  const reason = new TextInputBuilder()
    .setCustomId('reason')
    .setStyle(TextInputStyle.Paragraph)
    .setRequired(isNeeded)
    .setMaxLength(longestReason);
  return new LabelBuilder()
    .setLabel(modal.labels.reason)
    .setDescription(deletes ? modal.hints.deletion : modal.hints.reason)
    .setTextInputComponent(reason);
}

/** What was filled in. @throws RequestError for what is no number of a case */
export function rulingFields({
  fields,
}: ModalSubmitInteraction): Pick<NewRuling, 'reason' | 'deletes' | 'timeoutMs' | 'duplicateOf'> {
  const chosen = (name: string) =>
    fields.fields.has(name) ? fields.getStringSelectValues(name)[0] : undefined;
  const duration = Number(chosen('duration'));
  const original = fields.fields.has('original') ? fields.getTextInputValue('original') : null;
  return {
    reason: fields.getTextInputValue('reason').trim() || null,
    ...(chosen('message') === 'delete' && { deletes: true }),
    ...(timeoutDurationsMs.includes(duration) && { timeoutMs: duration }),
    ...(original !== null && { duplicateOf: caseNumber(original) }),
  };
}

function caseNumber(typed: string): number {
  const number = Number(/^\s*#?(\d{1,9})\s*$/u.exec(typed)?.[1]);
  if (Number.isInteger(number) && number > 0) return number;
  throw requestError(({ flags }) => flags.refused.notANumber);
}

/** The modal for a ruling on several cases at once. */
export function bulkModal(
  customId: string,
  action: RulingAction,
  cases: readonly Case[],
  interaction: Locales,
): ModalBuilder {
  const { modal } = labelsIn(languageFor(interaction)).flags;
  const isNeeded = action === 'escalate' || cases.some(({ state }) => state === 'escalated');
  const deletes = action === 'remove' && cases.some(({ subject }) => subject.kind === 'message');
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(modal.titles.bulk({ count: cases.length }))
    .addLabelComponents(reasonField(modal, isNeeded, deletes));
}
