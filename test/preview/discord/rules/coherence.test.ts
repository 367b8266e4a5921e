import { describe, expect, test } from 'vitest';
import {
  refusedChannelPatch,
  refusedMessageCreate,
  refusedMessageEdit,
  refusedThreadCreate,
  refusedWebhookExecute,
} from '../../../../src/preview/discord/rules/index.ts';
import type { Refused } from '../../../../src/preview/discord/rules/index.ts';
import * as make from './bodies.ts';
import { codesAt, text, times } from './bodies.ts';
import { answer, command, create, legacy, wrongType } from './incoherent/case.ts';
import { commands } from './incoherent/commands.ts';
import { components } from './incoherent/components.ts';
import { interactions } from './incoherent/interactions.ts';
import { messages } from './incoherent/messages.ts';
import { threads } from './incoherent/threads.ts';
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
