import type { Snowflake } from '../../core/ids.ts';
import { type Case, isRuled, type Report } from '../../core/moderation/case.ts';
import type { Wish } from '../../core/delivery/delivery.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { ordinalAt, outcomeDelivery, rulingDelivery } from '../outbox/keys.ts';

/** Discord stops bots that write to many people at once: the others see it with `/flags mine`. */
const mostNotified = 25;

/**
 * Notifies the people whom a ruling concerns, in private: the member who wrote the message, and those
 * who reported it. Repeated, it changes nothing; after an undo, their messages are corrected.
 */
export async function notifyOfRuling(
  ledger: Ledger,
  before: Case,
  after: Case,
  now: UnixMs,
): Promise<void> {
  await notifyAuthor(ledger, before, after, now);
  await notifyReporters(ledger, after, now);
}

async function notifyAuthor(ledger: Ledger, before: Case, after: Case, now: UnixMs): Promise<void> {
  const { guildId, number, subject, appeal } = after;
  if (subject.kind !== 'message') return;
  const to = { guildId, channelId: subject.authorId, number };
  if (appeal) {
    const { at } = appeal.against;
    const key = rulingDelivery(guildId, number, 'appeal', at);
    if (isRuled(after)) await want(ledger, to, key, { topic: 'appeal', rulingAt: at }, now);
    else await ledger.deliveries.refresh([key], now);
  } else if (after.state === 'upheld') {
    const { at } = after.ruling;
    const key = rulingDelivery(guildId, number, 'ruling', at);
    await want(ledger, to, key, { topic: 'ruling', rulingAt: at }, now);
  } else if (before.state === 'upheld') {
    const key = rulingDelivery(guildId, number, 'ruling', before.ruling.at);
    await ledger.deliveries.refresh([key], now);
  }
}

async function notifyReporters(ledger: Ledger, after: Case, now: UnixMs): Promise<void> {
  const { guildId, number } = after;
  const reports = await ledger.cases.listReports(guildId, number);
  const readers = reports.filter(({ kind }) => kind === 'reader');
  if (!isRuled(after)) {
    const keys = readers.map(({ reporterId }) => outcomeDelivery(guildId, number, reporterId));
    await ledger.deliveries.refresh(keys, now);
    return;
  }
  for (const { reporterId } of await willing(ledger, guildId, readers)) {
    const key = outcomeDelivery(guildId, number, reporterId);
    const to = { guildId, channelId: reporterId, number };
    await want(ledger, to, key, { topic: 'outcome', rulingAt: null }, now);
  }
}

/** The first reporters who want private messages. */
async function willing(
  { readers }: Pick<Ledger, 'readers'>,
  guildId: Snowflake,
  reports: readonly Report[],
): Promise<Report[]> {
  const found: Report[] = [];
  for (const report of reports) {
    if (found.length === mostNotified) break;
    const { privateMessages } = await readers.get(guildId, report.reporterId);
    if (privateMessages) found.push(report);
  }
  return found;
}

async function want(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  { number, ...to }: Pick<Wish, 'guildId' | 'channelId'> & { number: number },
  key: string,
  about: { topic: 'outcome' | 'ruling' | 'appeal'; rulingAt: UnixMs | null },
  now: UnixMs,
): Promise<void> {
  const subject = { kind: 'private', caseNumber: number, ...about } as const;
  await deliveries.want([{ ...to, key, subject, ordinal: ordinalAt(now, 0) }], now);
}
