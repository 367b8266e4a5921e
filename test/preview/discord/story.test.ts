import type { Client, TextChannel, ThreadChannel } from 'discord.js';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActorRefused } from '../../../src/preview/discord/index.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let client: Client<true>;

beforeEach(async () => {
  here = await stage();
  client = await here.client();
});
afterEach(async () => here.end());

async function newsChannel(): Promise<TextChannel> {
  return (await client.channels.fetch(here.news)) as TextChannel;
}

const storyBody = {
  content: 'Ferry timetable changes on Monday',
  embeds: [
    new EmbedBuilder({
      title: 'Ferry timetable changes on Monday',
      url: 'https://ledger.example/ferry',
      author: { name: 'By Ines Calder' },
    }),
  ],
  components: [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder()
        .setStyle(ButtonStyle.Link)
        .setLabel('Read')
        .setURL('https://ledger.example/ferry'),
      new ButtonBuilder().setStyle(ButtonStyle.Secondary).setLabel('Flag').setCustomId('flag:1'),
    ),
  ],
  allowedMentions: { parse: [] },
};

test('a story is posted with its embed and buttons, and gets a thread that has its id', async () => {
  const channel = await newsChannel();
  const story = await channel.send(storyBody);
  const thread = await story.startThread({ name: 'Discussion: ferry' });
  expect(thread.id).toBe(story.id);
  await thread.send({ content: 'First comment', allowedMentions: { parse: [] } });

  const [held] = here.discord.messages(here.news);
  expect(held).toMatchObject({
    id: story.id,
    content: 'Ferry timetable changes on Monday',
    flags: 32,
    thread: { id: story.id, parent_id: here.news, message_count: 1 },
    author: { id: here.bot.botUserId, bot: true },
  });
  expect(held?.embeds[0]).toMatchObject({ type: 'rich', author: { name: 'By Ines Calder' } });
  expect(held?.components[0]).toMatchObject({
    type: 1,
    id: 1,
    components: [
      { type: 2, id: 2 },
      { type: 2, id: 3, custom_id: 'flag:1' },
    ],
  });
  expect(here.discord.messages(story.id).map((one) => [one.type, one.content])).toEqual([
    [21, ''],
    [0, 'First comment'],
  ]);
});

test('a second thread on a story is refused with 160004', async () => {
  const story = await (await newsChannel()).send(storyBody);
  await story.startThread({ name: 'One' });
  await expect(
    client.rest.post(`/channels/${here.news}/messages/${story.id}/threads`, {
      body: { name: 'Two' },
    }),
  ).rejects.toMatchObject({ code: 160_004, status: 400 });
});

test('a reader clicks Flag, fills in the form and gets an answer that nobody else sees', async () => {
  client.on('interactionCreate', (interaction) => {
    void (async () => {
      if (interaction.isButton()) {
        const reason = new TextInputBuilder()
          .setCustomId('reason')
          .setLabel('What is wrong?')
          .setMinLength(3)
          .setStyle(TextInputStyle.Paragraph);
        await interaction.showModal(
          new ModalBuilder()
            .setCustomId(`form:${interaction.customId}`)
            .setTitle('Flag')
            .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(reason)),
        );
      } else if (interaction.isModalSubmit()) {
        const reason = interaction.fields.getTextInputValue('reason');
        await interaction.reply({ content: `Noted: ${reason}`, flags: MessageFlags.Ephemeral });
      }
    })();
  });
  const story = await (await newsChannel()).send(storyBody);
  const reader = here.discord.actor(here.reader);
  const form = await reader.click(story.id, 'Flag');
  expect(form.kind).toBe('modal');
  await expect(reader.submitModal(form, { reason: 'x' })).rejects.toThrow(ActorRefused);
  const answer = await reader.submitModal(form, { reason: 'Wrong pier' });
  expect(answer).toMatchObject({ kind: 'reply', ephemeral: true });
  expect(answer.message?.content).toBe('Noted: Wrong pier');

  expect(here.discord.messages(here.news)).toHaveLength(1);
  const seen = (userId: string) =>
    here.discord.messages(here.news, { includeEphemeral: userId }).length;
  expect([seen(here.reader), seen(here.moderator)]).toEqual([2, 1]);
  expect(() => here.discord.actor(here.moderator).deleteMessage(answer.message?.id ?? '')).toThrow(
    ActorRefused,
  );
});

test('link buttons, disabled buttons and missing buttons cannot be clicked', async () => {
  const story = await (await newsChannel()).send(storyBody);
  const reader = here.discord.actor(here.reader);
  await expect(reader.click(story.id, 'Read')).rejects.toThrow('link');
  await expect(reader.click(story.id, 'Mute')).rejects.toThrow('offers no "Mute"');
  await story.edit({
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder()
          .setStyle(ButtonStyle.Secondary)
          .setLabel('Flag')
          .setCustomId('flag:1')
          .setDisabled(true),
      ),
    ],
  });
  await expect(reader.click(story.id, 'Flag')).rejects.toThrow('disabled');
});

test('a closed discussion is locked, then archived, and readers cannot post in it', async () => {
  const story = await (await newsChannel()).send(storyBody);
  const thread = (await story.startThread({ name: 'Ferry' })) as ThreadChannel;
  const reader = here.discord.actor(here.reader);
  reader.send(thread.id, 'Will the night boat stay?');
  await thread.setLocked(true);
  expect(() => reader.send(thread.id, 'Hello?')).toThrow('Thread is locked');
  await thread.setArchived(true);
  expect(here.discord.thread(thread.id)?.thread_metadata).toMatchObject({
    archived: true,
    locked: true,
  });
  expect(() => reader.send(thread.id, 'Hello?')).toThrow('Thread is archived');
  await expect(thread.send('One more')).rejects.toMatchObject({ code: 50_083 });
});
