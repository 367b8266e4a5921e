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
import { errorText } from '../src/core/errors.ts';
import { hourMs } from '../src/core/time/duration.ts';
import { labelsFor, labelsIn, languageFor, requestError, truncate } from '../src/render/index.ts';
import { commandLine, corrected, filledOptions, optionDescription } from './command-line.ts';
import type {
  CommandContext,
  ComponentHandler,
  SlashCommand,
  SlashInteraction,
  SlashOptions,
} from './command.ts';
import {
  isDeferredUpdate,
  isInArchivedThread,
  isTooLate,
  OptionRefused,
  refusalText,
} from './refusals.ts';
import { ShortMemory } from './short-memory.ts';

const prefix = 'again';
const field = 'value';

/** A slash command or a modal that was refused, with what was typed. */
type Refused = { guildId: string; userId: string } & (
  | { kind: 'command'; command: SlashCommand; options: SlashOptions; option: string | null }
  | {
      kind: 'form';
      handler: ComponentHandler;
      customId: string;
      typed: ReadonlyMap<string, string>;
    }
);

const refusedOnes = new ShortMemory<Refused>(hourMs);

/** Runs a slash command. If it is refused, what was typed can be corrected and used again. */
export async function runCommand(
  command: SlashCommand,
  interaction: SlashInteraction,
  context: CommandContext,
): Promise<void> {
  try {
    await command.run(interaction, context);
  } catch (error) {
    if (isTooLate(error) || isInArchivedThread(error, interaction)) throw error;
    const { options } = interaction;
    const option = error instanceof OptionRefused ? error.option : null;
    const { id } = interaction;
    save(
      interaction,
      { kind: 'command', command, options, option, ...whose(interaction) },
      context,
    );
    const filled = filledOptions(options).length;
    const { refusals } = labelsFor(interaction);
    const line = `\n${refusals.typed}\n\`\`\`\n${commandLine(command, options)}\n\`\`\``;
    const label =
      option === null ? refusals.buttons.tryAgain : refusals.buttons.correct({ option });
    const offer = { id, label, typed: filled > 1 ? line : '' };
    // A single option is soon typed again.
    const isWorthIt = option !== null || filled > 1;
    await answer(interaction, error, isWorthIt ? offer : null, context);
  }
}

/** Takes a submitted modal. If it is refused, it can be opened again with what was typed. */
export async function runForm(
  handler: ComponentHandler,
  interaction: ModalSubmitInteraction<'cached'>,
  context: CommandContext,
): Promise<void> {
  try {
    await handler.submit?.(interaction, context);
  } catch (error) {
    if (isTooLate(error) || isInArchivedThread(error, interaction)) throw error;
    const { id, customId } = interaction;
    const typed = typedFields(interaction);
    const texts = [...typed.values()].filter((text) => text !== '');
    save(interaction, { kind: 'form', handler, customId, typed, ...whose(interaction) }, context);
    const canOpen = handler.formAgain !== undefined && texts.length > 0;
    const label = labelsFor(interaction).refusals.buttons.openAgain;
    const offer = canOpen ? { id, label, typed: '' } : null;
    await answer(interaction, error, offer, context);
  }
}

const whose = ({ guildId, user }: Pick<SlashInteraction, 'guildId' | 'user'>) => ({
  guildId,
  userId: user.id,
});

function save({ id }: { id: string }, refused: Refused, { ports }: CommandContext): void {
  refusedOnes.save(id, refused, ports.clock.now());
}

function typedFields({ fields }: ModalSubmitInteraction): Map<string, string> {
  const typed = new Map<string, string>();
  for (const [name, one] of fields.fields) {
    const value = 'value' in one ? one.value : 'values' in one ? one.values[0] : undefined;
    if (typeof value === 'string') typed.set(name, value);
  }
  return typed;
}

interface Offer {
  id: string;
  label: string;
  typed: string;
}

type Answerable = Pick<
  SlashInteraction,
  'deferred' | 'replied' | 'editReply' | 'reply' | 'locale' | 'guildLocale'
> &
  Partial<Pick<ModalSubmitInteraction, 'ephemeral' | 'followUp' | 'message'>>;

