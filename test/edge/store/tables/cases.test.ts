import { expect, test } from 'vitest';
import { WriteConflict } from '../../../../src/core/errors.ts';
import { subjectKey } from '../../../../src/core/moderation/case.ts';
import { flaggedCase, guild, harbour, newStore, noon, reader, report } from '../stores.ts';

const neighbour = '300000000000000002';
const ruling = { action: 'remove', by: reader, at: noon, reason: null, escalated: false } as const;

test('cases are numbered within their guild without reusing a number', async () => {
  const { store } = await newStore();
  expect(await store.cases.nextNumber(guild)).toBe(1);
  expect(await store.cases.nextNumber(guild)).toBe(2);
  expect(await store.cases.nextNumber(neighbour)).toBe(1);
  await store
    .transaction(async (ledger) => {
      expect(await ledger.cases.nextNumber(guild)).toBe(3);
      throw new Error('no case after all');
    })
    .catch(() => {});
  expect(await store.cases.nextNumber(guild)).toBe(3);
});

test('the second of two rulings on the same version is refused', async () => {
  const { store } = await newStore();
  await store.cases.save(flaggedCase(1));
  const upheld = flaggedCase(1, { version: 2, state: 'upheld', ruling, hidden: true });
  await store.cases.save(upheld);
  const dismissed = flaggedCase(1, { version: 2, state: 'dismissed' });
  await expect(store.cases.save(dismissed)).rejects.toThrow(WriteConflict);
  await expect(store.cases.save(flaggedCase(1, { version: 4 }))).rejects.toThrow(WriteConflict);
  expect(await store.cases.get(guild, 1)).toEqual(upheld);
  expect(await store.cases.get(neighbour, 1)).toBeNull();
});

test('the queue has the cases without a ruling, most urgent first, then oldest', async () => {
  const { store } = await newStore();
  await store.cases.save(flaggedCase(1, { urgency: 5, openedAt: noon + 1 }));
  await store.cases.save(flaggedCase(2, { urgency: 5, openedAt: noon }));
  await store.cases.save(flaggedCase(3, { urgency: 90, state: 'escalated', openedAt: noon + 2 }));
  await store.cases.save(flaggedCase(4, { urgency: 99, state: 'upheld', ruling }));
  await store.cases.save(flaggedCase(5, { urgency: 99, guildId: neighbour }));
  const numbers = async (limit: number) =>
    (await store.cases.listQueue(guild, limit)).map(({ number }) => number);
  expect(await numbers(9)).toEqual([3, 2, 1]);
  expect(await numbers(2)).toEqual([3, 2]);
});

test('the cases of a message are listed for all its revisions, newest first', async () => {
  const { store } = await newStore();
  await store.cases.save(flaggedCase(1));
  await store.cases.save(flaggedCase(2, { textRevision: 'second' }));
  const key = subjectKey(flaggedCase(1).subject);
  expect((await store.cases.listBySubject(guild, key)).map(({ number }) => number)).toEqual([2, 1]);
  expect(await store.cases.listBySubject(guild, 'comment:none')).toEqual([]);
});

test('a reader can report a case only once', async () => {
  const { store } = await newStore();
  const first = report({ details: 'Rude.' });
  expect(await store.cases.addReport(first)).toBe(true);
  expect(await store.cases.addReport(report({ reason: 'spam' }))).toBe(false);
  const second = report({ reporterId: '300000000000000041', at: noon - 1, kind: 'moderator' });
  expect(await store.cases.addReport(second)).toBe(true);
  expect(await store.cases.listReports(guild, 1)).toEqual([second, first]);
  expect(await store.cases.listReports(guild, 2)).toEqual([]);
});

test("a reader's reports are counted since a given time", async () => {
  const { store } = await newStore();
  for (const caseNumber of [1, 2, 3]) {
    await store.cases.addReport(report({ caseNumber, at: noon + caseNumber }));
  }
  const since = await store.cases.listReportsBy(guild, reader, noon + 2);
  expect(since.map(({ caseNumber }) => caseNumber)).toEqual([2, 3]);
  expect(await store.cases.listReportsBy(neighbour, reader, noon)).toEqual([]);
});

test('evidence is deleted only when the ruling is old enough', async () => {
  const { store } = await newStore();
  const ruledAt = (number: number, at: number) =>
    store.cases.save(flaggedCase(number, { state: 'upheld', ruling: { ...ruling, at } }));
  await ruledAt(1, noon - 1);
  await ruledAt(2, noon);
  await store.cases.save(flaggedCase(3));
  expect(await store.cases.deleteEvidence(guild, noon)).toBe(1);
  expect(await store.cases.deleteEvidence(guild, noon)).toBe(0);
  const evidence = async (number: number) => (await store.cases.get(guild, number))?.evidence;
  expect(await evidence(1)).toBeNull();
  expect(await evidence(2)).toBe('You fool.');
  expect(await evidence(3)).toBe('You fool.');
  expect(JSON.stringify(await store.cases.get(guild, 1))).not.toContain('fool');
});

test('the audit is listed newest first, and the database refuses to change its lines', async () => {
  const { store, raw } = await newStore();
  const line = {
    guildId: guild,
    at: noon,
    actor: 'wirethread',
    action: 'case.upheld',
    subject: `message:${harbour}`,
    version: 2,
    reason: null,
  };
  await store.audit.append(line);
  await store.audit.append({ ...line, action: 'case.undone' });
  await store.audit.append({ ...line, at: noon - 1, version: null });
  await store.audit.append({ ...line, guildId: neighbour });
  const actions = (await store.audit.list(guild, 2)).map(({ action }) => action);
  expect(actions).toEqual(['case.undone', 'case.upheld']);
  expect((await store.audit.list(guild, 9)).at(-1)).toEqual({
    ...line,
    at: noon - 1,
    version: null,
  });
  expect(() => raw().exec('DELETE FROM audit')).toThrow(/only ever added to/);
  expect(() => raw().exec("UPDATE audit SET actor = 'nobody'")).toThrow(/only ever added to/);
});
