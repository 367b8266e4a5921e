/** Servers that the bot was removed from. */
export const leftServers: readonly string[] = [
  `CREATE TABLE left_server (guild_id TEXT PRIMARY KEY, left_at INTEGER NOT NULL)`,
  `CREATE INDEX left_server_at ON left_server (left_at, guild_id)`,
];
