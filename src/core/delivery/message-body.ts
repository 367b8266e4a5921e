import type { Snowflake } from '../ids.ts';

/** A message body as Discord's REST takes it; always with `allowed_mentions`. */
export interface MessageBody {
  content?: string;
  embeds?: object[];
  components?: object[];
  flags?: number;
  allowed_mentions: { parse: []; roles?: string[] };
  message_reference?: { message_id: string; fail_if_not_exists: false };
}

/** What is read of a message in Discord. */
export interface DiscordMessage {
  id: Snowflake;
  channelId: Snowflake;
  authorId: Snowflake;
  authorName: string;
  content: string;
  embeds: { url?: string | undefined }[];
  components: unknown[];
}

export interface ThreadState {
  archived: boolean;
  locked: boolean;
}
