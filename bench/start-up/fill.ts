import { type Sample, storeSample } from './sample.ts';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { dayMs, hourMs } from '../../src/core/time/duration.ts';

export const commentsPerDiscussion = 50;
/** What has been said within that time is stored: less than what is kept by default. */
const pastMs = 80 * dayMs;

export interface Past {
  file: string;
  channels: readonly { guildId: string; channelId: string }[];
  /** Of each discussion its thread, in the order of time; a channel each in turn. */
  threadIds: readonly string[];
  /** How many of the last ones are open. */
  open: number;
}

/**
 * Writes a database as it is after a long time: a story, a discussion, 50 comments and 51 messages for
 * each thread, all posted, nothing due. One of each is stored by the store itself, and copied by SQL.
 */
export async function fillPast(past: Past): Promise<void> {
  const sample = await storeSample(past);
  const database = new DatabaseSync(past.file);
  try {
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY`);
    listDiscussions(database, past);
    const indexes = withoutIndexes(database);
    copyStories(database);
    copyDiscussions(database, past);
    copyComments(database);
    copyDeliveries(database, sample);
    for (const sql of indexes) database.exec(sql);
    // As SQLite itself has it after some days of use.
    database.exec('DROP TABLE past; PRAGMA journal_mode = WAL');
  } finally {
    database.close();
  }
}

/** The temporary table `past`: each discussion with its time, its place and its ids. */
function listDiscussions(database: DatabaseSyncInstance, past: Past): void {
  const { channels, threadIds, open } = past;
  const now = Date.now();
  database.exec(`CREATE TABLE past (n INTEGER PRIMARY KEY, at INTEGER, is_open INTEGER, story TEXT,
    discussion TEXT, thread TEXT, guild TEXT, channel TEXT, feed TEXT, subscription TEXT)`);
  const insert = database.prepare(`INSERT INTO past
    SELECT ?, ?, ?, ?, ?, ?, guild_id, channel_id, feed_id, id FROM subscription WHERE channel_id = ?`);
  database.exec('BEGIN');
  for (const [n, thread] of threadIds.entries()) {
    const at = now - pastMs + Math.floor((pastMs * n) / threadIds.length);
    const isOpen = n >= threadIds.length - open ? 1 : 0;
    const { channelId } = channels[n % channels.length] ?? { channelId: '' };
    insert.run(n, at, isOpen, scattered('s', n), scattered('d', n), thread, channelId);
  }
  database.exec(`COMMIT; UPDATE feed SET next_poll = ${now + hourMs / 2}, initialised = 1`);
}

/** An id of the length of the real ones, in no order. */
const scattered = (kind: string, n: number) =>
  `${kind}${((n * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}-${String(n).padStart(12, '0')}`;

/** Drops all indexes and returns the statements that make them again. */
function withoutIndexes(database: DatabaseSyncInstance): string[] {
  const rows = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`)
    .all() as { name: string; sql: string }[];
  for (const { name } of rows) database.exec(`DROP INDEX ${name}`);
  return rows.map(({ sql }) => sql);
}

/** Copies the one row of `table` (that of the condition) for each row of `from`, with these columns changed. */
function copied(
  database: DatabaseSyncInstance,
  table: string,
  from: string,
  changes: Readonly<Record<string, string>>,
  condition = '1',
): void {
  const columns = database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[];
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => changes[name] ?? `sample.${name}`);
  database.exec(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM (SELECT * FROM ${table} WHERE ${condition} LIMIT 1) AS sample, ${from}`);
}

function copyStories(database: DatabaseSyncInstance): void {
  const url = `'https://paper.example/2026/11/harbour-board-' || n`;
  copied(database, 'story', 'past', {
    id: 'past.story',
    feed_id: 'past.feed',
    identity: `'tag:paper.example,2026:' || n`,
    story: `json_set(sample.story, '$.url', ${url}, '$.publishedAt', at)`,
    first_seen_at: 'at',
    missing: 'CASE WHEN is_open = 1 THEN 0 END',
  });
  database.exec(`DELETE FROM story WHERE identity = 'sample';
    INSERT INTO channel_story (channel_id, story_key, story_id, at)
      SELECT channel, 'paper.example/2026/11/harbour-board-' || n, story, at FROM past`);
}

function copyDiscussions(database: DatabaseSyncInstance, { open }: Past): void {
  const later = Date.now() + hourMs;
  const state = `CASE WHEN is_open = 1 THEN 'open' ELSE 'closed' END`;
  const document = `json_set(document, '$.id', discussion, '$.storyId', past.story, '$.guildId', guild,
    '$.channelId', channel, '$.subscriptionId', subscription, '$.threadId', thread, '$.anchor', at,
    '$.nextPoll', ${later}, '$.state', ${state}, '$.shownLocked', json(iif(is_open, 'false', 'true')))`;
  copied(database, 'discussion', 'past', {
    id: 'discussion',
    story_id: 'past.story',
    guild_id: 'guild',
    channel_id: 'channel',
    thread_id: 'thread',
    state,
    anchor: 'at',
    document: `iif(is_open, ${document}, json_set(${document}, '$.drainUntil', NULL))`,
    due_at: `CASE WHEN is_open = 1 THEN ${later} END`,
    over_since: `CASE WHEN is_open = 0 THEN at + ${dayMs} END`,
  });
  const states = open > 0 ? ['discussion.open', 'discussion.closed'] : ['discussion.closed'];
  for (const action of states) {
    copied(
      database,
      'audit',
      'past',
      {
        seq: 'NULL',
        guild_id: 'guild',
        at: 'past.at',
        action: `'${action}'`,
        subject: 'discussion',
        channel_id: 'channel',
        story_id: 'past.story',
      },
      `action = 'discussion.open'`,
    );
  }
  database.exec(`DELETE FROM discussion WHERE id NOT IN (SELECT discussion FROM past)`);
}

/** Each comment of the past: its discussion, its number there, and its key. */
const comments = `(SELECT past.*, each.value AS number,
    printf('c%08x-%012d', ((n * ${commentsPerDiscussion} + each.value) * 2654435761) & 4294967295,
      n * ${commentsPerDiscussion} + each.value) AS comment_key
  FROM past, generated AS each) AS written`;
const generated = `WITH RECURSIVE generated (value) AS
  (SELECT 1 UNION ALL SELECT value + 1 FROM generated WHERE value < ${commentsPerDiscussion})`;

function copyComments(database: DatabaseSyncInstance): void {
  const id = `'comment-' || (n * ${commentsPerDiscussion} + number)`;
  const author = '(n * 31 + number * 7919) % 10000';
  database.exec(`CREATE TEMP VIEW written AS ${generated} SELECT * FROM ${comments}`);
  copied(database, 'comment', 'written', {
    key: 'comment_key',
    discussion_id: 'discussion',
    source_id: id,
    origin: `'origin-' || comment_key`,
    comment: `json_set(sample.comment, '$.id', ${id}, '$.author', 'Reader ' || ${author},
      '$.publishedAt', at + number * 60000)`,
    author_key: `'author-' || ${author}`,
    author_name: `'reader ' || ${author}`,
    ordinal: 'at * 1000 + number',
  });
  database.exec(`DELETE FROM comment WHERE key = 'sample-comment'`);
}

function copyDeliveries(database: DatabaseSyncInstance, sample: Sample): void {
  const posted = { state: `'settled'`, message_hash: `'rWcmW1zZl0Q3Tq1mYwJx9g'`, in_order: '0' };
  const quoted = (key: string) => `key = '${key}'`;
  copied(
    database,
    'delivery',
    'past',
    {
      ...posted,
      key: `'story:' || past.story || ':' || channel`,
      story_id: 'past.story',
      guild_id: 'guild',
      channel_id: 'channel',
      subject: `json_set(subject, '$.storyId', past.story)`,
      ordinal: 'at * 1000',
      message_id: 'thread',
    },
    quoted(sample.storyDelivery),
  );
  copied(
    database,
    'delivery',
    'written',
    {
      ...posted,
      key: `'comment:' || comment_key || ':0'`,
      guild_id: 'guild',
      channel_id: 'thread',
      subject: `json_set(subject, '$.commentKey', comment_key)`,
      ordinal: 'at * 1000 + number',
      message_id: `CAST(CAST(thread AS INTEGER) + number AS TEXT)`,
    },
    quoted(sample.commentDelivery),
  );
  database.exec(`DELETE FROM delivery WHERE state = 'open'; DELETE FROM channel;
    INSERT INTO channel (channel_id, guild_id) SELECT DISTINCT channel, guild FROM past;
    INSERT INTO channel (channel_id, guild_id) SELECT thread, guild FROM past`);
}
