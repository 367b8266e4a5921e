import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Case, RulingAction } from '../../src/core/moderation/case.ts';
import type { NewRuling } from '../../src/core/moderation/ruling.ts';
import { closeDiscussion } from '../../src/newsroom/discussions/close-discussion.ts';
import { claimCase, releaseCase } from '../../src/newsroom/moderation/case-acts.ts';
import { muteAuthor } from '../../src/newsroom/moderation/mute-author.ts';
import { markReportedToPublisher } from '../../src/newsroom/moderation/publisher-report.ts';
import { noSuchCase } from '../../src/newsroom/moderation/ruling-refusals.ts';
import {
  checkRuling,
  checkTimeout,
  ruleCase,
  type RulingRequest,
} from '../../src/newsroom/moderation/rule-case.ts';
import { wantCard } from '../../src/newsroom/outbox/moderators.ts';
import {
  type CaseAct,
  caseControlId,
  caseStateText,
  escapeMarkdown,
  labelsFor,
  truncate,
} from '../../src/render/index.ts';
import type { CommandContext, ComponentHandler } from '../command.ts';
import { isSenior, requireModerator, requireTimeoutRight } from '../permissions.ts';
import { actionOf, type CaseControl, caseControl, isAct } from './case-id.ts';
import { showCase, showNext } from './case-view.ts';
import { needsModal, rulingFields, rulingModal } from './ruling-modal.ts';

type Control = ButtonInteraction<'cached'> | StringSelectMenuInteraction<'cached'>;
type Interaction = Control | ModalSubmitInteraction<'cached'>;

/**
 * The controls of a case's card, and the modal of a ruling. What is done is shown by the card: only
 * refusals are answered, and what no card shows.
 */
export const caseButtons: ComponentHandler = {
  prefix: 'case',

  async click(interaction, context) {
    await useControl(interaction, caseControl(interaction.customId), context);
  },

  async choose(interaction, context) {
    const control = caseControl(interaction.customId);
    const action = actionOf(interaction.values[0]) ?? 'more';
    await useControl(interaction, { ...control, action }, context);
  },

  async submit(interaction, context) {
    const control = caseControl(interaction.customId);
    await moderatedCase(interaction, control, context);
    if (isAct(control.action)) return;
    await acknowledge(interaction);
    const fields = rulingFields(interaction);
    await rule(interaction, control, control.action, fields, context);
  },
};

/** A case of this server. @throws RequestError without, and to members who may not rule on it */
async function moderatedCase(
  interaction: Interaction,
  { number }: CaseControl,
  context: CommandContext,
): Promise<Case> {
  const flagged = await context.ports.store.cases.get(interaction.guildId, number);
  await requireModerator(interaction, flagged?.subject.channelId ?? null, context);
  if (!flagged) throw noSuchCase(number);
  return flagged;
}

/** Its answer, if any, is a follow-up that one person sees. */
async function acknowledge(interaction: Interaction): Promise<void> {
  if (!interaction.isModalSubmit() || interaction.isFromMessage()) await interaction.deferUpdate();
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
}

async function useControl(
  interaction: Control,
  control: CaseControl,
  context: CommandContext,
): Promise<void> {
  const flagged = await moderatedCase(interaction, control, context);
  const { action } = control;
  if (isAct(action)) return act(interaction, control, action, flagged, context);
  if (!needsModal(action, flagged)) {
    await acknowledge(interaction);
    return rule(interaction, control, action, { reason: null }, context);
  }
  const asked = await rulingRequest(interaction, control, action, { reason: '…' }, context);
  checkRuling(flagged, asked, context.ports.clock.now());
  if (action === 'timeout') {
    await requireTimeoutRight(interaction, context);
    await checkTimeout(context.ports, asked, context.signal);
  }
  const id = caseControlId({ ...flagged, version: control.versionSeen }, action, control.inQueue);
  await interaction.showModal(rulingModal(id, action, flagged, interaction));
}

async function rulingRequest(
  interaction: Interaction,
  { number, versionSeen }: CaseControl,
  action: RulingAction,
  fields: Pick<NewRuling, 'reason' | 'deletes' | 'timeoutMs' | 'duplicateOf'>,
  context: CommandContext,
): Promise<RulingRequest> {
  return {
    ...fields,
    number,
    versionSeen,
    action,
    guildId: interaction.guildId,
    by: interaction.user.id,
    senior: await isSenior(interaction, context),
  };
}

