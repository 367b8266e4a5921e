import type { Snowflake } from '../../core/ids.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { cardDelivery } from '../outbox/keys.ts';
import { guildSettings, wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';

const mostQueued = 200;

/** Saves changes of a guild's settings. Returns all of its settings. */
export async function changeSettings(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  guildId: Snowflake,
  changes: Partial<GuildSettings>,
  by: Snowflake,
): Promise<GuildSettings> {
  return store.transaction(async (ledger) => {
    const changed = GuildSettings.parse({ ...(await guildSettings(ledger, guildId)), ...changes });
    await ledger.settings.save(guildId, changed);
    if (changes.moderatorsChannelId) await wantQueuedCards(ledger, guildId, clock.now());
    const reason = Object.keys(changes).join(', ');
    const line = { guildId, at: clock.now(), actor: by, subject: guildId, version: null, reason };
    await ledger.audit.append({ ...line, action: 'settings.changed' });
    return changed;
  });
}

/** Posts the waiting cases' cards, those flagged while no channel was set included. */
async function wantQueuedCards(ledger: Ledger, guildId: Snowflake, now: UnixMs): Promise<void> {
  for (const { number } of await ledger.cases.listQueue(guildId, mostQueued)) {
    await wantCard(ledger, guildId, number, cardDelivery(guildId, number), now);
  }
}
