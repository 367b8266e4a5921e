import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { commentOfMessage } from '../../src/newsroom/moderation/find-author.ts';
import { muteAuthor } from '../../src/newsroom/moderation/mute-author.ts';
import { labelsFor } from '../../src/render/index.ts';
import type { MessageCommand } from '../command.ts';
import { muteText } from '../discussion/mute.ts';
import { requireModerator } from '../permissions.ts';

/** Apps → *Mute this author*: the author of a mirrored comment is not shown in this server any more. */
export const muteMessage: MessageCommand = {
  body: new ContextMenuCommandBuilder()
    .setName('Mute this author')
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .toJSON(),

  async run(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    // It counts in every channel.
    await requireModerator(interaction, null, context);
    const { guildId, targetMessage, user } = interaction;
    const commentKey = await commentOfMessage(context.ports, guildId, targetMessage.id);
    const outcome = await muteAuthor(context.ports, { guildId, commentKey, by: user.id });
    await interaction.editReply({
      content: muteText(outcome, labelsFor(interaction)),
      allowedMentions: { parse: [] },
    });
  },
};
