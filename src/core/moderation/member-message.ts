import type { Snowflake } from '../ids.ts';
import { dayMs, type UnixMs } from '../time/duration.ts';

/** What a member wrote in a thread. */
export interface MemberMessage {
  id: Snowflake;
  guildId: Snowflake;
  /** The thread. */
  channelId: Snowflake;
  authorId: Snowflake;
  authorName: string;
  /** Empty without the Message Content intent. */
  content: string;
  /** When they joined the server; `null` when Discord does not say. */
  joinedAt: UnixMs | null;
  roleIds: readonly Snowflake[];
  /** They have Manage Messages by their roles: neither rules nor slow mode are for them. */
  mayModerate: boolean;
  isEdit: boolean;
}

/** Who has been in the server for longer is no newcomer, whether they wrote or not. */
const newFor = 7 * dayMs;

/** Whether a message can be a newcomer's first: they joined lately, and it is no edit. */
export function isByNewcomer({ joinedAt, isEdit }: MemberMessage, now: UnixMs): boolean {
  return !isEdit && joinedAt !== null && now - joinedAt < newFor;
}
