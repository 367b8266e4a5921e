import { newsroom } from './1-newsroom.ts';
import { feedState } from './2-feed-state.ts';
import { channelStories } from './3-channel-stories.ts';
import { channels } from './4-channels.ts';
import { commentSources } from './5-comment-sources.ts';
import { retention } from './6-retention.ts';
import { cardKeys } from './7-card-keys.ts';
import { storyCap } from './8-story-cap.ts';
import { movedSubscriptions } from './9-moved-subscriptions.ts';
import { commentOrigins } from './10-comment-origins.ts';
import { mutedAuthors } from './11-muted-authors.ts';
import { auditPlaces } from './12-audit-places.ts';
import { readers } from './13-readers.ts';
import { commentPacks } from './14-comment-packs.ts';
import { personas } from './15-personas.ts';
import { plannedSummaries } from './16-planned-summaries.ts';
import { priorities } from './17-priorities.ts';
import { caseQueueColumns } from './18-case-queue.ts';
import { quietComments } from './19-quiet-comments.ts';
import { leftServers } from './20-left-servers.ts';
import { serverDeliveries } from './21-server-deliveries.ts';
import { foreignDatabase, type Sql, StoreError } from '../sql.ts';

/** A statement, or what SQL alone cannot do. */
export type MigrationStep = string | ((sql: Sql) => Promise<void>);

/** In order: the first creates schema 1 in an empty database. Steps are only added, never changed. */
export const migrations: readonly (readonly MigrationStep[])[] = [
  newsroom,
  feedState,
  channelStories,
  channels,
  commentSources,
  retention,
  cardKeys,
  storyCap,
  movedSubscriptions,
  commentOrigins,
  mutedAuthors,
  auditPlaces,
  readers,
  commentPacks,
  personas,
  plannedSummaries,
  priorities,
  caseQueueColumns,
  quietComments,
  leftServers,
  serverDeliveries,
];

/**
 * Migrates the schema to the newest version, each step in its own transaction. Returns the version
 * found. Two processes may do so at the same time.
 * @throws StoreError when another program, or a newer Wirethread, wrote the database
 */
export async function migrate(
  sql: Sql,
  file: string,
  steps: readonly (readonly MigrationStep[])[] = migrations,
): Promise<number> {
  const found = await sql.atomically((transaction) => foundVersion(transaction, file));
  refuseNewer(found, steps.length, file);
  for (const [index, statements] of steps.entries()) {
    await sql.atomically(async (transaction) => {
      if ((await foundVersion(transaction, file)) > index) return;
      for (const statement of statements) {
        if (typeof statement === 'string') await transaction.run(statement);
        else await statement(transaction);
      }
      await transaction.run('UPDATE schema_version SET version = ?', index + 1);
    });
  }
  return found;
}

/**
 * @param where the database in words
 * @throws StoreError when a newer Wirethread wrote it
 */
export function refuseNewer(found: number, known: number, where: string): void {
  if (found > known) throw newerSchema(found, known, where);
}

function newerSchema(found: number, known: number, where: string): StoreError {
  return new StoreError(
    `${where} was written by a newer Wirethread (schema ${found}, this one knows ${known}): install that one again, or use a backup from before the upgrade`,
  );
}

/** What to do about a schema that is not the newest, for work that does not bring it up to date. */
export function otherSchema(found: number, where: string): StoreError {
  if (found > migrations.length) return newerSchema(found, migrations.length, where);
  return new StoreError(
    `${where} was written by an older Wirethread (schema ${found}, this one works with ${migrations.length}): make a backup, and start this Wirethread's bot on it once, which brings it up to date`,
  );
}

async function foundVersion(sql: Sql, file: string): Promise<number> {
  const tables = await sql.all(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );
  if (tables.length === 0) {
    await sql.run('CREATE TABLE schema_version (version INTEGER NOT NULL)');
    await sql.run('INSERT INTO schema_version (version) VALUES (0)');
    return 0;
  }
  const row = tables.some(({ name }) => name === 'schema_version')
    ? await sql.get('SELECT version FROM schema_version')
    : null;
  if (typeof row?.version !== 'number') {
    throw foreignDatabase(file);
  }
  return row.version;
}
