/** Discord's objects as this server stores them, with the field names of Discord's API. */

export type Id = string;
export type Fields = Record<string, unknown>;

export interface User {
  id: Id;
  username: string;
  discriminator: string;
  global_name: string | null;
  avatar: null;
  banner: null;
  accent_color: null;
  avatar_decoration_data: null;
  collectibles: null;
  primary_guild: null;
  public_flags: number;
  flags: number;
  bot?: true;
}

export interface Application {
  id: Id;
  name: string;
  botUserId: Id;
  token: string;
  /** Privileged gateway intents switched on for the application, as intent bits. */
  privilegedIntents: number;
}

export interface Role {
  id: Id;
  name: string;
  permissions: string;
  position: number;
  color: number;
  colors: { primary_color: number; secondary_color: null; tertiary_color: null };
  hoist: boolean;
  managed: boolean;
  mentionable: boolean;
  icon: null;
  unicode_emoji: null;
  flags: number;
  tags?: { bot_id: Id };
}

export interface Member {
  user: User;
  nick: string | null;
  roles: Id[];
  joined_at: string;
  communication_disabled_until: string | null;
}

export interface Guild {
  id: Id;
  name: string;
  owner_id: Id;
  roles: Map<Id, Role>;
  members: Map<Id, Member>;
}

/** `type` 0 is a role's, 1 a member's. */
export interface Overwrite {
  id: Id;
  type: 0 | 1;
  allow: string;
  deny: string;
}

export interface ForumTag {
  id: Id;
  name: string;
  moderated: boolean;
  emoji_id: Id | null;
  emoji_name: string | null;
}

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

export interface ThreadMetadata {
  archived: boolean;
  archive_timestamp: string;
  auto_archive_duration: number;
  locked: boolean;
  create_timestamp: string;
  invitable?: boolean;
}

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

export interface Embed {
  type: string;
  title?: string;
  description?: string;
  url?: string;
  color?: number;
  timestamp?: string;
  author?: { name: string; url?: string; icon_url?: string };
  footer?: { text: string; icon_url?: string };
  image?: { url: string; description?: string };
  thumbnail?: { url: string };
  fields?: { name: string; value: string; inline: boolean }[];
}

export interface MessageReference {
  type: number;
  channel_id: Id;
  message_id?: Id;
  guild_id?: Id;
}

/** A message as it is stored; {@link ../views.ts} adds what depends on the rest of the world. */
export interface Message {
  id: Id;
  channel_id: Id;
  type: number;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  pinned: boolean;
  flags: number;
  mention_everyone: boolean;
  mentions: User[];
  mention_roles: Id[];
  attachments: Fields[];
  embeds: Embed[];
  components: Component[];
  webhook_id?: Id;
  application_id?: Id;
  message_reference?: MessageReference;
  interaction_metadata?: Fields;
  thread?: Thread;
  referenced_message?: Message | null;
  position?: number;
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
