import { z } from 'zod';
import { FeedAccess, Validators } from '../../core/feed/feed.ts';
import { HubSubscription } from '../../core/feed/hub.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import { ModerationRules } from '../../core/moderation/rules.ts';
import type { Shards } from '../../core/shards.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { auditTable } from './tables/audit.ts';
import { caseLedger } from './tables/cases.ts';
import { channelStories } from './tables/channel-stories.ts';
import { deliveryLedger } from './tables/deliveries.ts';
import { digestTable } from './tables/digests.ts';
import { discussionLedger } from './tables/discussions.ts';
import { feedLedger } from './tables/feeds.ts';
import { guildTable } from './tables/guilds.ts';
import { readerTable } from './tables/readers.ts';
import { retentionLedger } from './tables/retention.ts';
import { storyCap } from './tables/story-cap.ts';
import { muteTable } from './tables/mutes.ts';
import { summaryTable } from './tables/summaries.ts';
import { postingQuery } from './tables/postings.ts';
import { documentStore } from './documents/document-store.ts';
import type { Sealing } from './documents/sealing.ts';
import type { Sql } from './sql.ts';

type Part = keyof Ledger;

const cacheMiss = { remedy: 'Nothing: it is fetched again.' };

/** How each part of the ledger is made. */
const makers: {
  [P in Part]: (sql: Sql, context: LedgerContext, whole: Ledger) => Ledger[P];
} = {
  guilds: guildTable,
  feeds: (sql, _, whole) => ({ ...feedLedger(sql, whole), ...postingQuery(sql) }),
  channelStories,
  digests: digestTable,
  deliveries: deliveryLedger,
  discussions: discussionLedger,
  cases: caseLedger,
  mutes: muteTable,
  readers: readerTable,
  retention: (sql, { now }) => ({ ...retentionLedger(sql, now), ...storyCap(sql) }),
  audit: auditTable,
  summaries: summaryTable,
  settings: (sql, context) =>
    documentStore(sql, {
      ...context,
      namespace: 'settings',
      schema: GuildSettings,
      unreadable: 'throw',
    }),
  rules: (sql, context) =>
    documentStore(sql, {
      ...context,
      namespace: 'rules',
      schema: ModerationRules,
      unreadable: 'throw',
    }),
  validators: (sql, context) =>
    documentStore(sql, {
      ...context,
      namespace: 'validators',
      schema: Validators,
      unreadable: cacheMiss,
    }),
  access: (sql, context) =>
    documentStore(sql, {
      ...context,
      namespace: 'access',
      schema: FeedAccess,
      unreadable: {
        remedy:
          'The feed with this key is polled without its password or cookie. Remove it with /feed remove and add it again with them; if the configuration file declares it, restart Wirethread.',
      },
    }),
  hubs: (sql, context) =>
    documentStore(sql, {
      ...context,
      namespace: 'hubs',
      schema: HubSubscription,
      unreadable: { remedy: 'Nothing: the hub is asked again.' },
    }),
  texts: (sql, context) =>
    documentStore(sql, {
      ...context,
      namespace: 'facts',
      schema: z.string(),
      unreadable: cacheMiss,
    }),
};

interface LedgerContext {
  /** The servers of which it claims work; `null` for all. */
  shards: Shards | null;
  /** Of passwords, cookies and secrets. */
  sealing: Sealing;
  now: () => UnixMs;
  log: Log;
}

/**
 * The ledger over a database, or over one transaction of it. Its parts are made when they are first
 * used: a transaction uses few of them.
 */
export function createLedger(sql: Sql, context: LedgerContext): Ledger {
  const made: Partial<Ledger> = {};
  const part = <P extends Part>(name: P): Ledger[P] => {
    const found: Ledger[P] = made[name] ?? makers[name](sql, context, ledger);
    made[name] = found;
    return found;
  };
  const ledger: Ledger = {
    get guilds() {
      return part('guilds');
    },
    get feeds() {
      return part('feeds');
    },
    get channelStories() {
      return part('channelStories');
    },
    get digests() {
      return part('digests');
    },
    get deliveries() {
      return part('deliveries');
    },
    get discussions() {
      return part('discussions');
    },
    get cases() {
      return part('cases');
    },
    get mutes() {
      return part('mutes');
    },
    get readers() {
      return part('readers');
    },
    get retention() {
      return part('retention');
    },
    get audit() {
      return part('audit');
    },
    get summaries() {
      return part('summaries');
    },
    get settings() {
      return part('settings');
    },
    get rules() {
      return part('rules');
    },
    get validators() {
      return part('validators');
    },
    get access() {
      return part('access');
    },
    get hubs() {
      return part('hubs');
    },
    get texts() {
      return part('texts');
    },
  };
  return ledger;
}
