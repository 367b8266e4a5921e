import type {
  APIEmbed,
  APIMessageTopLevelComponent,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../ids.ts';

/** The body of one of the bot's messages. `allowed_mentions` is required. */
export interface MessageBody extends Pick<RESTPostAPIChannelMessageJSONBody, 'flags'> {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIMessageTopLevelComponent[];
  allowed_mentions: { parse: []; roles?: Snowflake[] };
  message_reference?: { message_id: Snowflake; fail_if_not_exists: false };
}

/** The name and the picture that a message has instead of the bot's. */
export interface Persona {
  username: string;
  avatarUrl: string | null;
}

/** The parts of a message in Discord that the newsroom reads. */
export interface DiscordMessage {
  id: Snowflake;
  channelId: Snowflake;
  authorId: Snowflake;
  authorName: string;
  /** Of one that the bot's own webhook posted. Discord shows its content only to that webhook. */
  webhookId?: Snowflake;
  content: string;
  embeds: { url?: string | undefined; description?: string | undefined }[];
  components: unknown[];
}

export interface ThreadState {
  archived: boolean;
  locked: boolean;
  /** A member writes once in so many seconds; 0 without slow mode. */
  slowModeSeconds: number;
}

export interface ActiveThread extends ThreadState {
  id: Snowflake;
}
