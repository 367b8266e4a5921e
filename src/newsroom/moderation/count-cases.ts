import type { CaseNumber, Snowflake } from '../../core/ids.ts';
import { caseNumberOf } from '../../core/moderation/audit.ts';
import type { Report } from '../../core/moderation/case.ts';
import {
  type CaseEvent,
  type CaseStatistics,
  caseStatistics,
} from '../../core/moderation/statistics.ts';
import type { AuditSide } from '../../core/ports/audit-ledger.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';

/** Read from the store in one go. */
const batchSize = 500;

/** What happened to a server's cases in a period, by the lines of its audit. */
export async function countCases(
  { audit, cases }: Pick<Ledger, 'audit' | 'cases'>,
  guildId: Snowflake,
  since: UnixMs,
  until: UnixMs,
): Promise<CaseStatistics> {
  const events: CaseEvent[] = [];
  let side: AuditSide = null;
  for (;;) {
    const lines = await audit.list(guildId, batchSize, { area: 'case', since, until }, side);
    for (const line of lines) {
      const number = caseNumberOf(line);
      const { at, action, reason } = line;
      if (number !== null) events.push({ number, at, action, reason });
    }
    const last = lines.at(-1);
    if (!last || lines.length < batchSize) break;
    side = { before: last };
  }
  events.reverse();
  const numbers = [...new Set(events.map(({ number }) => number))];
  const openedBefore = new Map<CaseNumber, UnixMs>();
  const reports: Report[] = [];
  for (let from = 0; from < numbers.length; from += batchSize) {
    const some = numbers.slice(from, from + batchSize);
    for (const [number, at] of await audit.openedBefore(guildId, some, since)) {
      openedBefore.set(number, at);
    }
    reports.push(...(await cases.listReportsOn(guildId, some)));
  }
  return caseStatistics({ since, until, events, openedBefore, reports });
}
