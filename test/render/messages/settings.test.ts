import { expect, test } from 'vitest';
import type { PostingChannel } from '../../../src/core/delivery/channel.ts';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { SubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { settingsLines } from '../../../src/render/index.ts';

const text: PostingChannel = { kind: 'text', name: 'news', tags: [], requiresTag: false };
const usual = defaultSubscriptionSettings;

test('the usual settings are told in words', () => {
  expect(settingsLines(usual, text)).toEqual([
    'Read every 10m; at most 20 stories at once',
    'All stories',
    'Mentions nobody',
    'Content line: the headline',
    'No quiet hours',
    'Each story by itself',
    'Labels in English',
    'Comments are mirrored from the first comment on, read every 2m; closed after 7d (said 1h before)',
  ]);
});

test('a forum tells of its tags, a thread that it has no discussions', () => {
  const tags = [{ id: '100000000000000001', name: 'Other *things*' }];
  const chosen = { ...usual, forumTagId: '100000000000000001' };
  expect(settingsLines(chosen, { kind: 'forum', tags })).toContain(
    'Tags by topic, else “Other \\*things\\*”',
  );
  const gone = { ...usual, forumTagId: '100000000000000002' };
  expect(settingsLines(gone, { kind: 'forum', tags }).join()).toContain('have no tag');
  expect(settingsLines(usual, { kind: 'thread', tags: [] }).at(-1)).toContain(
    'a story in a thread has no thread of its own',
  );
});

test('a digest says that its stories have no threads', () => {
  const words = settingsLines({ ...usual, digest: { every: 'hour' } }, text);
  expect(words.at(-1)).toBe('Comments are not mirrored: a story in a digest has no thread');
});

test('the longest settings are cut, a line for each', () => {
  const entries = Array.from({ length: 50 }, (_, at) => `${at}${'*'.repeat(98)}`);
  const criteria = { words: entries, topics: entries, authors: entries };
  const settings = SubscriptionSettings.parse({
    ...usual,
    filters: { include: criteria, exclude: criteria },
    contentTemplate: '{headline}*'.repeat(45),
    mentionRoleIds: Array.from({ length: 5 }, (_, at) => `10000000000000000${at}`),
    quietHours: { from: 0, to: 60, zone: 'America/Argentina/ComodRivadavia' },
    commentPeriodMs: null,
  });
  const words = settingsLines(settings, text);
  expect(words.join('\n').length).toBeLessThan(3000);
  expect(words.at(-1)).toContain('never closed');
  expect(words.every((line) => !line.includes('\n'))).toBe(true);
});
