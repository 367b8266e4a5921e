/**
 * The tables of the first version. Instants are epoch milliseconds, ids are TEXT, truth is 0 or 1.
 * A lease that ended, or never was, is 0.
 */
export const newsroom: readonly string[] = [
  `CREATE TABLE feed (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    title TEXT,
    initialised INTEGER NOT NULL,
    next_poll INTEGER NOT NULL,
    last_polled_at INTEGER,
    errors INTEGER NOT NULL,
    last_error TEXT,
    lease_until INTEGER NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX feed_next_poll ON feed (next_poll)`,

  `CREATE TABLE subscription (
    id TEXT PRIMARY KEY,
    feed_id TEXT NOT NULL REFERENCES feed (id),
    url TEXT NOT NULL,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    added_by TEXT,
    added_at INTEGER NOT NULL,
    initialised INTEGER NOT NULL,
    settings TEXT NOT NULL,
    UNIQUE (feed_id, channel_id)
  )`,
  `CREATE INDEX subscription_guild ON subscription (guild_id, added_at, id)`,

  `CREATE TABLE story (
    id TEXT PRIMARY KEY,
    feed_id TEXT NOT NULL,
    identity TEXT NOT NULL,
    feed_hash TEXT NOT NULL,
    story TEXT NOT NULL,
    corrected_at INTEGER,
    first_seen_at INTEGER NOT NULL,
    enrich_at INTEGER,
    enrich_tries INTEGER NOT NULL,
    UNIQUE (feed_id, identity)
  )`,
  `CREATE INDEX story_enrich_at ON story (enrich_at, id) WHERE enrich_at IS NOT NULL`,

  `CREATE TABLE delivery (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    ordinal REAL NOT NULL,
    wanted_revision INTEGER NOT NULL,
    shown_revision INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    message_id TEXT,
    incarnation INTEGER NOT NULL DEFAULT 0,
    shown_hash TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    first_tried_at INTEGER,
    fence INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    error TEXT,
    dead INTEGER NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX delivery_due ON delivery (not_before, ordinal, key)
    WHERE dead = 0 AND shown_revision < wanted_revision`,
  `CREATE INDEX delivery_retry ON delivery (not_before, ordinal, key)
    WHERE dead = 0 AND shown_revision < wanted_revision AND tries > 0 AND message_id IS NULL`,
  `CREATE INDEX delivery_order ON delivery (channel_id, ordinal, key)
    WHERE dead = 0 AND shown_revision < wanted_revision`,
  `CREATE INDEX delivery_channel_retry ON delivery (channel_id, ordinal, key)
    WHERE dead = 0 AND shown_revision < wanted_revision AND tries > 0 AND message_id IS NULL`,
  `CREATE INDEX delivery_waiting ON delivery (channel_id, not_before)
    WHERE dead = 0 AND shown_revision < wanted_revision`,
  `CREATE INDEX delivery_leased ON delivery (lease_until, channel_id) WHERE lease_until > 0`,
  `CREATE INDEX delivery_channel ON delivery (channel_id)`,
  `CREATE INDEX delivery_message ON delivery (message_id) WHERE message_id IS NOT NULL`,

  // How often a removed message's key was used: wanted again, it takes a new nonce.
  `CREATE TABLE removed_delivery (key TEXT PRIMARY KEY, incarnation INTEGER NOT NULL)`,

  `CREATE TABLE channel_pause (
    channel_id TEXT PRIMARY KEY,
    guild_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    tries INTEGER NOT NULL
  )`,
  `CREATE INDEX channel_pause_until ON channel_pause (until, channel_id)`,
  `CREATE INDEX channel_pause_guild ON channel_pause (guild_id, since)`,

  `CREATE TABLE discussion (
    id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    thread_id TEXT,
    state TEXT NOT NULL,
    anchor INTEGER NOT NULL,
    document TEXT NOT NULL,
    due_at INTEGER,
    lease_until INTEGER NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX discussion_due_at ON discussion (due_at, id) WHERE due_at IS NOT NULL`,
  `CREATE INDEX discussion_thread ON discussion (thread_id) WHERE thread_id IS NOT NULL`,
  `CREATE INDEX discussion_story ON discussion (story_id)`,
  `CREATE INDEX discussion_guild ON discussion (guild_id, anchor DESC, id)`,

  `CREATE TABLE comment (
    key TEXT PRIMARY KEY,
    discussion_id TEXT NOT NULL,
    source_id TEXT NOT NULL,
    comment TEXT NOT NULL,
    hash TEXT NOT NULL,
    state TEXT NOT NULL,
    missing INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    ordinal REAL NOT NULL,
    UNIQUE (discussion_id, source_id)
  )`,
  `CREATE INDEX comment_order ON comment (discussion_id, ordinal, key)`,

  `CREATE TABLE case_number (guild_id TEXT PRIMARY KEY, last INTEGER NOT NULL)`,
  `CREATE TABLE flag_case (
    guild_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    subject_key TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    urgency INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    ruled_at INTEGER,
    evidence TEXT,
    document TEXT NOT NULL,
    PRIMARY KEY (guild_id, number)
  )`,
  `CREATE INDEX flag_case_queue ON flag_case (guild_id, urgency DESC, opened_at, number)
    WHERE state IN ('open', 'escalated')`,
  `CREATE INDEX flag_case_subject ON flag_case (guild_id, subject_key, number)`,
  `CREATE INDEX flag_case_evidence ON flag_case (guild_id, ruled_at) WHERE evidence IS NOT NULL`,

  `CREATE TABLE report (
    guild_id TEXT NOT NULL,
    case_number INTEGER NOT NULL,
    reporter_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    details TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, case_number, reporter_id)
  )`,
  `CREATE INDEX report_reporter ON report (guild_id, reporter_id, at)`,

  `CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    version INTEGER,
    reason TEXT
  )`,
  `CREATE INDEX audit_guild ON audit (guild_id, at, seq)`,
  `CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END`,
  `CREATE TRIGGER audit_kept BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END`,

  `CREATE TABLE document (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (namespace, key)
  )`,
  `CREATE INDEX document_expiry ON document (expires_at) WHERE expires_at IS NOT NULL`,
];
