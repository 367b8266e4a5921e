/** A feed's state besides its schedule: one document. Missing properties get defaults when read. */
export const feedState: readonly string[] = [
  `ALTER TABLE feed ADD COLUMN state TEXT NOT NULL DEFAULT '{}'`,
  `CREATE INDEX feed_url ON feed (url)`,
];
