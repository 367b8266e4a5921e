import { Client, GatewayIntentBits, type Interaction } from 'discord.js';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { StringSelectMenuBuilder } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { demoCast } from '../../src/preview/newspaper/demo/edition.ts';
import { startDemoServer } from '../../src/preview/demo-server.ts';
import { actAsDemoUsers } from '../../src/preview/demo-users.ts';

/** Runs whatever was waiting for a promise that is settled by now. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A demo whose bot is played by hand: it posts, opens the form of a report, and records clicks. */
async function demo() {
  const server = await startDemoServer(Date.now, true);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: server.discord.url },
  });
  const acts: string[] = [];
  client.on('interactionCreate', (interaction) => void answer(interaction, acts));
  await new Promise<void>((resolve) => {
    client.once('clientReady', () => resolve());
    void client.login(server.token);
  });
  onTestFinished(async () => {
    await client.destroy();
    await server.close();
  });

  const pauses: { ms: number; end: () => void }[] = [];
  const here = new Set<string>();
  const leaving: (() => void)[] = [];
  const failures: unknown[] = [];
  const stopping = new AbortController();
  const stop = actAsDemoUsers(server, {
    visitors: {
      isHere: (id) => here.has(id),
      untilGone: (id) =>
        here.has(id) ? new Promise((resolve) => leaving.push(resolve)) : Promise.resolve(),
    },
    pause: (ms) => new Promise((end) => pauses.push({ ms, end })),
    failed: (error) => failures.push(error),
    signal: stopping.signal,
  });
  onTestFinished(stop);

  const post = async (channelId: string, button: ButtonBuilder, comment: string, story: string) => {
    const url = server.paper?.commentUrl(story, comment) ?? '';
    const link = new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel('View').setURL(url);
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button, link);
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) throw new Error('The bot cannot write there.');
    return channel.send({ content: 'A comment', components: [row] });
  };
  const rude = demoCast.rudeComment;
  return {
    server,
    acts,
    failures,
    stopping,
    here,
    /** Ends the pause that somebody makes, once they do. */
    async afterPause() {
      for (let pause = pauses.shift(); ; pause = pauses.shift()) {
        if (pause) return pause.end();
        await settled();
      }
    },
    pausing: () => pauses.length,
    leave(id: string) {
      here.delete(id);
      for (const left of leaving.splice(0)) left();
    },
    comment: (id: string = rude) =>
      post(server.newsChannelId, button('report:1', 'Report as abuse'), id, demoCast.livelyStory),
    card: (id: string = rude) =>
      post(server.moderatorsChannelId, button('case:1', 'Remove'), id, demoCast.livelyStory),
    until: (act: string) => server.discord.waitFor(() => acts.includes(act)),
  };
}

const button = (id: string, label: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);

async function answer(interaction: Interaction, acts: string[]): Promise<void> {
  const who = interaction.user.globalName ?? interaction.user.username;
  if (interaction.isModalSubmit()) {
    acts.push(`${who} reports: ${interaction.fields.getTextInputValue('details')}`);
    await interaction.reply({ content: 'Thank you', flags: 64 });
  } else if (interaction.isButton() && interaction.customId.startsWith('report:')) {
    await interaction.showModal(form());
  } else if (interaction.isButton()) {
    acts.push(`${who} removes`);
    await interaction.update({ components: [] });
  }
}

function form(): ModalBuilder {
  const reason = new StringSelectMenuBuilder()
    .setCustomId('reason')
    .addOptions({ label: 'Abuse', value: 'abuse' });
  const details = new TextInputBuilder().setCustomId('details').setStyle(TextInputStyle.Short);
  return new ModalBuilder()
    .setCustomId('form')
    .setTitle('Report')
    .addLabelComponents(
      new LabelBuilder().setLabel('Reason').setStringSelectMenuComponent(reason),
      new LabelBuilder().setLabel('Details').setTextInputComponent(details),
    );
}

test('Theo reports the rude comment, and the moderator removes it', async () => {
  const here = await demo();
  await here.comment();
  await here.afterPause();
  await here.until('Theo reports: Name-calling');
  await here.card();
  await here.afterPause();
  await here.until('Sam removes');
  expect(here.failures).toEqual([]);
});

test('while a visitor is the moderator, the case waits for them, also when they come during the pause', async () => {
  const here = await demo();
  const { moderator, discord } = here.server;
  here.here.add(moderator.id);
  const card = await here.card();
  await settled();
  expect(here.pausing()).toBe(0);
  here.leave(moderator.id);
  while (here.pausing() === 0) await settled();
  here.here.add(moderator.id);
  await here.afterPause();
  await settled();
  expect(here.acts).toEqual([]);
  expect(JSON.stringify(discord.message(card.channelId, card.id)?.components)).toContain('Remove');
  here.leave(moderator.id);
  await here.afterPause();
  await here.until('Sam removes');
});

test('a case on which a visitor has ruled is left as it is', async () => {
  const here = await demo();
  const { moderator, discord } = here.server;
  here.here.add(moderator.id);
  const card = await here.card();
  await discord.actor(moderator.id).at(card.channelId).click(card.id, 'Remove');
  await here.until('Sam removes');
  here.leave(moderator.id);
  await here.afterPause();
  await settled();
  expect([here.acts, here.failures]).toEqual([['Sam removes'], []]);
});

test('nobody reports or rules on another comment', async () => {
  const here = await demo();
  await here.comment(demoCast.editedComment);
  await here.card(demoCast.withdrawnComment);
  await settled();
  expect([here.pausing(), here.acts]).toEqual([0, []]);
});

test('nobody acts when the preview has ended', async () => {
  const here = await demo();
  await here.comment();
  await here.card();
  while (here.pausing() < 2) await settled();
  here.stopping.abort();
  await here.afterPause();
  await here.afterPause();
  await settled();
  expect([here.acts, here.failures]).toEqual([[], []]);
});
