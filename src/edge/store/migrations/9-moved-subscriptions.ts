/** A feed may be moved to another channel: the channels where a subscription posted before, as JSON. */
export const movedSubscriptions: readonly string[] = [
  `ALTER TABLE subscription ADD COLUMN former_channels TEXT NOT NULL DEFAULT '[]'`,
];
