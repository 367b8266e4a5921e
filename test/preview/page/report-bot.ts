import type { Client, Interaction } from 'discord.js';
import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
const reasons = ['abuse', 'spam'].map((value) => ({ label: value, value }));

const reportForm = new ModalBuilder()
  .setCustomId('report')
  .setTitle('Report')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Reason')
      .setStringSelectMenuComponent(
        new StringSelectMenuBuilder().setCustomId('reason').addOptions(reasons),
      ),
    new LabelBuilder()
      .setLabel('Details')
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId('details')
          .setStyle(TextInputStyle.Paragraph)
          .setRequired(false),
      ),
  );

const commands = [
  new SlashCommandBuilder()
    .setName('feed')
    .setDescription('Feeds')
    .addSubcommand((remove) =>
      remove
        .setName('remove')
        .setDescription('Remove a feed')
        .addStringOption((option) =>
          option.setName('which').setDescription('Which').setRequired(true).setAutocomplete(true),
        ),
    )
    .toJSON(),
  new ContextMenuCommandBuilder()
    .setName('Flag message')
    .setType(ApplicationCommandType.Message)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .toJSON(),
];

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `The ${typed} Ledger`, value: 'ledger' }]);
  } else if (interaction.isButton() || interaction.isMessageContextMenuCommand()) {
    await interaction.showModal(reportForm);
  } else if (interaction.isModalSubmit()) {
    const [reason] = interaction.fields.getStringSelectValues('reason');
    const details = interaction.fields.getTextInputValue('details');
    const content = `Reported for ${reason}: ${details}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) {
    await interaction.reply(`Removed ${interaction.options.getString('which', true)}`);
  }
}

/** Makes the client a bot with a form for reports, `/feed remove` with suggestions, and "Flag message". */
export async function runReportBot(client: Client<true>): Promise<void> {
  client.on('interactionCreate', (interaction) => void answer(interaction));
  await client.application.commands.set(commands);
}
