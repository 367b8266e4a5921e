/** A server's messages are found without those of its threads, which their discussions name. */
export const serverDeliveries: readonly string[] = [
  `CREATE INDEX delivery_server ON delivery (guild_id, ordinal)
    WHERE kind NOT IN ('comment', 'pack', 'notice')`,
];
