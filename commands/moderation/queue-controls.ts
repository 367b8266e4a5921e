import {
  type ButtonInteraction,
  ComponentType,
  type Message,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { ruleCase } from '../../src/newsroom/moderation/rule-case.ts';
import { labelsFor, languageFor, requestError } from '../../src/render/index.ts';
import type { CommandContext, ComponentHandler } from '../command.ts';
import { isSenior, requireModerator } from '../permissions.ts';
import { type BulkAction, bulkActions, queueMessage, queueView } from './queue-view.ts';
import { bulkModal, needsModal } from './ruling-modal.ts';

type Control = ButtonInteraction<'cached'> | StringSelectMenuInteraction<'cached'>;
type Interaction = Control | ModalSubmitInteraction<'cached'>;

/** A case on a page of the queue, with the version that the page shows. */
interface Shown {
  number: number;
  versionSeen: number;
  isChosen: boolean;
}

/** Pages of `/flags queue`, the menu of its cases, and the rulings on those that were chosen. */
export const queueControls: ComponentHandler = {
  prefix: 'queue',

  async click(interaction, context) {
    await requireModerator(interaction, null, context);
    const { control, view } = queueView(interaction.customId);
    const shown = casesShown(interaction.message);
    const action = bulkActions.find((one) => one === control);
    if (action) return ruleOrAsk(interaction, action, shown, context);
    await interaction.deferUpdate();
    const step = control === 'next' ? 1 : control === 'previous' ? -1 : 0;
    const chosen = control === 'all' ? shown.map(({ number }) => number) : [];
    const turned = { ...view, page: view.page + step };
    await interaction.editReply(await queueMessage(interaction, turned, context.ports, { chosen }));
  },

  async choose(interaction, context) {
    await requireModerator(interaction, null, context);
    const { view } = queueView(interaction.customId);
    await interaction.deferUpdate();
    const chosen = interaction.values.map((value) => Number(value.split(':')[0]));
    await interaction.editReply(await queueMessage(interaction, view, context.ports, { chosen }));
  },

  async submit(interaction, context) {
    await requireModerator(interaction, null, context);
    const { control } = queueView(interaction.customId);
    const action = bulkActions.find((one) => one === control);
    if (!action || !interaction.message) throw requestError(({ flags }) => flags.otherVersion);
    if (interaction.isFromMessage()) await interaction.deferUpdate();
    const reason = interaction.fields.getTextInputValue('reason').trim() || null;
    await ruleChosen(interaction, action, reason, casesShown(interaction.message), context);
  },
};

/** The cases of a page, by its menu: nothing else remembers them. */
function casesShown(message: Message): Shown[] {
  return message.components.flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    return row.components.flatMap((component) => {
      if (component.type !== ComponentType.StringSelect) return [];
      return component.options.map(({ value, default: isChosen = false }) => {
        const [number, version] = value.split(':');
        return { number: Number(number), versionSeen: Number(version), isChosen };
      });
    });
  });
}

async function ruleOrAsk(
  interaction: ButtonInteraction<'cached'>,
  action: BulkAction,
  shown: readonly Shown[],
  context: CommandContext,
): Promise<void> {
  const { guildId } = interaction;
  const chosen = shown.filter(({ isChosen }) => isChosen);
  if (chosen.length === 0) throw requestError(({ flags }) => flags.queue.noneChosen);
  const found = await Promise.all(
    chosen.map(({ number }) => context.ports.store.cases.get(guildId, number)),
  );
  const cases = found.flatMap((one) => one ?? []);
  if (cases.some((one) => needsModal(action, one))) {
    await interaction.showModal(bulkModal(interaction.customId, action, cases, interaction));
    return;
  }
  await interaction.deferUpdate();
  await ruleChosen(interaction, action, null, shown, context);
}

/** The same ruling on each chosen case, on the version that the page shows. */
async function ruleChosen(
  interaction: Interaction,
  action: BulkAction,
  reason: string | null,
  shown: readonly Shown[],
  context: CommandContext,
): Promise<void> {
  const { guildId, user } = interaction;
  const { ports, signal } = context;
  const { queue } = labelsFor(interaction).flags;
  const senior = await isSenior(interaction, context);
  const ruled: number[] = [];
  const refused: string[] = [];
  for (const { number, versionSeen, isChosen } of shown) {
    if (!isChosen) continue;
    try {
      const flagged = await ports.store.cases.get(guildId, number);
      await requireModerator(interaction, flagged?.subject.channelId ?? null, context);
      const ruling = { guildId, number, versionSeen, action, by: user.id, senior, reason };
      await ruleCase(ports, ruling, signal);
      ruled.push(number);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      refused.push(queue.refused({ number, reason: error.textIn(languageFor(interaction)) }));
    }
  }
  const { view } = queueView(interaction.customId);
  const done = ruled.length === 0 ? [] : [queue.labels.ruled({ numbers: ruled.join(', ') })];
  const above = [...done, ...refused];
  await interaction.editReply(await queueMessage(interaction, view, ports, { above }));
}
