import { describe, expect, test } from 'vitest';
import {
  refusedBulkDelete,
  refusedChannelPatch,
  refusedCommand,
  refusedCommands,
  refusedInteractionCallback,
  refusedMessageCreate,
  refusedThreadCreate,
  refusedThreadFromMessage,
  refusedWebhookCreate,
  refusedWebhookExecute,
} from '../../../src/local-discord/rules/index.ts';
import type { Refused } from '../../../src/local-discord/rules/index.ts';
import * as make from './bodies.ts';
import { codesAt, places, sent, text, times } from './bodies.ts';

type Judge = (body: unknown) => Refused | null;
/** What is limited, who judges it, a body for a measure, the last good measure, the first bad one, where and which. */
type Limit = [
  what: string,
  judge: Judge,
  body: (measure: number) => unknown,
  good: number,
  bad: number,
  place: string,
  code: string,
];

const create: Judge = (body) => refusedMessageCreate(body);
const webhook: Judge = (body) => refusedWebhookExecute(body);
const answer: Judge = (body) => refusedInteractionCallback(body);
const post: Judge = (body) => refusedThreadCreate(body, 15);
const inThread: Judge = (body) => refusedChannelPatch(body, 11);
const inForum: Judge = (body) => refusedChannelPatch(body, 15);
const inText: Judge = (body) => refusedChannelPatch(body, 0);

const embed = (more: object) => ({ embeds: [{ title: 'Harbour', ...more }] });
const ids = (count: number) => times(count, (at) => String(1000 + at));
const most = 'BASE_TYPE_MAX_LENGTH';
const between = 'BASE_TYPE_BAD_LENGTH';
const highest = 'NUMBER_TYPE_MAX';
const lowest = 'NUMBER_TYPE_MIN';
const choices = 'BASE_TYPE_CHOICES';

const messages: Limit[] = [
  ['content', create, (n) => ({ content: text(n) }), 2000, 2001, 'content', most],
  [
    'content in UTF-16 units',
    create,
    (n) => ({ content: `${'🗞'.repeat(999)}${text(n)}` }),
    2,
    3,
    'content',
    most,
  ],
  ['content of a webhook', webhook, (n) => ({ content: text(n) }), 2000, 2001, 'content', most],
  [
    'content of an answer',
    answer,
    (n) => ({ type: 4, data: { content: text(n) } }),
    2000,
    2001,
    'data.content',
    most,
  ],
  [
    'content of a forum post',
    post,
    (n) => ({ name: 'x', message: { content: text(n) } }),
    2000,
    2001,
    'message.content',
    most,
  ],
  [
    'nonce',
    create,
    (n) => ({ content: 'x', nonce: text(n) }),
    25,
    26,
    'nonce',
    'NONCE_TYPE_TOO_LONG',
  ],
  ['embeds', create, (n) => ({ embeds: times(n, () => ({ title: 'x' })) }), 10, 11, 'embeds', most],
  ['embed title', create, (n) => embed({ title: text(n) }), 256, 257, 'embeds.0.title', most],
  [
    'embed description',
    create,
    (n) => embed({ description: text(n) }),
    4096,
    4097,
    'embeds.0.description',
    most,
  ],
  [
    'embed fields',
    create,
    (n) => embed({ fields: times(n, () => ({ name: 'x', value: 'y' })) }),
    25,
    26,
    'embeds.0.fields',
    most,
  ],
  [
    'embed field name',
    create,
    (n) => embed({ fields: [{ name: text(n), value: 'y' }] }),
    256,
    257,
    'embeds.0.fields.0.name',
    most,
  ],
  [
    'embed field value',
    create,
    (n) => embed({ fields: [{ name: 'x', value: text(n) }] }),
    1024,
    1025,
    'embeds.0.fields.0.value',
    most,
  ],
  [
    'embed footer',
    create,
    (n) => embed({ footer: { text: text(n) } }),
    2048,
    2049,
    'embeds.0.footer.text',
    most,
  ],
  [
    'embed author',
    create,
    (n) => embed({ author: { name: text(n) } }),
    256,
    257,
    'embeds.0.author.name',
    most,
  ],
  [
    'all embeds together',
    create,
    (n) => ({
      embeds: [{ description: text(4000) }, { description: text(1500), footer: { text: text(n) } }],
    }),
    500,
    501,
    'embeds',
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'embed colour',
    create,
    (n) => embed({ color: n }),
    0xffffff,
    0x1000000,
    'embeds.0.color',
    highest,
  ],
  [
    'mentioned users',
    create,
    (n) => ({ content: 'x', allowed_mentions: { users: ids(n) } }),
    100,
    101,
    'allowed_mentions.users',
    most,
  ],
  [
    'mentioned roles',
    create,
    (n) => ({ content: 'x', allowed_mentions: { roles: ids(n) } }),
    100,
    101,
    'allowed_mentions.roles',
    most,
  ],
  [
    'attachments',
    create,
    (n) => ({ attachments: times(n, (at) => ({ id: at })) }),
    10,
    11,
    'attachments',
    most,
  ],
  [
    'alt text of an attachment',
    create,
    (n) => ({ attachments: [{ id: '0', description: text(n) }] }),
    1024,
    1025,
    'attachments.0.description',
    most,
  ],
  [
    'webhook username',
    webhook,
    (n) => ({ content: 'x', username: text(n) }),
    80,
    81,
    'username',
    between,
  ],
  [
    'webhook username at least',
    webhook,
    (n) => ({ content: 'x', username: text(n) }),
    1,
    0,
    'username',
    between,
  ],
  ['webhook name', refusedWebhookCreate, (n) => ({ name: text(n) }), 80, 81, 'name', between],
  [
    'deleted at once',
    refusedBulkDelete,
    (n) => ({ messages: ids(n) }),
    100,
    101,
    'messages',
    between,
  ],
  ['deleted at least', refusedBulkDelete, (n) => ({ messages: ids(n) }), 2, 1, 'messages', between],
];

