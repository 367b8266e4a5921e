import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  type SlashCommandSubcommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { appealRuling, checkAppeal } from '../../src/newsroom/moderation/appeal-ruling.ts';
import { type Labels, labelsFor, requestError } from '../../src/render/index.ts';
import type {
  CommandContext,
  ComponentHandler,
  PrivateHandler,
  SlashInteraction,
} from '../command.ts';
import { described } from '../localized.ts';

/** Of the case that a `custom_id` names. @throws RequestError for a server that the bot has left */
function caseOf({ customId, client }: ButtonInteraction | ModalSubmitInteraction): {
  guildId: string;
  number: number;
} {
  const [, guildId = '', number] = customId.split(':');
  if (!client.guilds.cache.has(guildId)) {
    throw requestError((labels) => labels.rulings.refusals.otherServer);
  }
  return { guildId, number: Number(number) || 0 };
}

async function click(interaction: ButtonInteraction, { ports }: CommandContext): Promise<void> {
  const { guildId, number } = caseOf(interaction);
  await checkAppeal(ports.store, guildId, number, interaction.user.id);
  const { customId } = interaction;
  await interaction.showModal(appealModal(customId, number, labelsFor(interaction)));
}

async function submit(
  interaction: ModalSubmitInteraction,
  { ports }: CommandContext,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { guildId, number } = caseOf(interaction);
  const text = interaction.fields.getTextInputValue('text').trim();
  await appealRuling(ports, { guildId, number, by: interaction.user.id, text });
  await interaction.editReply({
    content: labelsFor(interaction).rulings.receipt({ number }),
    allowedMentions: { parse: [] },
  });
}

/**
 * The button `appeal:<server>:<case>` and its modal: in the private message about a ruling, which may be
 * read by somebody who is no member any more, and under the answer to `/flags appeal`.
 */
export const appealButton = {
  prefix: 'appeal',
  click,
  submit,
  formAgain: (customId, typed, labels) =>
    appealModal(customId, Number(customId.split(':')[2]) || 0, labels, typed),
} satisfies ComponentHandler & PrivateHandler;

export function appealSubcommand(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  return described(
    subcommand.setName('appeal'),
    ({ rulings }) => rulings.commands.appeal,
  ).addIntegerOption((option) =>
    described(option.setName('case'), ({ rulings }) => rulings.commands.case)
      .setRequired(true)
      .setMinValue(1),
  );
}

/** `/flags appeal`, whose answer was begun: for members who take no private messages. */
export async function appeal(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<void> {
  const { guildId, user, options } = interaction;
  const number = options.getInteger('case', true);
  await checkAppeal(ports.store, guildId, number, user.id);
  const { rulings } = labelsFor(interaction);
  const button = new ButtonBuilder()
    .setCustomId(`appeal:${guildId}:${number}`)
    .setLabel(rulings.buttons.appeal)
    .setStyle(ButtonStyle.Primary);
  await interaction.editReply({
    content: rulings.askAppeal({ number }),
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
    allowedMentions: { parse: [] },
  });
}

function appealModal(
  customId: string,
  number: number,
  { rulings }: Labels,
  typed: ReadonlyMap<string, string> = new Map(),
): ModalBuilder {
  const text = new TextInputBuilder()
    .setCustomId('text')
    .setStyle(TextInputStyle.Paragraph)
    .setMinLength(3)
    .setMaxLength(1000);
  const written = typed.get('text');
  if (written) text.setValue(written);
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(rulings.titles.appeal({ number }))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(rulings.labels.appeal)
        .setDescription(rulings.hints.appeal)
        .setTextInputComponent(text),
    );
}
