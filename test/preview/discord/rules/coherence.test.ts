import { describe, expect, test } from 'vitest';
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
import type { Refused } from '../../../../src/preview/discord/rules/index.ts';
import * as make from './bodies.ts';
import { codesAt, sent, text, times } from './bodies.ts';

type Case = [what: string, refused: Refused | null, place: string, code: string];

const create = (body: unknown) => refusedMessageCreate(sent(body));
const answer = (body: unknown) => refusedInteractionCallback(sent(body));
/** A list of one command; places are given within that command. */
const command = (body: unknown): Refused | null => {
  const refused = refusedCommands(sent([body]));
  const { 0: errors } = (refused?.errors ?? {}) as Record<string, object>;
  return refused && errors ? { ...refused, errors } : refused;
};
const inRow = (...components: object[]) => create(make.withComponents(make.row(...components)));
const at = 'components.0.components.0';
const required = 'BASE_TYPE_REQUIRED';
const exclusive = 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE';
const wrongType = 'UNION_TYPE_CHOICES';
const legacy = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
const duplicated = 'COMPONENT_CUSTOM_ID_DUPLICATED';
const scheme = 'URL_TYPE_INVALID_SCHEME';
const badUrl = 'URL_TYPE_INVALID_URL';
const twice = 'SET_TYPE_ALREADY_CONTAINS_VALUE';
const badName = 'APPLICATION_COMMAND_INVALID_NAME';