async function answer(
  interaction: Answerable,
  error: unknown,
  offer: Offer | null,
  { log }: CommandContext,
): Promise<void> {
  const language = languageFor(interaction);
  const text = refusalText(error, language);
  if (text === null) log.error({ error: errorText(error) }, 'interaction.failed');
  const said = (text ?? labelsIn(language).refusals.internal).slice(0, 2000);
  const whole = `${said}${offer?.typed ?? ''}`;
  const button = offer && buttonOf(offer);
  const content = {
    content: whole.length <= 2000 ? whole : said,
    embeds: [],
    components: button ? [new ActionRowBuilder<ButtonBuilder>().addComponents(button)] : [],
    allowedMentions: { parse: [] },
  };
  try {
    if (interaction.followUp && isDeferredUpdate(interaction)) {
      await interaction.followUp({ ...content, flags: MessageFlags.Ephemeral });
    } else if (interaction.deferred || interaction.replied) await interaction.editReply(content);
    else await interaction.reply({ ...content, flags: MessageFlags.Ephemeral });
  } catch (failure) {
    log.warn({ error: errorText(failure) }, 'interaction.unanswered');
  }
}

const buttonOf = ({ id, label }: Offer) =>
  new ButtonBuilder()
    .setCustomId(`${prefix}:${id}`)
    .setLabel(truncate(label, 80))
    .setStyle(ButtonStyle.Primary);

/** The button `again:<interaction>` and the modal of the same name, which asks for one option. */
export const againButton: ComponentHandler = {
  prefix,

  async click(interaction, context) {
    const refused = refusedOne(interaction, context);
    if (refused.kind === 'form') {
      const { handler, customId, typed } = refused;
      const modal = handler.formAgain?.(customId, typed, labelsFor(interaction));
      if (modal) await interaction.showModal(modal);
      return;
    }
    const { command, options, option } = refused;
    if (option !== null) {
      const modal = correctionModal(interaction, command, options, option);
      await interaction.showModal(modal);
      return;
    }
    await runCommand(command, asCommand(interaction, options), context);
  },

  async submit(interaction, context) {
    const refused = refusedOne(interaction, context);
    if (refused.kind === 'form' || refused.option === null) return;
    const { command, options, option } = refused;
    const text = interaction.fields.getTextInputValue(field).trim();
    const typed = asCommand(interaction, corrected(options, option, text));
    await runCommand(command, typed, context);
  },
};

/** Only for the person who typed it: the id of a button can be forged. */
function refusedOne(
  { customId, guildId, user }: ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'>,
  { ports }: CommandContext,
): Refused {
  const refused = refusedOnes.get(customId.split(':')[1] ?? '', ports.clock.now());
  if (refused?.guildId === guildId && refused.userId === user.id) return refused;
  throw requestError((labels) => labels.refusals.expired);
}

function correctionModal(
  interaction: ButtonInteraction<'cached'>,
  command: SlashCommand,
  options: SlashOptions,
  option: string,
): ModalBuilder {
  const input = new TextInputBuilder()
    .setCustomId(field)
    .setStyle(TextInputStyle.Paragraph)
    .setValue((options.getString(option) ?? '').slice(0, 4000))
    .setRequired(true);
  const label = new LabelBuilder().setLabel(option).setTextInputComponent(input);
  const description = optionDescription(command, options, option, interaction.locale);
  if (description !== null) label.setDescription(description);
  return new ModalBuilder()
    .setCustomId(interaction.customId)
    .setTitle(truncate(labelsFor(interaction).refusals.titles.correct({ option }), 45))
    .addLabelComponents(label);
}

/** A press of the button as the command again: its answer replaces the refusal. */
function asCommand(
  interaction: ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'>,
  options: SlashOptions,
): SlashInteraction {
  const { id, guild, guildId, channel, channelId, member, user, locale, guildLocale } = interaction;
  return {
    id,
    guild,
    guildId,
    channel,
    channelId: channelId ?? '',
    member,
    user,
    locale,
    guildLocale,
    options,
    get deferred() {
      return interaction.deferred;
    },
    get replied() {
      return interaction.replied;
    },
    deferReply: () => interaction.deferUpdate(),
    editReply: (given) =>
      interaction.editReply({
        components: [],
        embeds: [],
        ...(typeof given === 'string' ? { content: given } : given),
      }),
    reply: (given) => interaction.reply(given),
  };
}
