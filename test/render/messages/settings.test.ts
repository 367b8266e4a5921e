import { expect, test } from 'vitest';
import type { PostingChannel } from '../../../src/core/delivery/channel.ts';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { SubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { labelsIn, settingsLines } from '../../../src/render/index.ts';

const text: PostingChannel = { kind: 'text', name: 'news', tags: [], requiresTag: false };
const english = labelsIn('en');
const usual = defaultSubscriptionSettings;

test('the default settings are described one per line', () => {
  expect(settingsLines(usual, text, english)).toEqual([
    'Read every 10 minutes, at most 20 stories at a time',
    'All stories',
    'Mentions no role',
    'Text above a story: the headline',
    'No quiet hours',
    'One message per story',
    'Labels in English',
    'Comments are mirrored every 2 minutes, in a thread that opens with the first comment',
    'Of a long discussion, the newest 100 comments are mirrored',
    'Discussions close 7 days after publication, announced 1 hour before',
  ]);
});

test('the language of the labels has its English name', () => {
  expect(settingsLines({ ...usual, language: 'de' }, text, english)).toContain('Labels in German');
});

test('a single story and a comment period without a warning are described in the singular', () => {
  const settings = { ...usual, catchUp: 1, commentPeriodMs: 86_400_000, closingWarningMs: 0 };
  const lines = settingsLines({ ...settings, pollEveryMs: 3_600_000 }, text, english);
  expect(lines[0]).toBe('Read every hour, at most 1 story at a time');
  expect(lines.at(-1)).toBe('Discussions close 1 day after publication');
});

test('the description of filters says what they include and exclude', () => {
  const none = { words: [], topics: [], authors: [] };
  const include = { ...none, words: ['ferry', 'harb*'], topics: ['Harbour'] };
  const exclude = { ...none, authors: ['Newsroom Robot'] };
  expect(settingsLines({ ...usual, filters: { include, exclude } }, text, english)[1]).toBe(
    'Only stories with these words (ferry, harb\\*) or topics (Harbour), except those with these authors (Newsroom Robot)',
  );
});

test('a forum’s settings name its fallback tag; a thread’s say that it has no discussions', () => {
  const tags = [{ id: '100000000000000001', name: 'Other *things*' }];
  const chosen = { ...usual, forumTagId: '100000000000000001' };
  expect(settingsLines(chosen, { kind: 'forum', tags }, english)).toContain(
    'Forum tags: those that match a story’s topics, or else “Other \\*things\\*”',
  );
  const deleted = { ...usual, forumTagId: '100000000000000002' };
  expect(settingsLines(deleted, { kind: 'forum', tags }, english).join()).toContain(
    'or else no tag',
  );
  expect(settingsLines(usual, { kind: 'thread', tags: [] }, english).at(-1)).toContain(
    'a story in a thread has no thread of its own',
  );
});

test('a digest’s settings say that its stories have no threads', () => {
  const lines = settingsLines({ ...usual, digest: { every: 'hour' } }, text, english);
  expect(lines.at(-1)).toBe('Comments are not mirrored, because a story in a digest has no thread');
});

test('very long settings are truncated, and each stays on one line', () => {
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
  const lines = settingsLines(settings, text, english);
  expect(lines.join('\n').length).toBeLessThan(3000);
  expect(lines.at(-1)).toBe('Discussions never close');
  expect(lines.every((line) => !line.includes('\n'))).toBe(true);
});
