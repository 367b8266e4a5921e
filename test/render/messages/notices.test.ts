import { expect, test } from 'vitest';
import {
  messageUrl,
  renderClosingNotice,
  renderClosingSoonNotice,
  renderExtendedNotice,
  renderPolicyNotice,
} from '../../../src/render/index.ts';
import { aStory, noon } from '../builders.ts';

const by = (sentence: string | null) => ({ sentence, byModerator: false });

test('the first notice of a discussion has the story, the publisher’s policy and the closing time', () => {
  const { content } = renderPolicyNotice(
    aStory({ commentPolicy: { text: 'Be *kind*.', url: 'https://ledger.example/policy' } }),
    { closesAt: noon, closed: false },
    'en',
  );
  expect(content?.split('\n')).toEqual([
    '**Discussion: Harbour reopens after storm**',
    'Be \\*kind\\*.',
    'Comments from the publisher’s site appear here. Replies stay in Discord.',
    `-# Open for comments until <t:${noon / 1000}:f> · [Read the story](<https://ledger.example/harbour>) · [Comment policy](<https://ledger.example/policy>)`,
  ]);
});

test('the first notice without policy, closing time and address has no empty line', () => {
  const { content } = renderPolicyNotice(
    aStory({ url: null }),
    { closesAt: null, closed: false },
    'en',
  );
  expect(content?.split('\n')).toHaveLength(2);
});

test('the first notice counts the comments that are only on the site', () => {
  const more = { count: 15, url: 'https://ledger.example/harbour#comments' };
  const { content } = renderPolicyNotice(aStory(), { closesAt: null, closed: false, more }, 'en');
  expect(content).toContain(
    '\n[15 more comments on the site](<https://ledger.example/harbour#comments>)\n',
  );
});

test('the closing notice uses the publisher’s sentence', () => {
  expect(renderClosingNotice(by('Thanks; we are  done here.'), null, 'en').content).toBe(
    'Thanks; we are done here.',
  );
  expect(renderClosingNotice(by(' '), null, 'en').content).toBe(
    'This discussion is now closed. Comments are open for a limited time after publication.',
  );
});

test('the closing notice counts the comments that are only on the site', () => {
  const url = 'https://ledger.example/harbour#comments';
  expect(renderClosingNotice(by(null), { count: 1, url }, 'en').content).toMatch(
    /\n\[1 more comment on the site\]\(<https:\/\/ledger\.example\/harbour#comments>\)$/u,
  );
  expect(renderClosingNotice(by(null), { count: 1200, url: 'ftp://x' }, 'en').content).toMatch(
    /\n1,200 more comments on the site$/u,
  );
});

test('the notice of a closing discussion says when it closes, and that of an extended one that it stays open', () => {
  const end = `<t:${noon / 1000}:f>`;
  expect(renderClosingSoonNotice(noon, 'en').content).toContain(end);
  expect(renderExtendedNotice(noon, 'en').content).toContain(end);
  expect(renderExtendedNotice(null, 'en').content).toBe('This discussion stays open.');
});

test('the first notice of a closed discussion says since when it is closed', () => {
  const { content } = renderPolicyNotice(aStory(), { closesAt: noon, closed: true }, 'en');
  expect(content).toContain(`Closed for comments since <t:${noon / 1000}:f>`);
});

test('a discussion that a moderator closed is not said to have reached its time', () => {
  const closing = { sentence: 'Thanks; we are done here.', byModerator: true };
  expect(renderClosingNotice(closing, null, 'en').content).toBe(
    'A moderator closed this discussion.',
  );
});

test('messageUrl works with and without a message', () => {
  expect(messageUrl('1', '2')).toBe('https://discord.com/channels/1/2');
  expect(messageUrl('1', '2', '3')).toBe('https://discord.com/channels/1/2/3');
});