const components: Limit[] = [
  [
    'rows',
    create,
    (n) => make.withComponents(...times(n, () => make.row(make.linkButton()))),
    5,
    6,
    'components',
    most,
  ],
  [
    'buttons in a row',
    create,
    (n) => make.withComponents(make.row(...times(n, () => make.linkButton()))),
    5,
    6,
    'components.0.components',
    between,
  ],
  [
    'buttons in a row at least',
    create,
    (n) => make.withComponents(make.row(...times(n, () => make.linkButton()))),
    1,
    0,
    'components.0.components',
    between,
  ],
  [
    'button label',
    create,
    (n) => make.withComponents(make.row(make.button('a', { label: text(n) }))),
    80,
    81,
    'components.0.components.0.label',
    most,
  ],
  [
    'custom_id',
    create,
    (n) => make.withComponents(make.row(make.button(text(n)))),
    100,
    101,
    'components.0.components.0.custom_id',
    between,
  ],
  [
    'custom_id at least',
    create,
    (n) => make.withComponents(make.row(make.button(text(n)))),
    1,
    0,
    'components.0.components.0.custom_id',
    between,
  ],
  [
    'button url',
    create,
    (n) => make.withComponents(make.row(make.linkButton(`https://a.example/${text(n - 18)}`))),
    512,
    513,
    'components.0.components.0.url',
    most,
  ],
  [
    'selects in a row',
    create,
    (n) =>
      make.withComponents(make.row(...times(n, (at) => ({ type: 5, custom_id: `who-${at}` })))),
    1,
    2,
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'select options',
    create,
    (n) => make.withComponents(make.row(make.select(times(n, (at) => make.choice(at))))),
    25,
    26,
    'components.0.components.0.options',
    between,
  ],
  [
    'select option label',
    create,
    (n) => make.withComponents(make.row(make.select([make.choice(0, { label: text(n) })]))),
    100,
    101,
    'components.0.components.0.options.0.label',
    between,
  ],
  [
    'select option value',
    create,
    (n) => make.withComponents(make.row(make.select([make.choice(0, { value: text(n) })]))),
    100,
    101,
    'components.0.components.0.options.0.value',
    between,
  ],
  [
    'select option description',
    create,
    (n) => make.withComponents(make.row(make.select([make.choice(0, { description: text(n) })]))),
    100,
    101,
    'components.0.components.0.options.0.description',
    most,
  ],
  [
    'select placeholder',
    create,
    (n) => make.withComponents(make.row(make.select([make.choice(0)], { placeholder: text(n) }))),
    150,
    151,
    'components.0.components.0.placeholder',
    most,
  ],
  [
    'select max_values',
    create,
    (n) => make.withComponents(make.row({ type: 5, custom_id: 'who', max_values: n })),
    25,
    26,
    'components.0.components.0.max_values',
    highest,
  ],
  [
    'select max_values at least',
    create,
    (n) => make.withComponents(make.row({ type: 5, custom_id: 'who', max_values: n })),
    1,
    0,
    'components.0.components.0.max_values',
    lowest,
  ],
  [
    'select min_values',
    create,
    (n) =>
      make.withComponents(make.row({ type: 5, custom_id: 'who', min_values: n, max_values: 25 })),
    25,
    26,
    'components.0.components.0.min_values',
    highest,
  ],
  [
    'select min_values against max_values',
    create,
    (n) =>
      make.withComponents(make.row({ type: 5, custom_id: 'who', min_values: n, max_values: 2 })),
    2,
    3,
    'components.0.components.0.min_values',
    highest,
  ],
  [
    'select max_values against options',
    create,
    (n) =>
      make.withComponents(
        make.row(
          make.select(
            times(2, (at) => make.choice(at)),
            { max_values: n },
          ),
        ),
      ),
    2,
    3,
    'components.0.components.0.options',
    between,
  ],
  [
    'select defaults',
    create,
    (n) =>
      make.withComponents(
        make.row(make.select(times(3, (at) => make.choice(at, { default: at < n })))),
      ),
    1,
    2,
    'components.0.components.0',
    'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
  ],
  [
    'components',
    create,
    (n) => make.inV2(...times(n, () => make.display('x'))),
    40,
    41,
    'components',
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    'components, nested ones included',
    create,
    // A container, nine sections of four components each, and what is left.
    (n) =>
      make.inV2({
        type: 17,
        components: [
          ...times(9, (at) =>
            make.section([make.display(), make.display()], make.button(`f${at}`)),
          ),
          ...times(n, () => make.display('x')),
        ],
      }),
    3,
    4,
    'components',
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    'text of Components V2',
    create,
    (n) => make.inV2(make.display(text(2500)), { type: 17, components: [make.display(text(n))] }),
    1500,
    1501,
    'components',
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'texts of a section',
    create,
    (n) => make.inV2(make.section(times(n, () => make.display()))),
    3,
    4,
    'components.0.components',
    between,
  ],
  [
    'texts of a section at least',
    create,
    (n) => make.inV2(make.section(times(n, () => make.display()))),
    1,
    0,
    'components.0.components',
    between,
  ],
  [
    'pictures of a gallery',
    create,
    (n) => make.inV2({ type: 12, items: times(n, () => make.picture()) }),
    10,
    11,
    'components.0.items',
    between,
  ],
  [
    'pictures of a gallery at least',
    create,
    (n) => make.inV2({ type: 12, items: times(n, () => make.picture()) }),
    1,
    0,
    'components.0.items',
    between,
  ],
  [
    'alt text in a gallery',
    create,
    (n) => make.inV2({ type: 12, items: [make.picture(text(n))] }),
    1024,
    1025,
    'components.0.items.0.description',
    between,
  ],
  [
    'alt text of a thumbnail',
    create,
    (n) => make.inV2(make.section([make.display()], { type: 11, ...make.picture(text(n)) })),
    1024,
    1025,
    'components.0.accessory.description',
    between,
  ],
];

