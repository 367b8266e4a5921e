import { expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import {
  card,
  caseOf,
  flag,
  newsroom,
  ports,
  rule,
  shown,
  useNewsroom,
  withThread,
  withdrawn,
} from './flagged-comment.ts';

useNewsroom();

test('a comment removed by one case stays removed when a case that a version before opened is dismissed', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  const first = await caseOf(1);
  if (!first) throw new Error('there is a case');
  const { cases } = ports().store;
  const number = await cases.nextNumber(newsroom.guildId);
  await cases.save({ ...first, number, version: 1 });
  await rule(2, 'remove');
  expect(shown()).not.toContain('century');
  await rule(1, 'no-fault');
  expect(shown()).not.toContain('century');

  await rule(2, 'undo');
  expect(shown()).toContain('century');
});

test('a ruling from a card with an earlier text is not carried out, and the new card shows both texts', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  const stale = await caseOf(1);
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  await newsroom.later(6 * minuteMs);
  await expect(rule(1, 'remove', stale?.version)).rejects.toThrow(/changed since you saw it/);
  expect(shown()).toContain('ninety years');
  expect(card(1)).toContain('~~a century.~~');
  expect(card(1)).toContain('ninety years');

  await rule(1, 'remove');
  expect(shown()).not.toContain('ninety years');
});

test('a ruling after the undo of one on an earlier text acts on nothing, and the card shows both texts', async () => {
  await withThread();
  await flag();
  await rule(1, 'hide');
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  await newsroom.later(6 * minuteMs);
  await rule(1, 'undo');
  await expect(rule(1, 'remove')).rejects.toThrow(/edited/);
  await newsroom.quiet();
  expect(shown()).toContain('ninety years');
  expect(card(1)).toContain('~~a century.~~');

  await rule(1, 'remove');
  expect(shown()).not.toContain('ninety years');
});

test.each(['abuse', 'illegal'] as const)(
  'a case for %s is voided when its comment is deleted at its source',
  async (reason) => {
    await withThread();
    await flag(reason);
    await withdrawn();
    const voided = await caseOf(1);
    expect(voided).toMatchObject({
      state: 'dismissed',
      version: 2,
      ruling: { action: 'void', by: newsroom.botUserId },
    });
    expect(card(1)).toMatch(/Dismissed by <@\d+> <t:\d+:R>: deleted on its site"/);
    const lines = await ports().store.audit.list(newsroom.guildId, 20);
    expect(lines.find(({ action }) => action === 'case.void')).toMatchObject({
      actor: 'wirethread',
      subject: 'case:1',
      version: 2,
    });
  },
);

test('a ruling stays in force when its comment is deleted at its source', async () => {
  await withThread();
  await flag();
  await rule(1, 'no-fault');
  newsroom.paper.withdrawComment('pier', 'c3');
  for (let look = 0; look < 2; look += 1) await newsroom.later(6 * minuteMs);
  expect(await caseOf(1)).toMatchObject({ ruling: { action: 'no-fault' } });
});

test('all cases on a comment are voided when it is deleted at its source', async () => {
  await withThread();
  await flag();
  const first = await caseOf(1);
  if (!first) throw new Error('there is a case');
  const { cases } = ports().store;
  const number = await cases.nextNumber(newsroom.guildId);
  await cases.save({ ...first, number, version: 1 });
  await withdrawn();
  expect(await caseOf(1)).toMatchObject({ ruling: { action: 'void' } });
  expect(await caseOf(2)).toMatchObject({ ruling: { action: 'void' } });
});
