import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SectionBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import {
  refusedChannelPatch,
  refusedCommands,
  refusedInteractionCallback,
  refusedMessageCreate,
  refusedMessageEdit,
  refusedThreadCreate,
  refusedThreadFromMessage,
  refusedWebhookExecute,
} from '../../../../src/preview/discord/rules/index.ts';
import { sent, times } from './bodies.ts';

const silent = { parse: [] };
const link = (label: string) =>
  new ButtonBuilder()
    .setStyle(ButtonStyle.Link)
    .setLabel(label)
    .setURL('https://harbour-ledger.example/ferry?utm=1#top');
const act = (customId: string, label: string) =>
  new ButtonBuilder()
    .setStyle(ButtonStyle.Secondary)
    .setLabel(label)
    .setCustomId(customId)
    .setEmoji('🚩');
const row = (...buttons: ButtonBuilder[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);

const story = {
  content: '**Ferry returns to the north quay** <@&123456789012345678>',
  tts: false,
  nonce: 'story-4f2a9c1b0d3e5f6a7b8',
  enforce_nonce: true,
  embeds: [
    new EmbedBuilder({ image: { url: 'https://harbour-ledger.example/ferry.jpg' } })
      .setTitle('Ferry returns to the north quay')
      .setURL('https://harbour-ledger.example/ferry')
      .setDescription('After nine weeks of repairs the morning boat sails again.')
      .setAuthor({ name: 'The Harbour Ledger', iconURL: 'https://harbour-ledger.example/icon.png' })
      .addFields(
        { name: 'Words', value: 'Ada Lindqvist', inline: true },
        { name: 'Pictures', value: 'Jun Okafor', inline: true },
      )
      .setFooter({ text: 'Photo: Jun Okafor / The Harbour Ledger' })
      .setColor(0x1d5f8a)
      .setTimestamp(1_780_000_000_000)
      .toJSON(),
  ].map((embed) => ({
    ...embed,
    image: {
      url: 'https://harbour-ledger.example/ferry.jpg',
      description: 'A white ferry at a stone quay.',
    },
  })),
  components: [row(link('Read the story'), link('Open comments')).toJSON()],
  allowed_mentions: { parse: [], roles: ['123456789012345678'] },
  flags: MessageFlags.SuppressNotifications,
};

test('a story with its credits, alt text and links is accepted', () => {
  expect(refusedMessageCreate(sent(story))).toBeNull();
});

test('a story with an uploaded picture is accepted', () => {
  const uploaded = {
    ...story,
    embeds: [{ title: 'Ferry', image: { url: 'attachment://ferry.jpg' } }],
    attachments: [{ id: '0', filename: 'ferry.jpg', description: 'A ferry.' }],
  };
  expect(refusedMessageCreate(sent(uploaded))).toBeNull();
});

test('a mirrored comment that replies, with two buttons, is accepted', () => {
  const comment = {
    content: '**Mina** · <t:1780000000:R>\nAt last, the bus took an hour.',
    message_reference: { message_id: '1180000000000000001', fail_if_not_exists: false },
    allowed_mentions: { ...silent, replied_user: false },
    nonce: 'comment-0123456789abcdef0',
    enforce_nonce: true,
    components: [row(act('flag:1180', 'Flag'), link('On the site')).toJSON()],
  };
  expect(refusedMessageCreate(sent(comment))).toBeNull();
});

test('older comments packed into sections with a button each are accepted', () => {
  const sections = times(8, (at) =>
    new SectionBuilder()
      .addTextDisplayComponents(
        new TextDisplayBuilder().setContent(`**Reader ${at}**\nWelcome back, old boat.`),
      )
      .setButtonAccessory(act(`flag:${at}`, 'Flag')),
  );
  const packed = {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications,
    components: [
      new ContainerBuilder().setAccentColor(0x1d5f8a).addSectionComponents(sections).toJSON(),
      row(link('All comments')).toJSON(),
    ],
    allowed_mentions: silent,
  };
  expect(refusedMessageCreate(sent(packed))).toBeNull();
});

test('a persona that speaks through a webhook is accepted', () => {
  const spoken = {
    content: 'See you on the quay.',
    username: 'Mina (reader)',
    avatar_url: 'https://harbour-ledger.example/mina.png',
    allowed_mentions: silent,
    components: [row(act('flag:7', 'Flag')).toJSON()],
  };
  expect(refusedWebhookExecute(sent(spoken))).toBeNull();
});

test('the answers to a reader are accepted', () => {
  const reasons = new StringSelectMenuBuilder()
    .setCustomId('reason')
    .addOptions([
      { label: 'Rude', value: 'rude' },
      { label: 'Off topic', value: 'off-topic' },
    ])
    .setMinValues(1)
    .setMaxValues(2);
  const report = new ModalBuilder()
    .setCustomId('report:1180')
    .setTitle('Report a comment')
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent('A moderator reads every report.'),
    )
    .addLabelComponents(
      new LabelBuilder().setLabel('Reason').setStringSelectMenuComponent(reasons),
      new LabelBuilder()
        .setLabel('Anything to add?')
        .setDescription('Only moderators see it.')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('note')
            .setStyle(TextInputStyle.Paragraph)
            .setMaxLength(4000)
            .setRequired(false),
        ),
    );
  const answers = [
    { type: 1 },
    {
      type: 4,
      data: {
        content: 'Thank you, a moderator will look.',
        flags: MessageFlags.Ephemeral,
        allowed_mentions: silent,
      },
    },
    { type: 5, data: { flags: MessageFlags.Ephemeral } },
    { type: 5 },
    { type: 6 },
    { type: 7, data: { components: [] } },
    {
      type: 7,
      data: {
        content: 'Dismissed by a moderator',
        components: [row(act('undo', 'Undo')).toJSON()],
      },
    },
    { type: 8, data: { choices: [{ name: 'The Harbour Ledger', value: 'harbour-ledger' }] } },
    { type: 8, data: { choices: [] } },
    { type: 9, data: report.toJSON() },
    {
      type: 9,
      data: {
        custom_id: 'old',
        title: 'Report',
        components: [
          { type: 1, components: [{ type: 4, custom_id: 'why', style: 1, label: 'Why' }] },
        ],
      },
    },
  ];
  expect(answers.map((answer) => refusedInteractionCallback(sent(answer)))).toEqual(
    answers.map(() => null),
  );
});