const modals: Limit[] = [
  [
    'text input value at least',
    answer,
    (n) => make.modal([make.label(make.input({ min_length: 5, value: text(n) }))]),
    5,
    4,
    'data.components.0.component.value',
    between,
  ],
  [
    'modal title',
    answer,
    (n) => make.modal([make.label(make.input())], { title: text(n) }),
    45,
    46,
    'data.title',
    between,
  ],
  [
    'modal custom_id',
    answer,
    (n) => make.modal([make.label(make.input())], { custom_id: text(n) }),
    100,
    101,
    'data.custom_id',
    between,
  ],
  [
    'modal components',
    answer,
    (n) => make.modal(times(n, (at) => make.label(make.input({ custom_id: `w${at}` })))),
    5,
    6,
    'data.components',
    between,
  ],
  [
    'modal components at least',
    answer,
    (n) => make.modal(times(n, () => make.label(make.input()))),
    1,
    0,
    'data.components',
    between,
  ],
  [
    'label',
    answer,
    (n) => make.modal([make.label(make.input(), { label: text(n) })]),
    45,
    46,
    'data.components.0.label',
    between,
  ],
  [
    'label description',
    answer,
    (n) => make.modal([make.label(make.input(), { description: text(n) })]),
    100,
    101,
    'data.components.0.description',
    between,
  ],
  [
    'text input',
    answer,
    (n) => make.modal([make.label(make.input({ max_length: n }))]),
    4000,
    4001,
    'data.components.0.component.max_length',
    highest,
  ],
  [
    'text input value',
    answer,
    (n) => make.modal([make.label(make.input({ value: text(n) }))]),
    4000,
    4001,
    'data.components.0.component.value',
    between,
  ],
  [
    'text input placeholder',
    answer,
    (n) => make.modal([make.label(make.input({ placeholder: text(n) }))]),
    100,
    101,
    'data.components.0.component.placeholder',
    most,
  ],
  [
    'text input min_length',
    answer,
    (n) => make.modal([make.label(make.input({ min_length: n, max_length: 10 }))]),
    10,
    11,
    'data.components.0.component.min_length',
    highest,
  ],
  [
    'radio group',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 21, custom_id: 'r', options: times(n, (at) => make.choice(at)) }),
      ]),
    10,
    11,
    'data.components.0.component.options',
    between,
  ],
  [
    'radio group at least',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 21, custom_id: 'r', options: times(n, (at) => make.choice(at)) }),
      ]),
    2,
    1,
    'data.components.0.component.options',
    between,
  ],
  [
    'checkbox group',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 22, custom_id: 'c', options: times(n, (at) => make.choice(at)) }),
      ]),
    10,
    11,
    'data.components.0.component.options',
    between,
  ],
  [
    'checkbox group at least',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 22, custom_id: 'c', options: times(n, (at) => make.choice(at)) }),
      ]),
    1,
    0,
    'data.components.0.component.options',
    between,
  ],
  [
    'text inputs in a classic row',
    answer,
    (n) =>
      make.modal([
        make.row(...times(n, (at) => make.input({ custom_id: `w${at}`, label: 'Why' }))),
      ]),
    1,
    2,
    'data.components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'autocomplete choices',
    answer,
    (n) => ({
      type: 8,
      data: { choices: times(n, (at) => ({ name: `Feed ${at}`, value: `f${at}` })) },
    }),
    25,
    26,
    'data.choices',
    most,
  ],
];

