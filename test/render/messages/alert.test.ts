import { expect, test } from 'vitest';
import { Alert } from '../../../src/core/moderation/alert.ts';
import { dayMs } from '../../../src/core/time/duration.ts';
import { renderAlert } from '../../../src/render/index.ts';
import { noon } from '../builders.ts';

const contentOf = (alert: Alert) => renderAlert(alert, 'en').content;

test.each<[Alert, string]>([
  [
    {
      kind: 'channel-paused',
      channelName: null,
      channelId: '700000000000000007',
      reason: 'Missing Access (50001).',
      remedy: { kind: 'give-permissions', permissions: ['ViewChannel', 'SendMessagesInThreads'] },
    },
    '⚠️ Nothing can be posted in <#700000000000000007>: Missing Access (50001). Give Wirethread View Channel, Send Messages in Threads there. Waiting messages are posted automatically after that.',
  ],
  [
    {
      kind: 'channel-paused',
      channelName: null,
      channelId: '700000000000000007',
      reason: 'Unknown Channel (10003)',
      remedy: { kind: 'channel-deleted' },
    },
    '⚠️ A channel that Wirethread posts in was deleted, so its stories wait. Have each of its feeds posted in another channel with `/feed edit`, option `channel`, or remove it with `/feed remove`.',
  ],
  [
    {
      kind: 'channel-paused',
      channelName: 'evening_news',
      channelId: '700000000000000007',
      reason: 'the channel was deleted',
      remedy: { kind: 'channel-deleted' },
    },
    '⚠️ The channel #evening\\_news was deleted, so its stories wait. Have each of its feeds posted in another channel with `/feed edit`, option `channel`, or remove it with `/feed remove`.',
  ],
  [
    {
      kind: 'delivery-stuck',
      channelId: '700000000000000007',
      since: noon,
      reason: 'Thread is archived',
    },
    `⚠️ A message could not be posted in <#700000000000000007> since <t:${noon / 1000}:f>: Thread is archived. It is tried again; meanwhile the next messages are posted.`,
  ],
  [
    {
      kind: 'message-refused',
      channelId: '700000000000000007',
      message: 'card',
      reason: 'Blocked by AutoMod',
    },
    '⚠️ Discord refused a case’s card in <#700000000000000007>: Blocked by AutoMod. It is skipped; later messages are posted as usual. Check the channel’s AutoMod rules, and what the feed contains with `/feed test`.',
  ],
  [
    {
      kind: 'feed-paused',
      address: 'https://ledger.example/feed',
      errors: 20,
      failingForMs: 3.5 * dayMs,
      reason: 'The server answered with 500.',
      refused: false,
    },
    '⚠️ The feed <https://ledger.example/feed> is paused: it could not be read 20 times in a row over 3 days. The server answered with 500. When its server or address works again, start it again with `/feed retry`. Or remove it with `/feed remove`.',
  ],
  [
    {
      kind: 'discussion-refused',
      channelId: '700000000000000007',
      cause: 'thread-cap',
      reason: 'Maximum number of active threads reached (160006)',
    },
    '⚠️ Wirethread could not update a story’s discussion in <#700000000000000007>: Maximum number of active threads reached (160006). The server has too many active threads: archive some.',
  ],
  [
    {
      kind: 'feed-flooding',
      address: 'https://ledger.example/feed',
      stories: 5000,
      withinMs: 60 * 3_600_000,
    },
    '⚠️ The feed <https://ledger.example/feed> had 5,000 new stories within 3 days. Probably its server gives each story a new id at every poll. Wirethread stores only the newest 5,000 of a feed and deletes the others, so an older story that comes back may be posted again. See what the feed contains with `/feed test`. Ask its publisher for ids that stay the same, read it less often with `/feed edit`, option `poll-every`, or remove it with `/feed remove`.',
  ],
  [
    { kind: 'comments-vanished', threadId: '800000000000000008' },
    '⚠️ Many comments of <#800000000000000008> disappeared from their site at once. They stay here until the site answers as before. Check whether the site removed them or has an error.',
  ],
])('an alert says what is wrong and what to do: %o', (alert, content) => {
  expect(contentOf(Alert.parse(JSON.parse(JSON.stringify(alert))))).toBe(content);
});

test('a feed whose server answers with 429 for a day, and one that fails a number of times, are named differently', () => {
  const failing = { kind: 'feed-failing', address: 'https://ledger.example/feed' } as const;
  expect(contentOf({ ...failing, errors: null, reason: '' })).toContain('for a day.');
  expect(contentOf({ ...failing, errors: 5, reason: '' })).toContain('5 times in a row.');
});

test('text that is not ours forms no markdown and no mention, and its address has no preview', () => {
  const text = 'The feed https://ledger.example/feed says **no**; see @here and <#7>.';
  const plain =
    'The feed <https://ledger.example/feed> says \\*\\*no\\*\\*; see @\u200bhere and \\<#7>';
  expect(contentOf({ kind: 'written', text })).toBe(`⚠️ ${plain}.`);
  expect(
    contentOf({
      kind: 'message-refused',
      channelId: '700000000000000007',
      message: 'story',
      reason: text,
    }),
  ).toContain(`: ${plain}. It is skipped`);
});

test('however long an address and an error are, the alert says what to do', () => {
  const content = contentOf({
    kind: 'feed-failing',
    address: `https://ledger.example/${'rss/'.repeat(2000)}`,
    errors: 5,
    reason: '*'.repeat(9000),
  });
  expect(content?.length).toBeLessThanOrEqual(2000);
  expect(content).toMatch(/remove it with `\/feed remove`\.$/u);
});
