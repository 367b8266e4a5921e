import { z } from 'zod';
import { FeedAccess, Validators } from '../../core/feed/feed.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { auditTable } from './audit.ts';
import { caseLedger } from './case-ledger.ts';
import { channelStories } from './channel-stories.ts';
import { deliveryLedger } from './delivery-ledger.ts';
import { digestTable } from './digest-table.ts';
import { discussionLedger } from './discussion-ledger.ts';
import { feedLedger } from './feed-ledger.ts';
import { shelf } from './shelf.ts';
import type { Sql } from './sql.ts';

/** All that is kept, over a database or over one transaction of it. */
export function ledgerOver(sql: Sql, surroundings: { now: () => UnixMs; log: Log }): Ledger {
  return {
    feeds: feedLedger(sql),
    channelStories: channelStories(sql),
    digests: digestTable(sql),
    deliveries: deliveryLedger(sql),
    discussions: discussionLedger(sql),
    cases: caseLedger(sql),
    audit: auditTable(sql),
    settings: shelf(sql, {
      ...surroundings,
      namespace: 'settings',
      schema: GuildSettings,
      unreadable: 'throw',
    }),
    validators: shelf(sql, {
      ...surroundings,
      namespace: 'validators',
      schema: Validators,
      unreadable: 'miss',
    }),
    access: shelf(sql, {
      ...surroundings,
      namespace: 'access',
      schema: FeedAccess,
      unreadable: 'throw',
    }),
    facts: shelf(sql, {
      ...surroundings,
      namespace: 'facts',
      schema: z.string(),
      unreadable: 'miss',
    }),
  };
}