const threads: Limit[] = [
  [
    'forum tag name at least',
    inForum,
    (n) => ({ available_tags: [{ name: text(n) }] }),
    1,
    0,
    'available_tags.0.name',
    between,
  ],
  ['thread name', refusedThreadFromMessage, (n) => ({ name: text(n) }), 100, 101, 'name', between],
  [
    'thread name at least',
    refusedThreadFromMessage,
    (n) => ({ name: text(n) }),
    1,
    0,
    'name',
    between,
  ],
  [
    'auto-archive',
    refusedThreadFromMessage,
    (n) => ({ name: 'x', auto_archive_duration: n }),
    10_080,
    10_081,
    'auto_archive_duration',
    choices,
  ],
  [
    'auto-archive at least',
    refusedThreadFromMessage,
    (n) => ({ name: 'x', auto_archive_duration: n }),
    60,
    59,
    'auto_archive_duration',
    choices,
  ],
  [
    'slow mode',
    refusedThreadFromMessage,
    (n) => ({ name: 'x', rate_limit_per_user: n }),
    21_600,
    21_601,
    'rate_limit_per_user',
    highest,
  ],
  [
    'slow mode at least',
    refusedThreadFromMessage,
    (n) => ({ name: 'x', rate_limit_per_user: n }),
    0,
    -1,
    'rate_limit_per_user',
    lowest,
  ],
  [
    'post name',
    post,
    (n) => ({ name: text(n), message: { content: 'x' } }),
    100,
    101,
    'name',
    between,
  ],
  [
    'post tags',
    post,
    (n) => ({ name: 'x', applied_tags: ids(n), message: { content: 'x' } }),
    5,
    6,
    'applied_tags',
    most,
  ],
  ['thread renamed', inThread, (n) => ({ name: text(n) }), 100, 101, 'name', between],
  ['thread retagged', inThread, (n) => ({ applied_tags: ids(n) }), 5, 6, 'applied_tags', most],
  [
    'thread auto-archive',
    inThread,
    (n) => ({ auto_archive_duration: n }),
    4320,
    4321,
    'auto_archive_duration',
    choices,
  ],
  [
    'thread slow mode',
    inThread,
    (n) => ({ rate_limit_per_user: n }),
    21_600,
    21_601,
    'rate_limit_per_user',
    highest,
  ],
  [
    'forum tags',
    inForum,
    (n) => ({ available_tags: times(n, (at) => ({ name: `tag ${at}` })) }),
    20,
    21,
    'available_tags',
    most,
  ],
  [
    'forum tag name',
    inForum,
    (n) => ({ available_tags: [{ name: text(n) }] }),
    20,
    21,
    'available_tags.0.name',
    between,
  ],
  ['channel name', inText, (n) => ({ name: text(n) }), 100, 101, 'name', between],
  ['channel topic', inText, (n) => ({ topic: text(n) }), 1024, 1025, 'topic', most],
  ['forum topic', inForum, (n) => ({ topic: text(n) }), 4096, 4097, 'topic', most],
];

