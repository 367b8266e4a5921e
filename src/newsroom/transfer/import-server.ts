import { operatorActor } from '../../core/moderation/audit.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { saveSettings } from '../moderation/change-settings.ts';
import { saveMute } from '../moderation/mute-author.ts';
import { auditFeed } from '../outbox/audit-lines.ts';
import type { Ports } from '../ports.ts';
import { followSettings } from '../subscriptions/edit-subscription.ts';
import { startFeed } from '../subscriptions/subscribe.ts';
import { type ImportPlan, type PlannedFeed, planImport } from './plan-import.ts';
import type { ServerFile } from './server-file.ts';

/**
 * Adds what a file has to a server, with lines in the audit, all or nothing. Repeated, it changes
 * nothing. Feeds that are new or changed are due at once.
 * @throws RequestError for a file that does not fit what is stored
 */
export async function importServer(
  ports: Pick<Ports, 'store' | 'clock'>,
  file: ServerFile,
  guildId: Snowflake,
): Promise<ImportPlan> {
  const now = ports.clock.now();
  return ports.store.transaction(async (ledger) => {
    const plan = await planImport(ports, ledger, file, guildId);
    await carryOut(ledger, plan, now);
    return plan;
  });
}

async function carryOut(ledger: Ledger, plan: ImportPlan, now: UnixMs): Promise<void> {
  const { guildId, settings, rules } = plan;
  const line = { guildId, at: now, actor: operatorActor };
  if (Object.keys(settings).length > 0) {
    await saveSettings(ledger, guildId, settings, { deleted: [], by: operatorActor, now });
  }
  for (const feed of plan.feeds) await saveFeed(ledger, feed, now);
  if (rules) {
    await ledger.rules.save(guildId, rules.after);
    const reason = rules.changed.join(', ');
    await ledger.audit.append({ ...line, action: 'rules.changed', subject: guildId, reason });
  }
  for (const muted of plan.mutes) {
    await ledger.mutes.add(muted);
    await saveMute(ledger, muted, 'author.muted', operatorActor, now);
  }
  for (const reader of plan.bans) {
    await ledger.readers.save(reader);
    const subject = `member:${reader.userId}`;
    const reason = reader.reportBan?.reason ?? null;
    await ledger.audit.append({ ...line, action: 'reader.banned', subject, reason });
  }
}

async function saveFeed(ledger: Ledger, feed: PlannedFeed, now: UnixMs): Promise<void> {
  const deed = { at: now, actor: operatorActor };
  if (feed.state === 'new') {
    const { subscription, access } = feed;
    await ledger.feeds.addSubscription(subscription, now);
    await startFeed(ledger, subscription, access, now);
    await auditFeed(ledger, subscription, { ...deed, action: 'feed.added' });
  } else if (feed.state === 'changed') {
    const { before, subscription, changed } = feed;
    await ledger.feeds.saveSubscription(subscription);
    await followSettings(ledger, before, subscription, now);
    await ledger.feeds.pollNow(subscription.feedId, now);
    await auditFeed(ledger, subscription, { ...deed, action: 'feed.edited', reason: changed });
  }
}