test('discussions in a text, an announcement and a forum channel are accepted', () => {
  expect(
    refusedThreadFromMessage({
      name: 'Ferry returns to the north quay',
      auto_archive_duration: 1440,
      rate_limit_per_user: 30,
    }),
  ).toBeNull();
  expect(refusedThreadCreate({ name: 'Ferry', type: 11, auto_archive_duration: 60 }, 0)).toBeNull();
  expect(refusedThreadCreate({ name: 'Ferry', type: 10 }, 5)).toBeNull();
  expect(
    refusedThreadCreate(
      sent({
        name: 'Ferry',
        auto_archive_duration: 10_080,
        applied_tags: ['1180'],
        message: { ...story, nonce: undefined, enforce_nonce: undefined },
      }),
      15,
    ),
  ).toBeNull();
});

test('closing a discussion and keeping a forum are accepted', () => {
  expect(refusedChannelPatch({ archived: false, locked: true }, 11)).toBeNull();
  expect(refusedChannelPatch({ archived: true }, 12)).toBeNull();
  expect(
    refusedChannelPatch(
      { name: 'Closed: Ferry', applied_tags: ['1', '2'], rate_limit_per_user: 0 },
      11,
    ),
  ).toBeNull();
  expect(
    refusedChannelPatch(
      { topic: 'News', permission_overwrites: [{ id: '1', type: 0, allow: '1024', deny: '0' }] },
      0,
    ),
  ).toBeNull();
  expect(
    refusedChannelPatch(
      {
        available_tags: [
          { id: '1', name: 'port', moderated: false, emoji_id: null, emoji_name: '⚓' },
        ],
      },
      15,
    ),
  ).toBeNull();
});

test('a closed discussion drops its buttons by an edit', () => {
  const before = { flags: 0, content: 'Ferry', embeds: 1, components: 1, attachments: 0 };
  expect(refusedMessageEdit(sent({ components: [], allowed_mentions: silent }), before)).toBeNull();
});

test('the commands of a newsroom are accepted, alone and as a list', () => {
  const feed = new SlashCommandBuilder()
    .setName('feed')
    .setNameLocalizations({ 'en-US': 'feed', da: 'kilde', th: 'ฟีด', hi: 'फ़ीड' })
    .setDescription('Feeds of this channel')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((sub) =>
      sub
        .setName('add')
        .setDescription('Follow a feed')
        .addStringOption((option) =>
          option.setName('url').setDescription('Its address').setRequired(true),
        )
        .addStringOption((option) =>
          option
            .setName('style')
            .setDescription('How to show it')
            .addChoices({ name: 'Full', value: 'full' }, { name: 'Short', value: 'short' }),
        ),
    )
    .addSubcommandGroup((group) =>
      group
        .setName('period')
        .setDescription('Comment period')
        .addSubcommand((sub) =>
          sub
            .setName('set')
            .setDescription('Set it')
            .addIntegerOption((option) =>
              option.setName('hours').setDescription('Hours').setMinValue(1).setMaxValue(720),
            ),
        ),
    );
  const report = new ContextMenuCommandBuilder()
    .setName('Report to Moderators')
    .setType(ApplicationCommandType.Message);
  const sameNameInAMenu = { name: 'feed', type: 3, description: '' };
  const list = sent([feed.toJSON(), report.toJSON(), sameNameInAMenu]) as unknown[];
  expect(refusedCommands(list)).toBeNull();
  for (const one of list) expect(refusedCommands([one])).toBeNull();
});