async function rule(
  interaction: Interaction,
  control: CaseControl,
  action: RulingAction,
  fields: Pick<NewRuling, 'reason' | 'deletes' | 'timeoutMs' | 'duplicateOf'>,
  context: CommandContext,
): Promise<void> {
  if (action === 'timeout') await requireTimeoutRight(interaction, context);
  const request = await rulingRequest(interaction, control, action, fields, context);
  const ruled = await ruleCase(context.ports, request, context.signal);
  await showAfter(interaction, control, ruled, context);
  if (action === 'undo' && ruled.subject.kind === 'message') {
    await followUp(interaction, labelsFor(interaction).flags.acts.staysDeleted);
  }
}

/** The card in the channel is edited by the outbox; one that a single person sees is edited here. */
async function showAfter(
  interaction: Interaction,
  { inQueue }: CaseControl,
  changed: Case,
  context: CommandContext,
): Promise<void> {
  if (inQueue) {
    const labels = labelsFor(interaction);
    const { number } = changed;
    const done = labels.flags.acts.ruled({ number, state: caseStateText(changed, labels) });
    await showNext(interaction, context, { done });
  } else if (interaction.message?.flags.has(MessageFlags.Ephemeral)) {
    await showCase(interaction, context, changed.number);
  }
}

async function act(
  interaction: Control,
  control: CaseControl,
  action: CaseAct,
  flagged: Case,
  context: CommandContext,
): Promise<void> {
  const { ports } = context;
  const { guildId, user } = interaction;
  const { number } = flagged;
  const done = { guildId, number, by: user.id };
  const labels = labelsFor(interaction);
  const { acts } = labels.flags;
  switch (action) {
    case 'claim':
      await interaction.deferUpdate();
      return showAfter(interaction, control, await claimCase(ports, done), context);
    case 'release':
      await interaction.deferUpdate();
      await releaseCase(ports, done);
      return showAfter(interaction, control, flagged, context);
    case 'skip':
      await interaction.deferUpdate();
      await releaseCase(ports, done);
      return showNext(interaction, context, { skipped: number });
    case 'mute': {
      await interaction.deferUpdate();
      await followUp(interaction, await mute(interaction, flagged, context));
      return;
    }
    case 'close-discussion':
      await interaction.deferUpdate();
      if (flagged.subject.kind !== 'comment') return;
      await closeDiscussion(ports, flagged.subject.discussionId, user.id);
      await followUp(interaction, acts.closing);
      return;
    case 'publisher':
      await askForPublisher(interaction, flagged);
      return;
    case 'sent':
      await interaction.deferUpdate();
      await markReportedToPublisher(ports, done);
      await interaction.editReply({
        content: acts.publisherMarked({ number }),
        components: [],
        allowedMentions: { parse: [] },
      });
      return;
    case 'more':
      return;
    default:
      return action satisfies never;
  }
}

async function mute(
  interaction: Control,
  { subject, number }: Case,
  { ports }: CommandContext,
): Promise<string> {
  const { acts } = labelsFor(interaction).flags;
  if (subject.kind !== 'comment') return '';
  const { guildId, user } = interaction;
  const { commentKey } = subject;
  const { outcome, hidden } = await muteAuthor(ports, { guildId, commentKey, by: user.id });
  await ports.store.transaction((ledger) => wantCard(ledger, guildId, number, ports.clock.now()));
  const author = escapeMarkdown(truncate(subject.authorName, 80));
  return outcome === 'muted' ? acts.muted({ count: hidden, author }) : acts.mutedBefore({ author });
}

async function followUp(interaction: Interaction, content: string): Promise<void> {
  await interaction.followUp({
    content,
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  });
}

/** Discord lets a bot open no page: the moderator does, and says so. */
async function askForPublisher(
  interaction: Control,
  { number, version, subject }: Case,
): Promise<void> {
  const labels = labelsFor(interaction);
  const { acts } = labels.flags;
  const url = subject.kind === 'comment' ? subject.url : null;
  const sent = new ButtonBuilder()
    .setCustomId(caseControlId({ number, version }, 'sent', false))
    .setLabel(acts.buttons.sent)
    .setStyle(ButtonStyle.Primary);
  const { viewOnSite } = labels.cards.buttons;
  const open =
    url === null
      ? []
      : [new ButtonBuilder().setURL(url).setLabel(viewOnSite).setStyle(ButtonStyle.Link)];
  await interaction.reply({
    content: acts.publisher,
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(...open, sent)],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  });
}
