/** What is known of a feed beside its schedule: one document, upgraded on read by its defaults. */
export const feedState: readonly string[] = [
  `ALTER TABLE feed ADD COLUMN state TEXT NOT NULL DEFAULT '{}'`,
  `CREATE INDEX feed_url ON feed (url)`,
];