const longOption = (at: number, length: number) =>
  make.option(`o${at}`, {
    description: text(100),
    choices: times(25, (to) => ({
      name: `${to}`.padStart(10, 'c'),
      value: `${to}`.padStart(length, 'v'),
    })),
  });

const commands: Limit[] = [
  [
    'command name',
    refusedCommand,
    (n) => make.slash([], { name: text(n) }),
    32,
    33,
    'name',
    between,
  ],
  [
    'command description',
    refusedCommand,
    (n) => make.slash([], { description: text(n) }),
    100,
    101,
    'description',
    most,
  ],
  [
    'options',
    refusedCommand,
    (n) => make.slash(times(n, (at) => make.option(`o${at}`))),
    25,
    26,
    'options',
    most,
  ],
  [
    'option name',
    refusedCommand,
    (n) => make.slash([make.option(text(n))]),
    32,
    33,
    'options.0.name',
    between,
  ],
  [
    'option description',
    refusedCommand,
    (n) => make.slash([make.option('url', { description: text(n) })]),
    100,
    101,
    'options.0.description',
    between,
  ],
  [
    'choices',
    refusedCommand,
    (n) =>
      make.slash([
        make.option('url', { choices: times(n, (at) => ({ name: `c${at}`, value: `${at}` })) }),
      ]),
    25,
    26,
    'options.0.choices',
    most,
  ],
  [
    'choice name',
    refusedCommand,
    (n) => make.slash([make.option('url', { choices: [{ name: text(n), value: 'x' }] })]),
    100,
    101,
    'options.0.choices.0.name',
    between,
  ],
  // feed (4) + description (25) + 5 options of 2 + 100 + 25 × (10 + length)
  [
    'a command in all',
    refusedCommand,
    (n) =>
      make.slash([
        ...times(5, (at) => longOption(at, 49)),
        make.option('rest', { description: text(n) }),
      ]),
    82,
    83,
    '',
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
  [
    'min_value against max_value',
    refusedCommand,
    (n) => make.slash([make.option('hours', { type: 4, min_value: n, max_value: 48 })]),
    48,
    49,
    'options.0.min_value',
    highest,
  ],
  [
    'the list in all',
    refusedCommands,
    (n) =>
      times(n, (at) => ({
        name: `c${at}`,
        type: at < 100 ? 1 : at < 115 ? 2 : 3,
        ...(at < 100 ? { description: 'x' } : {}),
      })),
    130,
    131,
    '',
    most,
  ],
];

describe.each([
  ['messages', messages],
  ['components', components],
  ['modals', modals],
  ['threads and channels', threads],
  ['commands', commands],
])('limits of %s', (_, limits) => {
  test.each(limits)(
    '%s: at the limit it passes, one beyond is refused where it stands',
    (_what, judge, body, good, bad, place, code) => {
      expect(judge(sent(body(good)))).toBeNull();
      const refused = judge(sent(body(bad)));
      expect(refused).toMatchObject({ status: 400, code: 50035, message: 'Invalid Form Body' });
      expect(places(refused)).toContain(place);
      expect(codesAt(refused, place)).toEqual([code]);
    },
  );
});

test('the answer has the form that discord.js reads', () => {
  expect(refusedMessageCreate(embed({ title: text(257) }))).toEqual({
    status: 400,
    code: 50035,
    message: 'Invalid Form Body',
    errors: {
      embeds: {
        0: {
          title: {
            _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
          },
        },
      },
    },
  });
});

test.each([
  [1, 100],
  [2, 15],
  [3, 15],
])('of commands of type %i there are at most %i', (type, most) => {
  const list = (count: number) =>
    times(count, (at) => ({ name: `c${at}`, type, ...(type === 1 ? { description: 'x' } : {}) }));
  expect(refusedCommands(list(most))).toBeNull();
  expect(refusedCommands(list(most + 1))).toMatchObject({ status: 400, code: 30032 });
});
