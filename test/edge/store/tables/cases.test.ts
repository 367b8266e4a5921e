import { expect, test } from 'vitest';
import { WriteConflict } from '../../../../src/core/errors.ts';
import { subjectKey } from '../../../../src/core/moderation/case.ts';
import { flaggedCase, guild, newStore, noon, quoted, reader, report } from '../stores.ts';

const neighbour = '300000000000000002';
const ruling = { by: reader, at: noon, reason: null, escalated: false };
const upheld = { state: 'upheld', ruling: { ...ruling, action: 'remove' } } as const;
const dismissed = { state: 'dismissed', ruling: { ...ruling, action: 'no-fault' } } as const;

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
  const first = { ...flaggedCase(1, { version: 2, hidden: true }), ...upheld };
  await store.cases.save(first);
  const second = { ...flaggedCase(1, { version: 2 }), ...dismissed };
  await expect(store.cases.save(second)).rejects.toThrow(WriteConflict);
  await expect(store.cases.save(flaggedCase(1, { version: 4 }))).rejects.toThrow(WriteConflict);
  expect(await store.cases.get(guild, 1)).toEqual(first);
  expect(await store.cases.get(neighbour, 1)).toBeNull();
});

test('the queue has the cases without a ruling, most urgent first, then oldest', async () => {
  const { store } = await newStore();
  await store.cases.save(flaggedCase(1, { urgency: 5, openedAt: noon + 1 }));
  await store.cases.save(flaggedCase(2, { urgency: 5, openedAt: noon }));
  await store.cases.save({
    ...flaggedCase(3, { urgency: 90, openedAt: noon + 2 }),
    state: 'escalated',
  });
  await store.cases.save({ ...flaggedCase(4, { urgency: 99 }), ...upheld });
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
    store.cases.save({
      ...flaggedCase(number),
      ...upheld,
      ruling: { ...upheld.ruling, at },
    });
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
  const { store, query } = await newStore();
  const line = {
    guildId: guild,
    at: noon,
    actor: 'wirethread',
    action: 'case.remove',
    subject: 'case:12',
    version: 2,
  } as const;
  await store.audit.append(line);
  await store.audit.append({ ...line, action: 'case.undo' });
  await store.audit.append({ ...line, at: noon - 1, version: null });
  await store.audit.append({ ...line, guildId: neighbour });
  const actions = (await store.audit.list(guild, 2)).map(({ action }) => action);
  expect(actions).toEqual(['case.undo', 'case.remove']);
  expect((await store.audit.list(guild, 9)).at(-1)).toMatchObject({
    ...line,
    at: noon - 1,
    version: null,
    reason: null,
  });
  await expect(query('DELETE FROM audit')).rejects.toThrow(/only ever added to/);
  await expect(query("UPDATE audit SET actor = 'nobody'")).rejects.toThrow(/only ever added to/);
});

test('cases that a version before stored are read: an open one had no ruling, `null`', async () => {
  const { store, query } = await newStore();
  const before = (document: object, number: number) =>
    query(`UPDATE flag_case SET document = ${quoted(document)} WHERE number = ${number}`);
  const open = flaggedCase(1);
  const closed = { ...flaggedCase(2), ...upheld, hidden: true };
  for (const flagged of [open, closed]) await store.cases.save(flagged);
  await before({ ...open, evidence: undefined, ruling: null }, 1);
  await before(
    { ...closed, evidence: undefined, ruling: { ...upheld.ruling, escalated: undefined } },
    2,
  );
  expect(await store.cases.get(guild, 1)).toEqual(open);
  expect(await store.cases.get(guild, 2)).toEqual(closed);
});
