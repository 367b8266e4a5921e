/** A message may be posted by a webhook of the bot's, which alone can edit it. */
export const personas: readonly string[] = ['ALTER TABLE delivery ADD COLUMN webhook_id TEXT'];
