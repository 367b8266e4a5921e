import type { Snowflake } from '../../core/ids.ts';
import { botActor } from '../../core/moderation/audit.ts';
import type { GuildSettings } from '../../core/moderation/guild-settings.ts';
import {
  type Month,
  monthAt,
  monthsLater,
  monthStart,
  type PlannedSummary,
  summaryDue,
  type SummaryFigures,
  summaryFigures,
} from '../../core/moderation/monthly-summary.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { ordinalAt, summaryDelivery } from '../outbox/keys.ts';
import { guildSettings } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { countCases } from './count-cases.ts';

/** After a longer pause, only these last months are summarised. */
const mostMonthsLate = 12;

/** The figures of a month of the server's calendar, as far as it has passed. */
export async function monthFigures(
  ledger: Pick<Ledger, 'audit' | 'cases'>,
  guildId: Snowflake,
  zone: string,
  month: Month,
): Promise<SummaryFigures> {
  const until = monthStart(zone, monthsLater(month, 1));
  return summaryFigures(await countCases(ledger, guildId, monthStart(zone, month), until));
}

/** Plans a server's next summary by its settings, or none. A month that is to be posted stays planned. */
export async function planSummary(
  { summaries }: Pick<Ledger, 'summaries'>,
  guildId: Snowflake,
  { transparencyChannelId, timeZone }: GuildSettings,
  now: UnixMs,
): Promise<void> {
  if (transparencyChannelId === null) return summaries.delete(guildId);
  const month = (await summaries.get(guildId))?.month ?? monthAt(timeZone, now);
  await summaries.save({ guildId, month, dueAt: summaryDue(timeZone, month) });
}

/**
 * Has the monthly summary posted that is due longest; `false` when none is. The message, its line in
 * the audit and the next month are stored in one transaction, so that each month is posted once.
 */
export async function postNextSummary({ store, clock, log }: Ports): Promise<boolean> {
  const now = clock.now();
  const due = await store.summaries.getDue(now);
  if (!due) return false;
  const { guildId, month } = due;
  const { timeZone } = await guildSettings(store, guildId);
  // The month is over, and lines are only added: its figures stay as they are.
  const figures = await monthFigures(store, guildId, timeZone, month);
  const posted = await store.transaction((ledger) => wantSummary(ledger, due, figures, now));
  if (posted) log.info({ guildId, month }, 'summary.posted');
  return true;
}

async function wantSummary(
  ledger: Ledger,
  due: PlannedSummary,
  figures: SummaryFigures,
  now: UnixMs,
): Promise<boolean> {
  const { guildId, month } = due;
  const planned = await ledger.summaries.get(guildId);
  const { transparencyChannelId: channelId, timeZone } = await guildSettings(ledger, guildId);
  // Another process posted it, or the settings changed meanwhile.
  if (planned?.month !== month || planned.dueAt > now || channelId === null) return false;
  const current = monthAt(timeZone, now);
  const earliest = monthsLater(current, -mostMonthsLate);
  const isOver = month < current;
  const next = !isOver ? current : month < earliest ? earliest : monthsLater(month, 1);
  await ledger.summaries.save({ guildId, month: next, dueAt: summaryDue(timeZone, next) });
  // The clock ran ahead and was set back.
  if (!isOver || month < earliest) return false;
  const subject = { kind: 'summary', month, figures } as const;
  const key = summaryDelivery(guildId, month);
  await ledger.deliveries.want(
    [{ key, guildId, channelId, subject, ordinal: ordinalAt(now, 0) }],
    now,
  );
  const line = { guildId, at: now, actor: botActor, subject: guildId, channelId, reason: month };
  await ledger.audit.append({ ...line, action: 'audit.summary-posted' });
  return true;
}
