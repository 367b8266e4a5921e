import type { Ledger } from '../../core/ports/ledger.ts';
import type { Snowflake } from '../../core/ids.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { cardDelivery } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';
import { wantCard, guildSettings } from '../outbox/moderators.ts';

const mostWaiting = 200;

/** The waiting cases' cards: those flagged before there was a channel for them are sent now. */
async function wantQueuedCards(ledger: Ledger, guildId: Snowflake, now: UnixMs): Promise<void> {
  for (const { number } of await ledger.cases.listQueue(guildId, mostWaiting)) {
    await wantCard(ledger, guildId, number, cardDelivery(guildId, number), now);
  }
}

/** Changes some of a guild's settings; all of them as they are then. */
export async function changeSettings(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  guildId: Snowflake,
  wanted: Partial<GuildSettings>,
  by: Snowflake,
): Promise<GuildSettings> {
  return store.transaction(async (ledger) => {
    const changed = GuildSettings.parse({ ...(await guildSettings(ledger, guildId)), ...wanted });
    await ledger.settings.save(guildId, changed);
    if (wanted.moderatorsChannelId) await wantQueuedCards(ledger, guildId, clock.now());
    const reason = Object.keys(wanted).join(', ');
    const line = { guildId, at: clock.now(), actor: by, subject: guildId, version: null, reason };
    await ledger.audit.append({ ...line, action: 'settings.changed' });
    return changed;
  });
}
