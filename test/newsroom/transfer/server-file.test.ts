import { expect, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { GuildSettings } from '../../../src/core/moderation/guild-settings.ts';
import { mergedRules } from '../../../src/core/moderation/merged-rules.ts';
import { ModerationRules, noRules } from '../../../src/core/moderation/rules.ts';
import { readServerFile, serverFileText } from '../../../src/newsroom/transfer/server-file.ts';

const feed = {
  url: 'https://gazette.example/feed.xml',
  channelId: '1190000000000000002',
  addedBy: '1190000000000000003',
  addedAt: 1,
  settings: defaultSubscriptionSettings,
  access: null,
};
const whole = {
  kind: 'wirethread-server',
  version: 1,
  guildId: '1190000000000000001',
  exportedAt: 2,
  settings: GuildSettings.parse({}),
  feeds: [feed],
  rules: null,
  mutes: [],
  bans: [],
} as const;

test('a file is read as it was written', () => {
  const file = readServerFile(JSON.stringify(whole));
  expect(readServerFile(serverFileText(file))).toEqual(file);
  expect(file.feeds[0]?.settings).toEqual(defaultSubscriptionSettings);
});

test.each([
  ['{"kind": "wirethread-', 'it is not JSON, or damaged'],
  ['{"feeds": []}', 'wirethread export did not write it'],
  ['null', 'wirethread export did not write it'],
  [{ ...whole, version: 2 }, 'a newer Wirethread wrote it (version 2 of the format, this one'],
  [{ ...whole, guildId: '12' }, 'it is damaged: guildId: a Discord id is 15 to 20 digits'],
  [
    { ...whole, feeds: [{ ...feed, channelId: '#news' }] },
    'it is damaged: feeds.0.channelId: a Discord id is 15 to 20 digits',
  ],
  [
    { ...whole, settings: { ...whole.settings, timeZone: 'Mars/Olympus' } },
    'it is damaged: settings.timeZone: no time zone has this name',
  ],
])('%j is refused with a reason', (document, reason) => {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  expect(() => readServerFile(text)).toThrow(reason);
});

test('merged rules keep what only the server has, and take what the file says of the rest', () => {
  const by = { addedBy: '1190000000000000003', addedAt: 1 };
  const words = { kind: 'words', pattern: 'free coin*', action: 'report', ...by } as const;
  const link = { kind: 'link', pattern: 'coins.example', action: 'hide', ...by } as const;
  const own = ModerationRules.parse({ watched: [words], firstComment: 'report' });
  const added = ModerationRules.parse({
    watched: [link, { ...words, action: 'hide', addedAt: 9 }],
    repeatOffender: { upheld: 2, days: 30, action: 'report' },
  });
  const merged = mergedRules(own, added);
  expect(merged.watched).toEqual([{ ...words, action: 'hide' }, link]);
  expect(merged).toMatchObject({ firstComment: 'report', repeatOffender: { upheld: 2 } });
  expect(mergedRules(merged, added)).toEqual(merged);
  expect(mergedRules(merged, noRules)).toEqual(merged);
});
