import { expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { card, flag, newsroom, useNewsroom, withThread } from './flagged-comment.ts';

useNewsroom();

test('a card names its story by the corrected headline, after one edit', async () => {
  await withThread();
  await flag();
  const before = card(1);
  let edits = 0;
  newsroom.discord.faults.onCall(({ phase, method, path }) => {
    const isEdit = phase === 'before' && method === 'PATCH';
    if (isEdit && path.includes(`/${newsroom.moderatorsChannel}/messages/`)) edits += 1;
  });
  newsroom.paper.correctHeadline('pier', 'Harbour board rules on the new pier');
  await newsroom.later(11 * minuteMs);
  await newsroom.later(11 * minuteMs);
  await newsroom.later(11 * minuteMs);
  expect(before).not.toContain('Harbour board rules on the new pier');
  expect(card(1)).toContain('Story: **Harbour board rules on the new pier**');
  expect(edits).toBe(1);
  expect(newsroom.messages(newsroom.moderatorsChannel)).toHaveLength(1);
});
