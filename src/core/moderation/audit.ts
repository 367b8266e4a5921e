import { z } from 'zod';
import { Snowflake } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';

/** One line of the append-only audit log. */
export const AuditLine = z.object({
  guildId: Snowflake,
  at: UnixMs,
  /** A member's id, or "wirethread" for what the bot does automatically. */
  actor: z.string(),
  /** A fixed dotted name, such as "case.upheld" or "discussion.closed". */
  action: z.string(),
  subject: z.string(),
  version: z.number().int().nullable(),
  reason: z.string().nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;
