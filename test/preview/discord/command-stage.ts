import type { Client, Interaction } from 'discord.js';
import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Actor } from '../../../src/preview/discord/index.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';
export const feed = new SlashCommandBuilder()
  .setName('feed')
  .setDescription('Feeds of this server')
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((add) =>
    add
      .setName('add')
      .setDescription('Follow a feed')
      .addStringOption((o) =>
        o.setName('url').setDescription('Address').setRequired(true).setMaxLength(60),
      )
      .addChannelOption((o) => o.setName('channel').setDescription('Where to'))
      .addIntegerOption((o) =>
        o.setName('every').setDescription('Minutes').setMinValue(5).setMaxValue(60),
      )
      .addStringOption((o) =>
        o
          .setName('first')
          .setDescription('First run')
          .addChoices({ name: 'None', value: 'none' }, { name: 'Latest', value: 'latest' }),
      ),
  )
  .addSubcommandGroup((group) =>
    group
      .setName('desk')
      .setDescription('Desks')
      .addSubcommand((remove) =>
        remove
          .setName('remove')
          .setDescription('Remove')
          .addStringOption((o) =>
            o.setName('feed').setDescription('Which').setRequired(true).setAutocomplete(true),
          ),
      ),
  );
const health = new SlashCommandBuilder().setName('health').setDescription('How the bot is');
const flag = new ContextMenuCommandBuilder()
  .setName('Flag message')
  .setType(ApplicationCommandType.Message);

/** Answers every interaction; what an answer throws is an `error` event of the client. */
export function answerWith(
  client: Client<true>,
  answer: (interaction: Interaction) => Promise<unknown>,
): void {
  client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => client.emit('error', error as Error));
  });
}

/** A stage whose bot is connected and has registered `/feed`, `/health` and "Flag message". */
export async function stageCommands(): Promise<{
  here: Stage;
  client: Client<true>;
  reader: Actor;
  owner: Actor;
}> {
  const here = await stage({ answerTimeoutMs: 1_000 });
  const client = await here.client();
  client.on('error', () => {});
  await client.application.commands.set([feed, health, flag]);
  const reader = here.discord.actor(here.reader).at(here.news);
  const owner = here.discord.actor(here.guild.ownerId).at(here.news);
  return { here, client, reader, owner };
}
