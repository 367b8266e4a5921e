import { expect, test } from 'vitest';
import * as rules from '../../../../src/preview/discord/rules/index.ts';
import type { Refused } from '../../../../src/preview/discord/rules/index.ts';
import { codesAt, text, times } from './bodies.ts';

const existing = { flags: 0, content: 'x', embeds: 0, components: 0, attachments: 0 };
const judges: [string, (body: unknown) => Refused | null][] = [
  ['refusedMessageCreate', (body) => rules.refusedMessageCreate(body)],
  ['refusedMessageEdit', (body) => rules.refusedMessageEdit(body, existing)],
  ['refusedWebhookExecute', (body) => rules.refusedWebhookExecute(body)],
  ['refusedThreadFromMessage', rules.refusedThreadFromMessage],
  ['refusedThreadCreate in a text channel', (body) => rules.refusedThreadCreate(body, 0)],
  ['refusedThreadCreate in a forum', (body) => rules.refusedThreadCreate(body, 15)],
  ['refusedChannelPatch of a thread', (body) => rules.refusedChannelPatch(body, 11)],
  ['refusedChannelPatch of a forum', (body) => rules.refusedChannelPatch(body, 15)],
  ['refusedCommands', rules.refusedCommands],
  ['refusedInteractionCallback', (body) => rules.refusedInteractionCallback(body)],
];

const levels = 10_000;
const nestedJson = (opening: string, closing: string) =>
  `${opening.repeat(levels)}1${closing.repeat(levels)}`;
const deep: [string, string][] = [
  ['lists', `{"content":"x","name":"x","components":${nestedJson('[', ']')}}`],
  [
    'containers',
    `{"content":"x","flags":32768,"components":[${nestedJson('{"type":17,"components":[', ']}')}]}`,
  ],
  ['an unknown field', `{"content":"x","name":"x","later":${nestedJson('{"a":', '}')}}`],
  [
    'options',
    `{"name":"x","description":"y","options":[${nestedJson('{"type":1,"options":[', ']}')}]}`,
  ],
];

test.each(judges)('%s refuses a body nested ten thousand levels', (_, judge) => {
  for (const [what, json] of deep)
    expect(judge(JSON.parse(json)), what).toMatchObject({ status: 400, code: 50109 });
});

test.each(judges)('%s refuses a __proto__ key, at any depth', (_, judge) => {
  for (const json of [
    '{"content":"x","name":"x","__proto__":{"content":"y"}}',
    '{"content":"x","data":[{"__proto__":1}]}',
  ]) {
    expect(judge(JSON.parse(json))).toMatchObject({ status: 400, code: 50109 });
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test.each(judges)('%s refuses a value that is not a body', (_, judge) => {
  for (const body of [undefined, null, true, 5, 'x', () => 'x', Symbol('x')]) {
    expect(judge(body)).toMatchObject({ status: 400, code: 50035 });
  }
});

const endless = Array.from({ length: 200_000 }, () => ({ type: 17, components: [] }));
const wide = times(100, () => ({ fields: times(1500, () => 1) }));

test.each(judges)('%s refuses very long lists and texts', (_, judge) => {
  expect(codesAt(judge({ components: endless }), 'components')).toEqual(['BASE_TYPE_MAX_LENGTH']);
  expect(codesAt(judge({ content: 'x'.repeat(1_000_000) }), 'content')).toContain(
    'BASE_TYPE_MAX_LENGTH',
  );
  expect(judge({ embeds: wide })).toMatchObject({ status: 413, code: 40005 });
});

test.each(judges)(
  '%s answers every wrong kind of value in every field it knows, and never throws',
  (_, judge) => {
    const fields = [
      'content',
      'embeds',
      'components',
      'allowed_mentions',
      'flags',
      'attachments',
      'nonce',
      'message_reference',
      'poll',
      'username',
      'name',
      'type',
      'data',
      'message',
      'messages',
      'options',
      'description',
      'available_tags',
      'applied_tags',
      'name_localizations',
      'auto_archive_duration',
    ];
    const wrong: unknown[] = [
      null,
      true,
      -1,
      1.5,
      1e308,
      'x',
      '',
      [],
      [null],
      [[]],
      [1],
      ['x'],
      [{}],
      {},
      { type: {} },
      [{ type: 1, components: [null, {}] }],
      { parse: 5 },
      [{ type: 17, components: [{ type: 9, accessory: 5 }] }],
      { constructor: 1, toString: 2 },
    ];
    for (const field of fields) {
      for (const value of wrong) {
        for (const type of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
          const refused = judge({
            content: 'x',
            name: 'x',
            flags: 32768,
            type,
            data: { [field]: value },
            [field]: value,
          });
          if (refused)
            expect(JSON.parse(JSON.stringify(refused))).toMatchObject({
              status: 400,
              code: expect.any(Number) as number,
            });
        }
      }
    }
  },
);

test('a body with a thousand errors is answered with the first hundred', () => {
  const refused = rules.refusedMessageCreate({ components: times(1500, () => ({ type: 99 })) });
  const answered = (refused?.errors as { components: object } | undefined)?.components ?? {};
  expect(Object.keys(answered).length).toBeLessThanOrEqual(100);
});

test('a large body within the limits is accepted', () => {
  const nested = (levels: number) =>
    JSON.parse(`{"content":"x","later":${'['.repeat(levels)}${']'.repeat(levels)}}`) as unknown;
  expect(rules.refusedMessageCreate(nested(31))).toBeNull();
  expect(rules.refusedMessageCreate(nested(32))?.code).toBe(50109);
  const list = (entries: number) => ({ content: 'x', later: times(entries, () => 0) });
  expect(rules.refusedMessageCreate(list(1521))).toBeNull();
  expect(codesAt(rules.refusedMessageCreate(list(1522)), 'later')).toEqual([
    'BASE_TYPE_MAX_LENGTH',
  ]);
  const later = (characters: number) => ({ content: 'x', later: text(characters) });
  expect(rules.refusedMessageCreate(later(152_133))).toBeNull();
  expect(codesAt(rules.refusedMessageCreate(later(152_134)), 'later')).toEqual([
    'BASE_TYPE_MAX_LENGTH',
  ]);
});
