import { z } from 'zod';
import { FeedAccess, Validators } from '../../core/feed/feed.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { auditTable } from './tables/audit.ts';
import { caseLedger } from './tables/cases.ts';
import { channelStories } from './tables/channel-stories.ts';
import { deliveryLedger } from './tables/deliveries.ts';
import { digestTable } from './tables/digests.ts';
import { discussionLedger } from './tables/discussions.ts';
import { feedLedger } from './tables/feeds.ts';
import { postingQuery } from './tables/postings.ts';
import { documentStore } from './documents/document-store.ts';
import type { Sql } from './sql.ts';

/** The ledger over a database, or over one transaction of it. */
export function createLedger(sql: Sql, context: { now: () => UnixMs; log: Log }): Ledger {
  return {
    feeds: { ...feedLedger(sql), ...postingQuery(sql) },
    channelStories: channelStories(sql),
    digests: digestTable(sql),
    deliveries: deliveryLedger(sql),
    discussions: discussionLedger(sql),
    cases: caseLedger(sql),
    audit: auditTable(sql),
    settings: documentStore(sql, {
      ...context,
      namespace: 'settings',
      schema: GuildSettings,
      unreadable: 'throw',
    }),
    validators: documentStore(sql, {
      ...context,
      namespace: 'validators',
      schema: Validators,
      unreadable: 'miss',
    }),
    access: documentStore(sql, {
      ...context,
      namespace: 'access',
      schema: FeedAccess,
      unreadable: 'throw',
    }),
    texts: documentStore(sql, {
      ...context,
      namespace: 'facts',
      schema: z.string(),
      unreadable: 'miss',
    }),
  };
}