const messages: Case[] = [
  [
    'a blank thread name of a webhook',
    refusedWebhookExecute({ content: 'x', thread_name: ' ' }),
    'thread_name',
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['half a flag', create({ content: 'x', flags: 0.5 }), 'flags', 'NUMBER_TYPE_COERCE'],
  ['content that is no text', create({ content: 5 }), 'content', 'STRING_TYPE_CONVERT'],
  ['embeds that are no list', create({ embeds: { title: 'x' } }), 'embeds', 'LIST_TYPE_CONVERT'],
  ['an embed that is no dictionary', create({ embeds: ['x'] }), 'embeds.0', 'MODEL_TYPE_CONVERT'],
  [
    'an embed that shows nothing',
    create({ embeds: [{ color: 1 }] }),
    'embeds.0.description',
    required,
  ],
  [
    'a blank field of an embed',
    create({ embeds: [{ fields: [{ name: ' ', value: 'y' }] }] }),
    'embeds.0.fields.0.name',
    required,
  ],
  [
    'a field without a value',
    create({ embeds: [{ fields: [{ name: 'x' }] }] }),
    'embeds.0.fields.0.value',
    required,
  ],
  [
    'an author without a name',
    create({ embeds: [{ title: 'x', author: { url: 'https://a.example' } }] }),
    'embeds.0.author.name',
    required,
  ],
  [
    'an embed that links a script',
    create({ embeds: [{ title: 'x', url: 'javascript:alert(1)' }] }),
    'embeds.0.url',
    scheme,
  ],
  [
    'an embed that links an attachment',
    create({ embeds: [{ title: 'x', url: 'attachment://quay.jpg' }] }),
    'embeds.0.url',
    scheme,
  ],
  [
    'a picture by a bare path',
    create({ embeds: [{ image: { url: '/quay.jpg' } }] }),
    'embeds.0.image.url',
    badUrl,
  ],
  [
    'a picture as data',
    create({ embeds: [{ image: { url: 'data:image/png;base64,AA' } }] }),
    'embeds.0.image.url',
    scheme,
  ],
  [
    'an unreadable time',
    create({ embeds: [{ title: 'x', timestamp: 'yesterday' }] }),
    'embeds.0.timestamp',
    'DATE_TIME_TYPE_PARSE',
  ],
  [
    'a colour that is no number',
    create({ embeds: [{ title: 'x', color: '#fff' }] }),
    'embeds.0.color',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'tts that is neither true nor false',
    create({ content: 'x', tts: 'yes' }),
    'tts',
    'BOOLEAN_TYPE_CONVERT',
  ],
  [
    'a nonce that is a list',
    create({ content: 'x', nonce: [1] }),
    'nonce',
    'NONCE_TYPE_INVALID_TYPE',
  ],
  [
    'an enforced nonce that is absent',
    create({ content: 'x', enforce_nonce: true }),
    'nonce',
    required,
  ],
  [
    'a reply to nothing',
    create({ content: 'x', message_reference: {} }),
    'message_reference.message_id',
    required,
  ],
  [
    'a reply to what is no id',
    create({ content: 'x', message_reference: { message_id: 'first' } }),
    'message_reference.message_id',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'users parsed and listed',
    create({ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }),
    'allowed_mentions',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'roles parsed and listed',
    create({ content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1'] } }),
    'allowed_mentions',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'mentions of an unknown kind',
    create({ content: 'x', allowed_mentions: { parse: ['here'] } }),
    'allowed_mentions.parse.0',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a user mentioned twice',
    create({ content: 'x', allowed_mentions: { users: ['1', '1'] } }),
    'allowed_mentions.users.1',
    twice,
  ],
  [
    'a username with discord in it',
    refusedWebhookExecute({ content: 'x', username: 'The DISCORD Desk' }),
    'username',
    'USERNAME_INVALID_CONTAINS',
  ],
  [
    'a username with clyde in it',
    refusedWebhookExecute({ content: 'x', username: 'Clydesdale' }),
    'username',
    'USERNAME_INVALID_CONTAINS',
  ],
  [
    'a blank username',
    refusedWebhookExecute({ content: 'x', username: '  ' }),
    'username',
    'BASE_TYPE_BAD_LENGTH',
  ],
];

const components: Case[] = [
  [
    'a component that is no dictionary',
    create({ content: 'x', components: ['row'] }),
    'components.0',
    'MODEL_TYPE_CONVERT',
  ],
  ['a premium button without its product', inRow({ type: 2, style: 6 }), `${at}.sku_id`, required],
  ['a link without an address', inRow({ type: 2, style: 5, label: 'Read' }), `${at}.url`, required],
  [
    'a link with a custom id',
    inRow({ ...make.linkButton(), custom_id: 'x' }),
    `${at}.custom_id`,
    exclusive,
  ],
  [
    'a plain button with an address',
    inRow(make.button('x', { url: 'https://a.example' })),
    `${at}.custom_id`,
    exclusive,
  ],
  [
    'a plain button without a custom id',
    inRow({ type: 2, style: 1, label: 'Flag' }),
    `${at}.custom_id`,
    'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  ],
  [
    'a button without label and emoji',
    inRow({ type: 2, style: 1, custom_id: 'x' }),
    `${at}.label`,
    required,
  ],
  [
    'a button of an unknown style',
    inRow(make.button('x', { style: 9 })),
    `${at}.style`,
    'BASE_TYPE_CHOICES',
  ],
  [
    'a button with a word for an emoji',
    inRow(make.button('x', { emoji: { name: 'flag' } })),
    `${at}.emoji.name`,
    'BUTTON_COMPONENT_INVALID_EMOJI',
  ],
  ['a link over ftp', inRow(make.linkButton('ftp://a.example/x')), `${at}.url`, scheme],
  ['a link to an attachment', inRow(make.linkButton('attachment://x.png')), `${at}.url`, scheme],
  ['a link that is no address', inRow(make.linkButton('https://')), `${at}.url`, badUrl],
  [
    'two buttons with one custom id',
    inRow(make.button('x'), make.button('x')),
    'components.0.components.1.custom_id',
    duplicated,
  ],
  [
    'two disabled buttons with one custom id',
    inRow(make.button('x', { disabled: true }), make.button('x', { disabled: true })),
    'components.0.components.1.custom_id',
    duplicated,
  ],
  [
    'one custom id in two rows',
    create(make.withComponents(make.row(make.button('x')), make.row(make.button('x')))),
    'components.1.components.0.custom_id',
    duplicated,
  ],
  [
    'one custom id in a row and a section',
    create(make.inV2(make.row(make.button('x')), make.section([make.display()], make.button('x')))),
    'components.1.accessory.custom_id',
    duplicated,
  ],
  [
    'a select option given twice',
    inRow(make.select([make.choice(0), make.choice(0)])),
    `${at}.options.1`,
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a select beside a button',
    inRow(make.select([make.choice(0)]), make.button()),
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['a row in a row', inRow(make.row(make.button())), at, wrongType],
  ['a button outside a row', create(make.withComponents(make.button())), 'components.0', wrongType],
  ['a text input in a message', inRow(make.input({ label: 'Why' })), at, wrongType],
  [
    'a text display without the flag',
    create({ components: [make.display()] }),
    'components.0',
    wrongType,
  ],
  [
    'a container without the flag',
    create({ content: 'x', components: [{ type: 17, components: [make.display()] }] }),
    'components.0',
    wrongType,
  ],
  [
    'a container in a container',
    create(make.inV2({ type: 17, components: [{ type: 17, components: [make.display()] }] })),
    at,
    wrongType,
  ],
  [
    'a section without accessory',
    create(make.inV2({ type: 9, components: [make.display()] })),
    'components.0.accessory',
    required,
  ],
  [
    'a select as an accessory',
    create(make.inV2(make.section([make.display()], make.select([make.choice(0)])))),
    'components.0.accessory',
    wrongType,
  ],
  [
    'a button among the texts of a section',
    create(make.inV2(make.section([make.button('a')], make.button('b')))),
    `${at}.type`,
    'BASE_TYPE_CHOICES',
  ],
  [
    'a file component with a web address',
    create(make.inV2({ type: 13, file: { url: 'https://a.example/x.pdf' } })),
    'components.0.file.url',
    scheme,
  ],
  [
    'content with the flag',
    create({ ...make.inV2(make.display()), content: 'x' }),
    'content',
    legacy,
  ],
  [
    'embeds with the flag',
    create({ ...make.inV2(make.display()), embeds: [{ title: 'x' }] }),
    'embeds',
    legacy,
  ],
  [
    'a poll with the flag',
    create({
      ...make.inV2(make.display()),
      poll: { question: { text: 'x' }, answers: [{ poll_media: { text: 'y' } }] },
    }),
    'poll',
    legacy,
  ],
];

const interactions: Case[] = [
  ['an answer without a type', answer({}), 'type', required],
  ['an answer of an unknown type', answer({ type: 3 }), 'type', 'BASE_TYPE_CHOICES'],
  ['a message answer without a message', answer({ type: 4 }), 'data', required],
  ['a modal without anything', answer({ type: 9 }), 'data', required],
  [
    'a modal without a title',
    answer({ type: 9, data: { custom_id: 'x', components: [make.label(make.input())] } }),
    'data.title',
    required,
  ],
  [
    'a bare text input in a modal',
    answer(make.modal([make.input({ label: 'Why' })])),
    'data.components.0',
    wrongType,
  ],
  [
    'a text display wrapped in a label',
    answer(make.modal([make.label(make.display())])),
    'data.components.0.component',
    wrongType,
  ],
  [
    'a label around nothing',
    answer(make.modal([{ type: 18, label: 'Why' }])),
    'data.components.0.component',
    required,
  ],
  [
    'a button in a modal',
    answer(make.modal([make.row(make.button())])),
    'data.components.0.components.0.type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a classic text input without a label',
    answer(make.modal([make.row(make.input())])),
    'data.components.0.components.0.label',
    required,
  ],
  [
    'a modal with one custom id twice',
    answer(make.modal([make.label(make.input()), make.label(make.input())])),
    'data.components.1.component.custom_id',
    duplicated,
  ],
  [
    'a radio group with a value twice',
    answer(
      make.modal([
        make.label({ type: 21, custom_id: 'r', options: [make.choice(0), make.choice(0)] }),
      ]),
    ),
    'data.components.0.component.options.1',
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'an answer with Components V2 and content',
    answer({ type: 4, data: { ...make.inV2(make.display()), content: 'x' } }),
    'data.content',
    legacy,
  ],
  [
    'an update with a container but no flag',
    answer({ type: 7, data: { components: [{ type: 17, components: [make.display()] }] } }),
    'data.components.0',
    wrongType,
  ],
];

const threads: Case[] = [
  [
    'a forum tag with the id of another',
    refusedChannelPatch(
      {
        available_tags: [
          { id: '1', name: 'a' },
          { id: '1', name: 'b' },
        ],
      },
      15,
    ),
    'available_tags.1.id',
    twice,
  ],
  ['a thread without a name', refusedThreadFromMessage({}), 'name', required],
  [
    'a thread with a blank name',
    refusedThreadFromMessage({ name: '   ' }),
    'name',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an auto-archive between the four',
    refusedThreadFromMessage({ name: 'x', auto_archive_duration: 120 }),
    'auto_archive_duration',
    'BASE_TYPE_CHOICES',
  ],
  ['a post without a message', refusedThreadCreate({ name: 'x' }, 15), 'message', required],
  [
    'a tag given twice',
    refusedThreadCreate({ name: 'x', applied_tags: ['1', '1'], message: { content: 'x' } }, 15),
    'applied_tags.1',
    twice,
  ],
  [
    'an announcement thread in a text channel',
    refusedThreadCreate({ name: 'x', type: 10 }, 0),
    'type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a public thread in an announcement channel',
    refusedThreadCreate({ name: 'x', type: 11 }, 5),
    'type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a lock that is neither on nor off',
    refusedChannelPatch({ locked: 'yes' }, 11),
    'locked',
    'BOOLEAN_TYPE_CONVERT',
  ],
  [
    'a forum tag without a name',
    refusedChannelPatch({ available_tags: [{ name: '' }] }, 15),
    'available_tags.0.name',
    'BASE_TYPE_BAD_LENGTH',
  ],
];

const twoChoices = (more: object) => ({
  choices: [
    { name: 'a', value: 'a' },
    { name: 'b', value: 'b', ...more },
  ],
});
const commands: Case[] = [
  [
    'a name of 32 characters in capitals',
    command(make.slash([], { name: 'F'.repeat(32) })),
    'name',
    badName,
  ],
  [
    'localised names that are no dictionary',
    command(make.slash([], { name_localizations: ['da'] })),
    'name_localizations',
    'MODEL_TYPE_CONVERT',
  ],
  [
    'no place to be used in',
    command(make.slash([], { contexts: [] })),
    'contexts',
    'BASE_TYPE_MIN_LENGTH',
  ],
  ['a name in capitals', command(make.slash([], { name: 'Feed' })), 'name', badName],
  ['a name with a space', command(make.slash([], { name: 'feed add' })), 'name', badName],
  [
    'a name with a line break at its end',
    command(make.slash([], { name: 'feed\n' })),
    'name',
    badName,
  ],
  ['an option in capitals', command(make.slash([make.option('URL')])), 'options.0.name', badName],
  [
    'a localised name in capitals',
    command(make.slash([], { name_localizations: { da: 'Kilde' } })),
    'name_localizations.da',
    badName,
  ],
  [
    'an unknown language',
    command(make.slash([], { name_localizations: { xx: 'feed' } })),
    'name_localizations.xx',
    'BASE_TYPE_CHOICES',
  ],
  ['no description', command({ name: 'feed' }), 'description', required],
  [
    'an option without a description',
    command(make.slash([{ type: 3, name: 'url' }])),
    'options.0.description',
    required,
  ],
  [
    'an option of an unknown type',
    command(make.slash([make.option('url', { type: 12 })])),
    'options.0',
    wrongType,
  ],
  [
    'an option named twice',
    command(make.slash([make.option('url'), make.option('url')])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    'a required option after an optional one',
    command(make.slash([make.option('a'), make.option('b', { required: true })])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'the same inside a subcommand',
    command(
      make.slash([
        make.option('add', {
          type: 1,
          options: [make.option('a'), make.option('b', { required: true })],
        }),
      ]),
    ),
    'options.0.options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'a subcommand after an option',
    command(make.slash([make.option('a'), make.option('b', { type: 1 })])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'an option after a subcommand',
    command(make.slash([make.option('a', { type: 1 }), make.option('b')])),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'a subcommand in a subcommand',
    command(make.slash([make.option('a', { type: 1, options: [make.option('b', { type: 1 })] })])),
    'options.0.options.0',
    wrongType,
  ],
  [
    'a choice named twice',
    command(make.slash([make.option('a', twoChoices({ name: 'a' }))])),
    'options.0.choices.1',
    'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
  ],
  [
    'a choice valued twice',
    command(make.slash([make.option('a', twoChoices({ value: 'a' }))])),
    'options.0.choices.1',
    'APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_ALREADY_EXISTS',
  ],
  [
    'choices and autocomplete',
    command(make.slash([make.option('a', { ...twoChoices({}), autocomplete: true })])),
    'options.0.autocomplete',
    'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID',
  ],
  [
    'a described message command',
    command({ type: 3, name: 'Report', description: 'x' }),
    'description',
    'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
  ],
  [
    'a message command with options',
    command({ type: 3, name: 'Report', options: [make.option('a')] }),
    'options',
    'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
  ],
  [
    'permissions that are no number',
    command(make.slash([], { default_member_permissions: 'all' })),
    'default_member_permissions',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'the same command twice in a list',
    refusedCommands([make.slash(), make.slash()]),
    '1',
    'APPLICATION_COMMANDS_DUPLICATE_NAME',
  ],
  [
    'a bad command in a list',
    refusedCommands([make.slash(), { name: 'credit' }]),
    '1.description',
    required,
  ],
  ['a list that is none', refusedCommands(make.slash()), '', 'LIST_TYPE_CONVERT'],
];

describe.each([
  ['messages', messages],
  ['components', components],
  ['interactions', interactions],
  ['threads and channels', threads],
  ['commands', commands],
])('incoherent %s', (_, cases) => {
  test.each(cases)('%s is refused with its path', (_what, refused, place, code) => {
    expect(refused).toMatchObject({ status: 400, code: 50035 });
    expect(codesAt(refused, place)).toEqual([code]);
  });
});

describe('a message without anything to see', () => {
  test.each<[string, Refused | null]>([
    ['no fields', create({})],
    ['blank content', create({ content: ' \n ' })],
    [
      'empty lists',
      create({ content: '', embeds: [], components: [], allowed_mentions: { parse: [] } }),
    ],
    ['Components V2 without components', create({ flags: make.v2 })],
    ['a webhook with a name only', refusedWebhookExecute({ username: 'The Harbour Ledger' })],
    ['a post with an empty message', refusedThreadCreate({ name: 'x', message: {} }, 15)],
    ['an answer with a flag only', answer({ type: 4, data: { flags: 64 } })],
  ])('%s is refused with 50006', (_, refused) => {
    expect(refused).toEqual({ status: 400, code: 50006, message: 'Cannot send an empty message' });
  });

  test('a message may consist of files only', () => {
    expect(refusedMessageCreate({}, 1)).toBeNull();
    expect(refusedWebhookExecute({}, 1)).toBeNull();
    expect(refusedThreadCreate({ name: 'x', message: {} }, 15, 1)).toBeNull();
  });
});

describe('an edit', () => {
  const story = { flags: 0, content: 'Harbour reopens', embeds: 1, components: 1, attachments: 0 };
  const card = { flags: make.v2, content: '', embeds: 0, components: 1, attachments: 0 };
  const v2Body = make.inV2(make.display());

  test('an edit may change one field and leave the others', () => {
    expect(refusedMessageEdit({ content: 'Harbour reopens early' }, story)).toBeNull();
    expect(refusedMessageEdit({ components: [] }, story)).toBeNull();
    expect(refusedMessageEdit({ content: null }, story)).toBeNull();
    expect(refusedMessageEdit({}, story)).toBeNull();
  });

  test('an edit may not leave an empty message', () => {
    const bare = { ...story, content: 'x', embeds: 0, components: 0 };
    expect(refusedMessageEdit({ content: '' }, bare)?.code).toBe(50006);
    expect(refusedMessageEdit({ content: '', embeds: [], components: [] }, story)?.code).toBe(
      50006,
    );
    expect(refusedMessageEdit({ content: '' }, { ...bare, attachments: 1 })).toBeNull();
    expect(refusedMessageEdit({ components: [], flags: make.v2 }, card)?.code).toBe(50006);
  });

  test('an edit has the limits of a new message', () => {
    expect(codesAt(refusedMessageEdit({ content: text(2001) }, story), 'content')).toEqual([
      'BASE_TYPE_MAX_LENGTH',
    ]);
    expect(
      codesAt(refusedMessageEdit({ embeds: times(11, () => ({ title: 'x' })) }, story), 'embeds'),
    ).toEqual(['BASE_TYPE_MAX_LENGTH']);
  });

  test('an edit cannot remove the Components V2 flag', () => {
    expect(codesAt(refusedMessageEdit({ flags: 0, content: 'x' }, card), 'flags')).toEqual([
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
    ]);
    expect(refusedMessageEdit(v2Body, card)).toBeNull();
    expect(refusedMessageEdit({ components: [make.row(make.button())] }, card)).toBeNull();
  });

  test('an edit cannot add content or embeds to a Components V2 message', () => {
    expect(codesAt(refusedMessageEdit({ content: 'x' }, card), 'content')).toEqual([legacy]);
    expect(codesAt(refusedMessageEdit({ embeds: [{ title: 'x' }] }, card), 'embeds')).toEqual([
      legacy,
    ]);
    expect(codesAt(refusedMessageEdit({ ...v2Body, content: 'x' }, card), 'content')).toEqual([
      legacy,
    ]);
  });

  test('an edit to Components V2 must empty content and embeds', () => {
    const refused = refusedMessageEdit(v2Body, story);
    expect(codesAt(refused, 'content')).toEqual([legacy]);
    expect(codesAt(refused, 'embeds')).toEqual([legacy]);
    expect(refusedMessageEdit({ ...v2Body, content: null, embeds: [] }, story)).toBeNull();
  });

  test('an edit with Components V2 needs the flag in its body', () => {
    expect(
      codesAt(refusedMessageEdit({ components: [make.display()] }, card), 'components.0'),
    ).toEqual([wrongType]);
  });
});

test('two forum tags of one name are refused with their own code', () => {
  const refused = refusedChannelPatch({ available_tags: [{ name: 'port' }, { name: 'port' }] }, 15);
  expect(refused).toEqual({ status: 400, code: 40061, message: 'Tag names must be unique' });
});

test('a localisation counts towards the size of a command by its longest text', () => {
  const described = (danish: number) =>
    make.slash(
      times(25, (at) =>
        make.option(`o${at}`, {
          description: text(100),
          choices: times(2, (to) => choiceOf(to, danish)),
        }),
      ),
    );
  const choiceOf = (to: number, danish: number) => ({
    name: `choice ${to}`,
    name_localizations: { da: `${text(danish)}${to}` },
    value: `${text(80)}${to}`,
  });
  expect(command(described(5))).toBeNull();
  expect(codesAt(command(described(90)), '')).toEqual(['APPLICATION_COMMAND_TOO_LARGE']);
});

test('an empty list does not contradict a field that excludes it', () => {
  expect(
    create({ content: 'x', allowed_mentions: { parse: ['users', 'roles'], users: [], roles: [] } }),
  ).toBeNull();
  expect(command(make.slash([make.option('a', { choices: [], autocomplete: true })]))).toBeNull();
});
