import { expect, test } from 'vitest';
import { WriteConflict } from '../../../src/core/errors.ts';
import { dayMs } from '../../../src/core/time/duration.ts';
import type { Ledger, Store } from '../../../src/core/ports/ledger.ts';
import type { OverrideFacts } from '../../../src/newsroom/discussions/moderator-override.ts';
import { setOverride } from '../../../src/newsroom/discussions/moderator-override.ts';
import { changeSettings } from '../../../src/newsroom/moderation/change-settings.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import { ruleCase } from '../../../src/newsroom/moderation/rule-case.ts';
import {
  caseOf,
  flag,
  flaggedNow,
  newsroom,
  ports,
  useNewsroom,
  withThread,
} from './flagged-comment.ts';

useNewsroom();

const { signal } = new AbortController();

/** Ports whose transactions are done, undone, and done again after `other` was saved. */
function overtaken(other: (ledger: Ledger) => Promise<void> = async () => {}) {
  const { store } = ports();
  const transaction: Store['transaction'] = (work) => {
    let tries = 0;
    return store.transaction(async (ledger) => {
      tries += 1;
      if (tries === 2) await other(ledger);
      const result = await work(ledger);
      if (tries === 1) throw new WriteConflict('another was faster');
      return result;
    });
  };
  return { ...ports(), store: { ...store, transaction } };
}

const ruling = () => ({
  guildId: newsroom.guildId,
  number: 1,
  versionSeen: 1,
  action: 'remove' as const,
  by: newsroom.moderator,
  senior: false,
  reason: null,
});

/** What another reader's report changes of the case. */
async function urgencyRises({ cases }: Ledger): Promise<void> {
  const found = await cases.get(newsroom.guildId, 1);
  if (!found) throw new Error('there is a case');
  await cases.save({ ...found, version: found.version + 1, urgency: found.urgency + 50 });
}

/** What a report for another reason changes: who saw the case without it has to read it again. */
async function reasonComes({ cases }: Ledger): Promise<void> {
  const found = await cases.get(newsroom.guildId, 1);
  if (!found) throw new Error('there is a case');
  const version = found.version + 1;
  await cases.save({ ...found, version, ruleFrom: version });
}

test('a report joins its case although another report is saved at the same moment', async () => {
  await withThread();
  await flag();
  const { reader, guildId } = newsroom;
  const fields = { reporterId: reader, kind: 'reader', reason: 'abuse', details: null } as const;
  const { outcome } = await report(overtaken(urgencyRises), guildId, await flaggedNow(), fields);
  expect(outcome).toBe('joined');
  expect(await caseOf(1)).toMatchObject({ version: 3, urgency: 10 + 50 + 10 });
  expect(await ports().store.cases.listReports(guildId, 1)).toHaveLength(2);
});

test('two readers who report the same comment at the same moment open one case', async () => {
  await withThread();
  const readers = ['Ada', 'Ben'].map(
    (name) => newsroom.discord.addMember(newsroom.guildId, { name }).id,
  );
  const flagged = await flaggedNow();
  const receipts = await Promise.all(
    readers.map((reporterId) =>
      report(ports(), newsroom.guildId, flagged, {
        reporterId,
        kind: 'reader',
        reason: 'spam',
        details: null,
      }),
    ),
  );
  expect(receipts.map(({ outcome }) => outcome).toSorted()).toEqual(['joined', 'opened']);
  expect(await caseOf(1)).toMatchObject({ version: 2, urgency: 10 });
});

test('a ruling whose write came too late is made again when the moderator saw the newest version', async () => {
  await withThread();
  await flag();
  expect(await ruleCase(overtaken(), ruling(), signal)).toMatchObject({
    state: 'upheld',
    version: 2,
  });
  const lines = await ports().store.audit.list(newsroom.guildId, 20);
  expect(lines.filter(({ action }) => action === 'case.remove')).toHaveLength(1);
});

test('a ruling is refused when a report for another reason was saved since the moderator saw the case', async () => {
  await withThread();
  await flag();
  await expect(ruleCase(overtaken(reasonComes), ruling(), signal)).rejects.toThrow(
    'This case has changed since you saw it.',
  );
  expect(await caseOf(1)).toMatchObject({ state: 'open' });
});

test('of two moderators who rule at the same moment, one is told that the case has changed', async () => {
  await withThread();
  await flag();
  const rulings = await Promise.allSettled([
    ruleCase(ports(), ruling(), signal),
    ruleCase(ports(), { ...ruling(), action: 'no-fault' }, signal),
  ]);
  expect(rulings.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('two managers who change different settings at the same moment both change them', async () => {
  await withThread();
  const { guildId, moderator } = newsroom;
  await Promise.all([
    changeSettings(ports(), guildId, { hideThreshold: 7 }, moderator, signal),
    changeSettings(overtaken(), guildId, { evidenceDays: 9 }, moderator, signal),
  ]);
  const settings = await ports().store.settings.get(guildId);
  expect(settings).toMatchObject({ hideThreshold: 7, evidenceDays: 9 });
});

test('two moderators who extend a discussion at the same moment extend it twice', async () => {
  await withThread();
  const { discussions } = ports().store;
  const [found] = await discussions.listInGuild(newsroom.guildId, ['open'], 1);
  if (!found) throw new Error('there is a discussion');
  const { id, anchor } = found.discussion;
  const dayLonger = ({ closesAt, now }: OverrideFacts) =>
    ({ kind: 'open-until', until: (closesAt ?? now) + dayMs }) as const;
  await Promise.all([
    setOverride(ports(), id, dayLonger, newsroom.moderator),
    setOverride(overtaken(), id, dayLonger, newsroom.moderator),
  ]);
  expect(await discussions.get(id)).toMatchObject({
    override: { kind: 'open-until', until: anchor + 7 * dayMs + 2 * dayMs },
  });
});
