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

/** The parts of a message in Discord that the newsroom reads. */
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
