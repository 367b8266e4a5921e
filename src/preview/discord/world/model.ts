import type {
  APIEmbed,
  APIGuildForumTag,
  APIGuildMember,
  APIMessage,
  APIMessageReference,
  APIOverwrite,
  APIRole,
  APIThreadMetadata,
  APIUser,
  Locale,
} from 'discord-api-types/v10';

/** Discord's objects as this server stores them, with the field names of Discord's API. */

export type Id = string;
export type Fields = Record<string, unknown>;

export type User = APIUser;

export interface Application {
  id: Id;
  name: string;
  botUserId: Id;
  token: string;
  /** Privileged gateway intents switched on for the application, as intent bits. */
  privilegedIntents: number;
}

export type Role = APIRole;

export interface Member extends Pick<APIGuildMember, 'roles' | 'user'> {
  nick: string | null;
  joined_at: string;
  communication_disabled_until: string | null;
}

export interface Guild {
  id: Id;
  name: string;
  owner_id: Id;
  /** The language of a Community server; `en-US` for any other. */
  preferred_locale: Locale;
  /** Where Discord welcomes new members; missing for none. */
  system_channel_id?: Id | null;
  roles: Map<Id, Role>;
  members: Map<Id, Member>;
}

export type Overwrite = APIOverwrite;

export type ForumTag = APIGuildForumTag;

export const channelTypes = { text: 0, category: 4, announcement: 5, forum: 15 } as const;
export const threadTypes = { announcement: 10, public: 11, private: 12 } as const;

export interface GuildChannel {
  id: Id;
  type: (typeof channelTypes)[keyof typeof channelTypes];
  guild_id: Id;
  name: string;
  position: number;
  flags: number;
  parent_id: Id | null;
  topic: string | null;
  nsfw: boolean;
  rate_limit_per_user: number;
  permission_overwrites: Overwrite[];
  last_message_id: Id | null;
  last_pin_timestamp: string | null;
  default_auto_archive_duration?: number;
  default_thread_rate_limit_per_user?: number;
  available_tags?: ForumTag[];
  default_reaction_emoji?: null;
  default_sort_order?: null;
  default_forum_layout?: 0;
}

export type ThreadMetadata = APIThreadMetadata & { create_timestamp: string };

export interface Thread {
  id: Id;
  type: (typeof threadTypes)[keyof typeof threadTypes];
  guild_id: Id;
  parent_id: Id;
  owner_id: Id;
  name: string;
  flags: number;
  rate_limit_per_user: number;
  last_message_id: Id | null;
  last_pin_timestamp: string | null;
  message_count: number;
  total_message_sent: number;
  member_count: number;
  thread_metadata: ThreadMetadata;
  applied_tags?: Id[];
}

export type Channel = GuildChannel | Thread;

/** A private channel of a person and an application's bot. */
export interface DirectChannel {
  id: Id;
  userId: Id;
  applicationId: Id;
  last_message_id: Id | null;
}

export function isThread(channel: Channel): channel is Thread {
  return 'thread_metadata' in channel;
}

/** The parts of a component that this server reads; everything else is stored as it came. */
export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  label?: string;
  url?: string;
  style?: number;
  disabled?: boolean;
  content?: string;
  options?: SelectOption[];
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  default?: boolean;
  channel_types?: number[];
  default_values?: { id: Id; type: string }[];
  components?: Component[];
  component?: Component;
  accessory?: Component;
}

interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
}

/** An incoming webhook of a channel. Its token is a secret: who has it posts in the channel. */
export interface Webhook {
  id: Id;
  type: 1;
  guild_id: Id;
  channel_id: Id;
  name: string;
  avatar: string | null;
  token: string;
  /** Who made it. */
  user: User;
  application_id: Id | null;
}

export type Embed = APIEmbed;

export type MessageReference = APIMessageReference;

type StoredMessageField =
  | 'id'
  | 'channel_id'
  | 'author'
  | 'content'
  | 'timestamp'
  | 'edited_timestamp'
  | 'tts'
  | 'pinned'
  | 'mention_everyone'
  | 'mentions'
  | 'mention_roles'
  | 'attachments'
  | 'embeds'
  | 'webhook_id'
  | 'application_id'
  | 'message_reference'
  | 'interaction_metadata'
  | 'position';

/** A message as it is stored; {@link ./views.ts} adds what depends on the rest of the world. */
export interface Message extends Pick<APIMessage, StoredMessageField> {
  type: number;
  flags: number;
  components: Component[];
  thread?: Thread;
  referenced_message?: Message | null;
}

export const messageFlags = {
  SuppressEmbeds: 1 << 2,
  HasThread: 1 << 5,
  Ephemeral: 1 << 6,
  Loading: 1 << 7,
  SuppressNotifications: 1 << 12,
  IsComponentsV2: 1 << 15,
} as const;

export const messageTypes = {
  Default: 0,
  ChannelPinnedMessage: 6,
  ThreadCreated: 18,
  Reply: 19,
  ChatInputCommand: 20,
  ThreadStarterMessage: 21,
  ContextMenuCommand: 23,
} as const;
