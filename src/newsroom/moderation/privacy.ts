import type { Snowflake } from '../../core/ids.ts';
import { type Case, isRuled, type Report } from '../../core/moderation/case.ts';
import type { Reader } from '../../core/moderation/reader.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { guildSettings } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { newcomerKey } from './member-rules.ts';
import { saveReader } from './report-bans.ts';

/** What a server stores of one of its members. */
export interface StoredOfMember {
  reader: Reader;
  reports: Report[];
  /** On messages that they wrote. */
  cases: Case[];
  /** They did something that the audit has. */
  isInAudit: boolean;
  /** How many feeds they added. */
  feeds: number;
  evidenceDays: number;
}

/** Reads what is stored of a member in a guild: see `docs/privacy.md`. */
export async function storedOfMember(
  ledger: Ledger,
  guildId: Snowflake,
  userId: Snowflake,
): Promise<StoredOfMember> {
  const subscriptions = await ledger.feeds.listSubscriptionsIn(guildId);
  const { evidenceDays } = await guildSettings(ledger, guildId);
  return {
    reader: await ledger.readers.get(guildId, userId),
    reports: await ledger.cases.listReportsBy(guildId, userId, 0),
    cases: await ledger.cases.listOfMember(guildId, userId),
    isInAudit: (await ledger.audit.list(guildId, 1, { actor: userId })).length > 0,
    feeds: subscriptions.filter(({ addedBy }) => addedBy === userId).length,
    evidenceDays,
  };
}

/** What was deleted of a member, and what is kept, in counts. */
export interface DeletedOfMember {
  reportTexts: number;
  caseTexts: number;
  appeals: number;
  /** Cases that wait for a ruling: what belongs to them is kept. */
  open: number;
  keptReports: number;
  keptCases: number;
  isBanned: boolean;
  isInAudit: boolean;
}

/**
 * Deletes what need not be kept of a member: the texts of their reports, of their messages and of their
 * appeals in cases that are ruled on. Kept without texts: that they reported, and that they were ruled
 * on, or both would be got rid of just before they count.
 */
export async function deleteOfMember(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  guildId: Snowflake,
  userId: Snowflake,
): Promise<DeletedOfMember> {
  const at = clock.now();
  const deleted = await store.transaction(async (ledger) => {
    const stored = await storedOfMember(ledger, guildId, userId);
    const { reader, reports, cases, isInAudit } = stored;
    const open = new Set<number>();
    let reportTexts = 0;
    for (const report of reports) {
      const about = await ledger.cases.get(guildId, report.caseNumber);
      if (about && !isRuled(about)) open.add(about.number);
      else if (report.details !== null || report.law !== null) {
        await ledger.cases.saveReport({ ...report, details: null, law: null });
        reportTexts += 1;
      }
    }
    const ruled = cases.filter(isRuled);
    for (const { number } of cases.filter((one) => !isRuled(one))) open.add(number);
    const withText = ruled.filter(({ evidence }) => evidence !== null);
    const withAppeal = ruled.filter(({ appeal }) => appeal?.text);
    await ledger.cases.deleteTexts(
      guildId,
      ruled.map(({ number }) => number),
    );
    await saveReader(ledger, { ...reader, privateMessages: true });
    await ledger.texts.delete(newcomerKey(guildId, userId));
    const line = { guildId, at, actor: userId, subject: `member:${userId}` };
    await ledger.audit.append({ ...line, action: 'reader.deleted' });
    return {
      reportTexts,
      caseTexts: withText.length,
      appeals: withAppeal.length,
      open: open.size,
      keptReports: reports.length,
      keptCases: cases.length,
      isBanned: reader.reportBan !== null,
      isInAudit,
    };
  });
  log.info({ guildId }, 'reader.deleted');
  return deleted;
}

/** Whether a member wants to hear in private of the cases that they reported. */
export async function setPrivateMessages(
  { store }: Pick<Ports, 'store'>,
  guildId: Snowflake,
  userId: Snowflake,
  privateMessages: boolean,
): Promise<void> {
  await store.transaction(async (ledger) => {
    const reader = await ledger.readers.get(guildId, userId);
    await saveReader(ledger, { ...reader, privateMessages });
  });
}
