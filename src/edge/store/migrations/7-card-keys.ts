/** The key of a case's card names its channel: the moderators' channel may be changed. */
export const cardKeys: readonly string[] = [
  `UPDATE delivery SET key = key || ':' || channel_id WHERE kind = 'card'`,
];
